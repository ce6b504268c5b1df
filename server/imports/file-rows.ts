/**
 * The rows of an import's file, in the thread that reads lists. A page is parsed once, when it is inspected; its tables are
 * stored beside the file.
 */
import { readCsv } from '@/lib/import/csv'
import type { ImportFormat, RawRow } from '@/lib/import/listing'
import type { ImportSetup, TableSetup } from '@/lib/import/setup'
import { readApi } from '@/lib/import/tables/api'
import { readCells } from '@/lib/import/tables/cells'
import { readFixedWidth } from '@/lib/import/tables/fixed-width'
import { readHtml } from '@/lib/import/tables/html'
import { readResultList } from '@/lib/import/tables/result-list'
import type { ListedTable } from '@/lib/import/tables/table'
import { readWikitext } from '@/lib/import/tables/wikitext'
import { decodeText } from '@/lib/import/text'
import { readParsed, storeParsed, streamFile } from './files'
import { Unreadable } from './unreadable'

/** Longer lists come as CSV, which is read line by line; a page is held in memory as a whole. */
const LONGEST_PAGE = 20 * 1024 * 1024
const MOST_TABLES = 500
/** Of objects and lists in a JSON: our own documents of this length have a tenth of that. */
const MOST_PARTS = 1_000_000

const READERS: Record<Exclude<ImportFormat, 'csv' | 'xlsx'>, (text: string) => ListedTable[]> = {
  wikitext: readWikitext,
  html: readHtml,
  cells: readCells,
  'result-list': readResultList,
  'fixed-width': readFixedWidth,
  api: readApi,
}

type PageFormat = Pick<ImportSetup, 'format' | 'encoding'>

/** The tables of a page; none of a CSV, which is read by `readRows` alone. */
export async function readTables(importId: string, { format, encoding }: PageFormat): Promise<ListedTable[]> {
  if (format === 'csv') return []
  const key = `${format} ${encoding}`
  const known = await readParsed<ListedTable[]>(importId, key)
  if (known) return known
  const tables = format === 'xlsx' ? await readSheets(importId) : await readPage(importId, { format, encoding })
  await storeParsed(importId, key, tables.slice(0, MOST_TABLES))
  return tables.slice(0, MOST_TABLES)
}

async function readSheets(importId: string): Promise<ListedTable[]> {
  const parts: Uint8Array[] = []
  let length = 0
  for await (const part of streamFile(importId)) {
    length += part.length
    if (length > LONGEST_PAGE) throw new Unreadable('A spreadsheet of more than 20 MB is not read: save it as CSV.')
    parts.push(part)
  }
  // A megabyte of program, which few lists need.
  const { BrokenWorkbook, readWorkbook } = await import('./workbook')
  try {
    return readWorkbook(Buffer.concat(parts))
  } catch (error) {
    throw error instanceof BrokenWorkbook ? new Unreadable(error.message) : error
  }
}

async function readPage(
  importId: string,
  { format, encoding }: { format: Exclude<ImportFormat, 'csv' | 'xlsx'>; encoding: string },
): Promise<ListedTable[]> {
  let text = ''
  for await (const chunk of decodeText(streamFile(importId), encoding)) {
    text += chunk
    if (text.length > LONGEST_PAGE) {
      throw new Unreadable('A page of more than 20 MB is not read: only CSV can be longer, up to 200 MB.')
    }
  }
  if (format === 'api' && partsIn(text) > MOST_PARTS)
    throw new Unreadable('This JSON has more than a million parts: send it in parts.')
  return READERS[format](text)
}

/** How many objects and lists begin in a JSON. */
function partsIn(json: string): number {
  let parts = 0
  for (let at = 0; at < json.length; at++) {
    const code = json.charCodeAt(at)
    if (code === OPEN_OBJECT || code === OPEN_LIST) parts++
  }
  return parts
}

const OPEN_OBJECT = '{'.charCodeAt(0)
const OPEN_LIST = '['.charCodeAt(0)

export interface FileRow {
  row: RawRow
  table: TableSetup
}

/**
 * The rows of a file as its setup says, without header rows, one after the other.
 *
 * @param onBytes called with the number of bytes read so far.
 */
export async function* readRows(
  importId: string,
  setup: ImportSetup,
  onBytes: (bytes: number) => void = () => {},
): AsyncGenerator<FileRow> {
  if (setup.format !== 'csv') {
    const tables = await readTables(importId, setup)
    for (const [index, { rows }] of tables.entries()) {
      const table = setup.tables[index]
      if (!table || table.leftOut) continue
      for (const row of rows) yield { row, table }
    }
    return
  }
  const [table] = setup.tables
  if (!table) return
  let heading = table.headRows ?? (table.header === null ? 0 : 1)
  const bytes = counted(streamFile(importId), onBytes)
  for await (const row of readCsv(decodeText(bytes, setup.encoding), { delimiter: setup.delimiter ?? ',' })) {
    if (heading === 0) yield { row, table }
    else heading--
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
