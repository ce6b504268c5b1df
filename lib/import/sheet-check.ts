/** Checks the rows of a sheet while they are typed, by the readers that will read them as a list. */
import { parseWind } from '../sport/marks'
import type { PartialDate } from '../sport/partial-date'
import { disciplineOf } from './context'
import type { Listing, RowContext } from './listing'
import { readPlace } from './place'
import { countryIn, readBirthDate, readDate, readListing } from './read-listing'
import { readPerformance } from './read-performance'
import { type Cells, Refused, type RowReading } from './row-cells'
import { contextFor } from './setup'
import { isBlank, listColumns, listedRow, SHEET_COLUMNS, type SheetColumn, type SheetHead } from './sheet'
import { statusOf } from './statuses'

/** What is wrong, by column, and what was read otherwise than its letters say. */
export interface RowCheck {
  errors: Partial<Record<SheetColumn, string>>
  warnings: string[]
  listing: Listing | null
}

const NOTHING_WRONG: RowCheck = { errors: {}, warnings: [], listing: null }
const OPTIONS = { dayOrder: null }
const NEEDED = 'A mark, a status (DNF, DNS …) or a place is missing.'

/** A row with nothing in it is nothing to check. */
export function checkRow(row: Cells, head: SheetHead): RowCheck {
  const { kind } = head
  if (isBlank(row, kind)) return NOTHING_WRONG
  const context = contextFor({}, {}, head.context)
  const errors: RowCheck['errors'] = { ...missingIn(row, head) }
  for (const column of SHEET_COLUMNS[kind]) {
    const text = (row[column] ?? '').trim()
    const wrong = text === '' ? null : (CHECKS[column]?.(text, context) ?? null)
    if (wrong !== null) errors[column] = wrong
  }
  const isReadable = (context.discipline !== null || kind === 'season') && context.sex !== null
  if (Object.keys(errors).length > 0 || !isReadable) return { ...NOTHING_WRONG, errors }
  const dated = { ...context, date: context.date ?? THIS_YEAR }
  const read = readListing(listedRow(row, head, 1), listColumns(kind), dated, OPTIONS)
  if (!read.ok) return { ...NOTHING_WRONG, errors: { mark: read.refusal.reason } }
  return { errors, warnings: read.listing.warnings, listing: read.listing }
}

/** Stands in for a date that the head has not yet. */
const THIS_YEAR = String(new Date().getUTCFullYear())

function missingIn(row: Cells, { kind, context }: SheetHead): RowCheck['errors'] {
  const isGone = (...columns: SheetColumn[]) => columns.every((column) => (row[column] ?? '').trim() === '')
  return {
    ...(isGone('mark', 'status', 'place') && { mark: NEEDED }),
    ...(kind === 'race' && isGone('name') && { name: 'Who was it?' }),
    ...(kind === 'season' && isGone('competition', 'city') && { competition: 'At which competition, or where?' }),
    ...(kind === 'season' && isGone('discipline') && { discipline: 'Which discipline was it?' }),
    ...(kind === 'season' && isGone('date') && !context.date && { date: 'When was it?' }),
  }
}

type Check = (text: string, context: RowContext) => string | null

const CHECKS: Partial<Record<SheetColumn, Check>> = {
  place: (text) =>
    readPlace(text) === null && statusOf(text) === null ? `“${text}” is not a place: 3, or 3= for a shared one.` : null,
  country: (text) => (countryIn(text) === null ? `“${text}” is not a country that is known: MGL or Mongolia.` : null),
  birthDate: (text, context) =>
    problemOf(context, (row) => {
      const race: PartialDate = context.date ?? THIS_YEAR
      return readBirthDate(row, text, race) === null
        ? `“${text}” is no birth date of somebody who competed then: 1981 or 1981-10-07.`
        : null
    }),
  mark: (text, context) =>
    context.discipline === null
      ? null
      : problemOf({ ...context, wind: null }, (row) => {
          readPerformance({ ...row, cells: { mark: text } }, context.discipline ?? 'marathon')
          return null
        }),
  status: (text) => (statusOf(text) === null ? `“${text}” is not a status: DNF, DNS, DQ, NM …` : null),
  wind: (text) =>
    parseWind(text) === null && !/^nwi$/i.test(text) ? 'The wind is in metres a second: +0.7 or −1.2.' : null,
  date: (text, context) =>
    problemOf(context, (row) => {
      readDate({ ...row, cells: { date: text } })
      return null
    }),
  discipline: (text) => (disciplineOf(text) === null ? `“${text}” is not a discipline of the record.` : null),
}

/** What a reader says of a cell that it cannot read. */
function problemOf(context: RowContext, read: (row: RowReading) => string | null): string | null {
  try {
    return read({ cells: {}, context, options: OPTIONS, warnings: [], from: {}, clashes: [] })
  } catch (error) {
    if (error instanceof Refused) return error.message
    throw error
  }
}
