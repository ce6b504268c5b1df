/** Dates and marks that a list gives in several columns: day, month and year; hours, minutes, seconds and hundredths. */
import type { Column } from './listing'
import { type Cells, Refused } from './row-cells'

/** The columns in whose place one column may stand; the year of a date has a column of its own in any list. */
export const PARTS = {
  date: ['day', 'month'],
  mark: ['hours', 'minutes', 'seconds', 'hundredths'],
} as const satisfies Partial<Record<Column, readonly Column[]>>

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']

/**
 * The cells with a date and a mark put together from their parts, where they have no whole ones.
 *
 * @throws Refused where a part of a mark is missing, or is no number.
 */
export function withPartsJoined(cells: Cells): Cells {
  const date = cells.date ?? dateOf(cells)
  const mark = cells.mark ?? markOf(cells)
  const joined: Cells = { ...cells, ...(date && { date }), ...(mark && { mark }) }
  if (cells.date === undefined && date !== null && isShortYear(cells.year)) delete joined.year
  return joined
}

/** "7 Dec", to which a year of four digits is added like to any date without one; a name of a month stays as it is. */
function dateOf({ day, month, year }: Cells): string | null {
  if (!day && !month) return null
  const number = /^(\d{1,2})(?:\.0?|月)?$/.exec(month ?? '')?.[1]
  const name = number === undefined ? month : (MONTHS[Number(number) - 1] ?? month)
  const short = isShortYear(year) ? year?.slice(-2) : null
  return [day?.replace(/(?:\.0?|日)$/, ''), name, short].filter(Boolean).join(' ')
}

/** "14" is a year only beside a day and a month. */
function isShortYear(year: string | undefined): boolean {
  return /^['’]?\d{2}$/.test(year ?? '')
}

function markOf(cells: Cells): string | null {
  const filled = PARTS.mark.flatMap((part) => cells[part] ?? [])
  if (filled.length === 0) return null
  // "DNF" stands in one of the columns, and the others are empty.
  const [only = ''] = filled
  if (filled.length === 1 && !/\d/.test(only)) return only
  const { seconds, hundredths } = cells
  const [hours, minutes] = [wholeNumber(cells, 'hours'), wholeNumber(cells, 'minutes')]
  const [, whole, fraction = '', behind = ''] = /^(\d{1,3})([.,]\d{1,3})?["″]?(\D.*)?$/.exec(seconds ?? '') ?? []
  if (whole === undefined || (hours > 0 && cells.minutes === undefined))
    throw new Refused(`The time stands in several columns, and there is no number of ${whole ? 'minutes' : 'seconds'}.`)
  const parts = hours > 0 ? [String(hours), twoDigits(minutes)] : minutes > 0 ? [String(minutes)] : []
  const end = hundredths === undefined ? fraction : `.${twoDigits(wholeNumber(cells, 'hundredths'))}`
  return `${[...parts, parts.length > 0 ? whole.padStart(2, '0') : whole].join(':')}${end}${behind}`
}

/** "2", "2.0" as a spreadsheet writes it, "14'" and "14 min". */
function wholeNumber(cells: Cells, part: (typeof PARTS.mark)[number]): number {
  const text = cells[part] ?? '0'
  const digits = /^(\d{1,3})(?:\.0)?(?:[:.'′]| ?(?:h|m|min))?$/.exec(text)?.[1]
  if (digits === undefined) throw new Refused(`“${text.slice(0, 60)}” is no number of ${part}.`)
  return Number(digits)
}

function twoDigits(number: number): string {
  return String(number).padStart(2, '0')
}
