/** Impossible and unlikely marks. */

import type { Result } from '../record/result'
import { isBetter } from '../sport/compared-mark'
import { discipline } from '../sport/disciplines'
import { displayMark } from '../sport/display-mark'
import { ineligibility, recordIneligibility } from '../sport/eligibility'
import { parseMark } from '../sport/marks'
import { formatDate } from '../sport/partial-date'
import { beyondRecords, KNOWN_UNTIL, type WorldBest } from '../sport/world-bests'
import { defineRule } from './finding'
import { groupsOf } from './groups'
import { countryOf } from './nation'
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

export const beyondRecord = defineRule({
  name: 'beyond-record',
  title: 'A mark better than the world or area record',
  explanation:
    'The mark is better than the world record of its day, or than that of the athlete’s area, and is not called a record. It may be a slip, another discipline, or the other sex’s list.',
  severity: 'warning',
  concerns: 'reader',
  find: ({ athlete, results }) =>
    results.flatMap((result) => {
      if (result.value === null || recordIneligibility(result).length > 0 || isCalledRecord(result)) return []
      const [best] = beyondRecords({ ...result, value: result.value, countryCode: countryOf(result, athlete) })
      if (best === undefined) return []
      return {
        ...ofResult(result, athlete.displayName),
        field: 'mark',
        explanation: `${markIn(result)} is better than ${inWords(best)}.`,
        evidence: [...markEvidence(result), { source: null, locator: best.source, asserts: best.mark }],
      }
    }),
})

function isCalledRecord({ records }: Result): boolean {
  return records.some(({ code, state }) => state !== 'RESCINDED' && /^(?:WR|AR|WB)$/.test(code))
}

function inWords({ area, mark, holder, countryCode, since, place, source }: WorldBest): string {
  const whose = area === null ? 'the world record' : `the record of the area ${area}`
  return `${whose}, ${mark} by ${holder} (${countryCode}) in ${place} on ${formatDate(since)} (${source}, known up to ${formatDate(KNOWN_UNTIL)})`
}

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
