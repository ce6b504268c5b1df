/** Claims about marks: bests of a career, a season or a course, and by how much a best was bettered. */
import { type CountingResult, countingResults } from '../../career/bests'
import { overallPlace } from '../../career/honours'
import type { Result } from '../../record/result'
import { isBetter } from '../../sport/compared-mark'
import { type DisciplineSlug, discipline } from '../../sport/disciplines'
import { displayMark } from '../../sport/display-mark'
import { ineligibility } from '../../sport/eligibility'
import { formatGap, parseMark } from '../../sport/marks'
import { type PartialDate, yearOf } from '../../sport/partial-date'
import { ordinal, rankInWords } from '../../text/number-words'
import { isSameRace } from '../race'
import { markIn, resultLabel } from '../subject'
import { only, type Past, pastOfResult, type Scene } from './scene'
import { fails, HOLDS, listed, unknown, type Verdict } from './verdict'

export function checkPersonalBest({ claim, record, result, past }: Scene): Verdict {
  const { text, disciplineSlug } = claim
  if (result !== null) return checkBest(result, text, past)
  if (text === null || disciplineSlug === null) return unknown('the result of which it speaks')
  const value = claimedValue(text, { discipline: disciplineSlug, date: null })
  const marks = countingResults(record.results, disciplineSlug)
  const same = marks.find((one) => one.value === claimedValue(text, one))
  if (value === null || same !== undefined) return same ? checkBest(same, text, past) : unknown('a mark to compare')
  const better = countingResults(past.sure, disciplineSlug).filter((one) => isBetter(one.value, value, disciplineSlug))
  // A best without a matching result has a rule of its own.
  return better.length === 0 ? HOLDS : fails(`there was ${told(better)}`, better)
}

/** The season is the calendar year; a claim dated to a year covers the whole year. */
export function checkSeasonBest({ claim: { text }, record, result, at, past }: Scene): Verdict {
  if (result === null) return unknown('the result of which it speaks')
  const isOfWholeYear = at === null || at.length === 'YYYY'.length
  const season = isOfWholeYear ? { sure: record.results, possible: record.results } : past
  return checkBest(
    result,
    text,
    only(season, ({ date }) => yearOf(date) === yearOf(result.date)),
  )
}

/** Where equal marks share a rank. */
export function checkRank({ claim: { number }, result, past }: Scene): Verdict {
  if (result === null || number === null) return unknown('the result of which it speaks')
  const known = countingMark(result)
  if ('holds' in known) return known
  const [least, most] = [past.sure, past.possible].map((results) => betterThan(known, results))
  if (least === undefined || most === undefined) return HOLDS
  if (number < least.length + 1) return fails(`it was the ${rankInWords(least.length + 1)}`, least)
  if (number <= most.length + 1) return HOLDS
  return unknown(`a better mark; the record knows ${most.length} up to then`)
}

/**
 * By how much a mark improved on what came before: the best until then or, as often reported, the mark from an earlier
 * edition of the same race. A claim that is too small may know of a better mark that the record lacks; one that is too
 * large cannot be right.
 */
export function checkImprovement({ claim: { text }, record, result }: Scene): Verdict {
  if (result === null || text === null) return unknown('the result of which it speaks')
  const known = countingMark(result)
  if ('holds' in known) return known
  const claimed = claimedGap(text, result.discipline)
  if (claimed === null) return unknown('a difference that can be read')
  const bests = bestsBefore(known, record.results)
  const [best] = bests
  if (best === undefined) return unknown('an earlier mark')
  const sameRace = only(
    pastOfResult(known, record.results),
    ({ competition }) => competition.series !== null && competition.series.slug === known.competition.series?.slug,
  ).possible
  const gaps = [...bests, ...countingResults(sameRace, known.discipline)].map((before) => gapTo(known, before))
  if (gaps.some((gap) => isAsClaimed(gap, claimed))) return HOLDS
  const gap = gapTo(known, best)
  if (gap > claimed.value) return unknown(`an earlier mark that was nearer than ${markIn(best)}`)
  return fails(gap > 0 ? `it was ${inWords(gap, known)} over ${markIn(best)}` : `${markIn(best)} was better`, [best])
}

export function checkImprovementMoreThan({ claim: { text }, record, result }: Scene): Verdict {
  if (result === null || text === null) return unknown('the result of which it speaks')
  const known = countingMark(result)
  if ('holds' in known) return known
  const claimed = claimedGap(text, result.discipline)
  const bests = bestsBefore(known, record.results)
  const [best] = bests
  if (claimed === null) return unknown('a difference that can be read')
  if (best === undefined) return unknown('an earlier mark')
  const gap = gapTo(known, best)
  if (bests.some((before) => gapTo(known, before) > claimed.value)) return HOLDS
  return fails(gap > 0 ? `it was ${inWords(gap, known)} over ${markIn(best)}` : `${markIn(best)} was better`, [best])
}

