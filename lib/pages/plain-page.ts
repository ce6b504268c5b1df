/** Pages that need no style sheet, no script and no database. */

/** @param body HTML that needs no escaping. */
export function plainPage(title: string, body: string): string {
  return `<!DOCTYPE html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${title} · Palmarès</title>
<style>
main { font: 1.125rem/1.5 system-ui, sans-serif; max-width: 34rem; margin: 15vh auto; padding: 0 1rem }
textarea, button { font: inherit; box-sizing: border-box }
textarea { width: 100%; font-size: 1rem }
</style>
<main>
<h1>${title}</h1>
${body}
</main>
</html>
`
}

/** A text, escaped for HTML: between tags or in an attribute. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (letter) => `&#${letter.charCodeAt(0)};`)
}
