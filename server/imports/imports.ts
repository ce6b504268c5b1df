/** Imports as editors begin, accept, stop and take them back. */
import { nanoid } from 'nanoid'
import type { ImportSetup } from '@/lib/import/setup'
import type { Evidence } from '@/lib/record/evidence'
import type { Client, Db, Prisma } from '@/prisma/client'
import type { Editor } from '../accounts/editor'
import { change } from '../history/change'
import { countToWrite } from './accepting'
import { keepFile, removeFile } from './files'
import { headerKey, inspectFile } from './setup'
import { takeBack } from './undoing'

/**
 * Keeps a file and guesses how it is read.
 *
 * @returns the import's id.
 * @throws Unreadable or FileTooLarge, and keeps nothing, where it is no list.
 */
export async function beginImport(
  db: Client,
  editor: Editor,
  fileName: string,
  chunks: AsyncIterable<Uint8Array>,
): Promise<string> {
  const id = nanoid(12)
  const { bytes, fingerprint } = await keepFile(id, chunks)
  try {
    const setup = await inspectFile(db, id, fileName)
    const author = { authorId: editor.id, authorName: editor.name }
    await db.import.create({
      data: { id, ...author, fileName, bytes, fingerprint, setup: asJson(setup), evidence: {}, total: bytes },
    })
  } catch (error) {
    await removeFile(id)
    throw error
  }
  return id
}

/** Reads the file as its setup says, in the background (server/imports/runner.ts does it). Decisions begin anew. */
export async function startReading(db: Client, id: string, setup: ImportSetup): Promise<boolean> {
  const { count } = await db.import.updateMany({
    where: { id, changeSetId: null, state: { in: ['UPLOADED', 'READY', 'CANCELLED', 'FAILED'] } },
    data: { state: 'READING', setup: asJson(setup), progress: 0, problem: null, beat: null },
  })
  return count > 0
}

/** How the columns of a publication's lists are read is remembered for the next one. */
export async function rememberColumns(db: Db, publication: string, setup: ImportSetup): Promise<void> {
  for (const table of setup.tables) {
    if (table.leftOut) continue
    const key = { publication, header: headerKey(table) }
    const columns = table.columns as Prisma.InputJsonValue
    await db.rememberedColumns.upsert({
      where: { publication_header: key },
      create: { ...key, columns },
      update: { columns },
    })
  }
}

export type AcceptOutcome = { accepted: true; changeSetId: number } | { accepted: false; reason: string }

/**
 * Makes the change set of an import that was only a preview so far, and lets the writing begin. What is still undecided
 * stays: see `acceptRest`.
 */
export async function acceptImport(db: Client, editor: Editor, id: string, evidence: Evidence): Promise<AcceptOutcome> {
  const notNow: AcceptOutcome = { accepted: false, reason: 'It cannot be accepted as it is now: look at its page.' }
  const found = await db.import.findUnique({ where: { id }, select: { changeSetId: true, setup: true } })
  if (!found || found.changeSetId !== null) return notNow
  return change<AcceptOutcome>(
    db,
    editor,
    { kind: 'IMPORT', ...evidence },
    async ({ tx, id: changeSetId, sourceId }) => {
      if (!(await startWriting(tx, id, ['READY'], { changeSetId, sourceId }))) return notNow
      const source = sourceId === null ? null : await tx.source.findUnique({ where: { id: sourceId } })
      if (source) await rememberColumns(tx, source.publication, found.setup as unknown as ImportSetup)
      return { accepted: true, changeSetId }
    },
  )
}

/**
 * Goes on with an import that was accepted before: writes what has been decided since, or what was not reached, under
 * the change set that it has.
 *
 * @returns whether there is something to go on with.
 */
export async function acceptRest(db: Client, id: string): Promise<boolean> {
  const found = await db.import.findUnique({ where: { id }, select: { changeSetId: true } })
  return found?.changeSetId != null && startWriting(db, id, ['DONE', 'CANCELLED', 'FAILED'])
}

async function startWriting(
  tx: Db,
  id: string,
  from: ('READY' | 'DONE' | 'CANCELLED' | 'FAILED')[],
  made: { changeSetId?: number; sourceId?: string | null } = {},
): Promise<boolean> {
  const progress = await tx.importRow.count({ where: { importId: id, written: true } })
  const total = progress + (await countToWrite(tx, id))
  const { count } = await tx.import.updateMany({
    where: { id, state: { in: from } },
    data: { ...made, state: 'ACCEPTING', progress, total, problem: null, beat: null },
  })
  return count > 0
}

/** Stops the work on an import; what was written stays and can be taken back. */
export async function cancelImport(db: Client, id: string): Promise<void> {
  await db.import.updateMany({
    where: { id, state: { in: ['UPLOADED', 'READING', 'READY', 'ACCEPTING'] } },
    data: { state: 'CANCELLED' },
  })
}

/** Forgets a preview that was never accepted, and its file. */
export async function removeImport(db: Client, id: string): Promise<boolean> {
  const { count } = await db.import.deleteMany({ where: { id, changeSetId: null, state: { not: 'READING' } } })
  if (count > 0) await removeFile(id)
  return count > 0
}

/** Takes an import back whole, in the background. */
export async function undoImport(db: Client, editor: Editor, id: string, reason: string): Promise<boolean> {
  return change(db, editor, { kind: 'RESTORE', reason }, async ({ tx, id: undoId }) => {
    const total = await tx.importRow.count({ where: { importId: id, written: true } })
    const { count } = await tx.import.updateMany({
      where: { id, changeSetId: { not: null }, state: { in: ['DONE', 'CANCELLED', 'FAILED'] } },
      data: { state: 'UNDOING', undoId, progress: 0, total, problem: null, beat: null },
    })
    return count > 0
  })
}

/** Takes some rows of an import back, at once. @returns the lines that somebody has edited since, which stay. */
export async function undoRows(
  db: Client,
  editor: Editor,
  id: string,
  lines: number[],
  reason: string,
): Promise<{ left: number[] }> {
  const undoId = await change(db, editor, { kind: 'RESTORE', reason }, async ({ id: undo }) => undo)
  await takeBack(db, id, undoId, lines, async () => {})
  const left = await db.importRow.findMany({
    where: { importId: id, line: { in: lines }, written: true },
    select: { line: true },
    orderBy: { line: 'asc' },
  })
  return { left: left.map(({ line }) => line) }
}

function asJson(value: ImportSetup): Prisma.InputJsonValue {
  return value as unknown as Prisma.InputJsonValue
}
