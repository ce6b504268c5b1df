/** A new list: its file is stored, and how to read it is guessed. */
import { nanoid } from 'nanoid'
import { contextOfFileName } from '@/lib/import/context'
import { guessDayOrder } from '@/lib/import/dates'
import type { ImportSetup, TableSetup } from '@/lib/import/setup'
import type { Evidence } from '@/lib/record/evidence'
import type { Client, Db, Prisma } from '@/prisma/client'
import type { Editor } from '../accounts/editor'
import { removeFile, storeFile } from './files'
import type { ChosenForm } from './list-task'
import { inspectInThread } from './list-thread'
import { withRememberedColumns } from './remembered-columns'

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

/**
 * Guesses how a stored file is read, each guess with its reason.
 *
 * @param chosen what the editor has chosen already, which is not guessed.
 * @param publication whose remembered columns are used, where it is known.
 * @throws Unreadable for what is no text, or no table, and for what is too large.
 */
export async function inspectFile(
  db: Db,
  { id, fileName }: { id: string; fileName: string },
  { chosen = {}, publication = null }: { chosen?: ChosenForm; publication?: string | null } = {},
): Promise<ImportSetup> {
  const { form, tables: guessed } = await inspectInThread({ ask: 'inspect', importId: id, fileName, chosen })
  const tables: TableSetup[] = []
  const dates: string[] = []
  for (const { table, cells } of guessed) {
    const known = await withRememberedColumns(db, publication, table)
    tables.push(known)
    for (const row of cells) dates.push(...row.filter((_, index) => known.columns[index] === 'date'))
  }
  const { date, ...named } = contextOfFileName(fileName)
  // Where the rows have dates of their own, a year in the name is that of the list.
  const areDated = tables.some(({ columns }) => columns.some((column) => column === 'date' || column === 'year'))
  const dayOrder = guessDayOrder(dates)
  return { ...form, context: {}, named: { ...named, ...(date && !areDated && { date }) }, dayOrder, tables }
}
