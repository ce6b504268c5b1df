/** The filters of the list of athletes in its address: /athletes?country=MGL&sex=men&letter=B. */
import { type DisciplineSlug, isDisciplineSlug } from '../sport/disciplines'
import type { Sex } from '../sport/performance'
import { countryParameter, sexOf, sexSlug } from './mark-list'
import { pageAddress, parameter } from './page-address'
import type { Query } from './past'

export interface AthleteFilter {
  /** The country represented today, as a code of the sport. */
  country: string | null
  sex: Sex | null
  discipline: DisciplineSlug | null
  /** A to Z: the first letter of the sort name. */
  letter: string | null
}

export const EVERYBODY: AthleteFilter = { country: null, sex: null, discipline: null, letter: null }

export const LETTERS: readonly string[] = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ']

/** The filter in a query; unknown values are left out. */
export function parseAthleteFilter(query: Query): AthleteFilter {
  const discipline = parameter(query, 'discipline')
  const letter = parameter(query, 'letter')?.toUpperCase()
  return {
    country: countryParameter(query),
    sex: sexOf(parameter(query, 'sex')),
    discipline: discipline && isDisciplineSlug(discipline) ? discipline : null,
    letter: letter && LETTERS.includes(letter) ? letter : null,
  }
}

export function athletesAddress(filter: AthleteFilter, query = '', cursor: string | null = null): string {
  const { country, sex, discipline, letter } = filter
  return pageAddress('/athletes', { query, country, sex: sex && sexSlug(sex), discipline, letter, cursor })
}

/** Letters that Unicode decomposition does not reduce to a plain letter. */
const STROKED: Readonly<Record<string, string>> = { A: 'Ææ', D: 'ĐđÐð', H: 'Ħħ', L: 'Łł', O: 'ØøŒœ', T: 'ŦŧÞþ' }

/** Every way in which a name under this letter may begin: "Ö", "ö" and "Ø" are listed under O. */
export function initialsOf(letter: string): string[] {
  return byLetter.get(letter) ?? [letter, letter.toLowerCase()]
}

const LATIN: readonly (readonly [first: number, last: number])[] = [
  [0x41, 0x5a],
  [0x61, 0x7a],
  [0xc0, 0x24f],
  [0x1e00, 0x1eff],
]

const byLetter = new Map(LETTERS.map((letter) => [letter, [...(STROKED[letter] ?? '')]]))
for (const [first, last] of LATIN) {
  for (let code = first; code <= last; code++) {
    const character = String.fromCodePoint(code)
    byLetter.get((character.normalize('NFD')[0] ?? '').toUpperCase())?.push(character)
  }
}
