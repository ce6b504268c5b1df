/**
 * Tables as timing systems print them: columns separated by blanks, with titles above and often a rule of "----" or
 * "====" below them. A column ends where every line is blank, so that a name with one blank in it holds together and an
 * empty cell stays empty.
 */
import type { RawRow, RowContext } from '../listing'
import { below, readHeading } from './heading'
import { columnOfTitle, isCode, isMarkOrStatus, isPlace, isWords } from './shapes'
import { type ListedTable, linesOf, rawRow, squeeze, titleOf } from './table'

const LONGEST_LINE = 400
/** Stands behind a character that takes two columns on a screen, Japanese ones for instance. */
const SECOND_HALF = '\u0002'
const TAB = 8

interface Line {
  line: number
  raw: string
  /** With tabs as blanks and a second half behind each wide character, so that columns can be counted. */
  text: string
}

interface Block {
  header: Line | null
  /** The columns of a rule such as "---- -----", where it has more than one part. */
  ruled: Column[] | null
  title: string | null
  context: Partial<RowContext>
  rows: { line: Line; context: Partial<RowContext> }[]
}

/** From the first column of characters to the one behind the last. */
interface Column {
  from: number
  to: number
}

export function readFixedWidth(text: string): ListedTable[] {
  const blocks: Block[] = []
  let block: Block | null = null
  let context: Partial<RowContext> = {}
  let title: string | null = null
  const begin = (header: Line | null): Block => {
    const begun: Block = { header, ruled: null, title, context, rows: [] }
    blocks.push(begun)
    return begun
  }

  linesOf(text).forEach((raw, index) => {
    if (raw.trim() === '' || raw.length > LONGEST_LINE) {
      // Without titles, only the lines that stand together can be one table.
      if (block !== null && block.header === null) block = null
      return
    }
    const line: Line = { line: index + 1, raw, text: laidOut(raw) }
    const { ruled: rule } = block ?? { ruled: null }
    const parts = rule
      ? widened(rule).map((column) => cellOf(line.text, column))
      : line.text.split(/ {2,}/).filter(Boolean).map(plain)
    if (/^[-=_ ]{3,}$/.test(raw.trim())) {
      const ruled = columnsOfRule(line.text)
      if (block !== null && block.rows.length === 0 && ruled.length > 1) block.ruled = ruled
    } else if (isHeader(line)) {
      block = begin(line)
    } else if (isRow(parts.filter(Boolean), block !== null)) {
      block ??= begin(null)
      block.rows.push({ line, context })
    } else {
      const read = readHeading(plain(line.text))
      if (Object.keys(read.context).length === 0) return
      // A heat below its titles belongs to their table, another event begins one of its own with the same titles.
      context = below(context, read.context)
      if (read.context.discipline === undefined) return
      title = titleOf(plain(line.text))
      const header: Line | null = block?.header ?? null
      const ruled: Column[] | null = block?.ruled ?? null
      block = header === null ? null : begin(header)
      if (block !== null) block.ruled = ruled
    }
  })
  return blocks.flatMap((one) => tableOf(one) ?? [])
}

function tableOf({ header, ruled, title, context, rows }: Block): ListedTable | null {
  // A single line between blanks is no table unless titles stand above it.
  if (rows.length === 0 || (header === null && rows.length < 2)) return null
  // Split times below a runner stand in no column of the table.
  const lines = rows.map(({ line }) => line.text).filter((text) => /\p{L}/u.test(text))
  const columns = ruled ? widened(ruled) : columnsOfGaps(lines, header?.text ?? null)
  if (columns.length < 2) return null
  const read = rows.map(({ line, context: own }): RawRow => {
    const cells = columns.map((column) => cellOf(line.text, column))
    const isNamed = cells.some((cell) => isWords(cell) && !isPlace(cell))
    const problem = isNamed ? null : 'No name stands in this line.'
    return { ...rawRow(line.line, line.raw, cells, own), problem }
  })
  const titles = header && columns.map((column) => cellOf(header.text, column))
  return { context: rows[0]?.context ?? context, title, header: titles, columns: null, rows: read }
}

/** At least two known titles, a blank between each: "Pl  Name            Nat  Time    Wind". */
function isHeader({ text }: Line): boolean {
  return [text.split(/ {2,}/).map(plain), plain(text).split(' ')].some((words) => {
    const titles = words.filter(Boolean)
    const known = titles.filter((word) => columnOfTitle(word) !== null)
    return known.length >= 2 && known.length * 2 >= titles.length && !titles.some(isMarkOrStatus)
  })
}

/** Two parts separated by two blanks, one of them with a mark; letters too, unless there are titles above. */
function isRow(parts: readonly string[], isBelow: boolean): boolean {
  const marks = parts.filter((part) => part.split(' ').some(isMarkOrStatus))
  return parts.length >= 2 && marks.length > 0 && (isBelow || parts.some((part) => /\p{L}/u.test(part)))
}

function columnsOfRule(text: string): Column[] {
  return [...text.matchAll(/[-=_]+/g)].map((part) => ({ from: part.index, to: part.index + part[0].length }))
}

