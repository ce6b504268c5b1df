/** Who is meant by the names of a sheet, as it is shown beside them. */
import type { PartialDate } from '../sport/partial-date'
import { yearOf } from '../sport/partial-date'
import type { Cells } from './row-cells'

/** What a row says of its athlete, as it was typed. */
export interface PersonTyped {
  name: string
  country: string
  birthDate: string
}

export interface AthleteFound {
  slug: string
  name: string
  birthDate: PartialDate | null
  countryCode: string | null
}

export interface PersonFound {
  state: 'KNOWN' | 'NEW' | 'ASK'
  /** One where somebody is known; those it may be, where that is to be asked. */
  athletes: AthleteFound[]
}

/** Null for a row without a name. */
export function personIn({ name = '', country = '', birthDate = '' }: Cells): PersonTyped | null {
  return name.trim() === '' ? null : { name: name.trim(), country: country.trim(), birthDate: birthDate.trim() }
}

/** The same for rows that say the same of their athlete. */
export function personKey({ name, country, birthDate }: PersonTyped): string {
  return [name, country, birthDate].join('\n')
}

/** "Ser-Od Bat-Ochir, MGL, 1981". */
export function athleteInWords({ name, countryCode, birthDate }: AthleteFound): string {
  return [name, countryCode, birthDate && yearOf(birthDate)].filter(Boolean).join(', ')
}
