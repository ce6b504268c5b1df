/**
 * A table that was copied from a page and pasted as text, one cell a line. Where its rows begin is nowhere written: a
 * nation stands once for its flag and once for its code, a name once or twice, a note only where there is one, and empty
 * cells leave no line. So the boundaries are found by what each line can be.
 */
import { parsePartialDate } from '../../sport/partial-date'
import type { Column, RawRow, RowContext } from '../listing'
import { below, readHeading } from './heading'
import { countryCodeOf } from './meeting-words'
import { readPipeRows } from './pipe-rows'
import { columnOfTitle, isDash, isMarkOrStatus, isPlace, isStatus, isWind, isWords, isYear } from './shapes'
import { type ListedTable, linesOf, rawRow, squeeze, titleOf } from './table'

interface Cell {
  line: number
  text: string
}

/** A title as it is, and what its column is taken for. */
interface TitledColumn {
  title: string
  column: Column | null
}

/** What is between two cells is longer than any cell, so it is prose. */
const LONGEST_CELL = 200
const MOST_TITLES = 30
/** In the order of nearly every list of results that has no titles. */
const USUAL: readonly Column[] = ['place', 'country', 'name', 'mark', 'note']

export function readCells(text: string): ListedTable[] {
  const piped = readPipeRows(text)
  if (piped.length > 0) return piped
  const lines = linesOf(text).map((line, index): Cell => ({ line: index + 1, text: squeeze(line.slice(0, 1000)) }))
  const starts = headerRuns(lines.filter((cell) => cell.text !== ''))
  if (starts.length === 0) return untitled(lines)

  let context: Partial<RowContext> = {}
  return starts.flatMap(({ from, titles }, index) => {
    const previous = starts[index - 1]
    // Lines count from 1, so the one at an index is the one behind it.
    const above = lines.slice(previous?.last ?? 0, from - 1)
    // The first table's headings are all that is above it, a later one's only the lines that say something.
    const headings = above.filter((cell) => cell.text !== '' && (index === 0 || isHeading(cell.text)))
    for (const heading of headings.slice(-20)) context = below(context, readHeading(heading.text).context)
    const last = titles.at(-1)?.line ?? from
    const next = starts[index + 1]?.from
    const body = lines.slice(last, next && next - 1)
    const columns = titles.map(({ text: title }): TitledColumn => ({ title, column: columnOfTitle(title) }))
    const title = titleOf(headings.at(-1)?.text ?? '')
    const table = tableOf(columns, body, context, title)
    return table.rows.length > 0 ? [table] : []
  })
}

/** Where titles stand one below the other: at least two that are known, one of them of a name or a country. */
function headerRuns(cells: readonly Cell[]): { from: number; last: number; titles: Cell[] }[] {
  const runs: { from: number; last: number; titles: Cell[] }[] = []
  let titles: Cell[] = []
  const end = () => {
    const columns = titles.map(({ text }) => columnOfTitle(text))
    const [first, last] = [titles[0], titles.at(-1)]
    const isHeader = columns.length >= 2 && (columns.includes('name') || columns.includes('competition'))
    if (first && last && isHeader) runs.push({ from: first.line, last: last.line, titles })
    titles = []
  }
  cells.forEach((cell, index) => {
    const isKnown = columnOfTitle(cell.text) !== null
    // One title that nobody knows may stand between two that are known.
    const isBetween = titles.length > 0 && isWords(cell.text) && columnOfTitle(cells[index + 1]?.text ?? '') !== null
    if ((isKnown || isBetween) && titles.length < MOST_TITLES) titles.push(cell)
    else end()
  })
  end()
  return runs
}

function tableOf(
  titled: readonly TitledColumn[],
  body: readonly Cell[],
  context: Partial<RowContext>,
  title: string | null,
): ListedTable {
  const written = body.filter((cell) => cell.text !== '')
  const rows =
    rowsOfLength(titled, written, context) ??
    rowsOfLength(titled, trimmed(body), context) ??
    rowsByShape(titled, written, context)
  const header = titled.map((one) => one.title)
  return { context, title, header, columns: finalColumns(titled, rows), rows }
}

