/** An event of a series in its address: "marathon-m". */
import { type DisciplineSlug, isDisciplineSlug } from '../sport/disciplines'
import type { Sex } from '../sport/performance'

export interface SeriesEvent {
  discipline: DisciplineSlug
  sex: Sex
}

export function eventKey({ discipline, sex }: SeriesEvent): string {
  return `${discipline}-${sex.toLowerCase()}`
}

export function parseEventKey(key: string | null): SeriesEvent | null {
  const [, discipline = '', code] = /^(.+)-([mfx])$/.exec(key ?? '') ?? []
  const sex = code?.toUpperCase()
  return isDisciplineSlug(discipline) && (sex === 'M' || sex === 'F' || sex === 'X') ? { discipline, sex } : null
}
