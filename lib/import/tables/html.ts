/**
 * Tables of a web page. Only parse5's tokenizer is used, not its tree: it reads all of HTML's letters (entities, comments,
 * scripts, attributes), while tables need no more than a stack of the tables that are open. So the time is the same for
 * each tag, however deep they are nested; a tree takes a step for every open element at each of them.
 */
import { type Token, type TokenHandler, Tokenizer, TokenizerMode } from 'parse5'
import type { RowContext } from '../listing'
import { contextUnder } from './heading'
import { countryCodeOf } from './meeting-words'
import { type SpannedCell, type SpannedRow, tableOfSpans } from './spans'
import { type ListedTable, squeeze, titleOf } from './table'

/** Cells, captions and headings longer than this are no figures of a result. */
const LONGEST_TEXT = 2000
const MOST_OPEN_TABLES = 100

type Collected = SpannedCell & { parts: string[]; length: number }

interface OpenTable {
  start: number
  title: string | null
  context: Partial<RowContext>
  rows: SpannedRow[]
  row: { line: number; start: number; cells: SpannedCell[] } | null
  cell: Collected | null
  caption: { parts: string[]; length: number } | null
}

/** Elements whose content is no text of the page. */
const UNREAD: Readonly<Record<string, Tokenizer['state']>> = {
  script: TokenizerMode.SCRIPT_DATA,
  style: TokenizerMode.RAWTEXT,
  noscript: TokenizerMode.RAWTEXT,
  iframe: TokenizerMode.RAWTEXT,
  textarea: TokenizerMode.RCDATA,
  title: TokenizerMode.RCDATA,
}
const HEADING = /^h([1-6])$/
/** Elements that part words, as a page shows them. */
const PARTING = new Set(['br', 'p', 'div', 'li', 'ul', 'ol', 'hr', 'dd', 'dt'])
/** Elements that hide a key for sorting, when they are not displayed. */
const HIDING = new Set(['span', 'small', 'sup'])
const CELLS = new Set(['table', 'caption', 'thead', 'tbody', 'tr', 'td', 'th'])

export function readHtml(text: string): ListedTable[] {
  const reader = new TableReader(text)
  const tokenizer = new Tokenizer({ sourceCodeLocationInfo: true }, reader)
  reader.setState = (state) => {
    tokenizer.state = state
  }
  tokenizer.write(text, true)
  reader.finish()
  return reader.tables.sort((a, b) => a.order - b.order).map(({ table }) => table)
}

class TableReader implements TokenHandler {
  readonly tables: { order: number; table: ListedTable }[] = []
  setState: (state: Tokenizer['state']) => void = () => {}

  readonly #text: string
  readonly #open: OpenTable[] = []
  readonly #headings: { level: number; text: string }[] = []
  #heading: { level: number; parts: string[]; length: number } | null = null
  /** Name of the element that is being skipped, and how many of its name are open inside it. */
  #skipped: { name: string; depth: number } | null = null

  constructor(text: string) {
    this.#text = text
  }

  onComment() {}
  onDoctype() {}
  onEof() {}
  onNullCharacter() {}

  onCharacter({ chars }: Token.CharacterToken) {
    this.#add(chars)
  }

  onWhitespaceCharacter() {
    this.#add(' ')
  }

