import type { AthleteRecord } from '../../record/athlete'
import type { Claim } from '../../record/claim'
import { aClaim, anEdition, aPlace, aRecord, aResult, aSeries } from '../../record/record.fixture'
import type { Result } from '../../record/result'
import type { OtherResult } from '../finding'
import { judge } from './judge'

export const worlds = aSeries()
export const olympics = aSeries({ slug: 'olympic-games', name: 'Olympic Games', category: 'OLYMPIC_GAMES' })
export const hofu = aSeries({ slug: 'hofu', name: 'Hofu Yomiuri Marathon', category: 'ROAD_RACE' })

/** A marathon at an edition of a series, dated to its year unless a date is given. */
export function at(series: typeof worlds, year: number, given: Partial<Result> & { place?: number } = {}): Result {
  const { place, ...rest } = given
  const places = place === undefined ? [] : [aPlace({ place })]
  return aResult({ date: String(year), competition: anEdition(series, year), places, ...rest })
}

/** The verdict on a claim: "holds", "wrong", "stale" or "unchecked". */
export function stateOf(claim: Partial<Claim>, record: Partial<AthleteRecord>, others: OtherResult[] = []): string {
  return judge(aClaim(claim), aRecord(record), { others }).state
}
