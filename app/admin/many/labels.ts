/** What is found and changed on the page of many at once, in words. */

import type { ManyKind } from '@/lib/record/many/fields'
import type { FilterField } from '@/lib/record/many/filter'

export const KINDS: Record<ManyKind, { one: string; many: string }> = {
  result: { one: 'result', many: 'Results' },
  competition: { one: 'competition', many: 'Competitions' },
  athlete: { one: 'athlete', many: 'Athletes' },
}

const FILTERS: Record<FilterField, string> = {
  name: 'Name',
  competition: 'Competition',
  city: 'City',
  venue: 'Venue',
  club: 'Club or team',
  country: 'Country',
  year: 'Year',
  discipline: 'Discipline',
}

const OF_KIND: Partial<Record<ManyKind, Partial<Record<FilterField, string>>>> = {
  result: { name: 'Athlete or team', country: 'Country represented' },
  athlete: { year: 'Year of birth' },
}

export function filterLabel(kind: ManyKind, field: FilterField): string {
  return OF_KIND[kind]?.[field] ?? FILTERS[field]
}

/** The label of an input of the form. */
export const MANY_LABELS: Record<string, string> = {
  chosen: 'What is ticked',
  value: 'New value',
  find: 'Replace',
  replacement: 'By',
}
