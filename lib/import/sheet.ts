/**
 * A sheet of results as an editor types it: what holds for all of it once, at its head, and rows of cells. It becomes a
 * list like any other, whose columns are known.
 */
import { plainText } from '../form/plain-text'
import type { Typed } from '../form/typed'
import { escapeFormula } from './formula-escape'
import type { Column, RawRow, RowContext } from './listing'
import type { Cells } from './row-cells'

/** All runners of a race, or the results of an athlete. */
export type SheetKind = 'race' | 'season'

export const SHEET_COLUMNS = {
  race: ['place', 'name', 'country', 'birthDate', 'mark', 'status', 'wind', 'remark'],
  season: ['date', 'competition', 'city', 'discipline', 'mark', 'place', 'wind', 'remark'],
} as const satisfies Record<SheetKind, readonly Column[]>

export type SheetColumn = (typeof SHEET_COLUMNS)[SheetKind][number]

/** Beside the columns that are typed: who is meant, where that was asked, and what the head says. */
const OTHER_COLUMNS: Record<SheetKind, readonly Column[]> = {
  race: ['athleteAddress', 'competitionAddress'],
  season: ['athleteAddress', 'name', 'country'],
}

/** By these an athlete is found: when one is typed again, the answer to who is meant is asked for again. */
export const NAMING: readonly Column[] = ['name', 'country', 'birthDate']

export const EMPTY_ROWS = 10
/** Longer lists come as files. */
export const MOST_SHEET_ROWS = 500

export interface SheetHead {
  kind: SheetKind
  context: Partial<RowContext>
  /** Cells that are the same in each row. */
  told: Cells
}

/** The name of a column's inputs, one in each row: "row:mark". */
export function sheetInput(column: Column): string {
  return `row:${column}`
}

/** One cell, as errors name it; rows count from 0: "row:mark.3". */
export function cellInput(column: Column, row: number): string {
  return `${sheetInput(column)}.${row}`
}

/** The column and row of a cell's name; null for any other input. */
export function cellOf(input: string): { column: Column; row: number } | null {
  const [, column, row] = /^row:(\w+)\.(\d+)$/.exec(input) ?? []
  return column === undefined ? null : { column: column as Column, row: Number(row) }
}

/** What a list of this kind has in its columns, in their order. */
export function listColumns(kind: SheetKind): Column[] {
  return [...SHEET_COLUMNS[kind], ...OTHER_COLUMNS[kind]]
}

/** The rows that were typed, those without anything in them as well. */
export function rowsIn(typed: Typed, kind: SheetKind): Cells[] {
  const columns: Column[] = [...SHEET_COLUMNS[kind], 'athleteAddress']
  const length = Math.max(...columns.map((column) => typed[sheetInput(column)]?.length ?? 0))
  return Array.from({ length }, (_, row) => {
    const cells = columns.map((column) => [column, oneLine(typed[sheetInput(column)]?.[row] ?? '')])
    return Object.fromEntries(cells.filter(([, text]) => text !== '')) as Cells
  })
}

function oneLine(text: string): string {
  return plainText(text).replace(/\s+/g, ' ')
}

/** Whether nothing was typed in a row. */
export function isBlank(row: Cells, kind: SheetKind): boolean {
  return SHEET_COLUMNS[kind].every((column) => (row[column] ?? '').trim() === '')
}

/** At least so many rows, and always one that is empty at the end. */
export function withRoom(rows: readonly Cells[], kind: SheetKind, least = EMPTY_ROWS): Cells[] {
  const last = rows.at(-1)
  const wanted = Math.max(least, rows.length + (last && !isBlank(last, kind) ? 1 : 0))
  return [...rows, ...Array.from({ length: Math.min(wanted, MOST_SHEET_ROWS) - rows.length }, (): Cells => ({}))]
}

/** A row as the cells of a list; one without anything typed has none. */
export function listedCells(row: Cells, { kind, told }: Pick<SheetHead, 'kind' | 'told'>): string[] {
  const columns = listColumns(kind)
  return isBlank(row, kind)
    ? columns.map(() => '')
    : columns.map((column) => escapeFormula(row[column] || told[column] || ''))
}

/** A row as a list has it, to be read like any other. */
export function listedRow(row: Cells, head: Pick<SheetHead, 'kind' | 'told'>, line: number): RawRow {
  return { line, raw: '', cells: listedCells(row, head), context: {}, problem: null }
}
