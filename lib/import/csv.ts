/**
 * Comma, semicolon and tab separated text, after RFC 4180, and as programs really write it.
 *
 * Rows are framed here rather than by csv-parse, which takes everything behind a quotation mark that is never closed
 * for one cell: a list with one slip in line 7 would end there. Here such a line is named, and the next one is read.
 */
import type { Guess, RawRow } from './listing'
import { LONGEST_LINE, type TextLine, textLines, textLinesOf } from './text'

/** Longest part of a row that is kept to be shown. */
const LONGEST_RAW = 2000

/** A cell with more line breaks than this has a quotation mark that nobody closed. */
const MOST_LINES = 50

/** So has a cell with line breaks that makes a row longer than this, in characters. */
const LONGEST_BROKEN_ROW = 100_000

const NOT_CLOSED = 'A quotation mark opens a cell in this line and is never closed.'
const NOT_DOUBLED = 'A quotation mark inside a quoted cell is not doubled.'
const TOO_LONG = 'This line is longer than a million characters, which no row of a list is.'

const MOST_CELLS = 1000
const TOO_MANY = 'This line has more than 1,000 cells, which no row of a list has.'
const LONGEST_CELL = 20_000
const TOO_LONG_CELL = 'A cell of this line is longer than 20,000 characters, which nothing in a list of results is.'

type Split = { cells: string[] } | { open: true } | { problem: string }

/**
 * The rows of a separated text. Quoted cells may hold delimiters, doubled quotation marks and line breaks (read as LF);
 * a quotation mark within a cell that does not begin with one is a plain letter. Rows may differ in length; rows of
 * empty cells are left out, and so is the line "sep=;" that Excel writes. A row that cannot be read has a `problem` and
 * no cells, and the next line is read. At most a million characters are in memory at a time.
 */
export async function* readCsv(
  chunks: AsyncIterable<string>,
  { delimiter }: { delimiter: string },
): AsyncGenerator<RawRow> {
  const framer = new RowFramer(delimiter)
  for await (const line of textLines(chunks)) yield* framer.push(line)
  yield* framer.end()
}

class RowFramer {
  /** Lines of the row that waits for its closing quotation mark. */
  private waiting: TextLine[] = []
  private length = 0

  constructor(private readonly delimiter: string) {}

  *push(line: TextLine): Generator<RawRow> {
    if (this.waiting.length === 0) {
      const split = line.tooLong ? { problem: TOO_LONG } : splitRow(line.text, this.delimiter)
      if ('open' in split) this.wait(line)
      else yield* this.row(line.line, line.text, split)
      return
    }
    const { text, tooLong } = line
    const isEnough = tooLong || this.length + text.length > LONGEST_BROKEN_ROW || this.waiting.length >= MOST_LINES
    if (isEnough) return yield* this.giveUp(NOT_CLOSED, line)
    this.wait(line)
    // A line that does not close the cell needs no second look at the whole.
    if (closingQuote(text, 0) < 0) return
    const raw = this.waiting.map((one) => one.text).join('\n')
    const split = splitRow(raw, this.delimiter)
    if ('open' in split) return
    if ('problem' in split) return yield* this.giveUp(split.problem)
    const first = this.waiting[0]?.line ?? line.line
    this.forget()
    yield* this.row(first, raw, split)
  }

  *end(): Generator<RawRow> {
    while (this.waiting.length > 0) yield* this.giveUp(NOT_CLOSED)
  }

  /** The first of the waiting lines is the one at fault; those behind it are read again. */
  private *giveUp(problem: string, ...more: TextLine[]): Generator<RawRow> {
    const [first, ...again] = [...this.waiting, ...more]
    this.forget()
    if (first) yield* this.row(first.line, first.text, { problem })
    for (const line of again) yield* this.push(line)
  }

  private wait(line: TextLine): void {
    this.waiting.push(line)
    this.length += line.text.length
  }

  private forget(): void {
    this.waiting = []
    this.length = 0
  }

  private *row(line: number, text: string, split: Split): Generator<RawRow> {
    const raw = shortened(text)
    if ('problem' in split) yield { line, raw, cells: [], context: {}, problem: split.problem }
    if (!('cells' in split) || split.cells.every((cell) => cell.trim() === '')) return
    if (line === 1 && /^sep=.?$/i.test(text)) return
    yield { line, raw, cells: split.cells, context: {}, problem: null }
  }
}

