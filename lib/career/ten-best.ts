/** The ten best marks of a discipline and their average, by which careers are compared. */

import type { Result } from '../record/result'
import { gapBetween } from '../sport/compared-mark'
import type { DisciplineSlug } from '../sport/disciplines'
import { type CountingResult, countingResults } from './bests'

export const TEN = 10

export interface TenBest {
  discipline: DisciplineSlug
  /** Best first, ten at most; equal marks share a rank. */
  marks: { rank: number; result: CountingResult }[]
  /** In the discipline's unit, rounded to a whole one. */
  average: number
}

/** Of each of these disciplines in which there are two marks or more. */
export function tenBest(results: readonly Result[], disciplines: readonly DisciplineSlug[]): TenBest[] {
  return disciplines.flatMap((slug): TenBest[] => {
    const best = countingResults(results, slug).slice(0, TEN)
    if (best.length < 2) return []
    const marks = best.map((result) => ({
      rank: 1 + best.findIndex(({ value }) => gapBetween(value, result.value, slug) === 0),
      result,
    }))
    const sum = best.reduce((total, { value }) => total + value, 0)
    return [{ discipline: slug, marks, average: Math.round(sum / best.length) }]
  })
}
