/**
 * Accepts a preview and writes what it says, batch by batch, each in a transaction of its own. A row is marked as written
 * in the transaction that writes it, so that a run that was killed goes on where it was.
 */
import type { Doubt } from '@/lib/import/doubts'
import { readStoredSetup } from '@/lib/import/stored'
import type { Evidence } from '@/lib/record/evidence'
import { type Client, type Db, Prisma } from '@/prisma/client'
import type { Editor } from '../accounts/editor'
import { AbortChange, type Change, change, continueChange, mayContinue } from '../history/change'
import { createAthletes } from './accept-athletes'
import { createCompetitions } from './accept-competitions'
import { createResults, fillIn } from './accept-results'
import type { AcceptedRow, Batch } from './accepted-row'
import { analyse } from './analyse'
import { findDoubts, whyDoubted } from './doubts'
import { takeStep } from './import-state'
import { citeKnownResults, ListCitations } from './list-citations'
import { Pace } from './pace'
import { type Report, Stopped } from './progress'
import { matchAgain } from './rematch'
import { rememberColumns } from './remembered-columns'
import { markWritten } from './row-state'
import { Trouble } from './trouble'

/** The most rows that are written in one transaction. */
const MOST = 500
/**
 * The first large import makes small tables large, and the embedded database does not tell its planner by itself: it is
 * told after so many rows, where the record was small before.
 */
const ANALYSE_AT = [500, 2_000, 8_000, 32_000]
const SMALL_RECORD = 5_000

export type AcceptOutcome =
  | { accepted: true; changeSetId: number }
  /** With what somebody would have to confirm, where that is why. */
  | { accepted: false; reason: string; doubts?: Doubt[] }

/**
 * Opens the change set of an import that was only a preview so far, and starts the writing. What is still undecided
 * stays: see `acceptRest`.
 *
 * @param confirmed the words of the doubts that somebody has typed; the history says that they were.
 */
export async function acceptImport(
  db: Client,
  editor: Editor,
  id: string,
  evidence: Evidence,
  confirmed: readonly string[] = [],
): Promise<AcceptOutcome> {
  const notNow: AcceptOutcome = { accepted: false, reason: 'It cannot be accepted as it is now: look at its page.' }
  const found = await db.import.findUnique({ where: { id }, select: { changeSetId: true, setup: true } })
  if (!found || found.changeSetId !== null) return notNow
  const doubted = await whyDoubted(db, id, confirmed)
  if (doubted) return { accepted: false, ...doubted }
  const doubts = (await findDoubts(db, id)).map(({ code }) => code)
  const vouched = doubts.length === 0 ? '' : ` (Confirmed: ${doubts.join(', ')}.)`
  const set = { kind: 'IMPORT' as const, reason: `${evidence.reason}${vouched}`, source: evidence.source }
  return change<AcceptOutcome, AcceptOutcome>(db, editor, set, async ({ tx, id: changeSetId, sourceId }) => {
    if (!(await startWriting(tx, id, 'accept', { changeSetId, sourceId, confirmed: doubts })))
      throw new AbortChange(notNow)
    const source = sourceId === null ? null : await tx.source.findUnique({ where: { id: sourceId } })
    const setup = readStoredSetup(found.setup)
    if (source && !setup.sheet) await rememberColumns(tx, source.publication, setup)
    return { accepted: true, changeSetId }
  })
}

/**
 * Goes on with an import that was accepted before: writes what has been decided since, or what was not reached. It is
 * written in this editor's name: under the change set that there is, or a further one where that is somebody else's.
 *
 * @param confirmed the words of further doubts that somebody has typed.
 * @returns whether there is something to go on with, and nothing in it that is doubted.
 */
export async function acceptRest(
  db: Client,
  editor: Editor,
  id: string,
  confirmed: readonly string[] = [],
): Promise<boolean> {
  if (await whyDoubted(db, id, confirmed)) return false
  const doubts = (await findDoubts(db, id)).map(({ code }) => code)
  if (doubts.length > 0) await db.import.update({ where: { id }, data: { confirmed: { push: doubts } } })
  const found = await db.import.findUnique({
    where: { id },
    select: { changeSet: { select: { id: true, reason: true } }, source: { select: { slug: true, withdrawn: true } } },
  })
  if (!found?.changeSet || !found.source || found.source.withdrawn) return false
  const { changeSet, source } = found
  if (await mayContinue(db, editor, changeSet.id)) return startWriting(db, id, 'acceptRest')
  const set = { kind: 'IMPORT' as const, reason: changeSet.reason, source: { slug: source.slug } }
  return change<boolean, boolean>(db, editor, set, async ({ tx, id: changeSetId }) => {
    const further = { changeSetId, earlierChangeSetIds: { push: changeSet.id } }
    if (!(await startWriting(tx, id, 'acceptRest', further))) throw new AbortChange(false)
    return true
  })
}

async function startWriting(
  tx: Db,
  id: string,
  step: 'accept' | 'acceptRest',
  data: Prisma.ImportUncheckedUpdateManyInput = {},
): Promise<boolean> {
  const progress = await tx.importRow.count({ where: { importId: id, written: true } })
  const total = progress + (await countToWrite(tx, id))
  return takeStep(tx, id, step, { ...data, progress, total })
}

