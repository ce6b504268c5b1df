import type { Result } from '../record/result'
import { byText, chronologically } from '../sport/chronology'
import { discipline } from '../sport/disciplines'
import { defineRule } from './finding'
import { groupsOf } from './groups'
import { markEvidence, markIn, ofResult, resultLabel } from './subject'

/** With more than this many steps within five per cent, a mark hardly repeats by chance. */
const FINE_ENOUGH = 150
const SPREAD = 0.05

export const repeatedMark = defineRule({
  name: 'repeated-mark',
  title: 'The same mark at two competitions',
  explanation:
    'One athlete has the same mark, to the last digit, at different competitions, told by one source. It can be chance, or one of them was copied into the wrong line. Only disciplines are looked at in which so few of the athlete’s marks would hardly coincide.',
  severity: 'notice',
  concerns: 'reader',
  find: ({ athlete, results }) => {
    const known = results.filter(({ value, status, team }) => value !== null && status === null && team === null)
    return groupsOf(known, (result) => result.discipline)
      .filter(isCoincidenceUnlikely)
      .flatMap((alike) => groupsOf(alike, ({ value }) => value))
      .filter((same) => new Set(same.map(({ competition }) => competition.id)).size > 1 && haveOneSource(same))
      .flatMap((same) => {
        const [first, ...later] = same.sort((a, b) => chronologically(a, b) || byText(a.id, b.id))
        const last = later.at(-1)
        if (first === undefined || last === undefined) return []
        return {
          ...ofResult(last, athlete.displayName),
          field: 'mark',
          explanation: `${markIn(first)} is also the mark of ${later.map(resultLabel).join(' and ')}.`,
          evidence: same.flatMap(markEvidence),
        }
      })
  },
})

/** A slip happens in one list; marks given by independent sources confirm each other. */
function haveOneSource(results: readonly Result[]): boolean {
  const sources = results.map(
    ({ citations }) => new Set(citations.flatMap(({ field, source }) => (field === 'mark' ? source.slug : []))),
  )
  const [first, ...others] = sources
  return (
    sources.every(({ size }) => size === 0) || [...(first ?? [])].some((slug) => others.every((set) => set.has(slug)))
  )
}

/** Repeating a mark means less where marks are published to few digits. */
export function isFine(result: Result): boolean {
  return (result.value ?? 0) * SPREAD >= FINE_ENOUGH * stepOf(result)
}

/** Whether fewer than half a pair of equal marks would be expected if marks were spread evenly over their range. */
function isCoincidenceUnlikely(results: readonly Result[]): boolean {
  const values = results.map(({ value }) => value ?? 0)
  const range = Math.max(Math.max(...values) - Math.min(...values), Math.min(...values) * SPREAD)
  const step = Math.max(...results.map(stepOf))
  const pairs = (results.length * (results.length - 1)) / 2
  return results.every(isFine) && pairs * step * 2 < range
}

function stepOf(result: Result): number {
  return Math.max(result.precision ?? 1, discipline(result.discipline).precision)
}
