/** The cells of a sheet as a spreadsheet has them: pasting, filling down and moving by keys. */

import type { Column } from './listing'
import type { Cells } from './row-cells'
import { MOST_SHEET_ROWS, NAMING, SHEET_COLUMNS, type SheetColumn, type SheetKind, withRoom } from './sheet'

/** A cell; both count from 0. */
export interface Position {
  row: number
  column: number
}

const CELL = /(?:"((?:[^"]|"")*)"(?=[\t\r\n]|$)|([^\t\r\n]*))(\t|\r\n?|\n|$)/gy

/** The cells of text that was copied from a spreadsheet; one in quotation marks may hold tabs and line breaks. */
export function readGrid(text: string): string[][] {
  const rows: string[][] = []
  let row: string[] = []
  for (const [, quoted, plain = '', end] of text.matchAll(CELL)) {
    const cell = quoted === undefined ? plain : quoted.replaceAll('""', '"')
    row.push(cell.replace(/\s+/g, ' ').trim())
    if (end === '\t') continue
    rows.push(row)
    row = []
    if (end === '') break
  }
  // What is copied ends with a line break, behind which there is nothing.
  const last = rows.at(-1)
  return last?.length === 1 && last[0] === '' ? rows.slice(0, -1) : rows
}

/** A row with another text in one of its cells. */
export function withCell(row: Cells, column: Column, text: string): Cells {
  const { athleteAddress, ...others } = row
  // Who is meant was asked for the name as it was.
  const isKept = athleteAddress !== undefined && !NAMING.includes(column)
  return { ...others, ...(isKept && { athleteAddress }), [column]: text }
}

/** The rows with a grid pasted into them from a cell on; what has no room to the right is left away. */
export function pasted(rows: readonly Cells[], kind: SheetKind, at: Position, grid: readonly string[][]): Cells[] {
  const columns: readonly SheetColumn[] = SHEET_COLUMNS[kind]
  const length = Math.min(Math.max(rows.length, at.row + grid.length), MOST_SHEET_ROWS)
  const filled = Array.from({ length }, (_, index) => {
    const cells = grid[index - at.row] ?? []
    return cells.reduce((row, text, offset) => {
      const column = columns[at.column + offset]
      return column ? withCell(row, column, text) : row
    }, rows[index] ?? {})
  })
  return withRoom(filled, kind)
}

/** The rows with a cell as the one above it; in the first row there is none. */
export function filledDown(rows: readonly Cells[], kind: SheetKind, { row, column: index }: Position): Cells[] {
  const [above, here] = [rows[row - 1], rows[row]]
  const column = SHEET_COLUMNS[kind][index]
  if (!above || !here || !column) return [...rows]
  return withRoom(rows.with(row, withCell(here, column, above[column] ?? '')), kind)
}

/**
 * Where a key leads from a cell; null where it stays. Enter goes down, and after a walk to the right by Tab it begins the
 * next row where that walk began, so that a row is typed from its first cell to its last.
 *
 * @param from the column where the walk by Tab began; null where there was none.
 */
export function moved(
  key: string,
  at: Position,
  { rows, from }: { rows: number; from: number | null },
): Position | null {
  const to = { ArrowUp: at.row - 1, ArrowDown: at.row + 1, Enter: at.row + 1 }[key]
  if (to === undefined || to < 0 || to >= rows) return null
  return { row: to, column: key === 'Enter' ? (from ?? at.column) : at.column }
}
