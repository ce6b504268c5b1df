/** A new list: its file is stored, and how to read it is guessed. */
import { nanoid } from 'nanoid'
import { guessColumns } from '@/lib/import/columns'
import { contextOfFileName } from '@/lib/import/context'
import { guessDelimiter, readCsv } from '@/lib/import/csv'
import { guessDayOrder } from '@/lib/import/dates'
import { guessFormat } from '@/lib/import/format'
import type { RawRow } from '@/lib/import/listing'
import { type ImportSetup, sampleOf, type TableSetup } from '@/lib/import/setup'
import type { ListedTable } from '@/lib/import/tables/table'
import { decodeText, sniffText } from '@/lib/import/text'
import type { Evidence } from '@/lib/record/evidence'
import type { Client, Db, Prisma } from '@/prisma/client'
import type { Editor } from '../accounts/editor'
import { readTables, Unreadable } from './file-rows'
import { readHead, removeFile, storeFile } from './files'
import { withRememberedColumns } from './remembered-columns'

const HEAD_ROWS = 200
const MOST_COLUMNS = 100

/** What is known of a list that was made here: how it is read, and on what its acceptance will rest. */
export interface MadeHere {
  setup: ImportSetup
  evidence: Evidence
}

/**
 * Stores a file and guesses how it is read, unless that is known.
 *
 * @returns the import's id.
 * @throws Unreadable or FileTooLarge, and stores nothing, where it is not a list.
 */
export async function beginImport(
  db: Client,
  editor: Editor,
  fileName: string,
  chunks: AsyncIterable<Uint8Array>,
  made: MadeHere | null = null,
): Promise<string> {
  const id = nanoid(12)
  const { bytes, fingerprint } = await storeFile(id, chunks)
  try {
    const setup = (made?.setup ?? (await inspectFile(db, { id, fileName }))) as unknown as Prisma.InputJsonValue
    const evidence = (made?.evidence ?? {}) as Prisma.InputJsonValue
    const author = { authorId: editor.id, authorName: editor.name }
    await db.import.create({
      data: { id, ...author, fileName, bytes, fingerprint, setup, evidence, total: bytes },
    })
  } catch (error) {
    await removeFile(id)
    throw error
  }
  return id
}

type Chosen = Partial<Pick<ImportSetup, 'encoding' | 'format' | 'delimiter'>>

/**
 * Guesses how a stored file is read, each guess with its reason.
 *
 * @param chosen what the editor has chosen already, which is not guessed.
 * @param publication whose remembered columns are used, where it is known.
 * @throws Unreadable for what is no text, or no table.
 */
export async function inspectFile(
  db: Db,
  { id, fileName }: { id: string; fileName: string },
  { chosen = {}, publication = null }: { chosen?: Chosen; publication?: string | null } = {},
): Promise<ImportSetup> {
  const { text, ...form } = await guessForm(id, fileName, chosen)
  const guessed =
    form.format === 'csv'
      ? [await csvTable(text, form.delimiter ?? ',')]
      : (await readTables(id, form)).map((table) => pageTable(table))
  const widest = Math.max(...guessed.map(({ table }) => table.columns.length))
  if (widest > MOST_COLUMNS)
    throw new Unreadable(`A table of ${widest} columns is no list of results: at most ${MOST_COLUMNS} are read.`)
  if (guessed.length === 0) throw new Unreadable('No table was found in it. Choose another format, if it has one.')
  const tables: TableSetup[] = []
  const dates: string[] = []
  for (const { table, rows } of guessed) {
    const known = await withRememberedColumns(db, publication, table)
    tables.push(known)
    for (const { cells } of rows) dates.push(...cells.filter((_, index) => known.columns[index] === 'date'))
  }
  return { ...form, context: contextOfFileName(fileName), dayOrder: guessDayOrder(dates), tables }
}

type Form = Pick<ImportSetup, 'encoding' | 'encodingReason' | 'format' | 'formatReason' | 'delimiter'>

/** Encoding, format and delimiter, with the beginning of the text from which they were guessed. */
async function guessForm(id: string, fileName: string, chosen: Chosen): Promise<Form & { text: string }> {
  const head = await readHead(id)
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

function pageTable({ title, context, header, columns: known, rows }: ListedTable): GuessedTable {
  const titles = header ? [{ line: 0, raw: '', cells: header, context: {}, problem: null }] : []
  const guessed = guessColumns([...titles, ...rows].slice(0, HEAD_ROWS)).columns
  const columns = Array.from({ length: Math.max(known?.length ?? 0, guessed.length) }, (_, index) => {
    const column = known?.[index]
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

async function* once<T>(value: T): AsyncGenerator<T> {
  yield value
}

async function textOf(chunks: AsyncIterable<string>): Promise<string> {
  let text = ''
  for await (const chunk of chunks) text += chunk
  return text
}