/** Better than every mark known from earlier editions, whoever set it. */
export function checkCourseRecord({ claim: { text }, record, context, result }: Scene): Verdict {
  if (result === null) return unknown('the result of which it speaks')
  const known = countingMark(result)
  if ('holds' in known) return known
  const misquoted = misquotation(known, text)
  if (misquoted !== null) return misquoted
  const { series, year } = known.competition
  if (series === null) return unknown('the series to which the competition belongs')
  const earlier = [...record.results, ...context.others.map((other) => other.result)].filter(
    ({ competition, sex }) => competition.series?.slug === series.slug && competition.year < year && sex === known.sex,
  )
  const marks = countingResults(earlier, known.discipline)
  if (marks.length === 0) return unknown(`any mark from an earlier ${series.name}`)
  const better = marks.filter((one) => isBetter(one.value, known.value, known.discipline))
  return better.length === 0 ? HOLDS : fails(`there was ${told(better)}`, better)
}

/** How far the result was behind the winner of its race, whoever that was. */
export function checkBehindWinner(scene: Scene): Verdict {
  return checkGap(scene, 1, (own, winner) => gapTo(winner, own))
}

/** By how much the result won its race from the second. */
export function checkWinningMargin(scene: Scene): Verdict {
  return checkGap(scene, 2, (own, second) => gapTo(own, second))
}

function checkGap(
  { claim: { text }, context, result }: Scene,
  place: number,
  gapOf: (own: CountingResult, other: CountingResult) => number,
): Verdict {
  if (result === null || text === null) return unknown('the result of which it speaks')
  const claimed = claimedGap(text, result.discipline)
  if (claimed === null) return unknown('a difference that can be read')
  const own = countingMark(result)
  if ('holds' in own) return own
  const other = context.others
    .map((one) => one.result)
    .find((one) => isSameRace(one, result) && overallPlace(one) === place)
  if (other === undefined) return unknown(`who was ${ordinal(place)} in ${resultLabel(result)}`)
  const known = countingMark(other)
  if ('holds' in known) return unknown(`the mark of the ${ordinal(place)} in ${resultLabel(result)}`)
  const gap = gapOf(own, known)
  return isAsClaimed(gap, claimed) ? HOLDS : fails(`it was ${inWords(gap, own)}`, [result])
}

function checkBest(result: Result, text: string | null, { sure }: Past): Verdict {
  const known = countingMark(result)
  if ('holds' in known) return known
  const misquoted = misquotation(known, text)
  if (misquoted !== null) return misquoted
  const better = betterThan(known, sure)
  return better.length === 0 ? HOLDS : fails(`there was ${told(better)}`, better)
}

/** The result where its mark counts, otherwise the verdict. */
function countingMark(result: Result): CountingResult | Verdict {
  const { value } = result
  if (value === null) return unknown(`the mark of ${resultLabel(result)}`)
  const reasons = ineligibility(result)
  if (reasons.length > 0) return fails(`the mark does not count for bests: ${reasons.join(', ')}`, [result])
  return { ...result, value }
}

function misquotation(result: CountingResult, text: string | null): Verdict | null {
  const value = text === null ? null : claimedValue(text, result)
  return value === null || value === result.value ? null : fails(`the mark there was ${displayMark(result)}`, [result])
}

/** As a time of that day is read. */
function claimedValue(
  text: string,
  { discipline: slug, date }: { discipline: DisciplineSlug; date: PartialDate | null },
): number | null {
  const mark = parseMark(text, slug, null, date)
  return mark.ok ? mark.value : null
}

function betterThan({ value, discipline: slug }: CountingResult, results: readonly Result[]): CountingResult[] {
  return countingResults(results, slug).filter((one) => isBetter(one.value, value, slug))
}

/** The best before a result; after it others that would have been, if they came before, which the dates leave open. */
function bestsBefore(result: CountingResult, results: readonly Result[]): CountingResult[] {
  const { sure, possible } = pastOfResult(result, results)
  const [best] = countingResults(sure, result.discipline)
  const open = countingResults(possible, result.discipline).filter(
    (one) =>
      !sure.some(({ id }) => id === one.id) &&
      (best === undefined || isBetter(one.value, best.value, result.discipline)),
  )
  return best === undefined ? open : [best, ...open]
}

/** Positive where the result is the better of the two. */
function gapTo(result: CountingResult, before: CountingResult): number {
  const gap = Math.abs(before.value - result.value)
  return isBetter(result.value, before.value, result.discipline) ? gap : -gap
}

/** "About two minutes" is right within a quarter of it. */
function isAsClaimed(gap: number, { value, isRound }: ClaimedGap): boolean {
  return isRound ? Math.abs(gap - value) * 4 <= value : gap === value
}

type ClaimedGap = { value: number; isRound: boolean }

/** "2:53", "about 2:00", "0.35" in the discipline's unit; lengths in metres. */
function claimedGap(text: string, slug: DisciplineSlug): ClaimedGap | null {
  const [, about, hours = '0', minutes = '0', whole = '', fraction = ''] =
    /^(about )?(?:(?:(\d+):)?(\d+):)?(\d+)(?:\.(\d{1,3}))?$/.exec(text) ?? []
  if (whole === '') return null
  const units = (Number(hours) * 60 + Number(minutes)) * 60 + Number(whole)
  const value = discipline(slug).unit === 'POINT' ? units : units * 1000 + Number(fraction.padEnd(3, '0'))
  return { value, isRound: about !== undefined }
}

function inWords(gap: number, { discipline: slug, precision }: CountingResult): string {
  return formatGap(gap, precision ?? discipline(slug).precision, slug)
}

function told(results: readonly CountingResult[]): string {
  return listed(results.map(markIn))
}
