/** From a kept file to its tables: guessing how it is read, and reading it so. */
import { guessColumns } from '@/lib/import/columns'
import { contextOfFileName } from '@/lib/import/context'
import { guessDelimiter, readCsv } from '@/lib/import/csv'
import { guessDayOrder } from '@/lib/import/dates'
import { guessFormat } from '@/lib/import/format'
import type { Column, ImportFormat, RawRow } from '@/lib/import/listing'
import { type ImportSetup, sampleOf, type TableSetup } from '@/lib/import/setup'
import { readApi } from '@/lib/import/tables/api'
import { readCells } from '@/lib/import/tables/cells'
import { readFixedWidth } from '@/lib/import/tables/fixed-width'
import { readHtml } from '@/lib/import/tables/html'
import { readResultList } from '@/lib/import/tables/result-list'
import type { ListedTable } from '@/lib/import/tables/table'
import { readWikitext } from '@/lib/import/tables/wikitext'
import { decodeText, sniffText } from '@/lib/import/text'
import type { Db } from '@/prisma/client'
import { readHead, streamFile } from './files'

/** A page is read whole; lists that are longer come as CSV, which is read line by line. */
const LONGEST_PAGE = 20 * 1024 * 1024
const HEAD_ROWS = 200
const MOST_TABLES = 500
const MOST_COLUMNS = 100

/** Why a file is not read at all, in a sentence for the person who sent it. */
export class Unreadable extends Error {
  override name = 'Unreadable'
}

const READERS: Record<Exclude<ImportFormat, 'csv'>, (text: string) => ListedTable[]> = {
  wikitext: readWikitext,
  html: readHtml,
  cells: readCells,
  'result-list': readResultList,
  'fixed-width': readFixedWidth,
  api: readApi,
}

export type Chosen = Partial<Pick<ImportSetup, 'encoding' | 'format' | 'delimiter'>>

/**
 * Guesses how a kept file is read, each guess with its reason.
 *
 * @param chosen what the editor has chosen already, which is not guessed.
 * @param publication whose columns were remembered, where known.
 * @throws Unreadable for what is no text, or no table.
 */
export async function inspectFile(
  db: Db,
  importId: string,
  fileName: string,
  chosen: Chosen = {},
  publication: string | null = null,
): Promise<ImportSetup> {
  const head = await readHead(importId)
  const sniffed = sniffText(head)
  if (!sniffed.ok) throw new Unreadable(sniffed.reason)
  const encoding = chosen.encoding ?? sniffed.encoding
  const encodingReason = chosen.encoding ? 'Chosen by hand.' : sniffed.reason
  const text = await textOf(decodeText(once(head), encoding))
  if (text.trim() === '') throw new Unreadable('There is nothing in it.')
  const format = chosen.format ? { value: chosen.format, reason: 'Chosen by hand.' } : guessFormat(text, fileName)
  const delimiter = format.value === 'csv' ? (chosen.delimiter ?? guessDelimiter(text).value) : null
  const setup: ImportSetup = {
    encoding,
    encodingReason,
    format: format.value,
    formatReason: format.reason,
    delimiter,
    context: contextOfFileName(fileName),
    dayOrder: null,
    tables: [],
  }
  const read =
    format.value === 'csv'
      ? [await csvTable(text, delimiter ?? ',')]
      : (await readPage(importId, setup)).map((table) => pageTable(table))
  const dates: string[] = []
  for (const { table, rows } of read) {
    const known = await withRemembered(db, publication, table)
    setup.tables.push(known)
    for (const { cells } of rows) dates.push(...cells.filter((_, index) => known.columns[index] === 'date'))
  }
  const widest = Math.max(...setup.tables.map(({ columns }) => columns.length))
  if (widest > MOST_COLUMNS)
    throw new Unreadable(`A table of ${widest} columns is no list of results: at most ${MOST_COLUMNS} are read.`)
  if (setup.tables.length === 0) throw new Unreadable('No table was found in it. Choose another format, if it has one.')
  setup.dayOrder = guessDayOrder(dates)
  return setup
}

/** A table, and the rows that were looked at to guess its columns. */
interface GuessedTable {
  table: TableSetup
  rows: RawRow[]
}