  onStartTag(token: Token.TagToken) {
    const name = token.tagName
    if (this.#isSkipping(name)) {
      if (this.#skipped?.name === name && !token.selfClosing) this.#skipped.depth += 1
      return
    }
    const state = UNREAD[name]
    if (Object.hasOwn(UNREAD, name) && state !== undefined) {
      this.#skipped = { name, depth: 1 }
      this.setState(state)
      return
    }
    const table = this.#open.at(-1)
    const heading = HEADING.exec(name)
    if (name === 'table') this.#openTable(token)
    else if (name === 'img') this.#readImage(token)
    else if (table === undefined && heading) this.#heading = { level: Number(heading[1]), parts: [], length: 0 }
    else if (PARTING.has(name)) this.#add(' ')
    else if (isHidden(token)) this.#skipped = { name, depth: 1 }
    else if (table === undefined) return
    else if (name === 'caption') table.caption = { parts: [], length: 0 }
    else if (name === 'tr') this.#openRow(table, token)
    else if (name === 'td' || name === 'th') this.#openCell(table, token)
    else if (name === 'thead' || name === 'tbody' || name === 'tfoot') this.#endRow(table, startOf(token))
  }

  onEndTag(token: Token.TagToken) {
    const name = token.tagName
    if (this.#isSkipping(name)) {
      if (this.#skipped?.name === name) this.#skipped.depth -= 1
      if (this.#skipped?.depth === 0) this.#skipped = null
      return
    }
    const table = this.#open.at(-1)
    if (HEADING.test(name)) this.#endHeading()
    else if (PARTING.has(name)) this.#add(' ')
    else if (table === undefined) return
    else if (name === 'table') this.#endTable(endOf(token))
    else if (name === 'tr') this.#endRow(table, endOf(token))
    else if (name === 'td' || name === 'th') endCell(table)
    else if (name === 'caption') endCaption(table)
  }

  finish() {
    while (this.#open.length > 0) this.#endTable(this.#text.length)
  }

  /** A hidden element that nobody closed ends with its cell. */
  #isSkipping(name: string): boolean {
    if (this.#skipped !== null && HIDING.has(this.#skipped.name) && CELLS.has(name)) this.#skipped = null
    return this.#skipped !== null
  }

  #add(chars: string) {
    if (this.#skipped !== null) return
    const table = this.#open.at(-1)
    const target = table === undefined ? this.#heading : (table.cell ?? table.caption)
    if (target === null || target.length > LONGEST_TEXT) return
    target.parts.push(chars)
    target.length += chars.length
  }

  #openTable(token: Token.TagToken) {
    if (this.#open.length >= MOST_OPEN_TABLES) return
    this.#endHeading()
    const title = titleOf(this.#headings.at(-1)?.text ?? '')
    const context = this.#headings.reduce<Partial<RowContext>>((above, { text }) => contextUnder(above, text), {})
    this.#open.push({ start: startOf(token), title, context, rows: [], row: null, cell: null, caption: null })
  }

  #openRow(table: OpenTable, token: Token.TagToken) {
    this.#endRow(table, startOf(token))
    endCaption(table)
    table.row = { line: lineOf(token), start: startOf(token), cells: [] }
  }

  #openCell(table: OpenTable, token: Token.TagToken) {
    endCell(table)
    endCaption(table)
    table.row ??= { line: lineOf(token), start: startOf(token), cells: [] }
    table.cell = {
      text: '',
      isTitle: token.tagName === 'th',
      rowspan: spanOf(token, 'rowspan'),
      colspan: spanOf(token, 'colspan'),
      flag: null,
      parts: [],
      length: 0,
    }
  }

  #readImage(token: Token.TagToken) {
    const cell = this.#open.at(-1)?.cell
    const alt = squeeze(attribute(token, 'alt') ?? '').slice(0, LONGEST_TEXT)
    // A flag is the one picture in such tables that says something, and its text is the country's name.
    const isFlag =
      /flag|countr/i.test(`${attribute(token, 'class')} ${attribute(token, 'src')}`) || countryCodeOf(alt) !== null
    if (cell && isFlag && alt !== '') cell.flag = alt.replace(/^flag of (?:the )?/i, '')
  }

  #endRow(table: OpenTable, end: number) {
    endCell(table)
    const { row } = table
    if (row === null) return
    const raw = this.#text.slice(row.start, Math.min(end, row.start + LONGEST_TEXT)).trim()
    table.rows.push({ line: row.line, raw, cells: row.cells })
    table.row = null
  }

  #endTable(end: number) {
    const done = this.#open.pop()
    if (done === undefined) return
    endCaption(done)
    this.#endRow(done, end)
    const table = tableOfSpans(done.title, done.rows, done.context)
    if (table !== null) this.tables.push({ order: done.start, table })
  }

  #endHeading() {
    const heading = this.#heading
    this.#heading = null
    const text = squeeze(heading?.parts.join('') ?? '')
    if (heading === null || text === '') return
    while ((this.#headings.at(-1)?.level ?? 0) >= heading.level) this.#headings.pop()
    this.#headings.push({ level: heading.level, text: text.slice(0, LONGEST_TEXT) })
  }
}

function endCell(table: OpenTable) {
  if (table.cell === null) return
  const { parts, length, ...cell } = table.cell
  // Some pages put nothing but "[1]" of a footnote behind a figure.
  const text = squeeze(parts.join('')).replace(/(?: ?\[[a-z0-9]{1,3}\]){1,9}$/i, '')
  table.row?.cells.push({
    ...cell,
    text: text === '' && cell.flag !== null && length < LONGEST_TEXT ? cell.flag : text,
  })
  table.cell = null
}

function endCaption(table: OpenTable) {
  if (table.caption === null) return
  const caption = squeeze(table.caption.parts.join(''))
  table.caption = null
  table.title = titleOf(caption) ?? table.title
  table.context = contextUnder(table.context, caption)
}

function attribute(token: Token.TagToken, name: string): string | undefined {
  return token.attrs.find((one) => one.name === name)?.value
}

function isHidden(token: Token.TagToken): boolean {
  if (token.selfClosing || !HIDING.has(token.tagName)) return false
  return /display: ?none/i.test(attribute(token, 'style') ?? '')
}

function spanOf(token: Token.TagToken, name: string): number {
  const span = Number.parseInt(attribute(token, name) ?? '', 10)
  return Number.isFinite(span) && span > 0 ? span : 1
}

const lineOf = ({ location }: Token.TagToken) => location?.startLine ?? 1
const startOf = ({ location }: Token.TagToken) => location?.startOffset ?? 0
const endOf = ({ location }: Token.TagToken) => location?.endOffset ?? 0
