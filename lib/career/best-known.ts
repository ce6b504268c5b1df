/**
 * Which bests are only the best *known*: a race of which no mark is on record may have been better. A source that calls
 * the mark a personal or season's best, or a record, takes the doubt away.
 */

import type { AthleteRecord } from '../record/athlete'
import type { Claim, ClaimKind } from '../record/claim'
import type { Result } from '../record/result'
import { byDate } from '../sport/chronology'
import type { DisciplineSlug } from '../sport/disciplines'
import { displayMark } from '../sport/display-mark'
import { yearOf } from '../sport/partial-date'
import { personalBests, seasonBests } from './bests'

export interface BestKnown {
  /** Results that were a best on their day as far as is known, by id. */
  onTheDay: ReadonlySet<string>
  /** The same of a season. */
  ofSeason: ReadonlySet<string>
  /** Where a source calls another race of the season the best, whose mark is not known: that race, by the id of the best known. */
  claimedOfSeason: ReadonlyMap<string, Result>
}

export function bestsOnlyKnown({ results, claims }: Pick<AthleteRecord, 'results' | 'claims'>): BestKnown {
  const onTheDay = personalBests(results)
    .flatMap(({ history }) => history.map(({ result }) => result))
    .filter((best) => !isVouchedFor(best, claims, 'PERSONAL_BEST'))
    .filter((best) => withoutMark(results, best.discipline).some(({ date }) => byDate(date, best.date) <= 0))
  const seasons = seasonBests(results).map(({ result }) => {
    const unknown = withoutMark(results, result.discipline).filter(({ date }) => yearOf(date) === yearOf(result.date))
    const claimed = unknown.find(({ id }) =>
      claims.some((claim) => claim.kind === 'SEASON_BEST' && claim.resultId === id),
    )
    return { result, unknown, claimed }
  })
  return {
    onTheDay: new Set(onTheDay.map(({ id }) => id)),
    ofSeason: new Set(
      seasons
        .filter(({ result, unknown }) => unknown.length > 0 && !isVouchedFor(result, claims, 'SEASON_BEST'))
        .map(({ result }) => result.id),
    ),
    claimedOfSeason: new Map(
      seasons.flatMap(({ result, claimed }): [string, Result][] => (claimed ? [[result.id, claimed]] : [])),
    ),
  }
}

/** Races of a discipline of which no mark is on record, though nothing says that there was none. */
function withoutMark(results: readonly Result[], slug: DisciplineSlug): Result[] {
  return results.filter(
    ({ discipline, value, status, team }) => discipline === slug && value === null && status === null && team === null,
  )
}

function isVouchedFor(result: Result, claims: readonly Claim[], kind: ClaimKind): boolean {
  if (result.records.some(({ state, code }) => state !== 'RESCINDED' && code !== 'CR' && code !== 'MR')) return true
  return claims.some(
    (claim) =>
      (claim.kind === kind || claim.kind === 'PERSONAL_BEST') &&
      (claim.resultId === result.id ||
        (claim.disciplineSlug === result.discipline && claim.text === displayMark(result))),
  )
}