/** A table without titles, where every few lines a place, a nation, a name and a mark follow each other. */
function untitled(lines: readonly Cell[]): ListedTable[] {
  const written = lines.filter((cell) => cell.text !== '')
  const first = written.findIndex(
    ({ text }, index) => isPlace(text) && written.slice(index + 1, index + 5).some((next) => isMarkOrStatus(next.text)),
  )
  if (first < 0) return []
  let context: Partial<RowContext> = {}
  const headings = written.slice(Math.max(0, first - 20), first)
  for (const heading of headings) context = below(context, readHeading(heading.text).context)
  const titled = USUAL.map((column): TitledColumn => ({ title: '', column }))
  const rows = rowsByShape(titled, written.slice(first), context)
  const whole = rows.filter(({ cells, problem }) => problem === null && cells[2] !== '' && cells[3] !== '')
  // One number, one word and one time are found in any prose; two rows of them are a table.
  if (whole.length < 2 || whole.length * 2 < rows.length) return []
  return [
    { context, title: titleOf(headings.at(-1)?.text ?? ''), header: null, columns: finalColumns(titled, rows), rows },
  ]
}

/** Rows of as many lines as there are titles, if each line is what its title says. */
function rowsOfLength(
  titled: readonly TitledColumn[],
  body: readonly Cell[],
  context: Partial<RowContext>,
): RawRow[] | null {
  const length = titled.length
  if (body.length === 0 || body.length % length !== 0) return null
  const isMisplaced = ({ text }: Cell, index: number) => {
    const column = titled[index % length]?.column ?? null
    return text === '' ? column === 'name' : !fits(column, text, true)
  }
  if (body.some(isMisplaced)) return null
  return Array.from({ length: body.length / length }, (_, row) => {
    const cells = body.slice(row * length, (row + 1) * length)
    return rowOf(
      cells,
      cells.map(({ text }) => text),
      context,
      null,
    )
  })
}

function trimmed(body: readonly Cell[]): readonly Cell[] {
  const first = body.findIndex(({ text }) => text !== '')
  return first < 0 ? [] : body.slice(first, body.findLastIndex(({ text }) => text !== '') + 1)
}

interface Growing {
  read: Cell[]
  slots: (string | null)[]
  /** The column that was filled last. */
  last: number
  extra: string[]
}

/**
 * Rows of unequal length. Each line goes to the next column that it fits; a line that repeats the one above is the same
 * cell once more; a row begins where the first column is met again after a whole row.
 */
function rowsByShape(titled: readonly TitledColumn[], body: readonly Cell[], above: Partial<RowContext>): RawRow[] {
  const columns = titled.map(({ column }) => column)
  const at = (column: Column) => columns.indexOf(column)
  const marks = body.filter(({ text }) => isMarkOrStatus(text)).length
  const hasCodes = body.filter(({ text }) => /^[A-Z]{3}$/.test(text) && !isStatus(text)).length * 2 >= marks
  const hasEvents = columns.includes('discipline') || columns.includes('round') || columns.includes('competition')

  const rows: RawRow[] = []
  let context = above
  let row: Growing | null = null
  const filled = (grown: Growing, column: Column) => (grown.slots[at(column)] ?? null) !== null
  const end = () => {
    if (row !== null) rows.push(finished(row, columns, context))
    row = null
  }
  const begins = (grown: Growing, text: string, next: string): boolean => {
    const isWhole = filled(grown, 'mark') || (filled(grown, 'name') && isStatus(grown.slots[at('place')] ?? ''))
    if (columns[grown.last + 1] === 'wind' && isWind(text) && /[.,]/.test(text)) return false
    if (columns[grown.last + 1] === null || columns[grown.last + 1] === 'ignored') return false
    const isFollowed = isWords(next) && !isPlace(next)
    if (isStatus(text)) return isWhole && isFollowed && at('place') === 0
    if (at('place') === 0 && isPlace(text)) return isWhole || (filled(grown, 'name') && isFollowed)
    if (at('place') === 0 && isDash(text)) return isWhole && isFollowed
    if (columns[0] !== 'place' && fits(columns[0] ?? null, text, hasCodes)) return isWhole
    return isWhole && hasCodes && isNation(text) && isFollowed
  }

  body.forEach(({ line, text }, index) => {
    if (text.length > LONGEST_CELL) {
      end()
      return
    }
    if (!hasEvents && isHeading(text)) {
      end()
      context = below(above, readHeading(text).context)
      return
    }
    if (row !== null && begins(row, text, body[index + 1]?.text ?? '')) end()
    row ??= { read: [], slots: columns.map(() => null), last: -1, extra: [] }
    row.read.push({ line, text })
    if (row.last >= 0 && row.slots[row.last] === text && isWords(text)) return
    const column = nextColumn(row, columns, text, hasCodes)
    if (column < 0) {
      row.extra.push(text)
    } else {
      row.slots[column] = text
      row.last = column
    }
  })
  end()
  return rows
}

