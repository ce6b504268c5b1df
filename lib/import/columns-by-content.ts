/** What columns are, by their cells, where titles are missing or say nothing. */
import { parseWind } from '../sport/marks'
import {
  DECIMAL,
  dayOf,
  figure,
  isAscending,
  isCounting,
  isCountryCode,
  isFloats,
  isName,
  isPlace,
  isPlaceOrStatus,
  isStatus,
  MOSTLY,
  median,
  share,
  TIME,
  YEAR,
} from './column-cells'
import type { GuessedColumn } from './column-titles'
import { disciplineOf, sexOf } from './context'
import type { Column } from './listing'

/** The columns as far as they are known, with their cells; every kind of column is given once. */
class OpenColumns {
  constructor(
    private readonly columns: (GuessedColumn | null)[],
    private readonly samples: readonly (readonly string[])[],
  ) {}

  has(column: Column): boolean {
    // Parts of a date or a mark stand for the whole.
    const part = column === 'mark' ? 'seconds' : column === 'date' ? 'month' : null
    return this.columns.some((guess) => guess?.value === column || (part !== null && guess?.value === part))
  }

  /** Those that nothing is known of yet. */
  open(): { cells: readonly string[]; at: number }[] {
    return this.samples.flatMap((cells, at) => (this.columns[at] === null && cells.length > 0 ? [{ cells, at }] : []))
  }

  give(at: number, value: Column, what: string): void {
    this.columns[at] = { value, reason: `Its cells ${what}.` }
  }

  giveFirst(column: Column, what: string, test: (cell: string) => boolean, least = MOSTLY): void {
    if (this.has(column)) return
    const found = this.open().find(({ cells }) => share(cells, test) >= least)
    if (found) this.give(found.at, column, what)
  }
}

/** Guesses the columns that are null, in place. What is easiest to tell comes first, and leaves fewer for the rest. */
export function guessByContent(columns: (GuessedColumn | null)[], samples: readonly (readonly string[])[]): void {
  const table = new OpenColumns(columns, samples)
  table.giveFirst('mark', 'are times', (cell) => TIME.test(cell) || isStatus(cell))
  table.giveFirst('venue', 'name places and their countries', (cell) => VENUE.test(cell), 0.6)
  table.giveFirst('country', 'are codes of countries', isCountryCode)
  table.giveFirst(
    'sex',
    'are M and F',
    (cell) => /^[mfwx男女]$/i.test(cell) || (sexOf(cell) !== null && cell.length < 10),
  )
  guessDates(table)
  table.giveFirst('discipline', 'name disciplines', (cell) => disciplineOf(cell) !== null)
  guessDecimals(table)
  guessNumbers(table)
  table.giveFirst('name', 'are names of people', isName)
}

const VENUE = /\p{L}.*\([A-Z]{3}\)(?: \(i\))?$/u
const WIND = /^[+−-]?\d[.,]\d(?: ?m\/s)?$/

/** Two columns of dates are of births and of races; races are the later ones. */
function guessDates(table: OpenColumns): void {
  const dates = table
    .open()
    .filter(({ cells }) => share(cells, (cell) => dayOf(cell) !== null || YEAR.test(cell)) >= MOSTLY)
    .map(({ cells, at }) => ({ at, median: median(cells), areYears: share(cells, (cell) => YEAR.test(cell)) > 0.5 }))
    .sort((a, b) => (a.median < b.median ? 1 : -1))
  for (const { at, areYears } of dates) {
    if (table.has('date') || table.has('year')) {
      if (!table.has('birthDate')) table.give(at, 'birthDate', 'are the earlier dates')
    } else if (areYears) table.give(at, 'year', 'are years')
    else table.give(at, 'date', 'are dates')
  }
}

/** Where no column holds times, marks are the decimals that are not winds. */
function guessDecimals(table: OpenColumns): void {
  const isSigned = (cells: readonly string[]) => cells.some((cell) => /^[+−-]/.test(cell))
  const areDecimals = (cells: readonly string[]) =>
    share(cells, (cell) => DECIMAL.test(cell) || isStatus(cell)) >= MOSTLY && !isSigned(cells)
  if (!table.has('mark')) {
    const [best] = table
      .open()
      .filter(({ cells }) => areDecimals(cells))
      .sort((a, b) => figure(b.cells) - figure(a.cells))
    if (best && figure(best.cells) > 2.5 && !isFloats(best.cells)) table.give(best.at, 'mark', 'are decimal numbers')
  }
  table.giveFirst('wind', 'are small decimal numbers', (cell) => WIND.test(cell) && parseWind(cell) !== null)
}

/** Ranks, places, points and scores. */
function guessNumbers(table: OpenColumns): void {
  for (const { cells, at } of table.open()) {
    if (!isCounting(cells) && (share(cells, isPlace) === 0 || share(cells, isPlaceOrStatus) < MOSTLY)) continue
    if (isCounting(cells) || isAscending(cells)) {
      // Of two columns that count, the first one numbers the lines.
      const isIndex = table.has('rank') || table.open().some((other) => other.at > at && isAscending(other.cells))
      table.give(at, isIndex ? 'ignored' : 'rank', isIndex ? 'count the rows' : 'count upwards')
    } else if (figure(cells) > 300 || figure(cells) === 0) {
      if (table.has('mark')) table.give(at, 'ignored', 'are scores')
      else table.give(at, 'mark', 'are points')
    } else if (!table.has('place')) table.give(at, 'place', 'are places')
  }
}
