/** How one file is read: guessed, shown with the reasons, and changed by the editor where a guess is wrong. */
import type { Typed } from '../form/typed'
import type { ClashAnswers } from './agreement'
import type { DayOrder } from './dates'
import type { Column, ImportFormat, RawRow, RowContext } from './listing'
import type { Cells } from './row-cells'

export interface TableSetup {
  /** As it is above the table. */
  title: string | null
  context: Partial<RowContext>
  /** Titles of the columns, or null where the table has none. */
  header: string[] | null
  columns: (Column | null)[]
  /** Why each column is taken for what it is. */
  reasons: string[]
  /** The first rows, for the editor to look at. */
  sample: string[][]
  leftOut: boolean
  /** How many rows of a CSV come before its first result, where these are more than its titles. */
  headRows?: number
}

export interface ImportSetup {
  encoding: string
  encodingReason: string
  format: ImportFormat
  formatReason: string
  /** Of a CSV. */
  delimiter: string | null
  /** What is true of every row that does not say it itself, as the editor typed it. */
  context: Partial<RowContext>
  /** The same, as the name of the file says it. */
  named?: Partial<RowContext>
  /** What an editor answered where a row and its surroundings disagreed. */
  answers?: ClashAnswers
  /** Rows that an editor has put right. */
  corrections?: Correction[]
  dayOrder: DayOrder | null
  tables: TableSetup[]
  /** Of a list that was typed here: its form, to be corrected. */
  sheet?: Typed
}

/** Cells of one row as an editor typed them over those of the file; an empty text empties the cell. */
export interface Correction {
  /** Of the preview: at or behind the line on which the row begins. */
  line: number
  /** By which the row is known, beside its line. */
  raw: string
  cells: Cells
}

/** Encodings that can be chosen. */
export const ENCODINGS = [
  'utf-8',
  'utf-16le',
  'utf-16be',
  'windows-1252',
  'shift_jis',
  'euc-jp',
  'windows-1251',
] as const

const SAMPLE_ROWS = 5
const LONGEST_CELL = 80

/** A few rows to look at, cut short. */
export function sampleOf(rows: readonly RawRow[]): string[][] {
  return rows
    .filter(({ problem }) => problem === null)
    .slice(0, SAMPLE_ROWS)
    .map(({ cells }) => cells.map((cell) => (cell.length > LONGEST_CELL ? `${cell.slice(0, LONGEST_CELL)}…` : cell)))
}

/** What is true of a row: its own over its table's over the editor's, the file's. */
export function contextFor(
  row: Partial<RowContext>,
  table: Partial<RowContext>,
  file: Partial<RowContext>,
): RowContext {
  const merged: RowContext = { ...NOTHING }
  for (const context of [file, table, row]) {
    for (const [key, value] of Object.entries(context))
      if (value !== null && value !== undefined) Object.assign(merged, { [key]: value })
  }
  return merged
}

/** Nothing is known. */
export const NOTHING: RowContext = {
  discipline: null,
  sex: null,
  ageGroup: null,
  paraClass: null,
  round: null,
  raceNumber: null,
  wind: null,
  date: null,
  slashedDate: null,
  competition: null,
  city: null,
  countryCode: null,
  athlete: null,
}
