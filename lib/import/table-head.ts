/**
 * Where the rows of a table begin: lists have comments on top, titles in two rows, and the name of the event above them.
 */
import { columnOfTitle } from './column-titles'
import type { RawRow, RowContext } from './listing'
import { below, readHeading } from './tables/heading'
import { isMarkOrStatus } from './tables/shapes'

export interface TableHead {
  /** How many rows come before the first row of the table itself. */
  rows: number
  /** The titles, those of two rows joined; null where there are none. */
  header: string[] | null
  /** The words above the table. */
  title: string | null
  /** What they say of all its rows. */
  context: Partial<RowContext>
}

/** Titles are looked for in so many rows. */
const MOST_ROWS = 15

/** The head of a table whose titles are not in its first row; null where they are, or where there are none. */
export function findTableHead(rows: readonly RawRow[]): TableHead | null {
  const looked = rows.slice(0, MOST_ROWS).map(({ cells }) => cells.map((cell) => cell.trim()))
  const at = looked.findIndex(isTitles)
  const first = looked[at]
  if (!first) return null
  const isSecond = isTitlesBelow(looked[at + 1] ?? [], first)
  if (at === 0 && !isSecond) return null
  // Lines with marks above the titles are a table of their own.
  if (looked.slice(0, at).some((cells) => cells.some(isMarkOrStatus))) return null
  const comments = looked
    .slice(0, at)
    .map((cells) => [...new Set(cells.filter(Boolean))].join(' ').replace(/^#+ */, ''))
  const context = comments.reduce<Partial<RowContext>>((above, text) => below(above, readHeading(text).context), {})
  const second = isSecond ? (looked[at + 1] ?? []) : []
  const header = Array.from({ length: Math.max(first.length, second.length) }, (_, index) =>
    titleOf(spreadOver(first, index, second), second[index] ?? ''),
  )
  return { rows: at + (isSecond ? 2 : 1), header, title: comments.find(Boolean) ?? null, context }
}

/** Whether a row of cells is one of titles: two of them are known, most of all, and none is a mark. */
export function isTitles(cells: readonly string[]): boolean {
  const filled = cells.filter(Boolean)
  const known = filled.filter((cell) => columnOfTitle(cell) !== null)
  return new Set(known).size >= 2 && known.length * 2 >= filled.length && !filled.some(isMarkOrStatus)
}

/** A second row of titles has words alone, under titles that are above several columns or none. */
function isTitlesBelow(cells: readonly string[], above: readonly string[]): boolean {
  const filled = cells.filter(Boolean)
  if (filled.length === 0 || filled.some((cell) => /\d/.test(cell) || isMarkOrStatus(cell))) return false
  const known = filled.filter((cell) => columnOfTitle(cell) !== null)
  const isUnder = cells.some((cell, at) => cell !== '' && ((above[at] ?? '') === '' || above[at] === above[at - 1]))
  return known.length * 2 >= filled.length && (isUnder || filled.length < above.filter(Boolean).length)
}

/** A title over several columns stands above the first of them, and those to its right are empty. */
function spreadOver(titles: readonly string[], index: number, second: readonly string[]): string {
  if ((titles[index] ?? '') !== '' || (second[index] ?? '') === '') return titles[index] ?? ''
  return titles.slice(0, index).findLast(Boolean) ?? ''
}

/** "Athlete" over "Country" is the country; what the lower title alone does not say, both say together. */
function titleOf(upper: string, lower: string): string {
  if (lower === '' || upper === lower) return upper
  return upper === '' || columnOfTitle(lower) !== null ? lower : `${upper} ${lower}`
}