/**
 * Writes every row that is decided and not left out.
 *
 * @returns what could not be written, and why; null where all could.
 * @throws Stopped where somebody cancelled it; what was written stays. NothingWritten where no row could be written.
 */
export async function writeImport(db: Client, importId: string, report: Report): Promise<string | null> {
  const { changeSetId, evidence, ...found } = await db.import.findUniqueOrThrow({ where: { id: importId } })
  if (changeSetId === null) throw new Error('The import has no change set.')
  const setup = readStoredSetup(found.setup)
  const list = { importId, locator: setup.sheet ? (evidence as unknown as Evidence).locator : null }
  await matchAgain(db, importId, setup, async () => report(0))
  const isSmall = (await db.result.findMany({ take: SMALL_RECORD, select: { id: true } })).length < SMALL_RECORD
  let written = await db.importRow.count({ where: { importId, written: true } })
  let after = -1
  const pace = new Pace(MOST)
  const analyseAt = ANALYSE_AT.filter((rows) => rows > written)
  const nextLine = async (after: number) => (await findRowsToWrite(db, importId, { after, size: 1 }))[0]?.line ?? null
  const trouble = new Trouble(db, importId, nextLine)
  for (;;) {
    const size = trouble.sizeOf(pace.size)
    const rows = await pace
      .keep(size, () => continueChange(db, changeSetId, (change) => writeBatch(change, list, { after, size })))
      .catch((error: unknown) => trouble.meet(error, { after, size }))
    if (rows === null) continue
    const last = rows.at(-1)
    if (!last) return trouble.report(written)
    after = last.line
    written += rows.length
    if (isSmall && written >= (analyseAt[0] ?? Number.POSITIVE_INFINITY)) {
      analyseAt.shift()
      await analyse(db)
    }
    await report(written)
  }
}

/** @returns the rows that were written; none where all are. */
async function writeBatch(
  change: Change,
  list: Pick<Batch, 'importId' | 'locator'>,
  next: { after: number; size: number },
): Promise<AcceptedRow[]> {
  const { tx, sourceId } = change
  const { importId } = list
  if (sourceId === null) throw new Error('The change set of an import has no source.')
  const [found] = await tx.$queryRaw<{ state: string }[]>`SELECT state FROM imports WHERE id = ${importId} FOR UPDATE`
  if (found?.state !== 'ACCEPTING') throw new Stopped('The import was stopped.')
  const rows = await findRowsToWrite(tx, importId, next)
  if (rows.length > 0) await writeRows({ ...list, change, sourceId }, rows)
  return rows
}

async function findRowsToWrite(
  tx: Db,
  importId: string,
  { after, size }: { after: number; size: number },
): Promise<AcceptedRow[]> {
  return tx.$queryRaw<AcceptedRow[]>`
    SELECT r.line, r.listing, r.kind, r."resultId", r.changes, coalesce(a."mergedIntoId", p."athleteId") AS "athleteId",
      coalesce(c."mergedIntoId", m."competitionId") AS "competitionId"
    ${toWrite(importId)} AND r.line > ${after}
    ORDER BY r.line LIMIT ${size}`
}

/** How many rows of an import wait to be written as it is decided now. */
export async function countToWrite(db: Db, importId: string): Promise<number> {
  const [found] = await db.$queryRaw<{ count: number }[]>`SELECT count(*)::int AS count ${toWrite(importId)}`
  return found?.count ?? 0
}

/** The rows that are decided, not left out, and not written yet, with their people `p`, meetings `m` and athletes `a`. */
function toWrite(importId: string): Prisma.Sql {
  return Prisma.sql`
    FROM import_rows r
    JOIN import_people p ON p."importId" = r."importId" AND p.id = r."personId" AND p.state IN ('KNOWN', 'NEW')
    JOIN import_meetings m ON m."importId" = r."importId" AND m.id = r."meetingId" AND m.state <> 'LEFT_OUT'
    -- The athlete may have been merged into another since the preview; of one who was withdrawn, nothing is written.
    LEFT JOIN athletes a ON a.id = p."athleteId"
    LEFT JOIN competitions c ON c.id = m."competitionId"
    WHERE r."importId" = ${importId} AND NOT r.written AND NOT r."leftOut"
      AND r.kind IN ('NEW', 'SAME', 'CHANGES', 'CONTRADICTS') AND (m.state IN ('KNOWN', 'NEW') OR r."resultId" IS NOT NULL)
      AND (a.id IS NULL OR NOT a.withdrawn OR a."mergedIntoId" IS NOT NULL)`
}

async function writeRows(batch: Batch, rows: AcceptedRow[]): Promise<void> {
  const created = rows.filter(({ kind }) => kind === 'NEW')
  const citations = new ListCitations(batch)
  await createAthletes(batch, rows, citations)
  await createCompetitions(batch, created)
  const resultOf = await createResults(batch, created, citations)
  for (const row of rows) await fillIn(batch, row)
  await citeKnownResults(
    batch,
    rows.filter(({ kind }) => kind !== 'NEW'),
    citations,
  )
  await citations.insert(batch.change)
  await markWritten(
    batch.change.tx,
    batch.importId,
    rows.map(({ line }) => ({ line, resultId: resultOf.get(line) ?? null })),
  )
}
