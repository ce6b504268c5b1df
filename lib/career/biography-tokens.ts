/** What stands between the words of a biography: `{binding}` and `[@source: locator]`. See lib/career/biography.ts. */

/** Groups: the binding; or the source's slug and where in it. */
export const TOKEN = /\{([^{}]*)\}|\[@([^\]:\s]+)(?::([^\]]*))?\]/g

/** What can be inserted of a result, and what it is called. */
export const RESULT_BINDINGS: readonly (readonly [word: string, words: string])[] = [
  ['mark', 'mark'],
  ['place', 'place'],
  ['status', 'status in words'],
  ['year', 'year'],
  ['date', 'date'],
  ['age', 'age on that day'],
  ['improvement', 'improvement of the best'],
  ['rank', 'rank among the athlete’s marks today'],
  ['rank-then', 'rank among the athlete’s marks then'],
  ['nth', 'which appearance in the series it was'],
]

/** The slugs of the sources that footnotes name, in the order in which they are first named. */
export function footnotedSources(bodies: readonly string[]): string[] {
  const slugs = bodies.flatMap((body) => [...body.matchAll(TOKEN)].flatMap(([, , slug]) => slug ?? []))
  return [...new Set(slugs)]
}
