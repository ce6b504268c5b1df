/**
 * Undoes what an import wrote: whole, or some of its rows. A result that somebody has edited since is left, with all that
 * belongs to it, and listed; so is everything that others depend on. Like every change, undoing has revisions of its own.
 */
import type { Client, Db } from '@/prisma/client'
import type { Editor } from '../accounts/editor'
import { AbortChange, type Change, change, continueChange } from '../history/change'
import { putBack, type Row } from '../history/rows'
import { takeStep } from './import-state'
import { type Report, Stopped } from './progress'
import { markUndone } from './row-state'

const BATCH = 500

/** Has the runner undo a whole import. @returns whether it can be undone as it is now. */
export async function undoImport(db: Client, editor: Editor, id: string, reason: string): Promise<boolean> {
  return change<boolean, boolean>(db, editor, { kind: 'RESTORE', reason }, async ({ tx, id: undoId }) => {
    const total = await tx.importRow.count({ where: { importId: id, written: true } })
    if (!(await takeStep(tx, id, 'undo', { undoId, progress: 0, total }))) throw new AbortChange(false)
    return true
  })
}

/** Undoes some rows of an import at once. @returns the lines that somebody has edited since, which stay. */
export async function undoRows(
  db: Client,
  editor: Editor,
  id: string,
  { lines, reason }: { lines: number[]; reason: string },
): Promise<{ left: number[] }> {
  const undoId = await change(db, editor, { kind: 'RESTORE', reason }, async ({ id: undo }) => undo)
  await undoBatches(db, id, { undoId, lines, report: async () => {} })
  const left = await db.importRow.findMany({
    where: { importId: id, line: { in: lines }, written: true },
    select: { line: true },
    orderBy: { line: 'asc' },
  })
  return { left: left.map(({ line }) => line) }
}

/**
 * What an import creates besides results, in the order in which it is undone, and what keeps a row of it: present rows
 * that point at it. (t is the row, $1 the change sets of the import.)
 */
const DEPENDENTS = [
  ['races', `EXISTS (SELECT 1 FROM results l WHERE l."raceId" = t.id AND NOT l.withdrawn)`],
  ['events', `EXISTS (SELECT 1 FROM races l WHERE l."eventId" = t.id AND NOT l.withdrawn)`],
  ['competitions', `EXISTS (SELECT 1 FROM events l WHERE l."competitionId" = t.id AND NOT l.withdrawn)`],
  [
    'athletes',
    `EXISTS (SELECT 1 FROM results l WHERE l."athleteId" = t.id AND NOT l.withdrawn)
     OR EXISTS (SELECT 1 FROM team_members l WHERE l."athleteId" = t.id AND NOT l.withdrawn)`,
  ],
  [
    'citations',
    `t."athleteId" IS NULL OR EXISTS (
       SELECT 1 FROM revisions m JOIN athletes a ON a.id = m."entityId"
       WHERE m."changeSetId" = ANY ($1::int[]) AND m.entity = 'athletes' AND m.before IS NULL AND a.id = t."athleteId" AND NOT a.withdrawn)`,
  ],
] as const

/** Of one undoing. */
interface Undoing {
  importId: string
  /** The change set of the undoing. */
  undoId: number
  /** Every change set under which the import was written. */
  written: number[]
}

/**
 * Undoes rows of an import under a change set that has been opened for it.
 *
 * @param lines which rows; null for all, and then for everything else that the import created.
 * @throws Stopped where somebody stopped it; what was undone stays so, and it can be continued.
 */
export async function undoBatches(
  db: Client,
  importId: string,
  { undoId, lines, report }: { undoId: number; lines: number[] | null; report: Report },
): Promise<void> {
  const { changeSetId, earlierChangeSetIds } = await db.import.findUniqueOrThrow({ where: { id: importId } })
  if (changeSetId === null) return
  const undoing = { importId, undoId, written: [...earlierChangeSetIds, changeSetId] }
  let done = 0
  for (let after = -1; ; ) {
    const rows = await continueChange(db, undoId, (change) => undoBatch(change, undoing, { lines, after }))
    const last = rows.at(-1)
    if (!last) break
    after = last.line
    done += rows.length
    await report(done)
  }
  if (lines !== null) return
  await continueChange(db, undoId, (change) => putBackFilled(change, undoing))
  for (const [table, dependents] of DEPENDENTS) {
    for (let count = 1; count > 0; ) {
      count = await continueChange(db, undoId, ({ tx }) => withdrawCreated(tx, undoing, table, dependents))
      await report(done)
    }
  }
}

interface WrittenRow {
  line: number
  resultId: string
}