/** Cells may be longer than the rule above them: each reaches to the next. */
function widened(columns: readonly Column[]): Column[] {
  return columns.map(({ from }, index) => ({
    from: index === 0 ? 0 : from,
    to: columns[index + 1]?.from ?? LONGEST_LINE * 2,
  }))
}

function columnsOfGaps(lines: readonly string[], header: string | null): Column[] {
  const width = lines.reduce((most, text) => Math.max(most, text.length), 0)
  const isInked = new Uint8Array(width)
  for (const text of lines) {
    for (let at = 0; at < text.length; at += 1) if (text[at] !== ' ') isInked[at] = 1
  }
  const parts: Column[] = []
  for (let at = 0; at < width; at += 1) {
    if (isInked[at] === 0) continue
    const last = parts.at(-1)
    if (last !== undefined && last.to === at) last.to = at + 1
    else parts.push({ from: at, to: at + 1 })
  }
  const words = [...(header ?? '').matchAll(/\S+/g)].map((word) => ({
    from: word.index,
    to: word.index + word[0].length,
  }))
  const joined: Column[] = []
  for (const part of parts) {
    const last = joined.at(-1)
    const isNarrow = last !== undefined && part.from - last.to < 2
    if (last !== undefined && isNarrow && !isBorder(lines, last, part, words)) last.to = part.to
    else joined.push({ ...part })
  }
  return header === null ? joined : withTitles(joined, header)
}

/** One blank parts columns only where a title begins there, or figures stand on one side in every line: "  1 Ser, Bold". */
function isBorder(lines: readonly string[], left: Column, right: Column, words: readonly Column[]): boolean {
  const isAll = (column: Column, test: (text: string) => boolean) => {
    const cells = lines.map((text) => cellOf(text, column)).filter(Boolean)
    return cells.length > 0 && cells.every(test)
  }
  const isTitled = words.some(({ from }) => from === right.from)
  if (isTitled && words.some((word) => overlap(word, left) > 0 && overlap(word, right) === 0)) return true
  const isFigure = (text: string) => isPlace(text) || isMarkOrStatus(text) || isCode(text) || /^\d+$/.test(text)
  const isName = (text: string) => /^\p{L}/u.test(text) && !isCode(text)
  if (isAll(left, (text) => /^[=T]?\d{1,4}[.=)]?$|^[-–]+$/.test(text) || isMarkOrStatus(text)) && isAll(right, isName))
    return true
  return isAll(right, isFigure) && (isTitled || isAll(left, isFigure) || isAll(right, isMarkOrStatus))
}

/**
 * Borders reach halfway, so that a title that is longer than its cells is whole above them; a title with no cell
 * below it gets a column of its own.
 */
function withTitles(columns: readonly Column[], header: string): Column[] {
  const titles = [...header.matchAll(/\S+(?: \S+)*/g)].flatMap((words) => {
    const word = { from: words.index, to: words.index + words[0].length }
    const inside = columns.filter((column) => overlap(column, word) > 0)
    // "Pl Name" with one blank between are two titles where they stand above two columns.
    if (inside.length < 2) return [word]
    return [...words[0].matchAll(/\S+/g)].map((one) => ({
      from: word.from + one.index,
      to: word.from + one.index + one[0].length,
    }))
  })
  const empty = titles.filter((title) => columns.every((column) => overlap(column, title) === 0))
  // A title beside its cells, as right-aligned figures have it, is no column of its own.
  const untitled = columns.filter((column) => titles.every((title) => overlap(column, title) === 0))
  const own = empty.filter((title) => untitled.every((column) => distance(column, title) > 3))
  const all = [...columns.map((column) => ({ ...column })), ...own].sort((a, b) => a.from - b.from)
  return all.map((column, index) => {
    const [before, after] = [all[index - 1], all[index + 1]]
    const above = titles.filter(
      (title) => overlap(column, title) > 0 || (untitled.includes(column) && distance(column, title) <= 3),
    )
    const from = Math.min(column.from, ...above.map((title) => title.from))
    const to = Math.max(column.to, ...above.map((title) => title.to))
    return { from: Math.max(from, before?.to ?? 0), to: Math.min(to, after?.from ?? to) }
  })
}

function overlap(a: Column, b: Column): number {
  return Math.max(0, Math.min(a.to, b.to) - Math.max(a.from, b.from))
}

function distance(a: Column, b: Column): number {
  return Math.max(a.from - b.to, b.from - a.to)
}

function cellOf(text: string, { from, to }: Column): string {
  return plain(text.slice(from, to))
}

function plain(text: string): string {
  return squeeze(text.replaceAll(SECOND_HALF, ''))
}

function laidOut(raw: string): string {
  let text = ''
  for (const letter of raw.replaceAll(SECOND_HALF, ' ')) {
    if (letter === '\t') text += ' '.repeat(TAB - (text.length % TAB))
    else if (letter === '\u3000') text += '  '
    else if (
      /[\u1100-\u115F\u2E80-\uA4CF\uAC00-\uD7A3\uF900-\uFAFF\uFE30-\uFE4F\uFF00-\uFF60\uFFE0-\uFFE6]/.test(letter)
    ) {
      text += letter + SECOND_HALF
    } else text += letter === '\u00A0' ? ' ' : letter
  }
  return text
}
