/**
 * Dates as far as they are known: "2014", "2014-12", "2014-12-07", each with a trailing "~" where it is approximate.
 * Plain text, so a date has no time zone to shift it, and none is invented to fill a gap.
 */
/**
 * ISO 8601, cut to what is known: "2014", "2014-12", "2014-12-07". A trailing "~" says approximately: "2014-04~".
 * As plain text they sort in date order.
 */
export type PartialDate = string

const PARTIAL_DATE = /^(?<year>[12]\d{3})(?:-(?<month>\d{2})(?:-(?<day>\d{2}))?)?(?<about>~?)$/
const LENGTH_OF_DAY = 86_400_000
const LONGEST_TEXT = 40

const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const

interface Held {
  year: number
  startDate: PartialDate | null
  endDate: PartialDate | null
}

type Parts = { year: number; month: number | null; day: number | null; about: boolean }

/** Whether the text is a partial date that the calendar knows: "2014-02-30" is none. Years run from 1000 to 2999. */
export function isPartialDate(text: string): text is PartialDate {
  return partsOf(text) !== null
}

export function datePrecision(date: PartialDate): 'year' | 'month' | 'day' {
  const parts = partsOf(date)
  if (parts === null || parts.month === null) return 'year'
  return parts.day === null ? 'month' : 'day'
}

/** The year, which every partial date has; NaN for a text that is none. */
export function yearOf(date: PartialDate): number {
  return Number.parseInt(date.slice(0, 4), 10)
}

/**
 * When something happened that is only known to have been at a competition: as far as its first and its last day agree,
 * else its year. "2008-08" for the 15th to the 24th of August 2008, "2008-08-24" for a single day.
 */
export function dateHeld({ year, startDate, endDate }: Held): PartialDate {
  if (startDate === null || endDate === null || startDate === endDate) return startDate ?? String(year)
  const [first, last] = [startDate.replace('~', ''), endDate.replace('~', '')]
  const shared = [10, 7, 4].find((length) => first.length >= length && first.slice(0, length) === last.slice(0, length))
  if (shared === undefined) return String(year)
  return first.slice(0, shared) + (startDate + endDate).replace(/[^~]/g, '').slice(0, 1)
}

/** "7 December 2014", "December 2014", "2014", "about April 2014". Text that is not a date comes back unchanged. */
export function formatDate(date: PartialDate): string {
  const parts = partsOf(date)
  if (parts === null) return date
  const { year, month, day, about } = parts
  const monthName = month === null ? null : MONTHS[month - 1]
  return [about && 'about', day, monthName, year].filter(Boolean).join(' ')
}

/**
 * The days of a competition, without repeating what they share: "15 to 24 August 2008", "27 August to 4 September
 * 2011"; a single date where there is no other last day, and "" where no day is known.
 */
export function formatDates(startDate: PartialDate | null, endDate: PartialDate | null): string {
  if (startDate === null) return ''
  if (endDate === null || endDate === startDate) return formatDate(startDate)
  const [first, last] = [formatDate(startDate).split(' '), formatDate(endDate).split(' ')]
  let shared = 0
  while (shared < first.length - 1 && first.at(-1 - shared) === last.at(-1 - shared)) shared++
  return [...first.slice(0, first.length - shared), 'to', ...last].join(' ')
}

/** Between which days something was of which no source gives the day itself. */
export interface Bounds {
  notBefore: PartialDate | null
  notAfter: PartialDate | null
}

/**
 * A date with the bounds that are known of it: "April to August 2009", "2008, no later than August"; the date alone
 * where there are none.
 */
export function formatBounded(date: PartialDate, { notBefore, notAfter }: Bounds): string {
  if (notBefore !== null && notAfter !== null) return formatDates(notBefore, notAfter)
  const bound = (day: PartialDate) => formatDate(day).replace(new RegExp(` ${formatDate(date)}$`), '')
  if (notAfter !== null) return `${formatDate(date)}, no later than ${bound(notAfter)}`
  return notBefore === null ? formatDate(date) : `${formatDate(date)}, no earlier than ${bound(notBefore)}`
}

/** Days from the first date to the second, negative where it lies before; null unless both are known to the day. */
export function daysBetween(a: PartialDate, b: PartialDate): number | null {
  const [from, to] = [dayNumber(a), dayNumber(b)]
  return from === null || to === null ? null : to - from
}

