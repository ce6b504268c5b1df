/** A competition as an editor types it, to be made together with a result. */

import { z } from 'zod'
import type { FieldErrors } from '../form/field-errors'
import { choiceOf, optionalText, parsedText, readFields, required, requiredText, textIn } from '../form/form-fields'
import { encodeReference } from '../form/reference'
import { haveSameWords } from '../form/same-words'
import type { Typed } from '../form/typed'
import { CATEGORIES, type Category } from '../sport/championships'
import { type PartialDate, parsePartialDate, yearOf } from '../sport/partial-date'
import type { Competition } from './competition'
import { COUNTRY } from './things/field'

export interface NewCompetition {
  name: string
  /** The year in which it was held, whatever its name says. */
  year: number
  city: string | null
  countryCode: string | null
  category: Category
  startDate: PartialDate | null
  endDate: PartialDate | null
  /** By name; where it is blank, the series that is called like the competition, if there is one. */
  series: string | null
}

/** "Fukuoka Marathon 2014", and not "Tokyo 2020 2020": how a competition is found by typing. */
export function competitionLabel({ name, year }: Pick<Competition, 'name' | 'year'>): string {
  return new RegExp(`\\b${year}\\b`).test(name) ? name : `${name} ${year}`
}

/** Texts that name the same competition: letter case, spaces and the way the year is set off do not matter. */
export function isNamed(
  competition: Pick<Competition, 'slug' | 'name' | 'year' | 'officialName'>,
  text: string,
): boolean {
  const { slug, name, year, officialName } = competition
  const names = [slug, competitionLabel({ name, year }), `${year} ${name}`]
  if (officialName !== null) names.push(officialName, competitionLabel({ name: officialName, year }))
  return names.some((known) => haveSameWords(known, text))
}

/** The inputs of a form that means a competition of the record. */
export function typedCompetition(competition: Competition): Typed {
  const text = competitionLabel(competition)
  const reference = encodeReference({ slug: competition.slug, text, isChosen: false })
  return { competition: [text], competitionReference: [reference] }
}

const A_DATE = 'Write the date as far as it is known: 2014-12 or 2014-12-07.'
const WHICH_KIND = 'What kind of competition was it?'

/** The fields under their names without the `newCompetition` before them. */
const NEW_COMPETITION = z.object({
  Name: requiredText('What is the competition called?'),
  Year: z
    .string()
    .transform((text) => (/^\d{4}$/.test(text) ? Number(text) : Number.NaN))
    .refine((year) => year >= 1800 && year <= 2200, 'In which year was it held? Four digits, such as 2014.'),
  City: optionalText(),
  Country: COUNTRY,
  Category: required(choiceOf(CATEGORIES, WHICH_KIND), WHICH_KIND),
  Start: parsedText(parsePartialDate, A_DATE),
  End: parsedText(parsePartialDate, A_DATE),
  Series: optionalText(),
})

/** @returns null where nothing was filled in (the category apart, which always has a value). */
export function readNewCompetition(
  form: FormData,
): { ok: true; competition: NewCompetition } | { ok: false; errors: FieldErrors } | null {
  const text = (field: string) => textIn(form)(`newCompetition${field}`)
  if (NEW_COMPETITION.keyof().options.every((field) => field === 'Category' || text(field) === '')) return null
  const read = readFields(NEW_COMPETITION, text)
  const errors = { ...read.errors, ...dayErrors(read.values) }
  if (!read.ok || Object.keys(errors).length > 0) {
    const named = Object.entries(errors).map(([field, reason]) => [`newCompetition${field}`, reason])
    return { ok: false, errors: Object.fromEntries(named) }
  }
  const { Name, Year, City, Country, Category, Start, End, Series } = read.values
  return {
    ok: true,
    competition: {
      name: Name,
      year: Year,
      city: City,
      countryCode: Country,
      category: Category,
      startDate: Start,
      endDate: End,
      series: Series,
    },
  }
}

function dayErrors({ Year, Start, End }: Partial<z.output<typeof NEW_COMPETITION>>): FieldErrors {
  return {
    ...(Start && yearOf(Start) !== Year && { Start: 'The first day is not in the year it was held.' }),
    ...(Start && End && End.slice(0, Start.length) < Start && { End: 'The last day comes before the first.' }),
  }
}
