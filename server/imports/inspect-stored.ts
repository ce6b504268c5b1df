/** What a stored file is taken for, guessed from its beginning. Runs in the thread that reads lists. */
import { guessColumns } from '@/lib/import/columns'
import { guessDelimiter, readCsv } from '@/lib/import/csv'
import { guessFormat } from '@/lib/import/format'
import type { RawRow } from '@/lib/import/listing'
import { sampleOf, type TableSetup } from '@/lib/import/setup'
import { findTableHead } from '@/lib/import/table-head'
import type { ListedTable } from '@/lib/import/tables/table'
import { decodeText, isWorkbook, sniffText } from '@/lib/import/text'
import { readTables } from './file-rows'
import { readHead } from './files'
import type { ChosenForm, Form, Inspected } from './list-task'
import { Unreadable } from './unreadable'

const HEAD_ROWS = 200
const MOST_COLUMNS = 100
/** Of all tables together, and of a cell: enough to tell by them in which order days and months stand. */
const ROWS_TOLD = 2000
const LONGEST_CELL_TOLD = 100

/** @throws Unreadable for what is no text, or no table. */
export async function inspectStored({
  importId,
  fileName,
  chosen,
}: {
  importId: string
  fileName: string
  chosen: ChosenForm
}): Promise<Inspected> {
  const { text, ...form } = await guessForm(importId, fileName, chosen)
  const guessed =
    form.format === 'csv'
      ? [await csvTable(text, form.delimiter ?? ',')]
      : (await readTables(importId, form)).map((table) => pageTable(table))
  if (guessed.length === 0) throw new Unreadable('No table was found in it. Choose another format, if it has one.')
  const widest = Math.max(...guessed.map(({ table }) => table.columns.length))
  if (widest > MOST_COLUMNS)
    throw new Unreadable(`A table of ${widest} columns is no list of results: at most ${MOST_COLUMNS} are read.`)
  let told = 0
  const tables = guessed.map(({ table, rows }) => {
    const cells = rows
      .slice(0, ROWS_TOLD - told)
      .map((row) => row.cells.map((cell) => cell.slice(0, LONGEST_CELL_TOLD)))
    told += cells.length
    return { table, cells }
  })
  return { form, tables }
}

/** Encoding, format and delimiter, with the beginning of the text from which they were guessed. */
async function guessForm(id: string, fileName: string, chosen: ChosenForm): Promise<Form & { text: string }> {
  const head = await readHead(id)
  if (isWorkbook(head) && (chosen.format ?? 'xlsx') === 'xlsx') {
    const reason = 'It is the workbook of a spreadsheet.'
    const form = {
      encoding: 'utf-8',
      encodingReason: reason,
      format: 'xlsx' as const,
      formatReason: reason,
      delimiter: null,
    }
    return { ...form, text: '' }
  }
  if (chosen.format === 'xlsx') throw new Unreadable('This is not the workbook of a spreadsheet.')
  const sniffed = sniffText(head)
  if (!sniffed.ok) throw new Unreadable(sniffed.reason)
  const byHand = 'Chosen by hand.'
  const encoding = chosen.encoding ?? sniffed.encoding
  const text = await textOf(decodeText(once(head), encoding))
  if (text.trim() === '') throw new Unreadable('There is nothing in it.')
  const format = chosen.format ? { value: chosen.format, reason: byHand } : guessFormat(text, fileName)
  return {
    text,
    encoding,
    encodingReason: chosen.encoding ? byHand : sniffed.reason,
    format: format.value,
    formatReason: format.reason,
    delimiter: format.value === 'csv' ? (chosen.delimiter ?? guessDelimiter(text).value) : null,
  }
}

/** A table, and the rows from which its columns were guessed. */
interface GuessedTable {
  table: TableSetup
  rows: RawRow[]
}

async function csvTable(beginning: string, delimiter: string): Promise<GuessedTable> {
  // The last line of the head is mostly cut off.
  const whole = beginning.length < 60_000 ? beginning : beginning.slice(0, beginning.lastIndexOf('\n') + 1)
  const read: RawRow[] = []
  for await (const row of readCsv(once(whole), { delimiter })) if (read.push(row) === HEAD_ROWS) break
  const head = findTableHead(read)
  const titled = head?.header && [{ line: 0, raw: '', cells: head.header, context: {}, problem: null }]
  const { header, columns } = guessColumns(titled ? [...titled, ...read.slice(head.rows)] : read)
  const rows = head ? read.slice(head.rows) : header ? read.slice(1) : read
  return {
    table: {
      title: head?.title ?? null,
      context: head?.context ?? {},
      ...(head && { headRows: head.rows }),
      header: head ? head.header : header ? (read[0]?.cells ?? null) : null,
      columns: columns.map(({ value }) => value),
      reasons: columns.map(({ reason }) => reason),
      sample: sampleOf(rows),
      leftOut: false,
    },
    rows,
  }
}

function pageTable({ title, context, header, columns: known, rows }: ListedTable): GuessedTable {
  const titles = header ? [{ line: 0, raw: '', cells: header, context: {}, problem: null }] : []
  const guessed = guessColumns([...titles, ...rows].slice(0, HEAD_ROWS)).columns
  const columns = Array.from({ length: Math.max(known?.length ?? 0, guessed.length) }, (_, index) => {
    const column = known?.[index]
    return column ? { value: column, reason: 'Told by the shape of the text.' } : guessed[index]
  })
  const isOfResults = columns.some(
    (column) => column?.value && ['mark', 'seconds', 'status', 'place'].includes(column.value),
  )
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

async function* once<T>(value: T): AsyncGenerator<T> {
  yield value
}

async function textOf(chunks: AsyncIterable<string>): Promise<string> {
  let text = ''
  for await (const chunk of chunks) text += chunk
  return text
}
