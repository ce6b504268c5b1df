import type { Athlete, Citation, Result } from './record'

/** Every citation in an athlete's record, wherever it hangs. */
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
  return [
    ...result.citations,
    ...result.places.flatMap((place) => place.citations),
    ...result.records.flatMap((record) => record.citations),
    ...result.competition.citations,
  ]
}