/** The next column that the text fits; -1 where there is none. A mark is not passed over, a name only by a mark. */
function nextColumn(row: Growing, columns: readonly (Column | null)[], text: string, hasCodes: boolean): number {
  for (let index = row.last + 1; index < columns.length; index += 1) {
    const column = columns[index] ?? null
    const isNationFirst = column === 'name' && hasCodes && isNation(text) && columns.indexOf('country') > index
    if (fits(column, text, hasCodes) && !isNationFirst) return index
    if (column === 'mark' || (column === 'name' && !isMarkOrStatus(text))) return -1
  }
  return -1
}

function finished(row: Growing, columns: readonly (Column | null)[], context: Partial<RowContext>): RawRow {
  const cells = row.slots.map((slot) => slot ?? '')
  const at = (column: Column) => columns.indexOf(column)
  // "DNF" in place of a rank leaves the mark's cell empty, and empty cells leave no line.
  const status = cells[at('place')] ?? ''
  if (isStatus(status) && cells[at('mark')] === '') {
    cells[at('mark')] = status
    cells[at('place')] = ''
  }
  if (row.extra.length > 0 && at('note') >= 0) {
    cells[at('note')] = [cells[at('note')], ...row.extra].filter(Boolean).join(' ')
  }
  const isNameless = at('name') >= 0 && cells[at('name')] === ''
  const isTooLong = row.extra.length > 0 && at('note') < 0
  const problem = isNameless
    ? 'No name stands in this row.'
    : isTooLong
      ? `“${(row.extra[0] ?? '').slice(0, 60)}” fits no column of the table.`
      : null
  return rowOf(row.read, cells, context, problem)
}

function rowOf(read: readonly Cell[], cells: string[], context: Partial<RowContext>, problem: string | null): RawRow {
  const raw = read
    .slice(0, 100)
    .map(({ text }) => text)
    .join('\n')
  return { ...rawRow(read[0]?.line ?? 1, raw, cells, context), problem }
}

/** Whether a text can stand in a column. What a title does not settle can be anything. */
function fits(column: Column | null, text: string, hasCodes: boolean): boolean {
  switch (column) {
    case 'place':
      return isPlace(text) || isStatus(text) || isDash(text)
    case 'mark':
      return isMarkOrStatus(text) || isDash(text)
    case 'country':
      return hasCodes ? isNation(text) || countryCodeOf(text) !== null : isWords(text) && !isPlace(text)
    case 'name':
    case 'affiliation':
    case 'competition':
    case 'venue':
    case 'city':
      return isWords(text) && !/^\d+(?:st|nd|rd|th)$/.test(text)
    case 'wind':
      return isWind(text) || isDash(text)
    case 'year':
      return isYear(text)
    case 'date':
    case 'birthDate':
      return isYear(text) || parsePartialDate(text) !== null || /^\d{1,2}[ ./-].{0,20}\d$/.test(text)
    default:
      return true
  }
}

/** Three capitals, whether or not the code is known. */
function isNation(text: string): boolean {
  return /^[A-Z]{3}$/.test(text) && !isStatus(text)
}

/** "Heat 2", "Men's 100 m": a line between rows that says which race comes. */
function isHeading(text: string): boolean {
  if (text.length > 100 || !isWords(text) || isStatus(text)) return false
  const { context, rest } = readHeading(text)
  return rest === '' && (context.discipline ?? context.round ?? context.raceNumber) !== undefined
}

/**
 * What the columns tell, seen by their rows: a rank is the place where the table is of one race, and the rank in a list
 * where each row has a day or a competition of its own; a team is a nation or else a club.
 */
function finalColumns(titled: readonly TitledColumn[], rows: readonly RawRow[]): (Column | null)[] {
  const columns = titled.map(({ column }) => column)
  const isList = columns.some((column) => column === 'date' || column === 'competition' || column === 'venue')
  return titled.map(({ title, column }, index) => {
    if (column === 'place' && isList && /^(?:rank|rk|#|no\.)$/i.test(title)) return 'rank'
    if (column !== 'country') return column
    const filled = rows.map(({ cells }) => cells[index] ?? '').filter(Boolean)
    const nations = filled.filter((text) => isNation(text) || countryCodeOf(text) !== null)
    return nations.length * 2 < filled.length ? 'affiliation' : 'country'
  })
}
