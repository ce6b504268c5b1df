/** A competition as an editor types it, to be made in passing while a result is saved. */

import type { FieldErrors } from '../form/field-errors'
import { plainText } from '../form/plain-text'
import type { Category } from '../sport/championships'
import { CATEGORIES } from '../sport/championships'
import { country } from '../sport/countries'
import type { PartialDate } from '../sport/partial-date'
import { parsePartialDate, yearOf } from '../sport/partial-date'
import type { Competition } from './competition'

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
  const plain = (words: string) =>
    words
      .normalize('NFKC')
      .toLowerCase()
      .replace(/[\s,()]+/g, ' ')
      .trim()
  const { slug, name, year, officialName } = competition
  const names = [slug, competitionLabel({ name, year }), `${year} ${name}`]
  if (officialName !== null) names.push(officialName, competitionLabel({ name: officialName, year }))
  return names.some((known) => plain(known) === plain(text))
}

/**
 * Reads the fields `newCompetitionName`, `…Year`, `…City`, `…Country`, `…Category`, `…Start`, `…End` and `…Series`.
 *
 * @returns null where none of them was filled in (the category apart, which always has a value).
 */
export function readNewCompetition(
  form: FormData,
): { ok: true; competition: NewCompetition } | { ok: false; errors: FieldErrors } | null {
  const text = (field: string) => plainText(form.get(`newCompetition${field}`))
  if (['Name', 'Year', 'City', 'Country', 'Start', 'End', 'Series'].every((field) => text(field) === '')) return null
  const errors: FieldErrors = {}
  const refuse = (field: string, reason: string) => {
    errors[`newCompetition${field}`] = reason
  }
  const date = (field: string): PartialDate | null => {
    const read = text(field) === '' ? null : parsePartialDate(text(field))
    if (text(field) !== '' && read === null)
      refuse(field, 'Write the date as far as it is known: 2014-12 or 2014-12-07.')
    return read
  }

  if (text('Name') === '') refuse('Name', 'What is the competition called?')
  for (const field of ['Name', 'City', 'Series']) {
    if (text(field).length > 200) refuse(field, 'This is longer than 200 characters.')
  }
  const year = /^\d{4}$/.test(text('Year')) ? Number(text('Year')) : Number.NaN
  if (!(year >= 1800 && year <= 2200)) refuse('Year', 'In which year was it held? Four digits, such as 2014.')
  const code = text('Country').toUpperCase()
  const countryCode = code === '' ? null : (country(code)?.code ?? null)
  if (code !== '' && countryCode === null) refuse('Country', `“${code}” is not a country code (Japan is JPN).`)
  const category = CATEGORIES.find((known) => known === text('Category'))
  if (category === undefined) refuse('Category', 'What kind of competition was it?')
  const [startDate, endDate] = [date('Start'), date('End')]
  if (startDate !== null && yearOf(startDate) !== year) refuse('Start', 'The first day is not in the year it was held.')
  if (startDate !== null && endDate !== null && endDate.slice(0, startDate.length) < startDate) {
    refuse('End', 'The last day comes before the first.')
  }
  if (Object.keys(errors).length > 0 || category === undefined) return { ok: false, errors }
  return {
    ok: true,
    competition: {
      name: text('Name'),
      year,
      city: text('City') || null,
      countryCode,
      category,
      startDate,
      endDate,
      series: text('Series') || null,
    },
  }
}
