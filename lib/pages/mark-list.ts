/**
 * Lists of marks and their addresses: /disciplines/marathon?sex=men&country=MGL&year=2014. A page of a list
 * is found by the last mark of the page before it (a keyset), so that the hundredth page is as quick as the first; the
 * numbers of the rows travel with it.
 */

import type { Competition, Venue } from '../record/competition'
import type { Place, RecordClaim, Result } from '../record/result'
import type { DisciplineSlug } from '../sport/disciplines'
import type { PartialDate } from '../sport/partial-date'
import type { Sex } from '../sport/performance'
import { isListKey, type ListKey, MAIN_LIST } from '../sport/separate-lists'
import { pageAddress, parameter } from './page-address'
import type { Query } from './past'

export interface MarkList {
  discipline: DisciplineSlug
  sex: Sex
  /** The country represented on the day, as a code of the sport; null for all. */
  country: string | null
  year: number | null
  /** Which of the discipline's lists: lib/sport/separate-lists.ts. */
  key: ListKey
  /** Whether ineligible marks (wind-assisted, hand-timed …) are listed too, with the reason. */
  all: boolean
  /** Whether every performance is listed, rather than each athlete's best. */
  performances: boolean
}

/** A mark as lists show it, with what is needed to explain why it does not count. */
export type ListedMark = Pick<
  Result,
  | 'id'
  | 'discipline'
  | 'sex'
  | 'ageGroup'
  | 'paraClass'
  | 'implement'
  | 'drop'
  | 'separation'
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
  | 'notBefore'
  | 'notAfter'
> & {
  /** The mark as lists sort it: the smaller, the better; of equal marks the one with the smaller `precedence` is first. */
  rank: number
  precedence: string
  /** Null for a team. */
  athlete: { slug: string; displayName: string; birthDate: PartialDate | null } | null
  competition: Pick<Competition, 'slug' | 'name' | 'officialName' | 'year' | 'category'>
  /** Where the race was. */
  venue: Pick<Venue, 'city' | 'countryCode'>
  /** In the race as a whole. */
  place: Pick<Place, 'place' | 'tied'> | null
  records: Pick<RecordClaim, 'id' | 'code' | 'scope' | 'state' | 'equalled'>[]
}

/** A row of a list: `number` is the printed rank, `shared` with equal marks. */
export type NumberedMark = ListedMark & { number: number; shared: boolean }

/** The mark after which a page begins. `rank` is the mark as lists sort it: the smaller, the better. */
export interface ListCursor {
  rank: number
  precedence: string
  resultId: string
  /** How many rows came before. */
  rows: number
  /** The number of the last of them: with equal marks it is less than their count. */
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

/** The sex whose list is shown by default; some disciplines have only one. */
export function usualSex(discipline: DisciplineSlug): Sex {
  if (discipline.startsWith('mixed-')) return 'X'
  return WOMENS.has(discipline) ? 'F' : 'M'
}

const WOMENS: ReadonlySet<DisciplineSlug> = new Set(['100-metres-hurdles', 'pentathlon', 'heptathlon'])

/** The all-time list of every athlete's best. */
export function allTimeList(discipline: DisciplineSlug, sex: Sex = usualSex(discipline)): MarkList {
  return { discipline, sex, country: null, year: null, key: MAIN_LIST, all: false, performances: false }
}

/** The list that a query asks for. Unknown values are left out, and the page redirects to the address without them. */
export function parseMarkList(discipline: DisciplineSlug, query: Query): MarkList {
  const year = parameter(query, 'year')
  const key = parameter(query, 'kind') ?? MAIN_LIST
  const own = isListKey(key) ? key : MAIN_LIST
  return {
    discipline,
    sex: sexOf(parameter(query, 'sex')) ?? usualSex(discipline),
    country: countryParameter(query),
    year: year && /^[12]\d{3}$/.test(year) ? Number(year) : null,
    key: own,
    all: own === MAIN_LIST && parameter(query, 'marks') === 'all',
    performances: parameter(query, 'list') === 'performances',
  }
}

/** A country code of the sport, in upper or lower case. */
export function countryParameter(query: Query): string | null {
  const code = parameter(query, 'country')?.toUpperCase()
  return code && /^[A-Z]{3}$/.test(code) ? code : null
}

export function markListAddress(list: MarkList, cursor: ListCursor | null = null): string {
  return pageAddress(`/disciplines/${list.discipline}`, {
    sex: list.sex === usualSex(list.discipline) ? null : sexSlug(list.sex),
    country: list.country,
    year: list.year,
    kind: list.key === MAIN_LIST ? null : list.key,
    marks: list.all && list.key === MAIN_LIST ? 'all' : null,
    list: list.performances ? 'performances' : null,
    cursor: cursor && writeCursor(cursor),
  })
}

const MOST = 2_147_483_647

function writeCursor({ rank, precedence, resultId, rows, number }: ListCursor): string {
  return [rank, precedence, resultId, rows, number].join('.')
}

/** Null for a malformed cursor. */
export function readCursor(text: string | null): ListCursor | null {
  const parts = /^(-?\d{1,10})\.([01]_[\d-]{10}_\d)\.([\w-]{1,40})\.([1-9]\d{0,8})\.([1-9]\d{0,8})$/.exec(text ?? '')
  if (!parts) return null
  const [, rank, precedence = '', resultId = '', rows, number] = parts
  const cursor = { rank: Number(rank), precedence, resultId, rows: Number(rows), number: Number(number) }
  return Math.abs(cursor.rank) <= MOST && cursor.number <= cursor.rows ? cursor : null
}

/** The rows with their numbers: equal marks share a number, and the next number counts all of them. */
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
  // Only the second of two equal marks shows that the first is shared.
  return withNumbers.map((row, index) => ({ ...row, shared: row.shared || withNumbers[index + 1]?.rank === row.rank }))
}

/** The cursor of the next page. */
export function cursorAfter(
  rows: readonly { rank: number; precedence: string; id: string; number: number }[],
  after: ListCursor | null,
) {
  const last = rows.at(-1)
  return (
    last && {
      rank: last.rank,
      precedence: last.precedence,
      resultId: last.id,
      rows: (after?.rows ?? 0) + rows.length,
      number: last.number,
    }
  )
}
