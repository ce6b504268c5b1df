/** What stands between the words of a biography: `{binding}` and `[@source: locator]`. See lib/career/biography.ts. */

/** Groups: the binding; or the source's slug and where in it. */
export const TOKEN = /\{([^{}]*)\}|\[@([^\]:\s]+)(?::([^\]]*))?\]/g

/** The paragraphs of a chapter, each on one line. */
export function paragraphsOf(body: string): string[] {
  return body
    .split(/\n\s*\n/)
    .map((paragraph) => paragraph.trim().replace(/\s+/g, ' '))
    .filter((paragraph) => paragraph !== '')
}

/** The slugs of the sources that footnotes name, in the order in which they are first named. */
export function footnotedSources(bodies: readonly string[]): string[] {
  const slugs = bodies.flatMap((body) => [...body.matchAll(TOKEN)].flatMap(([, , slug]) => slug ?? []))
  return [...new Set(slugs)]
}
