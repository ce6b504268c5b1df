/**
 * Public pages are documents: nothing in them needs the framework's runtime in the browser, so readers do not get it.
 * What stays is data (JSON-LD, speculation rules) and the project's own small modules.
 */
const SCRIPT = /<script\b([^>]*)>[\s\S]*?<\/script>/g
const SCRIPT_PRELOAD =
  /<link\b(?=[^>]*\brel="(?:preload|modulepreload)")(?=[^>]*\b(?:as="script"|rel="modulepreload"))[^>]*>/g
const KEPT = /\btype="(?:application\/ld\+json|speculationrules|module)"/

const STATUS = /<meta name="palmares-status" content="(\d{3})"/

/**
 * The status that a page gives itself. Next knows only "found" and "not found", the latter without a word about why; a
 * page about something withdrawn says so to the reader, and here to programs.
 */
export function ownStatus(html: string): number | null {
  const found = STATUS.exec(html)?.[1]
  return found === undefined ? null : Number(found)
}

/** The same HTML without scripts of the framework and the hints that would fetch them. */
export function asDocument(html: string): string {
  return html
    .replace(SCRIPT, (script, attributes: string) => (KEPT.test(attributes) ? script : ''))
    .replace(SCRIPT_PRELOAD, '')
}
