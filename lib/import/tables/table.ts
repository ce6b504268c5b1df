/**
 * A table as a reader found it: its cells as plain text, whatever format they were in, and what the headings above
 * say of all of them. What the cells mean is read later, for every format in the same way.
 */
import type { Column, RawRow, RowContext } from '../listing'

export interface ListedTable {
  /** What the headings above say of all its rows. */
  context: Partial<RowContext>
  /** Title as it is above the table, for the preview. */
  title: string | null
  /** Column titles, or null where the table has none. */
  header: string[] | null
  /**
   * What each column is where the reader knows it by the shape of the text; null where it must be guessed from
   * header and content.
   */
  columns: (Column | null)[] | null
  rows: RawRow[]
}

const LONGEST_RAW = 2000
const LONGEST_TITLE = 200

/** A row of a table; `raw` is cut to 2,000 characters here, so that callers need not. */
export function rawRow(line: number, raw: string, cells: string[], context: Partial<RowContext>): RawRow {
  return { line, raw: raw.slice(0, LONGEST_RAW), cells, context, problem: null }
}

/** A heading as the title of a table, or null where there is none. */
export function titleOf(text: string): string | null {
  return squeeze(text).slice(0, LONGEST_TITLE) || null
}

/** White space of every kind, no-break and full-width included, as single spaces. */
export function squeeze(text: string): string {
  return text.replace(/\s+/g, ' ').trim()
}

/** The lines of a text, whichever way it ends them. */
export function linesOf(text: string): string[] {
  return text.split(/\r\n|\n|\r/)
}
