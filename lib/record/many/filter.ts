/** Which things are looked for, as an address says it. */

import { plainText } from '../../form/plain-text'
import { findCountry } from '../../sport/countries'
import { isDisciplineSlug } from '../../sport/disciplines'
import type { ManyKind } from './fields'

export interface ManyFilter {
  /** Of the athlete, or of the competition. */
  name: string
  /** Of the competition at which a result was achieved. */
  competition: string
  city: string
  venue: string
  club: string
  /** A code; '' for any. */
  country: string
  /** Of the competition; of an athlete, the year of birth. */
  year: string
  discipline: string
}
export type FilterField = keyof ManyFilter

export const FILTER_FIELDS: Record<ManyKind, readonly FilterField[]> = {
  result: ['name', 'competition', 'city', 'venue', 'club', 'country', 'year', 'discipline'],
  competition: ['name', 'city', 'venue', 'country', 'year', 'discipline'],
  athlete: ['name', 'country', 'year', 'discipline'],
}

const NOTHING: ManyFilter = {
  name: '',
  competition: '',
  city: '',
  venue: '',
  club: '',
  country: '',
  year: '',
  discipline: '',
}

type Query = Record<string, string | string[] | undefined>

/** What cannot be read (a country that is none, a year of three figures) is looked for as it was typed, and found nowhere. */
export function readFilter(kind: ManyKind, query: Query): ManyFilter {
  const filter = { ...NOTHING }
  for (const field of FILTER_FIELDS[kind]) {
    const value = query[field]
    filter[field] = plainText(typeof value === 'string' ? value : null).slice(0, 200)
  }
  return { ...filter, country: findCountry(filter.country)?.code ?? filter.country }
}

export function isFiltered(filter: ManyFilter): boolean {
  return Object.values(filter).some((value) => value !== '')
}

/** Whether nothing can be found, because a part of the filter is no such thing. */
export function isImpossible({ country, year, discipline }: ManyFilter): boolean {
  return (
    (country !== '' && !findCountry(country)) ||
    (year !== '' && !/^\d{4}$/.test(year)) ||
    (discipline !== '' && !isDisciplineSlug(discipline))
  )
}

/** The address of a list: the kind, the field that is to be changed, and the filter. */
export function manyAddress(kind: ManyKind, field: string, filter: Partial<ManyFilter> = {}): string {
  const parts = Object.entries(filter).filter(([, value]) => value !== '')
  return `/admin/many?${new URLSearchParams([['kind', kind], ...(field === '' ? [] : [['field', field]]), ...parts] as [string, string][])}`
}
