/** The head of a sheet: what its results have in common, typed once. */
import type { FieldErrors } from '../form/field-errors'
import { optionalText, readFields } from '../form/form-fields'
import { RESULT } from '../record/result-fields'
import { COUNTRY } from '../record/things/field'
import { discipline } from '../sport/disciplines'
import type { Sex } from '../sport/performance'
import type { SheetHead } from './sheet'

const RACE = RESULT.pick({
  discipline: true,
  sex: true,
  ageGroup: true,
  paraClass: true,
  round: true,
  raceNumber: true,
  date: true,
}).extend({ city: optionalText(), hostCountry: COUNTRY })

const SEASON = RESULT.pick({ date: true, countryCode: true })

/** The head as it was typed. Which competition is meant, only the record can tell. */
export interface HeadRead {
  head: SheetHead
  errors: FieldErrors
}

/** Reads the head of a race; where something is wrong, the rest of it holds all the same. */
export function readRaceHead(textOf: (input: string) => string): HeadRead {
  const { values, errors } = readFields(RACE, textOf)
  const isRelay = values.discipline !== undefined && discipline(values.discipline).isRelay
  const { hostCountry, ...context } = values
  return {
    head: { kind: 'race', context: { ...context, countryCode: hostCountry ?? null }, told: {} },
    errors: isRelay ? { ...errors, discipline: 'A relay is entered by hand: a sheet has one athlete a row.' } : errors,
  }
}

/** The same for the results of an athlete. */
export function readSeasonHead(textOf: (input: string) => string, athlete: SheetAthlete): HeadRead {
  const { values, errors } = readFields(SEASON, textOf)
  const { slug, name, sex } = athlete
  return {
    head: {
      kind: 'season',
      context: { sex, date: values.date ?? null },
      told: { name, athleteAddress: slug, ...(values.countryCode && { country: values.countryCode }) },
    },
    errors,
  }
}

/** Whose results a sheet has. */
export interface SheetAthlete {
  slug: string
  name: string
  sex: Sex
}
