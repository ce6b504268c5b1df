/** Claims about places: "never better than 20th", "in the top thirty for the first time". */

import { overallPlace } from '../../career/honours'
import type { Statement } from '../../record/claim'
import type { Result } from '../../record/result'
import type { Category } from '../../sport/championships'
import { chronologically } from '../../sport/chronology'
import { ordinal } from '../../text/number-words'
import { resultLabel } from '../subject'
import { only, pastOfResult, type Scene } from './scene'
import { fails, HOLDS, listed, unknown, type Verdict } from './verdict'

const LEVELS: Record<NonNullable<Statement['level']>, readonly Category[]> = {
  WORLD: ['OLYMPIC_GAMES', 'WORLD_CHAMPIONSHIPS'],
  REGIONAL: ['CONTINENTAL_GAMES', 'CONTINENTAL_CHAMPIONSHIPS', 'REGIONAL_GAMES'],
}

export function checkNeverBetter({ claim, result, past }: Scene): Verdict {
  const { number } = claim
  if (number === null) return unknown('the place that is claimed')
  if (result !== null) {
    const own = bestPlace(result, claim.level)
    if (own === null) return unknown(`the place in ${resultLabel(result)}`)
    if (own !== number) return fails(`the place there was ${ordinal(own)}`, [result])
  }
  const { sure, possible } = only(past, inScope(claim, result))
  const place = (one: Result) => bestPlace(one, claim.level)
  if (possible.every((one) => place(one) === null)) return unknown('any such place')
  const better = sure
    .filter((one) => (place(one) ?? number) < number)
    .sort((a, b) => (place(a) ?? 0) - (place(b) ?? 0) || chronologically(a, b))
  return better.length === 0 ? HOLDS : fails(`there was ${told(better, place)}`, better)
}

export function checkFirstInTop({ claim, record, result }: Scene): Verdict {
  const { number } = claim
  if (result === null || number === null) return unknown('the result of which it speaks')
  const place = (one: Result) => bestPlace(one, claim.level)
  const own = place(result)
  if (own === null) return unknown(`the place in ${resultLabel(result)}`)
  if (own > number) return fails(`the place there was ${ordinal(own)}`, [result])
  const before = only(pastOfResult(result, record.results), inScope(claim, result)).sure
  const sooner = before.filter((one) => (place(one) ?? Number.POSITIVE_INFINITY) <= number)
  return sooner.length === 0 ? HOLDS : fails(`there had been ${told(sooner, place)}`, sooner)
}

/** A claim about a result looks at its event in its series, unless it names the level of competitions it looks at. */
function inScope({ seriesSlug, disciplineSlug, level }: Statement, about: Result | null): (result: Result) => boolean {
  return (result) => {
    const { series } = result.competition
    if (seriesSlug !== null) return series?.slug === seriesSlug
    if (disciplineSlug !== null && result.discipline !== disciplineSlug) return false
    if (level !== null || about === null) return true
    return (
      result.discipline === about.discipline &&
      (series === null
        ? result.competition.id === about.competition.id
        : series.slug === about.competition.series?.slug)
    )
  }
}

/**
 * The place in the race, or in a continent's championship that was decided within a race of another kind; null where
 * the competition is not of the level.
 */
function bestPlace(result: Result, level: Statement['level']): number | null {
  const overall = overallPlace(result)
  if (level === null) return overall
  const isOfLevel = LEVELS[level].includes(result.competition.category)
  const titles = result.places.filter(
    ({ classification }) => classification.endsWith('-championship') && !/^(?:national|world)-/.test(classification),
  )
  const places = [
    ...(isOfLevel && overall !== null ? [overall] : []),
    ...(level === 'REGIONAL' ? titles.map(({ place }) => place) : []),
  ]
  return places.length === 0 ? null : Math.min(...places)
}

function told(results: readonly Result[], place: (result: Result) => number | null): string {
  return listed(results.map((result) => `${ordinal(place(result) ?? 0)} in ${resultLabel(result)}`))
}
