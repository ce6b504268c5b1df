/**
 * Bests, computed from results and never typed. Of two equal marks the earlier is the best, for it was achieved first;
 * the later equals it. An electronic time comes before an equal hand time, whichever was first.
 */

import type { Result } from '../record/result'
import { byDate, byText, chronologically } from '../sport/chronology'
import { coarserPrecision, gapBetween, isBetter } from '../sport/compared-mark'
import { DISCIPLINES, type DisciplineSlug } from '../sport/disciplines'
import { ineligibility, isHandTimed } from '../sport/eligibility'
import type { PartialDate } from '../sport/partial-date'
import { formatDate, yearOf } from '../sport/partial-date'
import { type ListKey, listInWords, listOf, MAIN_LIST } from '../sport/separate-lists'

/** A result that counts for bests: eligible, with a known value. */
export type CountingResult = Result & { value: number }

/**
 * `improvement` over the previous best, in the discipline's unit, known to the `precision` of the coarser of the two;
 * null for the first mark.
 */
export type ProgressionStep = { result: CountingResult; improvement: number | null; precision: number }

export type PersonalBest = { discipline: DisciplineSlug; result: CountingResult; history: ProgressionStep[] }

/** A best of another list than the main one. */
export type SeparateBest = PersonalBest & { list: ListKey }

/** `isPersonalBest`: whether this season's best is also today's personal best. */
export type SeasonBest = { year: number; discipline: DisciplineSlug; result: CountingResult; isPersonalBest: boolean }

/**
 * The results of one discipline that have a mark and count in one of its lists, best first: in the main list, unless
 * another is asked for (lib/sport/separate-lists.ts).
 */
export function countingResults(
  results: readonly Result[],
  slug: DisciplineSlug,
  list: ListKey = MAIN_LIST,
): CountingResult[] {
  return results
    .filter((result) => result.discipline === slug && listOf(result) === list)
    .filter(hasValue)
    .sort((a, b) => compareMarks(a, b) || chronologically(a, b))
}

/**
 * The bests that no main list has, in the lists in which they count: on the short track, wind-assisted, hand-timed, of
 * an age group with an implement of its own, of a para class. In the order of the disciplines, then of the lists.
 */
export function separateBests(results: readonly Result[]): SeparateBest[] {
  return DISCIPLINES.flatMap(({ slug }) => {
    const lists = new Set(results.filter((result) => result.discipline === slug).map(listOf))
    return [...lists]
      .filter((list): list is ListKey => list !== null && list !== MAIN_LIST)
      .sort(byText)
      .flatMap((list) => {
        const [best] = countingResults(results, slug, list)
        return best === undefined
          ? []
          : [{ discipline: slug, list, result: best, history: progression(results, slug, list) }]
      })
  })
}

/** The best of each discipline with the steps that led to it, in the order in which disciplines are printed. */
export function personalBests(results: readonly Result[]): PersonalBest[] {
  return DISCIPLINES.flatMap(({ slug }) => {
    const [best] = countingResults(results, slug)
    return best === undefined ? [] : [{ discipline: slug, result: best, history: progression(results, slug) }]
  })
}

/**
 * How the best of a discipline fell: oldest first, each step a new best on its day, the last one the best of today.
 * A mark that only equals the best is no step.
 */
export function progression(
  results: readonly Result[],
  slug: DisciplineSlug,
  list: ListKey = MAIN_LIST,
): ProgressionStep[] {
  const steps: ProgressionStep[] = []
  for (const result of countingResults(results, slug, list).sort(chronologically)) {
    const best = steps.at(-1)?.result
    const precision = coarserPrecision(best ?? result, result)
    if (best === undefined) steps.push({ result, improvement: null, precision })
    else if (compareMarks(result, best) < 0)
      steps.push({ result, improvement: gapBetween(best.value, result.value, slug), precision })
  }
  return steps
}

/** The best of each calendar year in each discipline: newest year first, then as disciplines are printed. */
export function seasonBests(results: readonly Result[]): SeasonBest[] {
  const seasons = DISCIPLINES.flatMap(({ slug }) => {
    const bestOfYear = new Map<number, SeasonBest>()
    for (const [index, result] of countingResults(results, slug).entries()) {
      const year = yearOf(result.date)
      if (bestOfYear.has(year)) continue
      bestOfYear.set(year, { year, discipline: slug, result, isPersonalBest: index === 0 })
    }
    return [...bestOfYear.values()]
  })
  return seasons.sort((a, b) => b.year - a.year)
}

/**
 * The rank of a mark among the counting marks of its discipline, 1 being the best; equal marks share a rank. With
 * `asOf`, among those achieved by then. Null for a mark that does not count, or that came later.
 */
export function careerRank(result: Result, results: readonly Result[], asOf?: PartialDate): number | null {
  const marks = countingResults(results, result.discipline).filter(
    (other) => asOf === undefined || byDate(other.date, asOf) <= 0,
  )
  const mark = marks.find((other) => other.id === result.id)
  if (mark === undefined) return null
  return 1 + marks.filter((other) => isBetter(other.value, mark.value, result.discipline)).length
}

/**
 * Why a mark that looks at least as good as the personal best is not the best. Empty where nobody would ask: for the
 * best itself, a lesser mark, no mark, or a team's.
 */
export function whyNotBest(result: Result, results: readonly Result[]): string[] {
  if (result.value === null || result.team !== null) return []
  const [best] = countingResults(results, result.discipline)
  if (best?.id === result.id) return []
  if (best !== undefined && isBetter(best.value, result.value, result.discipline)) return []
  const reasons = ineligibility(result)
  const list = listOf(result)
  if (reasons.length === 0 && list !== null && list !== MAIN_LIST) {
    return [`${listInWords(list)}, which has a list of its own`]
  }
  if (best === undefined || reasons.length > 0) return reasons
  const preferred = chronologically(best, result) < 0 ? 'which came first' : 'which was timed electronically'
  return [`equals the mark of ${formatDate(best.date)}, ${preferred}`]
}

function hasValue(result: Result): result is CountingResult {
  return result.value !== null
}

/** Negative when `a` is preferred: the better value or, where values are equal, the electronic time. */
function compareMarks(a: CountingResult, b: CountingResult): number {
  if (gapBetween(a.value, b.value, a.discipline) > 0) return isBetter(a.value, b.value, a.discipline) ? -1 : 1
  return Number(isHandTimed(a)) - Number(isHandTimed(b))
}
