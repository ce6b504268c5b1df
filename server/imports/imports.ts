/** Imports as editors begin, decide, accept, stop and take them back. */
import { nanoid } from 'nanoid'
import type { Evidence } from '@/lib/evidence'
import type { ImportSetup } from '@/lib/import/setup'
import type { Client, Db, Prisma } from '@/prisma/client'
import { change } from '../change'
import type { Editor } from '../editor'
import { compareRows } from './comparing'
import { keepFile, removeFile } from './files'
import { athleteIdOf } from './matching'
import { stableId } from './rows'
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
  return change<AcceptOutcome>(db, editor, 'IMPORT', evidence, async ({ tx, id: changeSetId, sourceId }) => {
    if (!(await startWriting(tx, id, ['READY'], { changeSetId, sourceId }))) return notNow
    const source = sourceId === null ? null : await tx.source.findUnique({ where: { id: sourceId } })
    if (source) await rememberColumns(tx, source.publication, found.setup as unknown as ImportSetup)
    return { accepted: true, changeSetId }
  })
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
  const total = await tx.importRow.count({
    where: { importId: id, leftOut: false, kind: { notIn: ['UNDECIDED', 'REFUSED'] } },
  })
  const progress = await tx.importRow.count({ where: { importId: id, written: true } })
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
  return change(db, editor, 'RESTORE', { reason, source: null }, async ({ tx, id: undoId }) => {
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
  const undoId = await change(db, editor, 'RESTORE', { reason, source: null }, async ({ id: undo }) => undo)
  await takeBack(db, id, undoId, lines, async () => {})
  const left = await db.importRow.findMany({
    where: { importId: id, line: { in: lines }, written: true },
    select: { line: true },
    orderBy: { line: 'asc' },
  })
  return { left: left.map(({ line }) => line) }
}

export type Choice = { id: string } | 'new' | 'leave out'

/** Says who the people of a list are, one by one or many at once. The rows of each are then compared anew. */
export async function decidePeople(db: Client, importId: string, personIds: string[], choice: Choice): Promise<void> {
  const people = await db.importPerson.findMany({ where: { importId, id: { in: personIds } } })
  for (const { id } of people) {
    const decision =
      choice === 'leave out'
        ? { state: 'LEFT_OUT' as const }
        : choice === 'new'
          ? { state: 'NEW' as const, athleteId: athleteIdOf(importId, id) }
          : { state: 'KNOWN' as const, athleteId: choice.id }
    await db.importPerson.update({ where: { importId_id: { importId, id } }, data: { ...decision, decided: true } })
  }
  await db.importRow.updateMany({
    where: { importId, personId: { in: personIds }, written: false },
    data: { leftOut: choice === 'leave out' },
  })
  await compareRows(db, importId, personIds)
}

/**
 * Says at which competition the rows of a meeting were.
 *
 * @param teach keeps in mind that this town, or this name, means the series of that competition, for every list to come.
 */
export async function decideMeetings(
  db: Client,
  editor: Editor,
  importId: string,
  meetingIds: string[],
  choice: Choice,
  teach = false,
): Promise<void> {
  const meetings = await db.importMeeting.findMany({ where: { importId, id: { in: meetingIds } } })
  for (const { id } of meetings) {
    const decision =
      choice === 'leave out'
        ? { state: 'LEFT_OUT' as const }
        : choice === 'new'
          ? { state: 'NEW' as const, competitionId: stableId(importId, 'competition', id, null), seriesId: null }
          : { state: 'KNOWN' as const, competitionId: choice.id }
    await db.importMeeting.update({ where: { importId_id: { importId, id } }, data: { ...decision, decided: true } })
  }
  await db.importRow.updateMany({
    where: { importId, meetingId: { in: meetingIds }, written: false },
    data: { leftOut: choice === 'leave out' },
  })
  if (teach && typeof choice === 'object') await teachNames(db, editor, importId, meetingIds, choice.id)
  const people = await db.importRow.findMany({
    where: { importId, meetingId: { in: meetingIds }, personId: { not: null } },
    distinct: ['personId'],
    select: { personId: true },
  })
  await compareRows(
    db,
    importId,
    people.flatMap(({ personId }) => personId ?? []),
  )
}

async function teachNames(
  db: Client,
  editor: Editor,
  importId: string,
  meetingIds: string[],
  competitionId: string,
): Promise<void> {
  await db.$executeRaw`
    INSERT INTO taught_names (folded, "countryCode", "disciplineSlug", "seriesId", "authorName")
    SELECT DISTINCT fold_name(regexp_replace(coalesce(m.name, m.city), '\\y(1[89]|20)[0-9]{2}\\y', '', 'g')),
      coalesce(m."countryCode", ''), r.listing ->> 'discipline', c."seriesId", ${editor.name}
    FROM import_meetings m
    JOIN import_rows r ON r."importId" = m."importId" AND r."meetingId" = m.id AND r.listing IS NOT NULL
    JOIN competitions c ON c.id = ${competitionId} AND c."seriesId" IS NOT NULL
    WHERE m."importId" = ${importId} AND m.id = ANY (${meetingIds}::text[]) AND coalesce(m.name, m.city) IS NOT NULL
    ON CONFLICT (folded, "countryCode", "disciplineSlug") DO UPDATE
      SET "seriesId" = excluded."seriesId", "authorName" = excluded."authorName"`
}

/**
 * Keeps in mind that a name of the list means the series of a competition, and files the list's other meetings of that
 * name under its editions: those that the record has, or new ones of the series.
 */
export async function teachName(db: Client, editor: Editor, importId: string, meetingId: string): Promise<void> {
  const taught = await db.importMeeting.findUnique({ where: { importId_id: { importId, id: meetingId } } })
  if (!taught?.competitionId) return
  await teachNames(db, editor, importId, [meetingId], taught.competitionId)
  const series = await db.competition.findUnique({ where: { id: taught.competitionId }, select: { seriesId: true } })
  if (!series?.seriesId) return
  await db.$executeRaw`
    UPDATE import_meetings m SET "seriesId" = ${series.seriesId}, reason = 'As it was taught.',
      state = CASE WHEN e.id IS NULL THEN m.state ELSE 'KNOWN' END, "competitionId" = coalesce(e.id, m."competitionId")
    FROM import_meetings n LEFT JOIN competitions e ON e."seriesId" = ${series.seriesId} AND NOT e.withdrawn
      AND e.year = left(n."startDate", 4)::int
    WHERE m."importId" = ${importId} AND n."importId" = m."importId" AND n.id = m.id AND NOT m.decided
      AND m.state IN ('NEW', 'ASK') AND m.category = ${taught.category}::"Category"
      AND m."countryCode" IS NOT DISTINCT FROM ${taught.countryCode}
      AND coalesce(m.name, m.city) IS NOT DISTINCT FROM ${taught.name ?? taught.city}`
  await compareRows(db, importId, null)
}

/** Takes rows in, or leaves them out; a second mark of one race that is taken in is another race's. */
export async function decideRows(db: Client, importId: string, lines: number[], take: boolean): Promise<void> {
  await db.importRow.updateMany({
    where: { importId, line: { in: lines }, written: false, kind: { not: 'REFUSED' } },
    data: { leftOut: !take },
  })
  if (!take) return
  await db.importRow.updateMany({
    where: { importId, line: { in: lines }, written: false, kind: 'UNDECIDED', question: 'MARK' },
    data: { kind: 'NEW' },
  })
}

function asJson(value: ImportSetup): Prisma.InputJsonValue {
  return value as unknown as Prisma.InputJsonValue
}
