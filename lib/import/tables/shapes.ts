/**
 * What a cell can be by its shape alone. These say "could be", and only for telling columns and rows apart: whether a
 * mark can be, or a place is one, is decided by the readers of marks and places.
 */
import { country } from '../../sport/countries'
import { columnOfTitle as columnOfListTitle } from '../column-titles'
import type { Column } from '../listing'

/** Longer texts are prose or names, and no pattern need look at them. */
const LONGEST = 40

const CLOCK = '\\d{1,3}(?::\\d{2}){1,2}(?:[.,]\\d{1,3})?|\\d{1,3}[h:]\\d{2}[m:\'](?:\\d{2}(?:[.,"]\\d{1,3})?)?'
/** "10,000 m" is an event, not a mark. */
const DECIMAL = '\\d{1,3}[.,]\\d{1,2}(?!\\d)(?: ?m)?|\\d{1,3}\\.\\d{3}'
const POINTS = '\\d{1,2}[,. ]?\\d{3}(?: ?(?:pts|points|p)\\.?)'
const FEET = '\\d{1,3}-\\d{1,2}\\.\\d{2}|\\d{1,3}\' ?\\d{1,2}(?:\\.\\d{1,2})?"'
const WIND = '[+\\-\\u2212\\u2013±]? ?\\d{1,2}[.,]\\d(?: ?m/s)?'

/** A mark anywhere in a text, to be anchored by its user. No part of it can run on without end. */
export const MARK_PATTERN = `(?:${CLOCK}|${POINTS}|${DECIMAL}|${FEET})`
/** Codes behind a mark: "NR", "=CR", "PB", "Q", "WU20R". */
export const CODES_PATTERN = '(?:=?(?:W|O|A|N|C|M|E|G)?(?:U\\d\\d|J|Y|i)?R|PB|SB|WL|EL|NL|AL|qR|Q|q)'
export const STATUS_PATTERN = '(?:DNF|DNS|DSQ|DQ|NM|NH|OTL)'

const MARK = new RegExp(
  `^${MARK_PATTERN}(?: ?(?:dh|[hiAwWxe+*]))*(?: ?\\(${WIND}\\))?(?: ?(?:dh|[hiAwWxe+*]))*(?:,? \\(?${CODES_PATTERN}\\)?){0,4}$`,
)
const STATUS = new RegExp(`^${STATUS_PATTERN}\\.?$`, 'i')
const PLACE = /^(?:[T=]?\d{1,4}(?:\.0|st|nd|rd|th|[=.)])?|\d{1,3}(?:sf|qf|ce|[hrqf])\d{0,2}|[GSB]|gold|silver|bronze)$/i
const WIND_READING = new RegExp(`^(?:${WIND}|NWI)$`, 'i')

const within = (pattern: RegExp, text: string) => text.length <= LONGEST && pattern.test(text)

export const isMark = (text: string) => within(MARK, text)
export const isStatus = (text: string) => within(STATUS, text)
export const isPlace = (text: string) => within(PLACE, text)
export const isWind = (text: string) => within(WIND_READING, text)
export const isYear = (text: string) => /^(?:18|19|20)\d\d$/.test(text)
export const isDash = (text: string) => /^[-\u2010-\u2015\u2212]+$/.test(text)
/** Three letters that stand for a country or team; "LEE" is a name. */
export const isCode = (text: string) => /^[A-Z]{3}$/.test(text) && country(text) !== null
/** Words, as a name, a city or a competition has them. */
export const isWords = (text: string) => /\p{L}/u.test(text) && !isMark(text) && !isStatus(text)

export function isMarkOrStatus(text: string): boolean {
  return isMark(text) || isStatus(text)
}

/** Titles of columns as tables print them, in lower case. Only what settles the shape of a table need stand here. */
const TITLES: Readonly<Record<string, Column>> = {
  ...titles('place', 'place pl pl. plc pos pos. position rank rk rnk # no. 順位'),
  ...titles('name', 'name names athlete athletes competitor participant participants runner 選手 氏名 選手名'),
  ...titles('country', 'team nat nat. nation noc country ctry nationality 国'),
  ...titles('mark', 'result results time times mark performance perf finish finals distance height score points 記録'),
  ...titles('wind', 'wind w 風'),
  ...titles('note', 'note notes remark remarks comment comments 備考'),
  ...titles('birthDate', 'dob born birthdate yob yb'),
  ...titles('date', 'date 日付'),
  ...titles('year', 'year season'),
  ...titles('venue', 'venue location'),
  ...titles('city', 'city'),
  ...titles('competition', 'competition meet meeting tournament championship'),
  ...titles('discipline', 'event discipline 種目'),
  ...titles('round', 'round'),
  ...titles('records', 'record records rec'),
  ...titles('affiliation', 'club school affiliation 所属'),
  ...titles('ignored', 'bib lane ln heat reaction ht 組'),
  'birth date': 'birthDate',
  'date of birth': 'birthDate',
  'finals time': 'mark',
  'finish time': 'mark',
}

/**
 * What a column under this title is, as far as the title is a usual one. In a race's table, "Rank" is the place and
 * "Team" most often the nation; for all other titles, of whatever language, a list's meaning is the table's too.
 */
export function columnOfTitle(title: string): Column | null {
  if (title.length > LONGEST || !/[\p{L}#]/u.test(title)) return null
  const plain = title.trim().toLowerCase()
  return Object.hasOwn(TITLES, plain) ? (TITLES[plain] ?? null) : columnOfListTitle(title)
}

/** Whether a row of cells is one of titles rather than one of results: two of them are known, and none is a mark. */
export function isTitleRow(cells: readonly string[]): boolean {
  const written = cells.filter((cell) => cell !== '')
  const known = written.filter((cell) => columnOfTitle(cell) !== null)
  return known.length >= 2 && known.length * 2 >= written.length && !written.some(isMarkOrStatus)
}

/**
 * Columns that are called otherwise than what is in them: encyclopedias give an athlete's marks under "Notes".
 * Null where nothing is known by shape alone.
 */
export function columnsByContent(
  header: readonly string[],
  rows: readonly (readonly string[])[],
): (Column | null)[] | null {
  const meant = header.map(columnOfTitle)
  if (meant.includes('mark')) return null
  const notes = meant.indexOf('note')
  const filled = rows.map((cells) => cells[notes] ?? '').filter((cell) => cell !== '')
  const marks = filled.filter((cell) => isMarkOrStatus(cell))
  if (notes < 0 || marks.length * 2 < filled.length || marks.length === 0) return null
  return header.map((_, index) => (index === notes ? 'mark' : null))
}

function titles(column: Column, words: string): Record<string, Column> {
  return Object.fromEntries(words.split(' ').map((word) => [word, column]))
}