async function csvTable(head: string, delimiter: string): Promise<GuessedTable> {
  // The last line of the head is mostly cut off.
  const whole = head.length < 60_000 ? head : head.slice(0, head.lastIndexOf('\n') + 1)
  const read: RawRow[] = []
  for await (const row of readCsv(once(whole), { delimiter })) if (read.push(row) === HEAD_ROWS) break
  const { header, columns } = guessColumns(read)
  const rows = header ? read.slice(1) : read
  return {
    table: {
      title: null,
      context: {},
      header: header ? (read[0]?.cells ?? null) : null,
      columns: columns.map(({ value }) => value),
      reasons: columns.map(({ reason }) => reason),
      sample: sampleOf(rows),
      leftOut: false,
    },
    rows,
  }
}

function pageTable({ title, context, header, columns: told, rows }: ListedTable): GuessedTable {
  const titles = header ? [{ line: 0, raw: '', cells: header, context: {}, problem: null }] : []
  const guessed = guessColumns([...titles, ...rows].slice(0, HEAD_ROWS)).columns
  const columns = Array.from({ length: Math.max(told?.length ?? 0, guessed.length) }, (_, index) => {
    const column = told?.[index]
    return column ? { value: column, reason: 'Told by the shape of the text.' } : guessed[index]
  })
  const isOfResults = columns.some((column) => column?.value && ['mark', 'status', 'place'].includes(column.value))
  return {
    table: {
      title,
      context,
      header,
      columns: columns.map((column) => column?.value ?? null),
      reasons: columns.map((column) => column?.reason ?? ''),
      sample: sampleOf(rows),
      // A table that cannot be read says why, row by row.
      leftOut: !isOfResults && !rows.some(({ problem }) => problem !== null),
    },
    rows: rows.slice(0, HEAD_ROWS),
  }
}

async function readPage(
  importId: string,
  { format, encoding }: Pick<ImportSetup, 'format' | 'encoding'>,
): Promise<ListedTable[]> {
  if (format === 'csv') return []
  let text = ''
  for await (const chunk of decodeText(streamFile(importId), encoding)) {
    text += chunk
    if (text.length > LONGEST_PAGE) {
      throw new Unreadable('A page of more than 20 MB is not read: only CSV can be longer, up to 200 MB.')
    }
  }
  return READERS[format](text).slice(0, MOST_TABLES)
}

/** The columns as they were read the last time in a list of the same publication and the same header. */
async function withRemembered(db: Db, publication: string | null, table: TableSetup): Promise<TableSetup> {
  if (publication === null) return table
  const known = await db.rememberedColumns.findUnique({
    where: { publication_header: { publication, header: headerKey(table) } },
  })
  if (!known) return table
  const columns = known.columns as (Column | null)[]
  return { ...table, columns, reasons: columns.map(() => `As in the last list of ${publication}.`) }
}

/** By what a table's columns are remembered: its header, or their number. */
export function headerKey({ header, columns }: Pick<TableSetup, 'header' | 'columns'>): string {
  return header ? header.join('\t').slice(0, 1000) : String(columns.length)
}

export interface FileRow {
  row: RawRow
  table: TableSetup
}

/**
 * The rows of a file as its setup says, header rows left out, one after the other.
 *
 * @param onBytes called with the number of bytes read so far.
 */
export async function* readRows(
  importId: string,
  setup: ImportSetup,
  onBytes: (bytes: number) => void = () => {},
): AsyncGenerator<FileRow> {
  if (setup.format !== 'csv') {
    const tables = await readPage(importId, setup)
    for (const [index, { rows }] of tables.entries()) {
      const table = setup.tables[index]
      if (!table || table.leftOut) continue
      for (const row of rows) yield { row, table }
    }
    return
  }
  const [table] = setup.tables
  if (!table) return
  let isHeader = table.header !== null
  const bytes = counted(streamFile(importId), onBytes)
  for await (const row of readCsv(decodeText(bytes, setup.encoding), { delimiter: setup.delimiter ?? ',' })) {
    if (!isHeader) yield { row, table }
    isHeader = false
  }
}

async function* counted(chunks: AsyncIterable<Uint8Array>, onBytes: (bytes: number) => void) {
  let bytes = 0
  for await (const chunk of chunks) {
    bytes += chunk.length
    onBytes(bytes)
    yield chunk
  }
}

async function* once<T>(value: T): AsyncGenerator<T> {
  yield value
}

async function textOf(chunks: AsyncIterable<string>): Promise<string> {
  let text = ''
  for await (const chunk of chunks) text += chunk
  return text
}
