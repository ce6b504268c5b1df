/**
 * Dates as the lists of many countries print them, and ranges of days. What a date is in the record, and the plainer
 * ways to write one, lib/partial-date knows; this adds the languages, and what only the rest of a column can tell.
 */

import type { PartialDate } from '../sport/partial-date'
import { isPartialDate, parsePartialDate } from '../sport/partial-date'

export type DayOrder = 'DMY' | 'MDY'

export interface ListedDate {
  date: PartialDate
  /** The last day, where a range is given. */
  endDate: PartialDate | null
}

export interface DateReading {
  /** What "07/12/2014" means in this column; without it such a date is not read. */
  dayOrder?: DayOrder | null
  /** The last year that a year of two digits may be: with 2012, "82" is 1982. Without it such a date is not read. */
  century?: number | null
  /** Whether the column is known to hold dates, so that "41980" is the day that a spreadsheet counts so. */
  serials?: boolean
}

const LONGEST_TEXT = 80
const DAY = 86_400_000

/** Languages whose month names are read; the runtime knows them. */
const LANGUAGES = ['en', 'de', 'fr', 'es', 'it', 'pt', 'nl', 'sv', 'da', 'nb', 'fi', 'pl', 'cs', 'ru', 'uk']

const ENGLISH = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']

/** Short forms that lists print beside those that the runtime knows. */
const OTHER_MONTHS: Readonly<Record<string, string>> = {
  sept: 'Sep',
  mrz: 'Mar',
  jaen: 'Jan',
  juill: 'Jul',
  fevr: 'Feb',
  set: 'Sep',
  ago: 'Aug',
  dic: 'Dec',
  ene: 'Jan',
  сент: 'Sep',
  нояб: 'Nov',
  окт: 'Oct',
  сен: 'Sep',
  ноя: 'Nov',
}

/** Words around a date that say nothing: "le", "de", "г.", "the", days of the week. */
const FILLERS =
  /(?<![\p{L}\d])(?:de[ln]?|le|of|the|года?|г|on|lun|mar(?=,)|mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun|(?:mon|tues|wednes|thurs|fri|satur|sun)day|(?:mon|diens|donners|frei|sams|sonn)tag|mittwoch|mo|di|mi|do|fr|sa|so)(?![\p{L}\d])\.?,?/giu

/** Days with their order beside them: "7th", "1er", "1º". */
const ORDINALS = /(?<=\d)(?:st|nd|rd|th|er|º|°|-?го)(?!\p{L})/giu

/**
 * The date in a text, or null. Reads what `parsePartialDate` reads, month names in a dozen languages,
 * "2014年12月7日", "2014 оны 12 сарын 7", "10/13/2019", ranges such as "5–7 AUG 2005" and "31 JUL – 2 AUG 2005", and, as
 * far as `reading` allows, two-digit years and a spreadsheet's numbers. Days that no calendar has are none.
 */
export function readListDate(text: string, reading: DateReading = {}): ListedDate | null {
  if (text.length > LONGEST_TEXT) return null
  if (USUAL.test(text)) return alone(parsePartialDate(text))
  const plain = plainDate(text)
  if (plain === '') return null
  if (reading.serials && /^\d{5}(?:\.\d+)?$/.test(plain)) return alone(serialDay(Number.parseInt(plain, 10)))
  return alone(readDay(plain, reading)) ?? readRange(plain, reading)
}

/**
 * Whether the day or the month comes first in dates like "07/12/2014", as the whole column shows: one "25/12/2014"
 * among them settles it. Null where nothing does, or where they contradict each other.
 */
export function guessDayOrder(texts: readonly string[]): DayOrder | null {
  const votes = { DMY: 0, MDY: 0 }
  for (const text of texts) {
    const [, first, second] = NUMERIC.exec(plainDate(text.slice(0, LONGEST_TEXT))) ?? []
    if (first === undefined || second === undefined) continue
    if (Number(first) > 12 && Number(second) <= 12) votes.DMY++
    if (Number(second) > 12 && Number(first) <= 12) votes.MDY++
  }
  if (votes.DMY > 0 && votes.MDY > 0) return null
  if (votes.DMY + votes.MDY === 0) return null
  return votes.DMY > 0 ? 'DMY' : 'MDY'
}

/** What a date with slashes may mean; as of a meeting, where it is of several days. */
export interface SlashedReadings {
  /** "2026-04-03", or "2026-04" of the days of a meeting; null where no calendar has it. */
  DMY: PartialDate | null
  MDY: PartialDate | null
}

/** "3/4/2026", "3/4/2026 - 3/5/2026", "3/4-3/5/2026", as programs for meetings print the day. */
export const SLASHED =
  /(?<![\d/])(\d{1,2})\/(\d{1,2})(?:\/(\d{4}))?(?: ?(?:[-\u2010-\u2015]|to) ?(\d{1,2})\/(\d{1,2}))?\/(\d{4})\b/
