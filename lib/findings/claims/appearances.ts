/** Claims about counts: appearances in a series, runs of editions, races of a year or a career. */

import type { Result } from '../../record/result'
import { chronologically } from '../../sport/chronology'
import { yearOf } from '../../sport/partial-date'
import { hasStarted, statusInWords } from '../../sport/status'
import { daysOf, daysOfResult, isBefore } from '../days'
import { resultLabel } from '../subject'
import { only, pastOfResult, type Scene } from './scene'
import { compareCount, fails, HOLDS, listed, unknown, type Verdict } from './verdict'

/** An edition counts once, whatever the number of events; a start is an appearance, finished or not. */
export function checkAppearances({ claim, record, result, past }: Scene): Verdict {
  if (claim.number === null) return unknown('the number that is claimed')
  const slug = result ? result.competition.series?.slug : claim.seriesSlug
  const isCounted = ({ competition: { series, category } }: Result) =>
    claim.kind === 'TIMES_OLYMPIAN' && !slug ? category === 'OLYMPIC_GAMES' : series?.slug === slug
  if (result === null) {
    const { sure, possible } = only(past, isCounted)
    return compareCount(claim.number, firstOfEach(sure), firstOfEach(possible), 'editions')
  }
  if (result.status === 'DNS') return fails('there was no start', [result])
  if (slug === undefined) return unknown('the series to which the competition belongs')
  const { sure, possible } = only(pastOfResult(result, record.results), isCounted)
  const [least, most] = [sure, possible].map((before) => firstOfEach([...before, result]))
  return compareCount(claim.number, least ?? [], most ?? [], 'editions up to then')
}

/** A run of editions without a missed one, as far as the record knows when they were held. */
export function checkStreak({ claim, record, at, past }: Scene): Verdict {
  const { seriesSlug, number, since } = claim
  const isCounted = ({ competition }: Result) =>
    competition.series?.slug === seriesSlug && (since === null || competition.year >= yearOf(since))
  const { sure, possible } = only(past, isCounted)
  if (possible.length === 0) return unknown('any result in the series')
  // A year alone does not say whether that year's edition had been held by then.
  const held = (record.editions[seriesSlug ?? ''] ?? []).filter(
    (year) => (since === null || year >= yearOf(since)) && (at === null || year < yearOf(at)),
  )
  if (number !== null) {
    const [least, most] = [longest(runs(sure, held, true)), longest(runs(possible, held, false))]
    return compareCount(number, least, most, 'editions in a row')
  }
  const entered = new Set(firstOfEach(possible).map(({ competition }) => competition.year))
  const missed = held.filter((year) => !entered.has(year))
  if (missed.length === 0) return HOLDS
  const absent = possible.filter(({ status, competition }) => status === 'DNS' && missed.includes(competition.year))
  return absent.length > 0
    ? fails('there was no start at one of them', absent)
    : unknown(`a result of ${missed.join(', ')}`)
}

/** The run of editions that this one ends. */
export function checkConsecutive({ claim: { number }, record, result }: Scene): Verdict {
  if (result === null || number === null) return unknown('the result of which it speaks')
  const { series, year } = result.competition
  if (series === null) return unknown('the series to which the competition belongs')
  if (result.status === 'DNS') return fails('there was no start', [result])
  const own = record.results.filter(
    ({ competition }) => competition.series?.slug === series.slug && competition.year <= year,
  )
  const held = (record.editions[series.slug] ?? []).filter((edition) => edition <= year)
  const [least, most] = [runs(own, held, true).at(-1), runs(own, held, false).at(-1)]
  return compareCount(number, least ?? [], most ?? [], 'editions in a row up to then')
}

export function checkFinishedAll({ claim: { seriesSlug }, record, past }: Scene): Verdict {
  const { sure, possible } = only(
    past,
    ({ competition, status }) => competition.series?.slug === seriesSlug && hasStarted({ status }),
  )
  if (possible.length === 0) return unknown('any result in the series')
  const unfinished = sure.filter(({ status }) => status !== null)
  if (unfinished.length === 0) return HOLDS
  const told = unfinished.map((result) => `${result.status && statusInWords(result.status)} (${resultLabel(result)})`)
  return fails(`not every race was finished: ${record.athlete.displayName} ${listed(told)}`, unfinished)
}

/** Starts over the distance, from a given date on if there is one, up to the result or the time of the claim. */
export function checkRaces({ claim, record, result, past }: Scene): Verdict {
  if (claim.number === null) return unknown('the number that is claimed')
  const slug = result?.discipline ?? claim.disciplineSlug ?? 'marathon'
  const from = claim.since === null ? null : daysOf(claim.since)
  const isStart = (one: Result) =>
    one.discipline === slug &&
    one.team === null &&
    hasStarted(one) &&
    (from === null || !isBefore(daysOfResult(one), from))
  const { sure, possible } = only(result ? pastOfResult(result, record.results) : past, isStart)
  const itself = result ? [result] : []
  const what = result ? 'races up to then' : 'races'
  return compareCount(claim.number, [...sure, ...itself], [...possible, ...itself], what)
}

/** One result for each edition that was entered, the oldest first. */
function firstOfEach(results: readonly Result[]): Result[] {
  const started = results.filter(hasStarted).sort(chronologically)
  return started.filter(
    ({ competition }, index) => started.findIndex((other) => other.competition.id === competition.id) === index,
  )
}

/**
 * The runs of editions of which none was missed, as far as the record knows when they were held. In a gap of at least
 * twice the usual one an edition may lie of which it knows nothing: there the runs that are certain end.
 */
function runs(results: readonly Result[], held: readonly number[], isCertain: boolean): Result[][] {
  const entered = new Map(firstOfEach(results).map((first) => [first.competition.year, first]))
  const years = [...new Set([...held, ...entered.keys()])].sort((a, b) => a - b)
  const gaps = years.slice(1).map((year, index) => year - (years[index] ?? year))
  const usual = gaps.toSorted((a, b) => a - b)[Math.floor((gaps.length - 1) / 2)] ?? 0
  const found: Result[][] = [[]]
  for (const [index, year] of years.entries()) {
    const first = entered.get(year)
    const isDoubtful = isCertain && index > 0 && (gaps[index - 1] ?? 0) >= 2 * usual
    if (first === undefined || isDoubtful) found.push([])
    if (first !== undefined) found.at(-1)?.push(first)
  }
  return found
}

function longest(found: readonly Result[][]): Result[] {
  return found.reduce((best, run) => (run.length >= best.length ? run : best), [])
}
