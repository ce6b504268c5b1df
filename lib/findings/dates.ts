/** Results at times at which they cannot have been, as far as the dates are known. */

import type { Athlete } from '../record/athlete'
import type { Result } from '../record/result'
import { chronologically } from '../sport/chronology'
import { discipline } from '../sport/disciplines'
import { daysBetween, formatDate } from '../sport/partial-date'
import { daysOf, daysOfCompetition, daysOfResult, isBefore } from './days'
import { looksLikeOne } from './doubles'
import { defineRule, type Evidence, type Found } from './finding'
import { isSameRace } from './race'
import { citedAs, evidenceOf, ofResult, resultLabel } from './subject'

export const outsideLifetime = defineRule({
  name: 'outside-lifetime',
  title: 'A result before birth or after death',
  explanation: 'The result is dated before the athlete was born, or after the athlete had died.',
  severity: 'error',
  concerns: 'reader',
  find: ({ athlete, results }) =>
    results.flatMap((result): Found[] => {
      const { birthDate, deathDate, displayName } = athlete
      const days = daysOfResult(result)
      const found = (what: 'born' | 'died', date: string, field: 'birthDate' | 'deathDate'): Found => ({
        ...ofResult(result, displayName),
        field: 'date',
        explanation: `${resultLabel(result)} is dated ${formatDate(result.date)}, but ${displayName} ${what === 'born' ? 'was born' : 'died'} ${formatDate(date)}.`,
        evidence: [...dateEvidence(result), ...lifeEvidence(athlete, field, date)],
      })
      if (birthDate !== null && isBefore(days, daysOf(birthDate))) return [found('born', birthDate, 'birthDate')]
      if (deathDate !== null && isBefore(daysOf(deathDate), days)) return [found('died', deathDate, 'deathDate')]
      return []
    }),
})

export const outsideCompetition = defineRule({
  name: 'outside-competition',
  title: 'A result outside its competition’s dates',
  explanation: 'The result is dated before its competition began, after it ended, or in another year.',
  severity: 'error',
  concerns: 'reader',
  find: ({ athlete, results }) =>
    results.flatMap((result) => {
      const days = daysOf(result.date)
      const held = daysOfCompetition(result.competition)
      if (!isBefore(days, held) && !isBefore(held, days)) return []
      const { startDate, endDate, year } = result.competition
      const dates = [startDate ?? String(year), endDate].filter((date) => date !== null).map(formatDate)
      return {
        ...ofResult(result, athlete.displayName),
        field: 'date',
        explanation: `${resultLabel(result)} is dated ${formatDate(result.date)}, but the competition was held ${dates.join(' to ')}.`,
        evidence: [
          ...dateEvidence(result),
          { source: null, locator: 'The competition', asserts: [startDate ?? String(year), endDate].join('/') },
        ],
      }
    }),
})

const MARATHON = discipline('marathon').distance ?? 0
const DAYS_OF_REST = 7

export const marathonsDaysApart = defineRule({
  name: 'marathons-days-apart',
  title: 'Two marathons within days',
  explanation: 'Two races of the marathon’s length or more were finished less than a week apart: possible, but rare.',
  severity: 'notice',
  concerns: 'editor',
  find: ({ athlete, results }) => {
    const marathons = results
      .filter((result) => (discipline(result.discipline).distance ?? 0) >= MARATHON && result.value !== null)
      .filter(({ status, team }) => status === null && team === null)
      .sort(chronologically)
    return marathons.flatMap((second, index) => {
      return marathons.slice(0, index).flatMap((first) => {
        const gap = daysBetween(first.date, second.date)
        if (gap === null || Math.abs(gap) >= DAYS_OF_REST || isSameRace(first, second) || looksLikeOne(first, second)) {
          return []
        }
        return {
          ...ofResult(second, athlete.displayName),
          field: 'date',
          explanation: `${resultLabel(first)} (${formatDate(first.date)}) and ${resultLabel(second)} (${formatDate(second.date)}) ${gap === 0 ? 'are on one day' : `are ${Math.abs(gap)} days apart`}.`,
          evidence: [first, second].flatMap(dateEvidence),
        }
      })
    })
  },
})

function dateEvidence(result: Result): Evidence[] {
  return evidenceOf(result, 'date', result.citations, result.date)
}

function lifeEvidence({ citations }: Athlete, field: 'birthDate' | 'deathDate', held: string): Evidence[] {
  const said = citations.filter((citation) => citation.field === field && citation.asserts !== null)
  return said.length > 0 ? said.map(citedAs) : [{ source: null, locator: null, asserts: `${field} ${held}` }]
}