/** No meeting has more days. */
const LONGEST_MEETING = 21

/** Both readings of a text that `SLASHED` finds; both null for any other. */
export function readSlashed(text: string): SlashedReadings {
  const [, first = '', second = '', ownYear, thirdFound, fourthFound, year = ''] = SLASHED.exec(text) ?? []
  const [third, fourth] = [thirdFound ?? first, fourthFound ?? second]
  if (ownYear !== undefined && thirdFound === undefined) return { DMY: null, MDY: null }
  const meeting = (from: PartialDate | null, to: PartialDate | null): PartialDate | null => {
    if (from === null || to === null || from > to) return null
    if ((Date.parse(to) - Date.parse(from)) / DAY > LONGEST_MEETING) return null
    if (from === to) return from
    // Which day of the meeting the race was on, its range does not tell.
    return from.slice(0, 7) === to.slice(0, 7) ? from.slice(0, 7) : from.slice(0, 4)
  }
  const begin = ownYear ?? year
  return {
    DMY: meeting(written(begin, second, first), written(year, fourth, third)),
    MDY: meeting(written(begin, first, second), written(year, third, fourth)),
  }
}

/** How most dates of most lists are written; read at once, for there are many of them. */
const USUAL = /^(?:\d{1,2} (?:JAN|FEB|MAR|APR|MAY|JUN|JUL|AUG|SEP|OCT|NOV|DEC) [12]\d{3}|[12]\d{3}(?:-\d\d-\d\d)?)$/

const NUMERIC = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4}|\d{2})$/

/** One alphabet of digits and dashes, no time of day, no words that say nothing, months by their English three letters. */
function plainDate(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[\u2010-\u2015\u2212〜～~]/g, (dash) => (dash === '~' && /~\s*$/.test(text) ? '~' : '-'))
    .replace(/[T ]\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?: ?(?:Z|[ap]m|[+-]\d{2}:?\d{2}))?$/i, '')
    .replace(/\((?:日|月|火|水|木|金|土)(?:曜日)?(?:・?祝)?\)/g, '')
    .replace(
      /(\d{4}) ?(?:оны?|он) (\d{1,2}) ?(?:-?(?:р|дугаар|дүгээр))? ?сар(?:ын)?(?: (\d{1,2})(?:-?н(?:ий|ы)?(?: өдөр)?)?)?/iu,
      isoOf,
    )
    .replace(ORDINALS, '')
    .replace(FILLERS, ' ')
    .replace(/\p{L}{3,}/gu, (word) => englishMonth(word) ?? word)
    .replace(/(?<=\d)\.(?= ?[A-Za-z])/g, ' ')
    .replace(/(?<=[A-Za-z])\.(?= ?\d)/g, ' ')
    .replace(/^(\d{4})\.0$/, '$1')
    .replace(/(\d\.) (?=\d)/g, '$1')
    .replace(/\s+/g, ' ')
    .replace(/^[\s,]+|[\s,.;]+$/g, '')
}

function isoOf(_whole: string, year: string, month: string, day: string | undefined): string {
  return [year, month.padStart(2, '0'), ...(day ? [day.padStart(2, '0')] : [])].join('-')
}

let byName: ReadonlyMap<string, string> | null = null

/** "Dec" for "dezember", "décembre", "декабря"; null for a word that names no month. */
function englishMonth(word: string): string | null {
  byName ??= monthsByName()
  return byName.get(monthKey(word)) ?? null
}

function monthsByName(): Map<string, string> {
  const found = new Map(Object.entries(OTHER_MONTHS).map(([name, month]) => [monthKey(name), month]))
  for (const language of LANGUAGES) {
    for (const month of ['long', 'short'] as const) {
      // Slavic languages decline a month that follows a day.
      for (const day of ['numeric', undefined] as const) {
        const format = new Intl.DateTimeFormat(language, { month, ...(day && { day }), timeZone: 'UTC' })
        for (const [index, english] of ENGLISH.entries()) {
          const name = format.formatToParts(Date.UTC(2014, index, 7)).find(({ type }) => type === 'month')?.value ?? ''
          if (/\p{L}{3}/u.test(name) && !found.has(monthKey(name))) found.set(monthKey(name), english)
        }
      }
    }
  }
  return found
}

function monthKey(name: string): string {
  return name
    .toLowerCase()
    .normalize('NFKD')
    .replace(/[^\p{L}]/gu, '')
}