/**
 * Reads a date as lists and newspapers write it: "07 DEC 2014", "7th December 2014", "Dec 7, 2014", "12/2014", "2014",
 * "7.12.2014", "2014/12/07", "2014年12月7日", and what `formatDate` writes. Null for anything else, and for "07/12/2014",
 * which is July in one country and December in the next; with "25/12/2014" only one reading is possible.
 */
export function parsePartialDate(text: string): PartialDate | null {
  if (text.length > LONGEST_TEXT) return null
  const plain = text.normalize('NFKC').trim().replace(/\s+/g, ' ')
  const about = /^(?:about|circa|c\.|ca\.?) |~$/i.test(plain)
  const bare = plain.replace(/^(?:about|circa|c\.|ca\.?) |~$|[ T]00:00(?::00(?:\.0+)?)?Z?$/gi, '')
  for (const [pattern, order] of PATTERNS) {
    const fields = pattern.exec(bare)
    if (fields) return written(fields.slice(1), order, about)
  }
  return null
}

type Order = readonly ('year' | 'month' | 'day' | 'unknown')[]

const PATTERNS: readonly (readonly [RegExp, Order])[] = [
  [/^(\d{4})年?$/, ['year']],
  [/^(\d{4})-(\d{1,2})$/, ['year', 'month']],
  [/^(\d{4})年(\d{1,2})月$/, ['year', 'month']],
  [/^(\d{1,2})[/.](\d{4})$/, ['month', 'year']],
  [/^(\p{L}+)\.? (\d{4})$/u, ['month', 'year']],
  [/^(\d{4})([-/.])(\d{1,2})\2(\d{1,2})$/, ['year', 'unknown', 'month', 'day']],
  [/^(\d{4})年(\d{1,2})月(\d{1,2})日$/, ['year', 'month', 'day']],
  [/^(\d{1,2})\.(\d{1,2})\.(\d{4})$/, ['day', 'month', 'year']],
  [/^(\d{1,2})(?:st|nd|rd|th)?[ -](\p{L}+)\.?[ -](\d{4})$/iu, ['day', 'month', 'year']],
  [/^(\p{L}+)\.? (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})$/iu, ['month', 'day', 'year']],
  [/^(\d{1,2})\/(?=(?:1[3-9]|[23]\d)\/)(\d{1,2})\/(\d{4})$/, ['month', 'day', 'year']],
  [/^(?=1[3-9]|[23]\d)(\d{1,2})\/(\d{1,2})\/(\d{4})$/, ['day', 'month', 'year']],
]

function written(fields: readonly string[], order: Order, about: boolean): PartialDate | null {
  const field = (name: Order[number]) => fields[order.indexOf(name)]
  const month = monthNumber(field('month'))
  if (month === null) return null
  const parts = [field('year'), month, field('day')].filter((part) => part !== undefined)
  const date = parts.map((part) => part.padStart(2, '0')).join('-') + (about ? '~' : '')
  return isPartialDate(date) ? date : null
}

/** "12" for "12", "DEC", "Dec" and "December"; undefined where there is none; null where the word is no month. */
function monthNumber(text: string | undefined): string | null | undefined {
  if (text === undefined || /^\d/.test(text)) return text
  const word = text.toLowerCase()
  const index = MONTHS.findIndex((name) => [name.toLowerCase(), name.slice(0, 3).toLowerCase()].includes(word))
  if (index < 0) return word === 'sept' ? '9' : null
  return String(index + 1)
}

function partsOf(text: string): Parts | null {
  const fields = PARTIAL_DATE.exec(text)?.groups
  if (!fields) return null
  const [year, month, day] = [Number(fields.year), numberOrNull(fields.month), numberOrNull(fields.day)]
  const known = new Date(Date.UTC(year, (month ?? 1) - 1, day ?? 1))
  const isReal = known.getUTCMonth() + 1 === (month ?? 1) && known.getUTCDate() === (day ?? 1)
  return isReal ? { year, month, day, about: fields.about === '~' } : null
}

function numberOrNull(digits: string | undefined): number | null {
  return digits === undefined ? null : Number(digits)
}

function dayNumber(date: PartialDate): number | null {
  const parts = partsOf(date)
  if (parts === null || parts.month === null || parts.day === null || parts.about) return null
  return Date.UTC(parts.year, parts.month - 1, parts.day) / LENGTH_OF_DAY
}
