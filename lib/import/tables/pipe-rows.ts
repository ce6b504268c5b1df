/**
 * Tables with lines between pipes: "| 2004 | Olympic Games | Athens, Greece | 75th | Marathon | 2:33:24 |".
 *
 * Texts taken from encyclopedias lose the spans of their cells in this shape: a line has then only the cells that were
 * its own, set to the left, and as many empty ones at its end as it took over from the line above (DOMAIN.md, rule 20).
 */
import type { Column, RawRow } from '../listing'
import { below, readHeading } from './heading'
import { countryCodeOf } from './meeting-words'
import { isDash, isMarkOrStatus, isPlace, isTitleRow, isWords, isYear } from './shapes'
import { type ListedTable, linesOf, rawRow, squeeze, titleOf } from './table'

const MOST_CELLS = 60
const MOST_OF = 0.6

interface PipeLine {
  line: number
  raw: string
  cells: string[]
}

/** Every run of at least two lines between pipes. */
export function readPipeRows(text: string): ListedTable[] {
  const tables: ListedTable[] = []
  let run: PipeLine[] = []
  let page: string | null = null
  let title: string | null = null

  const end = () => {
    const table = run.length < 2 ? null : tableOf(run, title, page)
    if (table !== null) tables.push(table)
    run = []
  }
  linesOf(text).forEach((written, index) => {
    const content = written.length > 20_000 ? '' : written.trim()
    if (content.length > 2 && content.startsWith('|') && content.endsWith('|')) {
      const cells = content.slice(1, -1).split('|', MOST_CELLS).map(squeeze)
      run.push({ line: index + 1, raw: content, cells })
      return
    }
    end()
    if (content === '') return
    const heading = /^(=+|#+) ?([^=#].{0,200}?) ?=*$/.exec(content)
    if (heading?.[1]?.length === 1) page = heading[2] ?? null
    // A line of prose right above is no title, a heading or a caption is.
    title = heading ? (heading[2] ?? null) : content.length <= 100 ? content : title
  })
  end()
  return tables
}

function tableOf(run: readonly PipeLine[], title: string | null, page: string | null): ListedTable | null {
  const width = run.reduce((most, { cells }) => Math.max(most, cells.length), 0)
  if (width < 2) return null
  const lines = run
    .filter(({ cells }) => !cells.every((cell) => /^:?-+:?$/.test(cell)))
    .map((one) => ({ ...one, cells: Array.from({ length: width }, (_, index) => one.cells[index] ?? '') }))
  const above = title === null ? {} : readHeading(title).context
  const first = lines.find(({ cells }) => cells.filter(Boolean).length > 1)
  const ruled = run[1]?.cells.every((cell) => /^:?-+:?$/.test(cell)) && first === lines[0]
  const titles = first && (ruled || isTitleRow(first.cells)) ? first : null
  const fits = shapesOf(lines.filter((one) => one !== titles).map(({ cells }) => cells))

  const rows: RawRow[] = []
  const nations: string[] = []
  let context = above
  let nation: string | null = null
  let cells: string[] | null = null
  for (const one of lines) {
    if (one === titles) continue
    const written = one.cells.filter(Boolean)
    if (written.length === 0) continue
    if (written.length === 1 && one.cells[0] !== '') {
      const heading = readHeading(one.cells[0] ?? '')
      context = below(above, heading.context)
      nation = heading.nation ?? nation
      continue
    }
    cells = withLostCells(one.cells, cells, fits)
    rows.push(rawRow(one.line, one.raw, cells, context))
    nations.push(nation ?? '')
  }
  if (rows.length === 0) return null

  const known = titles === null ? columnsByShape(rows.map((row) => row.cells)) : null
  // A page about one athlete names the athlete at its very top.
  const isOfOne = nation !== null && page !== null
  const table: ListedTable = {
    context: isOfOne ? { ...above, athlete: page } : above,
    title: titleOf(title ?? ''),
    header: titles?.cells ?? null,
    columns: known,
    rows: isOfOne ? rows.map((row) => ({ ...row, context: { ...row.context, athlete: page } })) : rows,
  }
  if (nation === null) return table
  return {
    ...table,
    header: table.header && [...table.header, 'Country'],
    columns: [...(known ?? Array.from({ length: width }, () => null)), 'country'],
    rows: table.rows.map((row, index) => ({ ...row, cells: [...row.cells, nations[index] ?? ''] })),
  }
}

type Shape = (text: string) => boolean

const SHAPES: readonly Shape[] = [
  isYear,
  (text) => isMarkOrStatus(text) || text === '',
  (text) => isPlace(text) || isDash(text),
  (text) => isWords(text) && !isYear(text) && !isPlace(text),
]

/** What most of the whole lines have in each column. */
function shapesOf(lines: readonly (readonly string[])[]): (Shape | null)[] {
  const whole = lines.filter((cells) => cells.at(-1) !== '')
  return Array.from({ length: lines[0]?.length ?? 0 }, (_, index) => {
    const column = whole.map((cells) => cells[index] ?? '')
    return SHAPES.find((shape) => column.filter(shape).length > column.length * MOST_OF) ?? null
  })
}

/** The line with what it took over from the line above, where its cells fit their columns better so. */
function withLostCells(cells: string[], above: string[] | null, shapes: readonly (Shape | null)[]): string[] {
  const own = cells.slice(0, cells.findLastIndex((cell) => cell !== '') + 1)
  if (above === null) return cells
  let [best, shift] = [-1, 0]
  for (let by = 0; by <= cells.length - own.length; by += 1) {
    const fitting = own.filter((cell, index) => shapes[index + by]?.(cell) ?? false).length
    if (fitting >= best) [best, shift] = [fitting, by]
  }
  const rest = Array.from({ length: cells.length - own.length - shift }, () => '')
  return [...above.slice(0, shift), ...own, ...rest]
}

/** What the columns of a table without titles tell, as far as it can be seen. */
function columnsByShape(rows: readonly (readonly string[])[]): (Column | null)[] {
  const most = (index: number, shape: Shape) => {
    const filled = rows.map((cells) => cells[index] ?? '').filter(Boolean)
    return filled.length > 0 && filled.filter(shape).length > filled.length * MOST_OF
  }
  const seen = new Set<Column>()
  const columns = Array.from({ length: rows[0]?.length ?? 0 }, (_, index) => {
    const found = COLUMN_SHAPES.find(([column, shape]) => !seen.has(column) && most(index, shape))?.[0] ?? null
    if (found !== null) seen.add(found)
    return found
  })
  const competition = columns.findIndex((column, index) => column === null && most(index, isWords))
  if (competition >= 0 && seen.has('year')) columns[competition] = 'competition'
  return columns
}

const COLUMN_SHAPES: readonly (readonly [Column, Shape])[] = [
  ['year', isYear],
  ['country', (text) => countryCodeOf(text) !== null],
  ['mark', isMarkOrStatus],
  ['place', (text) => isPlace(text) || isDash(text)],
  ['venue', (text) => text.includes(', ') && countryCodeOf(text.slice(text.lastIndexOf(', ') + 2)) !== null],
  ['discipline', isEvent],
]

function isEvent(text: string): boolean {
  if (text.length > 60) return false
  const { context, rest } = readHeading(text)
  return context.discipline !== undefined && context.competition === undefined && rest === ''
}
