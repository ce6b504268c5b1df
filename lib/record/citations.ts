import type { Athlete } from './athlete'
import type { Result } from './result'
import type { Citation } from './source'

/** Every citation in an athlete's record, of whatever part. */
export function citationsOf(athlete: Athlete, results: Result[]): Citation[] {
  return [
    ...athlete.citations,
    ...athlete.names.flatMap((name) => name.citations),
    ...athlete.affiliations.flatMap((affiliation) => affiliation.citations),
    ...results.flatMap(citationsOfResult),
  ]
}

/** Those on the result itself, its places, its record claims and its competition. */
export function citationsOfResult(result: Result): Citation[] {
  return [...citationsOfPerformance(result), ...result.competition.citations]
}

/** The same without its competition: citations of the performance, not of where and when it was held. */
export function citationsOfPerformance({ citations, places, records }: Result): Citation[] {
  return [...citations, ...[...places, ...records].flatMap((part) => part.citations)]
}
