/** The cells of one row by their columns, as every part of a listing is read from them. */
import type { Clash, ClashAnswers, Origin, Surrounded, Surroundings } from './agreement'
import { agree } from './agreement'
import type { DayOrder } from './dates'
import { unescapeFormula } from './formula-escape'
import type { Column, RawRow, RowContext } from './listing'

export interface ListingOptions {
  /** What "07/12/2014" means in this list: see `guessDayOrder`. */
  dayOrder: DayOrder | null
  /** Whether the list holds only electronic times, so that a track time without an h is known to be one. */
  electronicOnly?: boolean
  /** The last year that a race's year of two digits may be. */
  latestYear?: number
  /** Where the context comes from, and where its parts disagree. Without it nothing is compared. */
  surroundings?: Pick<Surroundings, 'origins' | 'clashes'>
  /** What an editor answered where a row and its surroundings disagreed. */
  answers?: ClashAnswers
}

/** Thrown while a row is read, where it cannot become a listing; caught by `readListing`. */
export class Refused extends Error {}

/** A row while it is read. */
export interface RowReading {
  cells: Cells
  /** What is true of the row where its own cells say nothing. */
  context: RowContext
  options: ListingOptions
  /** What was read otherwise than its letters say; added to on the way. */
  warnings: string[]
  /** Where what stands in no cell comes from, and what disagrees; added to on the way. */
  from: Partial<Record<Surrounded, Origin>>
  clashes: Clash[]
}

/**
 * What a row and its surroundings say together of a field: the row, where it says anything. Where they disagree, that is
 * noted for an editor to answer, or goes by the answer that was given.
 */
export function together<T extends string>(
  { options: { surroundings, answers = {} }, from, clashes }: RowReading,
  field: Surrounded,
  said: T | null,
  around: T | null,
): T | null {
  const farFrom = surroundings?.origins[field]
  if (said === null) {
    if (around !== null && farFrom) from[field] = farFrom
    return around
  }
  if (around === null || !farFrom || agree(field, said, around)) return said
  if (answers[field] === 'far') {
    from[field] = farFrom
    return around
  }
  if (answers[field] === undefined) clashes.push({ field, near: said, nearFrom: 'row', far: around, farFrom })
  return said
}

export const LONGEST_TEXT = 300

export type Cells = Partial<Record<Column, string>>

const EMPTY = /^(?:-+|–|—|\?+|n\/a|#n\/a|nan|nat|null|none|unknown|\.)$/i

/** The cells by column, trimmed, without apostrophes against formulas; empty ones, in whatever way, are left out. */
export function cellsOf(row: RawRow, columns: readonly (Column | null)[]): Cells {
  const cells: Cells = {}
  for (const [at, given] of row.cells.entries()) {
    if (isFormula(given)) throw new Refused(`“${shortened(given.trim())}” looks like a spreadsheet formula.`)
    const column = columns[at]
    if (!column || column === 'ignored' || cells[column] !== undefined) continue
    const text = unescapeFormula(given)
      .replace(/[\s\u00a0\u200b\ufeff]+/g, ' ')
      .trim()
    if (text === '' || EMPTY.test(text)) continue
    if (text.length > LONGEST_TEXT && column !== 'note')
      throw new Refused(`“${shortened(text)}” is too long for a cell of a list.`)
    cells[column] = text
  }
  return cells
}

/** What stands in the cells of a row that is refused, by column, for its editor to put right; long ones cut. */
export function heldCells(row: RawRow, columns: readonly (Column | null)[]): Cells {
  const cells: Cells = {}
  for (const [at, text] of row.cells.entries()) {
    const column = columns[at]
    if (column && column !== 'ignored' && cells[column] === undefined)
      cells[column] = text.trim().slice(0, LONGEST_TEXT)
  }
  return cells
}

/** What may follow a sign without making a formula of it: "=1", "=NR", "+0.7 m/s", "-1:05", a dash alone. */
const EQUALLED = /^[=＝] ?(?:\d{1,6}\.?|[A-Z]{2,3}\d{0,2}R?(?:[;,/ ]+=?[A-Z]{2,3}\d{0,2}R?)*)?$/
const SIGNED = /^[+\-＋－](?:[\s\d.,:'"hm+\-–—]*(?: ?(?:m\/s|s|sec|min|w))?)$/i

function isFormula(cell: string): boolean {
  const first = cell.charCodeAt(0)
  // = + - @ and their full-width forms; looked at before anything else, for most cells begin with none.
  if (first > 0x40 && first < 0xff00) return false
  const text = cell.trimStart().slice(0, LONGEST_TEXT).trimEnd()
  if (/^[=＝]/.test(text)) return !EQUALLED.test(text)
  if (/^[+\-＋－]/.test(text)) return !SIGNED.test(text)
  return /^[@＠]/.test(text)
}

export function shortened(text: string): string {
  return text.length > 60 ? `${text.slice(0, 60)}…` : text
}
