/**
 * What the columns of a table are, by their titles, and by their cells where titles are missing or say nothing.
 */
import { DECIMAL, dayOf, isAscending, isCounting, isStatus, share, TIME } from './column-cells'
import { columnByTitleAndCells, columnOfTitle, type GuessedColumn, settleTitles } from './column-titles'
import { guessByContent } from './columns-by-content'
import type { Column, RawRow } from './listing'

export interface GuessedColumns {
  /** Whether the first row holds the titles of the columns. */
  header: boolean
  reason: string
  /** One for each cell of the widest row; null where nothing shows what the column is. */
  columns: GuessedColumn[]
}

/** How many rows are looked at. */
const MOST_ROWS = 300

/** No more of a cell is looked at, in characters. */
const LONGEST_CELL = 200

/**
 * What each column is, from the first rows of a table (a few hundred are enough). Titles count first, then the cells;
 * a title whose cells say otherwise ("Place" over names of towns, "Team" over nations) gives way to them.
 */
export function guessColumns(rows: readonly RawRow[]): GuessedColumns {
  const read = rows.slice(0, MOST_ROWS).filter(({ problem }) => problem === null)
  const titles = read[0]?.cells ?? []
  const { header, reason } = guessHeader(
    titles,
    read.slice(1).map(({ cells }) => cells),
  )
  const body = (header ? read.slice(1) : read).map(({ cells }) => cells)
  const width = read.reduce((most, { cells }) => Math.max(most, cells.length), 0)
  const samples = Array.from({ length: width }, (_, at) =>
    body.map((cells) => (cells[at] ?? '').slice(0, LONGEST_CELL).trim()).filter((cell) => !EMPTY.test(cell)),
  )
  const columns = samples.map((cells, at): GuessedColumn | null => {
    const title = header ? (titles[at] ?? '').trim() : ''
    if (header && title === '' && (isCounting(cells) || isAscending(cells))) return { value: 'ignored', reason: COUNTS }
    return title === '' ? null : columnByTitleAndCells(title, cells)
  })
  settleTitles(columns, header ? titles : [], samples)
  marksAmongNotes(columns, samples)
  guessByContent(columns, samples)
  return { header, reason, columns: asOneRace(columns, samples).map((guess) => guess ?? UNKNOWN) }
}

const COUNTS = 'It has no title and counts the rows.'
const UNKNOWN: GuessedColumn = { value: null, reason: 'Neither a title nor its cells tell what it is.' }

const EMPTY = /^(?:|-+|–|—|\?|n\/a|nan|null|none)$/i

function guessHeader(first: readonly string[], body: readonly string[][]): { header: boolean; reason: string } {
  const filled = first.map((cell) => cell.trim()).filter((cell) => cell !== '')
  const known = filled.filter((cell) => columnOfTitle(cell) !== null)
  const isData = filled.some(
    (cell) => TIME.test(cell) || (/\d/.test(cell.replace(/^\D*$/, '')) && dayOf(cell) !== null),
  )
  const named = known.slice(0, 3).join(', ')
  if (known.length >= 2 && known.length * 2 >= filled.length && !isData) {
    return { header: true, reason: `The first line names the columns ${named}${known.length > 3 ? ' …' : ''}.` }
  }
  if (known.length > 0 && filled.length <= 2 && !isData) {
    return { header: true, reason: `The first line names the column ${named}.` }
  }
  if (isData) return { header: false, reason: 'The first line holds a mark or a date already.' }
  const isNumbered = (cells: readonly string[]) => cells.some((cell) => /\d/.test(cell))
  const othersAre = body.length > 0 && body.slice(0, 20).every(isNumbered)
  if (filled.length >= 2 && !isNumbered(first) && othersAre) {
    return { header: true, reason: 'The first line has no numbers, and all others have.' }
  }
  return { header: false, reason: 'The first line looks like those below it.' }
}

/** Tables of careers give the mark among the notes. */
function marksAmongNotes(columns: (GuessedColumn | null)[], samples: readonly (readonly string[])[]): void {
  if (columns.some((guess) => guess?.value === 'mark' || guess?.value === 'seconds')) return
  const isMark = (cell: string) => TIME.test(cell) || DECIMAL.test(cell) || isStatus(cell)
  const at = columns.findIndex((guess, index) => guess?.value === 'note' && share(samples[index] ?? [], isMark) >= 0.5)
  if (at >= 0) columns[at] = { value: 'mark', reason: 'Its title is of notes, but most of its cells are marks.' }
}

/** Where nothing shows different days or competitions, the table is of one race. */
function asOneRace(
  columns: (GuessedColumn | null)[],
  samples: readonly (readonly string[])[],
): (GuessedColumn | null)[] {
  const has = (...wanted: Column[]) => columns.some((guess) => guess?.value && wanted.includes(guess.value))
  if (has('date', 'year', 'month', 'venue', 'competition')) return columns
  return columns.map((guess, at) => {
    // Timing systems give the place no title.
    if (guess?.reason === COUNTS && !has('place', 'rank')) {
      return { value: 'place', reason: 'It counts upwards without a title, as the places of one race do.' }
    }
    if (guess?.value === 'rank' && !has('place', 'city')) {
      return {
        value: 'place',
        reason: 'Ranks, and as nothing tells of different days or towns, the places of one race.',
      }
    }
    if (guess?.value === 'city' && new Set(samples[at]).size > 1) {
      return { value: 'ignored', reason: 'Towns, but those of one race differ only as the homes of its runners.' }
    }
    return guess
  })
}
