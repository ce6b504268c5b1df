/**
 * Takes back what an import wrote: whole, or some of its rows. A result that somebody has edited since is left, with all
 * that belongs to it, and listed; so is what others have come to rest on. Like every change it has revisions of its own.
 */
import type { Client, Db } from '@/prisma/client'
import { type Change, continueChange } from '../history/change'
import { putBack, type Row } from '../history/rows'
import { type Report, Stopped } from './reading'

const BATCH = 500

/**
 * What an import makes besides results, in the order in which it is taken back, and what keeps a row of it: present
 * rows that point at it. (t is the row.)
 */
const THE_REST = [
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
       WHERE m."changeSetId" = $1 AND m.entity = 'athletes' AND m.before IS NULL AND a.id = t."athleteId" AND NOT a.withdrawn)`,
  ],
] as const

/**
 * Takes back rows of an import under a change set of its own, which has been made already.
 *
 * @param undoId the change set of the undoing.
 * @throws Stopped where somebody stopped it; what was taken back stays so, and it can be gone on with.
 */
export async function takeBack(
  db: Client,
  importId: string,
  undoId: number,
  lines: number[] | null,
  report: Report,
): Promise<void> {
  const { changeSetId } = await db.import.findUniqueOrThrow({ where: { id: importId }, select: { changeSetId: true } })
  if (changeSetId === null) return
  const inOneGo = (work: (change: Change) => Promise<number>): Promise<number> => continueChange(db, undoId, work)
  let done = 0
  for (let after = -1; ; ) {
    let last = -1
    await inOneGo(async (change) => {
      const { tx } = change
      const going = await tx.import.findUnique({ where: { id: importId }, select: { state: true } })
      if (lines === null && going?.state !== 'UNDOING') throw new Stopped('The undoing was stopped.')
      const rows = await tx.$queryRaw<{ line: number; resultId: string }[]>`
        SELECT line, "resultId" FROM import_rows
        WHERE "importId" = ${importId} AND written AND "resultId" IS NOT NULL AND line > ${after}
          AND (${lines === null} OR line = ANY (${lines ?? []}::int[]))
        ORDER BY line LIMIT ${BATCH}`
      last = rows.at(-1)?.line ?? -1
      const untouched = await untouchedResults(
        tx,
        changeSetId,
        undoId,
        rows.map(({ resultId }) => resultId),
      )
      await restoreResults(change, changeSetId, [...untouched])
      const back = rows.filter(({ resultId }) => untouched.has(resultId)).map(({ line }) => line)
      await tx.$executeRaw`
        UPDATE import_rows SET written = false, "leftOut" = true, reason = 'Taken back.', "resultId" = CASE WHEN kind <> 'NEW' THEN "resultId" END
        WHERE "importId" = ${importId} AND line = ANY (${back}::int[])`
      done += rows.length
      return rows.length
    })
    if (last < 0) break
    after = last
    await report(done)
  }
  if (lines === null) await restoreRest(changeSetId, inOneGo, () => report(done))
}

/** Those of the results which nobody but the import (and this undoing) has touched since. */
async function untouchedResults(tx: Db, changeSetId: number, undoId: number, ids: string[]): Promise<Set<string>> {
  const rows = await tx.$queryRaw<{ id: string }[]>`
    SELECT named.id FROM unnest(${ids}::text[]) AS named(id)
    WHERE NOT EXISTS (
      SELECT 1 FROM revisions r WHERE r."resultId" = named.id AND r."changeSetId" > ${changeSetId} AND r."changeSetId" <> ${undoId})`
  return new Set(rows.map(({ id }) => id))
}

/** Puts back the results, and what belongs to them, as they were before the import. */
async function restoreResults(change: Change, changeSetId: number, ids: string[]): Promise<void> {
  const { tx } = change
  for (const table of ['citations', 'places', 'record_claims', 'results'] as const) {
    await tx.$executeRawUnsafe(
      `UPDATE "${table}" t SET withdrawn = true
       WHERE NOT t.withdrawn AND t.id IN (
         SELECT r."entityId" FROM revisions r
         WHERE r."changeSetId" = $1 AND r.entity = $2 AND r."resultId" = ANY ($3::text[]) AND r.before IS NULL)`,
      changeSetId,
      table,
      ids,
    )
  }
  const filled = await tx.$queryRaw<{ entityId: string; before: Row }[]>`
    SELECT DISTINCT ON (r."entityId") r."entityId", r.before FROM revisions r
    WHERE r."changeSetId" = ${changeSetId} AND r.entity = 'results' AND r."resultId" = ANY (${ids}::text[]) AND r.before IS NOT NULL
      AND NOT EXISTS (SELECT 1 FROM revisions n WHERE n."changeSetId" = ${changeSetId} AND n.entity = 'results'
        AND n."entityId" = r."entityId" AND n.before IS NULL)
    ORDER BY r."entityId", r.id`
  for (const { entityId, before } of filled) await putBack(change, 'results', entityId, before)
}

/** What the import made or filled besides results, as far as nothing rests on it and nobody has touched it since. */
async function restoreRest(
  changeSetId: number,
  inOneGo: (work: (change: Change) => Promise<number>) => Promise<number>,
  report: () => Promise<void>,
): Promise<void> {
  await inOneGo(async (change) => {
    const filled = await change.tx.$queryRaw<{ entity: string; entityId: string; before: Row }[]>`
      SELECT DISTINCT ON (r.entity, r."entityId") r.entity, r."entityId", r.before FROM revisions r
      WHERE r."changeSetId" = ${changeSetId} AND r.entity IN ('athletes', 'competitions', 'citations') AND r.before IS NOT NULL
        AND r."resultId" IS NULL AND NOT (r.before ->> 'withdrawn')::boolean
        AND NOT EXISTS (SELECT 1 FROM revisions n WHERE n.entity = r.entity AND n."entityId" = r."entityId" AND n."changeSetId" > ${changeSetId})
      ORDER BY r.entity, r."entityId", r.id`
    for (const { entity, entityId, before } of filled) await putBack(change, entity, entityId, before)
    return filled.length
  })
  for (const [table, keeper] of THE_REST) {
    let count: number
    do {
      count = await inOneGo(({ tx }) =>
        tx.$executeRawUnsafe(
          `UPDATE "${table}" t SET withdrawn = true WHERE t.id IN (
             SELECT t.id FROM revisions r JOIN "${table}" t ON t.id = r."entityId"
             WHERE r."changeSetId" = $1 AND r.entity = $2 AND r.before IS NULL
               AND NOT t.withdrawn AND t.version = r.version AND NOT (${keeper})
             LIMIT ${BATCH})`,
          changeSetId,
          table,
        ),
      )
      await report()
    } while (count > 0)
  }
}