function readDay(plain: string, reading: DateReading): PartialDate | null {
  const [, first, second, year] = NUMERIC.exec(plain) ?? []
  if (first !== undefined && second !== undefined && year !== undefined) {
    const whole = fullYear(year, reading)
    if (whole === null) return null
    // Dots stand in dates that begin with the day, slashes in those of two habits.
    const order = plain.includes('.') ? 'DMY' : (orderOf(first, second) ?? reading.dayOrder ?? null)
    if (order === null) return null
    return order === 'DMY' ? written(whole, second, first) : written(whole, first, second)
  }
  const short = /^(?<before>.*[ A-Za-z.-])(?<year>\d{2})$/.exec(plain)?.groups
  if (short?.year !== undefined && /[A-Za-z]{3}/.test(plain) && /\d.*\d\d$/.test(plain) && !/\d{4}/.test(plain)) {
    const whole = fullYear(short.year, reading)
    // "DEC 07" may be a day as well as a year; with a day before the month it is a year.
    if (whole !== null && /^\d{1,2}[ -]?[A-Za-z]/.test(plain)) return parsePartialDate(`${short.before}${whole}`)
  }
  return parsePartialDate(plain.replace(/^(\d{1,2})-?([A-Za-z]{3})-?(\d{4})$/, '$1 $2 $3'))
}

function orderOf(first: string, second: string): DayOrder | null {
  if (Number(first) > 12) return 'DMY'
  if (Number(second) > 12) return 'MDY'
  return first.padStart(2, '0') === second.padStart(2, '0') ? 'DMY' : null
}

function fullYear(digits: string, { century }: DateReading): string | null {
  if (digits.length === 4) return digits
  if (century === undefined || century === null) return null
  const year = century - ((((century - Number(digits)) % 100) + 100) % 100)
  return String(year)
}

function written(year: string, month: string, day: string): PartialDate | null {
  const date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  return isPartialDate(date) ? date : null
}

/** Excel's day 1 is 1 January 1900, and it counts a 29 February 1900 that never was. */
function serialDay(serial: number): PartialDate | null {
  const date = new Date(Date.UTC(1899, 11, 30) + serial * DAY).toISOString().slice(0, 10)
  return isPartialDate(date) ? date : null
}

/** The two ends of a range, each in a form of its own; `$y`, `$m` are taken from the other end. */
const RANGES: readonly (readonly [RegExp, from: string, to: string])[] = [
  // 5-7 AUG 2005, 5/6 AUG 2005
  [/^(\d{1,2}) ?[-/&+] ?(\d{1,2}) ([A-Za-z]{3}),? (\d{4})$/, '$1 $3 $4', '$2 $3 $4'],
  // AUG 5-7, 2005
  [/^([A-Za-z]{3}) (\d{1,2}) ?[-/&+] ?(\d{1,2}),? (\d{4})$/, '$2 $1 $4', '$3 $1 $4'],
  // 31 JUL - 2 AUG 2005
  [/^(\d{1,2}) ([A-Za-z]{3}) ?[-/] ?(\d{1,2}) ([A-Za-z]{3}),? (\d{4})$/, '$1 $2 $5', '$3 $4 $5'],
  // JUL 31 - AUG 2, 2005
  [/^([A-Za-z]{3}) (\d{1,2}) ?- ?([A-Za-z]{3}) (\d{1,2}),? (\d{4})$/, '$2 $1 $5', '$4 $3 $5'],
  // 30 DEC 2004 - 1 JAN 2005, 2005-08-05/2005-08-07
  [/^(.*\d{4}) ?(?:-|\/|to|bis|au|al) ?(\d.*\d{4}|[A-Za-z]{3}.*\d{4})$/, '$1', '$2'],
  [/^(\d{4}-\d\d-\d\d) ?(?:\/|--?|to) ?(\d{4}-\d\d-\d\d)$/, '$1', '$2'],
  [/^(\d{4}-\d\d)-(\d\d) ?\/ ?(\d\d)$/, '$1-$2', '$1-$3'],
  // 5.-7.8.2005, 31.7.-2.8.2005
  [/^(\d{1,2})\.? ?- ?(\d{1,2})\.(\d{1,2})\.(\d{4})$/, '$1.$3.$4', '$2.$3.$4'],
  [/^(\d{1,2})\.(\d{1,2})\.? ?- ?(\d{1,2})\.(\d{1,2})\.(\d{4})$/, '$1.$2.$5', '$3.$4.$5'],
  // 2014年12月6日-7日, 2014年11月30日-12月1日
  [/^(\d{4}年\d{1,2}月)(\d{1,2})日?[-・、](\d{1,2})日$/, '$1$2日', '$1$3日'],
  [/^(\d{4}年)(\d{1,2}月\d{1,2})日?[-・、](\d{1,2}月\d{1,2}日)$/, '$1$2日', '$1$3'],
]

function readRange(plain: string, reading: DateReading): ListedDate | null {
  for (const [range, from, to] of RANGES) {
    if (!range.test(plain)) continue
    const date = readDay(plain.replace(range, from).trim(), reading)
    const endDate = readDay(plain.replace(range, to).trim(), reading)
    if (date !== null && endDate !== null && date <= endDate)
      return { date, endDate: date === endDate ? null : endDate }
  }
  return null
}

function alone(date: PartialDate | null): ListedDate | null {
  return date === null ? null : { date, endDate: null }
}
