/**
 * Lists of marks as their addresses ask for them: /disciplines/marathon?sex=men&country=MGL&year=2014. A page of a list
 * is found by the last mark of the page before it (a keyset), so that the hundredth page is as quick as the first; the
 * numbers of the rows travel with it.
 */

import type { Competition } from '../record/competition'
import type { Place, RecordClaim, Result } from '../record/result'
import type { DisciplineSlug } from '../sport/disciplines'
import type { PartialDate } from '../sport/partial-date'
import type { Sex } from '../sport/performance'
import { pageAddress, parameter } from './page-address'
import type { Query } from './past'

export interface MarkList {
  discipline: DisciplineSlug
  sex: Sex
  /** Represented on the day, as the sport writes it; null for all. */
  country: string | null
  year: number | null
  /** Whether marks that count for nothing (wind-assisted, hand-timed …) are listed too, with the reason. */
  all: boolean
  /** Whether every performance is listed, and not the best of each athlete alone. */
  performances: boolean
}

/** A mark as lists show it, with what it takes to say why it does not count. */
export type ListedMark = Pick<
  Result,
  | 'id'
  | 'discipline'
  | 'sex'
  | 'mark'
  | 'value'
  | 'precision'
  | 'timing'
  | 'status'
  | 'flags'
  | 'wind'
  | 'date'
  | 'round'
  | 'raceNumber'
  | 'team'
  | 'countryCode'
> & {
  /** The mark as lists sort it: the smaller, the better. */
  rank: number
  /** Null for a team. */
  athlete: { slug: string; displayName: string; birthDate: PartialDate | null } | null
  competition: Pick<Competition, 'slug' | 'name' | 'officialName' | 'year' | 'city' | 'countryCode' | 'category'>
  /** In the race as a whole. */
  place: Pick<Place, 'place' | 'tied'> | null
  records: Pick<RecordClaim, 'id' | 'code' | 'scope' | 'state' | 'equalled'>[]
}

/** A row of a list: `number` is the athlete's rank in words of people, `shared` with equal marks. */
export type NumberedMark = ListedMark & { number: number; shared: boolean }

/** After which mark a page begins. `rank` is the mark as lists sort it: the smaller, the better. */
export interface ListCursor {
  rank: number
  resultId: string
  /** How many rows came before. */
  rows: number
  /** The number that the last of them bore: with equal marks it is less than their count. */
  number: number
}

export const SEXES: readonly (readonly [Sex, string])[] = [
  ['M', 'men'],
  ['F', 'women'],
  ['X', 'mixed'],
]

export function sexSlug(sex: Sex): string {
  return SEXES.find(([code]) => code === sex)?.[1] ?? 'mixed'
}

export function sexOf(slug: string | null): Sex | null {
  return SEXES.find(([, name]) => name === slug)?.[0] ?? null
}

/** Whose list a discipline's address leads to where it does not say: of some there is only one. */
export function usualSex(discipline: DisciplineSlug): Sex {
  if (discipline.startsWith('mixed-')) return 'X'
  return WOMENS.has(discipline) ? 'F' : 'M'
}

const WOMENS: ReadonlySet<DisciplineSlug> = new Set(['100-metres-hurdles', 'pentathlon', 'heptathlon'])

/** The list of everybody's bests, of all countries and years. */
export function allTimeList(discipline: DisciplineSlug, sex: Sex = usualSex(discipline)): MarkList {
  return { discipline, sex, country: null, year: null, all: false, performances: false }
}

/** The list that a query asks for. Unknown values are left out, and the page redirects to the address without them. */
export function parseMarkList(discipline: DisciplineSlug, query: Query): MarkList {
  const year = parameter(query, 'year')
  return {
    discipline,
    sex: sexOf(parameter(query, 'sex')) ?? usualSex(discipline),
    country: countryParameter(query),
    year: year && /^[12]\d{3}$/.test(year) ? Number(year) : null,
    all: parameter(query, 'marks') === 'all',
    performances: parameter(query, 'list') === 'performances',
  }
}

/** A code as the sport writes it, in whichever letters. */
export function countryParameter(query: Query): string | null {
  const code = parameter(query, 'country')?.toUpperCase()
  return code && /^[A-Z]{3}$/.test(code) ? code : null
}

export function markListAddress(list: MarkList, cursor: ListCursor | null = null): string {
  return pageAddress(`/disciplines/${list.discipline}`, {
    sex: list.sex === usualSex(list.discipline) ? null : sexSlug(list.sex),
    country: list.country,
    year: list.year,
    marks: list.all ? 'all' : null,
    list: list.performances ? 'performances' : null,
    cursor: cursor && writeCursor(cursor),
  })
}

const MOST = 2_147_483_647

function writeCursor({ rank, resultId, rows, number }: ListCursor): string {
  return [rank, resultId, rows, number].join('.')
}

/** Null for a cursor that we did not make. */
export function readCursor(text: string | null): ListCursor | null {
  const parts = /^(-?\d{1,10})\.([\w-]{1,40})\.([1-9]\d{0,8})\.([1-9]\d{0,8})$/.exec(text ?? '')
  if (!parts) return null
  const [, rank, resultId = '', rows, number] = parts
  const cursor = { rank: Number(rank), resultId, rows: Number(rows), number: Number(number) }
  return Math.abs(cursor.rank) <= MOST && cursor.number <= cursor.rows ? cursor : null
}

/** The rows with their numbers: equal marks share one, and the next one counts them all. */
export function numbered<Row extends { rank: number }>(
  rows: readonly Row[],
  after: ListCursor | null,
): (Row & { number: number; shared: boolean })[] {
  let last = after && { rank: after.rank, number: after.number }
  const withNumbers = rows.map((row, index) => {
    const number = last && last.rank === row.rank ? last.number : (after?.rows ?? 0) + index + 1
    const shared = last?.rank === row.rank
    last = { rank: row.rank, number }
    return { ...row, number, shared }
  })
  // The first of equal marks learns of it from the second.
  return withNumbers.map((row, index) => ({ ...row, shared: row.shared || withNumbers[index + 1]?.rank === row.rank }))
}

/** After which mark the next page begins. */
export function cursorAfter(rows: readonly { rank: number; id: string; number: number }[], after: ListCursor | null) {
  const last = rows.at(-1)
  return last && { rank: last.rank, resultId: last.id, rows: (after?.rows ?? 0) + rows.length, number: last.number }
}
