/**
 * From rows whose cells span others, as HTML and wikis write them, to a table in which every row has all its cells.
 * Rows that are headings (one cell across the table, "Representing MGL") become the context of the rows below.
 */
import type { RawRow, RowContext } from '../listing'
import { below, readHeading } from './heading'
import { columnOfTitle, columnsByContent, isTitleRow } from './shapes'
import { type ListedTable, rawRow } from './table'

export interface SpannedCell {
  text: string
  /** Written as a heading: <th>, "!". */
  isTitle: boolean
  rowspan: number
  colspan: number
  /** The country whose flag is in the cell, as the page calls it; it is the text too where there is no other. */
  flag: string | null
}

export interface SpannedRow {
  line: number
  raw: string
  cells: SpannedCell[]
}

/** More than any table of results has; it bounds what a hostile span can make of a short text. */
const MOST_COLUMNS = 60
const LONGEST_SPAN = 1000

/** The table, or null where no row of it has two cells. */
export function tableOfSpans(
  title: string | null,
  spanned: readonly SpannedRow[],
  context: Partial<RowContext>,
  known: readonly string[] | null = null,
): ListedTable | null {
  const rows = filled(spanned)
  const width = rows.reduce((most, { cells }) => Math.max(most, cells.length), 0)
  if (width < 2) return null

  let header: string[] | null = known && Array.from({ length: width }, (_, index) => known[index] ?? '')
  const titles: SpannedCell[][] = []
  const body: { row: RawRow; nation: string | null }[] = []
  let current = context
  let nation: string | null = null
  for (const { source, cells } of rows) {
    const heading = headingText(source, cells)
    if (heading !== null) {
      const read = readHeading(heading)
      current = below(current, read.context)
      nation = read.nation ?? nation
    } else if (body.length === 0 && known === null && isHeaderRow(source, cells)) {
      titles.push([...cells])
    } else if (body.length > 0 && source.cells.length > 1 && source.cells.every((cell) => cell.isTitle)) {
      // The titles once more, above the next part of the table.
    } else {
      const texts = Array.from({ length: width }, (_, index) => cells[index]?.text ?? '')
      const flag = cells.find((cell) => cell.flag !== null && cell.flag !== cell.text)?.flag ?? nation
      body.push({ row: rawRow(source.line, source.raw, texts, current), nation: flag })
    }
  }
  if (titles.length > 0) header = joinedTitles(titles, width)
  return withNations(
    { context, title, header, columns: null, rows: body.map(({ row }) => row) },
    body.map(({ nation }) => nation),
  )
}

/** Every row with the cells that others span into it; rows that have none of their own are left out. */
function filled(spanned: readonly SpannedRow[]): { source: SpannedRow; cells: SpannedCell[] }[] {
  const running = new Map<number, { cell: SpannedCell; left: number }>()
  const rows: { source: SpannedRow; cells: SpannedCell[] }[] = []
  for (const source of spanned) {
    const cells: SpannedCell[] = []
    const own = source.cells[Symbol.iterator]()
    let next = own.next()
    while (cells.length < MOST_COLUMNS) {
      const above = running.get(cells.length)
      if (above !== undefined) {
        above.left -= 1
        if (above.left === 0) running.delete(cells.length)
        cells.push(above.cell)
        continue
      }
      if (next.done) {
        const last = Math.max(-1, ...running.keys())
        if (cells.length > last) break
        cells.push({ text: '', isTitle: false, rowspan: 1, colspan: 1, flag: null })
        continue
      }
      const cell = next.value
      const down = Math.min(cell.rowspan, LONGEST_SPAN) - 1
      for (let across = 0; across < Math.min(cell.colspan, MOST_COLUMNS) && cells.length < MOST_COLUMNS; across += 1) {
        if (running.has(cells.length)) break
        if (down > 0) running.set(cells.length, { cell, left: down })
        cells.push(cell)
      }
      next = own.next()
    }
    if (source.cells.length > 0) rows.push({ source, cells })
  }
  return rows
}

/** The text of a row that is one cell across the table, or one alone with nothing beside it. */
function headingText(source: SpannedRow, cells: readonly SpannedCell[]): string | null {
  const written = source.cells.filter((cell) => cell.text !== '')
  const [only] = written
  if (only === undefined || written.length > 1) return null
  const isAcross = only.colspan > 1 && cells.every((cell) => cell === only || cell.text === '')
  const isAlone = source.cells.length === 1 && cells.length === 1 && only.isTitle
  return isAcross || isAlone ? only.text : null
}

function isHeaderRow(source: SpannedRow, cells: readonly SpannedCell[]): boolean {
  return source.cells.every((cell) => cell.isTitle) || isTitleRow(cells.map((cell) => cell.text))
}

/** The lowest title of each column; where two columns share it, with those above: "Heat Time" and "Final Time". */
function joinedTitles(titles: readonly (readonly SpannedCell[])[], width: number): string[] {
  const stacks = Array.from({ length: width }, (_, index) => [
    ...new Set(titles.map((row) => row[index]?.text ?? '').filter((text) => text !== '')),
  ])
  const lowest = stacks.map((stack) => stack.at(-1) ?? '')
  return stacks.map((stack, index) => {
    const text = lowest[index] ?? ''
    return lowest.indexOf(text) === lowest.lastIndexOf(text) ? text : stack.join(' ')
  })
}

/** Flags beside other text, and nations of headings, get a column of their own where none has the country already. */
function withNations(table: ListedTable, nations: readonly (string | null)[]): ListedTable {
  const { header, rows } = table
  const cells = rows.map((row) => row.cells)
  const columns = header && columnsByContent(header, cells)
  const isTitled = header?.some((title) => columnOfTitle(title) === 'country') ?? false
  if (isTitled || nations.length === 0 || nations.filter(Boolean).length * 2 < nations.length)
    return { ...table, columns }
  const unknown = Array.from({ length: cells[0]?.length ?? 0 }, () => null)
  return {
    ...table,
    header: header && [...header, 'Country'],
    columns: [...(columns ?? unknown), 'country'],
    rows: rows.map((row, index) => ({ ...row, cells: [...row.cells, nations[index] ?? ''] })),
  }
}