/** @returns the rows that were looked at: those that were undone, and those that stay. */
async function undoBatch(
  change: Change,
  undoing: Undoing,
  { lines, after }: { lines: number[] | null; after: number },
): Promise<WrittenRow[]> {
  const { tx } = change
  const { importId } = undoing
  const found = await tx.import.findUnique({ where: { id: importId }, select: { state: true } })
  if (lines === null && found?.state !== 'UNDOING') throw new Stopped('The undoing was stopped.')
  const rows = await tx.$queryRaw<WrittenRow[]>`
    SELECT line, "resultId" FROM import_rows
    WHERE "importId" = ${importId} AND written AND "resultId" IS NOT NULL AND line > ${after}
      AND (${lines === null} OR line = ANY (${lines ?? []}::int[]))
    ORDER BY line LIMIT ${BATCH}`
  const untouched = await findUntouched(
    tx,
    undoing,
    rows.map(({ resultId }) => resultId),
  )
  await undoResults(change, undoing, [...untouched])
  const undone = rows.filter(({ resultId }) => untouched.has(resultId))
  await markUndone(
    tx,
    importId,
    undone.map(({ line }) => line),
  )
  return rows
}

/** Those of the results that nobody but the import, and this undoing, has changed since the import last wrote them. */
async function findUntouched(tx: Db, { undoId, written }: Undoing, ids: string[]): Promise<Set<string>> {
  const rows = await tx.$queryRaw<{ id: string }[]>`
    SELECT named.id FROM unnest(${ids}::text[]) AS named(id)
    WHERE NOT EXISTS (
      SELECT 1 FROM revisions r WHERE r."resultId" = named.id AND r."changeSetId" <> ALL (${[...written, undoId]}::int[])
        AND r."changeSetId" > coalesce(
          (SELECT max(w."changeSetId") FROM revisions w
            WHERE w."resultId" = named.id AND w."changeSetId" = ANY (${written}::int[])),
          ${written[0] ?? 0}))`
  return new Set(rows.map(({ id }) => id))
}

/** Puts the results, and what belongs to them, back as they were before the import. */
async function undoResults(change: Change, { written }: Undoing, ids: string[]): Promise<void> {
  const { tx } = change
  for (const table of ['citations', 'places', 'record_claims', 'results'] as const) {
    await tx.$executeRawUnsafe(
      `UPDATE "${table}" t SET withdrawn = true
       WHERE NOT t.withdrawn AND t.id IN (
         SELECT r."entityId" FROM revisions r
         WHERE r."changeSetId" = ANY ($1::int[]) AND r.entity = $2 AND r."resultId" = ANY ($3::text[]) AND r.before IS NULL)`,
      written,
      table,
      ids,
    )
  }
  const filled = await tx.$queryRaw<{ entityId: string; before: Row }[]>`
    SELECT DISTINCT ON (r."entityId") r."entityId", r.before FROM revisions r
    WHERE r."changeSetId" = ANY (${written}::int[]) AND r.entity = 'results' AND r."resultId" = ANY (${ids}::text[])
      AND r.before IS NOT NULL
      AND NOT EXISTS (SELECT 1 FROM revisions n WHERE n."changeSetId" = ANY (${written}::int[]) AND n.entity = 'results'
        AND n."entityId" = r."entityId" AND n.before IS NULL)
    ORDER BY r."entityId", r.id`
  for (const { entityId, before } of filled) await putBack(change, 'results', entityId, before)
}

/** Puts back what the import filled in besides results, where nobody has changed it since. */
async function putBackFilled(change: Change, { written }: Undoing): Promise<void> {
  const filled = await change.tx.$queryRaw<{ entity: string; entityId: string; before: Row }[]>`
    SELECT DISTINCT ON (r.entity, r."entityId") r.entity, r."entityId", r.before FROM revisions r
    WHERE r."changeSetId" = ANY (${written}::int[]) AND r.entity IN ('athletes', 'competitions', 'citations')
      AND r.before IS NOT NULL AND r."resultId" IS NULL AND NOT (r.before ->> 'withdrawn')::boolean
      AND NOT EXISTS (SELECT 1 FROM revisions n WHERE n.entity = r.entity AND n."entityId" = r."entityId"
        AND n."changeSetId" > r."changeSetId" AND n."changeSetId" <> ALL (${written}::int[]))
    ORDER BY r.entity, r."entityId", r.id`
  for (const { entity, entityId, before } of filled) await putBack(change, entity, entityId, before)
}

/** Withdraws rows of a table that the import created, where nothing depends on them and nobody has changed them since. */
async function withdrawCreated(tx: Db, { written }: Undoing, table: string, dependents: string): Promise<number> {
  return tx.$executeRawUnsafe(
    `UPDATE "${table}" t SET withdrawn = true WHERE t.id IN (
       SELECT t.id FROM revisions r JOIN "${table}" t ON t.id = r."entityId"
       WHERE r."changeSetId" = ANY ($1::int[]) AND r.entity = $2 AND r.before IS NULL
         AND NOT t.withdrawn AND t.version = r.version AND NOT (${dependents})
       LIMIT ${BATCH})`,
    written,
    table,
  )
}
