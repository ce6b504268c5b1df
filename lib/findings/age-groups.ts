import type { Athlete } from '../record/athlete'
import type { Result } from '../record/result'
import { formatDate, yearOf } from '../sport/partial-date'
import { agesOn, daysOf, daysOfResult } from './days'
import { defineRule } from './finding'
import { ofResult, resultLabel } from './subject'

export const wrongAgeGroup = defineRule({
  name: 'wrong-age-group',
  title: 'An age outside the group',
  explanation:
    'The athlete was too old for a youth event (the age on 31 December of the year counts, so nobody who turns 20 competes in the U20) or too young for a masters’ one (the age on the day counts).',
  severity: 'error',
  concerns: 'reader',
  find: ({ athlete, results }) =>
    results.flatMap((result) => {
      const { birthDate, displayName, citations } = athlete
      if (birthDate === null || result.ageGroup === null) return []
      const age = ageOutside(result.ageGroup, birthDate, result)
      if (age === null) return []
      const said = citations.filter(({ field }) => field === 'birthDate')
      return {
        ...ofResult(result, displayName),
        field: 'ageGroup',
        explanation: `${resultLabel(result)} is an event of the group ${result.ageGroup}, but ${displayName}, born ${formatDate(birthDate)}, was ${age}.`,
        evidence: [
          ...said.map(({ source, locator, asserts }) => ({ source: source.slug, locator, asserts })),
          { source: null, locator: resultLabel(result), asserts: `${result.ageGroup}, ${result.date}` },
        ],
      }
    }),
})

/** The age that does not fit, in words; null where it may fit, or where the group is not an age group. */
function ageOutside(ageGroup: string, birthDate: NonNullable<Athlete['birthDate']>, result: Result): string | null {
  const [, under] = /^U(\d{1,2})$/.exec(ageGroup) ?? []
  const days = daysOfResult(result)
  if (under !== undefined) {
    const least = yearOf(days.first) - yearOf(daysOf(birthDate).last)
    return least >= Number(under) ? `to be ${least} that year` : null
  }
  const [, from] = /^[MWFV](\d{2,3})$/.exec(ageGroup) ?? []
  const { most } = agesOn(birthDate, days)
  return from !== undefined && most < Number(from) ? `${most} at most` : null
}