/** A copy of its own, so that the start of a long line does not keep the whole of it in memory. */
function shortened(text: string): string {
  return text.length <= LONGEST_RAW ? text : String(JSON.parse(JSON.stringify(text.slice(0, LONGEST_RAW))))
}

function splitRow(text: string, delimiter: string): Split {
  if (!text.includes('"')) return bounded(text.split(delimiter, MOST_CELLS + 1))
  const cells: string[] = []
  for (let from = 0; from <= text.length && cells.length <= MOST_CELLS; ) {
    const quote = openingQuote(text, from, delimiter)
    if (quote < 0) {
      const next = text.indexOf(delimiter, from)
      const to = next < 0 ? text.length : next
      cells.push(text.slice(from, to))
      from = to + delimiter.length
      continue
    }
    const closing = closingQuote(text, quote + 1)
    if (closing < 0) return { open: true }
    const next = text.indexOf(delimiter, closing)
    const to = next < 0 ? text.length : next
    if (text.slice(closing + 1, to).trim() !== '') return { problem: NOT_DOUBLED }
    cells.push(text.slice(quote + 1, closing).replaceAll('""', '"'))
    from = to + delimiter.length
  }
  return bounded(cells)
}

function bounded(cells: string[]): Split {
  if (cells.length > MOST_CELLS) return { problem: TOO_MANY }
  return cells.some((cell) => cell.length > LONGEST_CELL) ? { problem: TOO_LONG_CELL } : { cells }
}

/** Where the cell's quotation mark stands, blanks before it passed over; negative where the cell has none. */
function openingQuote(text: string, from: number, delimiter: string): number {
  let at = from
  while (delimiter !== ' ' && text[at] === ' ') at++
  return text[at] === '"' ? at : -1
}

function closingQuote(text: string, from: number): number {
  let at = text.indexOf('"', from)
  while (at >= 0 && text[at + 1] === '"') at = text.indexOf('"', at + 2)
  return at
}

const DELIMITERS: readonly (readonly [delimiter: string, name: string])[] = [
  ['\t', 'Tabs'],
  [';', 'Semicolons'],
  [',', 'Commas'],
  ['|', 'Vertical bars'],
]

/** How many lines at the beginning of a file are looked at, to guess how it is written. */
const LINES_LOOKED_AT = 60

/** What separates the cells, from the beginning of the text: what parts most lines into the same number of cells. */
export function guessDelimiter(head: string): Guess<string> {
  const lines = textLinesOf(head.slice(0, LONGEST_LINE)).slice(0, LINES_LOOKED_AT)
  const named = /^sep=(.)$/i.exec(lines[0]?.text ?? '')?.[1]
  if (named) return { value: named, reason: `The first line says that “${named}” separates the cells.` }
  const best = DELIMITERS.map(([delimiter, name]) => ({ delimiter, name, ...evenness(lines, delimiter) }))
    .filter(({ cells, share }) => cells > 1 && share > 0)
    // A comma within numbers or names parts some lines, the delimiter parts all of them.
    .sort((a, b) => Math.round((b.share - a.share) * 4) || b.cells * b.share - a.cells * a.share)[0]
  if (!best) return { value: ',', reason: 'Nothing separates cells here; commas are usual.' }
  return { value: best.delimiter, reason: `${best.name} part most lines into ${best.cells} cells.` }
}

/** The number of cells that most lines have, and how large a share of the lines they are, from 0 to 1. */
function evenness(lines: TextLine[], delimiter: string): { cells: number; share: number } {
  const framer = new RowFramer(delimiter)
  const rows = [...lines.flatMap((line) => [...framer.push(line)]), ...framer.end()].filter(
    ({ cells }) => cells.length > 0,
  )
  const counts = new Map<number, number>()
  for (const { cells } of rows) counts.set(cells.length, (counts.get(cells.length) ?? 0) + 1)
  const usual = [...counts].filter(([cells]) => cells > 1).sort((a, b) => b[1] - a[1] || b[0] - a[0])[0]
  return usual ? { cells: usual[0], share: usual[1] / rows.length } : { cells: 1, share: 0 }
}
