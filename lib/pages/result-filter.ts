/**
 * The filters of an athlete's results in an address: /results/2014/marathon/championships/JPN. Each part may be
 * left out, but their order is fixed, so that one list of results has one address.
 */

import type { Result } from '../record/result'
import { isChampionship } from '../sport/championships'
import { type DisciplineSlug, discipline, isDisciplineSlug } from '../sport/disciplines'
import { yearOf } from '../sport/partial-date'

export const RESULT_KINDS = ['championships', 'city-races', 'track'] as const
export type ResultKind = (typeof RESULT_KINDS)[number]

export interface ResultFilter {
  year: number | null
  discipline: DisciplineSlug | null
  kind: ResultKind | null
  /** The code of the country in which the race was. */
  country: string | null
}

export const EVERYTHING: ResultFilter = { year: null, discipline: null, kind: null, country: null }

/** The filter in an address, everything where it has no parts; null where a part is unknown, repeated or out of order. */
export function parseResultFilter(parts: readonly string[]): ResultFilter | null {
  const filter = {
    year: Number(parts.find((part) => /^[12]\d{3}$/.test(part)) ?? Number.NaN) || null,
    discipline: parts.find(isDisciplineSlug) ?? null,
    kind: RESULT_KINDS.find((kind) => parts.includes(kind)) ?? null,
    country: parts.find((part) => /^[A-Z]{3}$/.test(part)) ?? null,
  }
  return resultFilterParts(filter).join('/') === parts.join('/') ? filter : null
}

/** The parts of a filter's address, in their fixed order; none for everything. */
export function resultFilterParts({ year, discipline, kind, country }: ResultFilter): string[] {
  return [year === null ? null : String(year), discipline, kind, country].filter((part) => part !== null)
}

/** Where an athlete's filtered results are. @param query of the state of the record that is read, or "". */
export function resultsAddress(slug: string, filter: ResultFilter, query = ''): string {
  return ['/athletes', slug, 'results', ...resultFilterParts(filter)].join('/') + query
}

/** The results that pass, in the order in which they came. */
export function filterResults(results: readonly Result[], filter: ResultFilter): Result[] {
  return results.filter(
    (result) =>
      (filter.year === null || yearOf(result.date) === filter.year) &&
      (filter.discipline === null || result.discipline === filter.discipline) &&
      (filter.kind === null || isOfKind(result, filter.kind)) &&
      (filter.country === null || result.venue.countryCode === filter.country),
  )
}

/** A track race at a championship belongs to both kinds. */
function isOfKind(result: Result, kind: ResultKind): boolean {
  if (kind === 'championships') return isChampionship(result.competition)
  if (kind === 'city-races') return result.competition.category === 'ROAD_RACE'
  return discipline(result.discipline).surface === 'TRACK'
}
