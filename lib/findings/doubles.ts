/** Results of one athlete that may be the same performance entered twice. */

import type { Result } from '../record/result'
import { byText } from '../sport/chronology'
import { defineRule, type Found } from './finding'
import { isSameRace } from './race'
import { isFine } from './repeated-marks'
import { ofResult, resultLabel, summary } from './subject'

export const twiceInOneRace = defineRule({
  name: 'twice-in-one-race',
  title: 'Twice in one race',
  explanation: 'One athlete has two results in the same race. Nobody runs a race twice.',
  severity: 'error',
  concerns: 'reader',
  find: ({ athlete, results }) =>
    pairs(
      results.filter(({ team }) => team === null),
      isSameRace,
    ).map(([first, second]) => ({
      ...both(first, second, athlete.displayName),
      field: null,
      explanation: `There are two results in ${resultLabel(first)}: ${summary(first)}, and ${summary(second)}.`,
    })),
})

export const possibleDouble = defineRule({
  name: 'possible-double',
  title: 'Two results that look like one',
  explanation:
    'Two results have the same discipline, day and city, or the same mark at one competition or on one day: one performance may have been entered under two names.',
  severity: 'warning',
  concerns: 'editor',
  find: ({ athlete, results }) =>
    pairs(
      results.filter(({ team }) => team === null),
      looksLikeOne,
    ).map(([first, second]) => ({
      ...both(first, second, athlete.displayName),
      field: 'competition',
      explanation: `${resultLabel(first)} (${summary(first)}) and ${resultLabel(second)} (${summary(second)}) may be one result.`,
    })),
})

export function looksLikeOne(a: Result, b: Result): boolean {
  if (isSameRace(a, b)) return false
  const isSameMark = a.value !== null && a.value === b.value && (isFine(a) || isFine(b))
  if (a.competition.id === b.competition.id) return isSameMark
  // A day is a day only when it is known to the day, and not approximately.
  const isSameDay = a.date === b.date && a.date.length === 'YYYY-MM-DD'.length
  const isSameCity = a.venue.city !== null && a.venue.city === b.venue.city
  const isSameRound = a.round === b.round && a.raceNumber === b.raceNumber
  return isSameDay && a.discipline === b.discipline && (isSameMark || (isSameCity && isSameRound))
}

function pairs(results: readonly Result[], isPair: (a: Result, b: Result) => boolean): [Result, Result][] {
  const ordered = results.toSorted((a, b) => byText(a.id, b.id))
  return ordered.flatMap((first, index) =>
    ordered.slice(index + 1).flatMap((second): [Result, Result][] => (isPair(first, second) ? [[first, second]] : [])),
  )
}

function both(first: Result, second: Result, name: string): Pick<Found, 'subject' | 'label' | 'fix' | 'evidence'> {
  return {
    ...ofResult(second, name),
    evidence: [first, second].map((result) => ({
      source: null,
      locator: resultLabel(result),
      asserts: summary(result),
    })),
  }
}
