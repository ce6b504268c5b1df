/**
 * Tables of a wiki page: `{| … |}` and the blocks between {{AchievementTable}} and {{AchievementTableEnd}} that
 * encyclopedias keep an athlete's competitions in. wtf_wikipedia fills row spans well, but it knows no such block, keeps
 * no line numbers and no trace of which cells were one, which tells a heading row; so rows are split here, and it is
 * asked for the text of cells only.
 */
import type { RowContext } from '../listing'
import { contextUnder } from './heading'
import { countryCodeOf } from './meeting-words'
import { isCode, isMarkOrStatus } from './shapes'
import { type SpannedCell, type SpannedRow, tableOfSpans } from './spans'
import { type ListedTable, titleOf } from './table'
import { wikiText } from './wiki-cell'

/** Stands for a line's end inside a template, where it parts no cells. */
const INNER_LINE = '\u0001'
const DEEPEST_TABLE = 20
const LONGEST_TEMPLATE = 4000

interface OpenTable {
  line: number
  title: string | null
  context: Partial<RowContext>
  /** Titles of a block whose template gives them; null for a plain table. */
  template: string | null
  rows: SpannedRow[]
  row: SpannedRow | null
  /** Markup of the last cell so far, which the next line may go on with. */
  cell: { attributes: string; markup: string; isTitle: boolean } | null
}

