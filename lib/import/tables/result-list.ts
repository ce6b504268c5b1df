/**
 * Results as news sites print them: "Men's 200 m Final   +0.7 m/s", then "1. Name (Country) - 20.87 2. Name …", each on
 * a line of its own or all run on in one, with headings between and the end cut off. What is whole is taken; an entry
 * that was cut off is kept as a row that says so.
 */
import type { RawRow, RowContext } from '../listing'
import { below, readHeading } from './heading'
import { SEX_WORD } from './race-words'
import { COLUMNS, entriesOf, LONGEST_NAME, START, unnumbered } from './result-entries'
import { type ListedTable, linesOf, rawRow, squeeze, titleOf } from './table'

const LONGEST_ENTRY = 400
/** A line by itself that is longer is prose, and so is one with more words that say nothing of a race. */
const LONGEST_HEADING = 120
const MOST_OTHER_WORDS = 6
const TAIL = 250

const EVERY_SEX_WORD = new RegExp(SEX_WORD, 'giu')

interface Group {
  title: string | null
  rows: RawRow[]
}

export function readResultList(text: string): ListedTable[] {
  const list = new ResultList()
  linesOf(text).forEach((written, index) => {
    if (written.trim() !== '') list.readLine(index + 1, written)
  })
  return list.groups
    .filter(({ rows }) => rows.some(({ problem }) => problem === null))
    .map(({ title, rows }): ListedTable => {
      const context = rows[0]?.context ?? {}
      return { context, title, header: null, columns: [...COLUMNS], rows }
    })
}

/** A list that is read line by line: what has been read, and what its headings say of what comes next. */
class ResultList {
  readonly groups: Group[] = []
  private context: Partial<RowContext> = {}
  private title: string | null = null
  /** Whether the next row begins a group, under a heading of its own. */
  private isNew = true

  readLine(line: number, written: string) {
    const plain = oneToOne(written)
    const starts = [...plain.matchAll(START)]
    const [first] = starts
    if (first === undefined) {
      const entry = plain.length <= LONGEST_HEADING ? unnumbered(plain, this.context) : null
      if (entry !== null) this.add(rawRow(line, written, entry.cells, this.context))
      else this.head(plain, true)
      return
    }
    this.head(plain.slice(0, first.index), false)
    let isList = false
    starts.forEach((start, at) => {
      const from = start.index + start[0].length
      const segment = plain.slice(from, starts[at + 1]?.index ?? plain.length)
      const entries = entriesOf(start, segment.slice(0, LONGEST_ENTRY), this.context)
      const isWhole = entries.some(({ problem }) => problem === null)
      // "1. First we go home" is prose, unless it is among results.
      isList ||= isWhole || (this.groups.length > 0 && start.index === 0 && !this.isNew)
      const length = entries.at(-1)?.length ?? 0
      if (isWhole || (isList && entries.some(({ cells }) => (cells[1] ?? '').length <= LONGEST_NAME))) {
        const raw = written.slice(start.index, from + length).trim()
        for (const { cells, problem } of entries) this.add({ ...rawRow(line, raw, cells, this.context), problem })
      }
      if (isWhole || entries.length === 0) this.head(segment.slice(length), false)
    })
    // A line without a single result was a heading that begins with a number: "100 m Men".
    if (!isList) this.head(plain, true)
  }

  private head(words: string, isLine: boolean) {
    const read = headingOf(words, isLine)
    if (read === null) return
    this.context = below(below(this.context, read.competition), read.event)
    if (read.event.discipline !== undefined || this.title === null || read.competition.competition !== undefined) {
      this.title = read.title
      this.isNew = true
    }
  }

  private add(row: RawRow) {
    if (this.isNew) this.groups.push({ title: this.title, rows: [] })
    this.isNew = false
    this.groups.at(-1)?.rows.push(row)
  }
}

/** Full-width letters and blanks as plain ones, each for one, so that places in the text stay the same. */
function oneToOne(text: string): string {
  return text
    .replace(/[\uFF01-\uFF5E]/g, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0))
    .replace(/[\s\u3000]/g, ' ')
}

/**
 * What words above, between or behind entries say. News sites run several headings together: the last one that names a
 * sex and an event is that of the race, and what is before it is the competition.
 */
function headingOf(words: string, isLine: boolean) {
  const tail = words.slice(-TAIL)
  if (squeeze(tail) === '' || (isLine && words.length > LONGEST_HEADING)) return null
  const sexes = [...tail.matchAll(EVERY_SEX_WORD)]
  const from =
    sexes.findLast(({ index }) => readHeading(tail.slice(index)).context.discipline !== undefined)?.index ?? 0
  const { context, rest } = readHeading(tail.slice(from))
  const before = readHeading(tail.slice(0, from)).context
  const isProse = rest.split(' ').length > MOST_OTHER_WORDS
  if (isProse && (isLine || context.competition === undefined)) return null
  const isNamed = before.competition !== undefined
  const event = isProse ? only(context, MEETING) : context
  if (Object.keys(event).length === 0 && !isNamed) return null
  return {
    event,
    competition: isNamed ? only(before, MEETING) : {},
    title: titleOf(tail.slice(from)),
  }
}

const MEETING = ['competition', 'city', 'countryCode', 'date', 'slashedDate'] as const

function only(context: Partial<RowContext>, fields: readonly (keyof RowContext)[]): Partial<RowContext> {
  return Object.fromEntries(fields.flatMap((field) => (context[field] === undefined ? [] : [[field, context[field]]])))
}
