/** Impossible and unlikely marks. */
import { isBetter } from '../career/bests'
import type { Result } from '../record/result'
import { discipline } from '../sport/disciplines'
import { displayMark } from '../sport/display-mark'
import { ineligibility } from '../sport/eligibility'
import { parseMark } from '../sport/marks'
import { defineRule } from './finding'
import { groupsOf } from './groups'
import { markEvidence, markIn, ofResult } from './subject'

export const impossibleMark = defineRule({
  name: 'impossible-mark',
  title: 'A mark that nobody could have',
  explanation:
    'The mark lies beyond what is possible in the discipline: better than any record, or slower than a walk.',
  severity: 'error',
  concerns: 'reader',
  find: ({ athlete, results }) =>
    results.flatMap((result) => {
      const mark = displayMark(result)
      if (mark === null || result.value === null) return []
      const read = parseMark(mark, result.discipline, result.paraClass)
      if (read.ok) return []
      return {
        ...ofResult(result, athlete.displayName),
        field: 'mark',
        explanation: `${markIn(result)} cannot be. ${read.reason}`,
        evidence: markEvidence(result),
      }
    }),
})

/** With fewer other marks than this, an athlete's range is unknown. */
const ENOUGH_TO_KNOW = 5
const BETTER = { MILLISECOND: 1.08, MILLIMETRE: 1.15, POINT: 1.15 }
const WORSE = 1.3

export const unlikelyMark = defineRule({
  name: 'unlikely-mark',
  title: 'A mark far outside the athlete’s range',
  explanation:
    'The mark is better than all others of the athlete in the discipline by eight per cent (fifteen in field and combined events), or worse than all others by thirty. It may be a slip, or another person of the same name.',
  severity: 'notice',
  concerns: 'editor',
  find: ({ athlete, results }) => {
    const eligible = results.filter((result) => ineligibility(result).length === 0)
    return groupsOf(eligible, (result) => result.discipline)
      .filter((marks) => marks.length > ENOUGH_TO_KNOW)
      .flatMap((marks) => marks.filter((result) => isFarOutside(result, marks)))
      .map((result) => ({
        ...ofResult(result, athlete.displayName),
        field: 'mark',
        explanation: `${markIn(result)} is far from every other mark of the athlete in the discipline.`,
        evidence: markEvidence(result),
      }))
  },
})

function isFarOutside(result: Result, marks: readonly Result[]): boolean {
  const others = marks.flatMap(({ id, value }) => (id === result.id || value === null ? [] : value))
  const { value, discipline: slug } = result
  if (value === null) return false
  const [low, high] = [Math.min(...others), Math.max(...others)]
  const { unit } = discipline(slug)
  if (others.every((other) => isBetter(value, other, slug))) {
    return unit === 'MILLISECOND' ? value * BETTER[unit] < low : value > high * BETTER[unit]
  }
  if (!others.every((other) => isBetter(other, value, slug))) return false
  return unit === 'MILLISECOND' ? value > high * WORSE : value * WORSE < low
}