export function readWikitext(text: string): ListedTable[] {
  const tables: { line: number; table: ListedTable }[] = []
  const open: OpenTable[] = []
  const headings: { level: number; text: string }[] = []
  const athlete = infoboxName(text)
  let line = 1

  const close = () => {
    const done = open.pop()
    if (done === undefined) return
    endRow(done)
    const known = done.template === null ? null : achievementTitles(done.template, done.rows)
    const context = { ...done.context }
    if (athlete !== null && isOfOneAthlete(done, known)) context.athlete = athlete
    const table = tableOfSpans(done.title, done.rows, context, known)
    if (table !== null) tables.push({ line: done.line, table })
  }

  for (const written of withoutComments(text).split('\n')) {
    const content = written.replaceAll(INNER_LINE, ' ').trim()
    const table = open.at(-1)
    const start = content.replace(/^[:*#]{1,10} */, '')
    const template = /^\{\{ *Achievement ?Table *(?:\|([^{}]*))?\}\}/i.exec(start)
    if ((start.startsWith('{|') || template) && open.length < DEEPEST_TABLE) {
      const context = headings.reduce<Partial<RowContext>>((above, { text }) => contextUnder(above, text), {})
      const title = titleOf(headings.at(-1)?.text ?? '')
      open.push({ line, title, context, template: template && (template[1] ?? ''), rows: [], row: null, cell: null })
    } else if (table === undefined) {
      const heading = /^(={1,6})([^=].*?)\1$/.exec(content)
      if (heading) {
        const level = heading[1]?.length ?? 0
        while ((headings.at(-1)?.level ?? 0) >= level) headings.pop()
        headings.push({ level, text: wikiText((heading[2] ?? '').trim()).text })
      }
    } else if (isEnd(content, table)) {
      close()
    } else {
      readLine(table, content, line)
    }
    line += 1 + count(written, INNER_LINE)
  }
  while (open.length > 0) close()
  return tables.sort((a, b) => a.line - b.line).map(({ table }) => table)
}

function isEnd(content: string, table: OpenTable): boolean {
  if (content.startsWith('|}') && !content.startsWith('|}}')) return true
  return table.template !== null && /^\{\{ *(?:Achievement ?Table ?End|Achievement ?Table\|foot|End)\b/i.test(content)
}

function readLine(table: OpenTable, content: string, line: number) {
  if (content.startsWith('|-')) {
    endRow(table)
    table.row = { line, raw: '', cells: [] }
  } else if (content.startsWith('|+')) {
    const caption = wikiText(withoutAttributes(content.slice(2)).markup).text
    table.context = contextUnder(table.context, caption)
    table.title = titleOf(caption) ?? table.title
  } else if (content.startsWith('|') || content.startsWith('!')) {
    // A row's line is that of its first cell, below the "|-".
    if (table.row === null || table.row.cells.length + Number(table.cell !== null) === 0) {
      table.row = { line, raw: '', cells: [] }
    }
    const { row } = table
    row.raw = `${row.raw}\n${content}`.slice(0, 2000).trim()
    const isTitle = content.startsWith('!')
    for (const piece of splitCells(content.slice(1), isTitle)) {
      endCell(table)
      table.cell = { ...withoutAttributes(piece), isTitle }
    }
  } else if (table.cell !== null && table.row !== null) {
    table.cell.markup += ` ${content}`
    table.row.raw = `${table.row.raw}\n${content}`.slice(0, 2000)
  }
}

function endCell({ cell, row }: OpenTable) {
  if (cell === null || row === null) return
  const { text, flag } = wikiText(cell.markup)
  row.cells.push({
    text,
    flag,
    isTitle: cell.isTitle,
    rowspan: span(cell.attributes, /\browspan *= *["']? *(\d{1,4})/i),
    colspan: span(cell.attributes, /\bcolspan *= *["']? *(\d{1,4})/i),
  } satisfies SpannedCell)
}

function endRow(table: OpenTable) {
  endCell(table)
  table.cell = null
  if (table.row !== null) table.rows.push(table.row)
  table.row = null
}

function span(attributes: string, pattern: RegExp): number {
  return Math.max(1, Number(pattern.exec(attributes)?.[1] ?? 1))
}

/** "|a||b" and "!a!!b": cells of one line, not parted inside links and templates that are closed. */
function splitCells(content: string, isTitle: boolean): string[] {
  if (!content.includes('||') && !(isTitle && content.includes('!!'))) return [content]
  const cells: string[] = []
  let [from, depth] = [0, 0]
  const isClosed = count(content, '[[') <= count(content, ']]') && count(content, '{{') <= count(content, '}}')
  for (let at = 0; at < content.length - 1; at += 1) {
    const pair = content.slice(at, at + 2)
    if (isClosed && (pair === '[[' || pair === '{{')) depth += 1
    else if (pair === ']]' || pair === '}}') depth = Math.max(0, depth - 1)
    else if (depth === 0 && (pair === '||' || (isTitle && pair === '!!'))) {
      cells.push(content.slice(from, at))
      from = at + 2
    } else continue
    at += 1
  }
  return [...cells, content.slice(from)]
}

/** Before a cell's single pipe are attributes, unless a link or template begins there. */
function withoutAttributes(piece: string): { attributes: string; markup: string } {
  const pipe = piece.indexOf('|')
  const before = pipe < 0 ? '' : piece.slice(0, pipe)
  if (pipe < 0 || before.includes('[[') || before.includes('{{')) return { attributes: '', markup: piece }
  return { attributes: before, markup: piece.slice(pipe + 1) }
}

/** The titles that {{AchievementTable}} prints: Year, Competition, Venue, Position, Event, Result, Notes. */
function achievementTitles(parameters: string, rows: readonly SpannedRow[]): string[] {
  const says = (name: string) => new RegExp(`\\b${name} *= *(\\w{1,10})`, 'i').exec(parameters)?.[1]?.toLowerCase()
  const width = rows.reduce(
    (most, { cells }) =>
      Math.max(
        most,
        cells.reduce((sum, cell) => sum + cell.colspan, 0),
      ),
    0,
  )
  const isAsked = (name: string) => !['no', undefined].includes(says(name))
  const extra = hasTownAndCountry(rows) ? 1 : 0
  const hasResult = isAsked('Result') || width >= 7 + extra
  const endsInMarks = rows.some(({ cells }) => isMarkOrStatus(cells.at(-1)?.text ?? ''))
  const places = hasTownAndCountry(rows) ? ['City', 'Host country'] : ['Venue']
  const hasEvent = says('Event') === undefined ? width >= 6 + extra || !endsInMarks : isAsked('Event')
  return [
    'Year',
    ...(isAsked('Age') ? ['Age'] : []),
    'Competition',
    ...places,
    'Position',
    ...(hasEvent ? ['Event'] : []),
    ...(hasResult ? ['Result'] : []),
    'Notes',
  ]
}

/** Some pages give the town and the country in two cells: year, competition, town, country. */
function hasTownAndCountry(rows: readonly SpannedRow[]): boolean {
  const whole = rows.filter(({ cells }) => cells.length > 4)
  const inCountry = whole.filter(({ cells }) => countryCodeOf(cells[3]?.text ?? '') !== null)
  return whole.length > 0 && inCountry.length * 2 > whole.length
}

/** A table of one athlete's competitions names the athlete nowhere but in the page's infobox. */
function isOfOneAthlete({ rows }: OpenTable, known: readonly string[] | null): boolean {
  if (known !== null) return true
  return rows.some(({ cells }) => {
    const written = cells.filter(({ text }) => text !== '')
    return written.length === 1 && /^Representing\b/i.test(written[0]?.text ?? '')
  })
}

function infoboxName(text: string): string | null {
  const start = text.search(/\{\{ *Infobox +(?:sports ?person|athlete|sportsman)/i)
  if (start < 0) return null
  const name = /\n *\| *name *= *([^\n|]{1,200})/.exec(text.slice(start, start + 5000))?.[1]
  const plain = name === undefined ? '' : wikiText(name).text
  return plain === '' || isCode(plain) ? null : plain
}

/**
 * The text without comments, references and nowiki, line for line; ends of lines inside a closed template become
 * INNER_LINE, so that its pipes begin no cells.
 */
function withoutComments(text: string): string {
  let plain = text.replace(/\r\n?/g, '\n').replaceAll(INNER_LINE, ' ').replaceAll('{{!}}', '|')
  plain = cutBetween(plain, '<!--', '-->')
  plain = plain.replace(/<ref\b[^<>]{0,500}\/>/gi, '')
  plain = cutBetween(plain, '<ref', '</ref>')
  return joinedTemplates(plain)
}

function cutBetween(text: string, from: string, to: string): string {
  const kept: string[] = []
  let at = 0
  for (;;) {
    const start = text.indexOf(from, at)
    const end = start < 0 ? -1 : text.indexOf(to, start)
    if (end < 0) break
    kept.push(text.slice(at, start), '\n'.repeat(count(text.slice(start, end), '\n')))
    at = end + to.length
  }
  return [...kept, text.slice(at)].join('')
}

function joinedTemplates(text: string): string {
  const open: number[] = []
  const kept: string[] = []
  let done = 0
  for (let at = text.search(/\{\{|\}\}/); at >= 0 && at < text.length - 1; at += 1) {
    const pair = text.slice(at, at + 2)
    if (pair === '{{') open.push(at)
    else if (pair === '}}') {
      const start = open.pop()
      if (start !== undefined && open.length === 0 && at - start < LONGEST_TEMPLATE) {
        kept.push(text.slice(done, start), text.slice(start, at).replaceAll('\n', INNER_LINE))
        done = at
      }
    } else continue
    at += 1
  }
  return [...kept, text.slice(done)].join('')
}

function count(text: string, part: string): number {
  let found = 0
  for (let at = text.indexOf(part); at >= 0; at = text.indexOf(part, at + part.length)) found += 1
  return found
}
