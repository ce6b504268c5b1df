import type { Client, Db, Prisma } from '@/prisma/client'
import { Abandon, change } from './change'
import type { Editor } from './editor'

/** Tables whose rows can be put back as they were: those that the history keeps. */
const RESTORABLE = new Set([
  'athletes',
  'name_variants',
  'affiliations',
  'representations',
  'biography_chapters',
  'series',
  'competitions',
  'events',
  'races',
  'results',
  'team_members',
  'places',
  'record_claims',
  'sources',
  'citations',
])

export type Side = 'before' | 'after'
export type RestoreOutcome = { restored: true; changeSetId: number } | { restored: false; reason: string }

export type RevisionRow = Prisma.RevisionGetPayload<{ include: { changeSet: true } }>

/** A revision with the row as it stands now, or null where there is none of that number. */
export async function findRevision(db: Db, id: number): Promise<{ revision: RevisionRow; now: Row | null } | null> {
  const revision = await db.revision.findUnique({ where: { id }, include: { changeSet: true } })
  return revision && { revision, now: await currentRow(db, revision.entity, revision.entityId) }
}

/**
 * Puts one row back as it stood before, or after, a revision. A row that did not exist before is withdrawn. The
 * restoring is itself a change, with its own revisions.
 */
export async function restoreRevision(
  db: Client,
  editor: Editor,
  revisionId: number,
  side: Side,
  reason: string,
): Promise<RestoreOutcome> {
  return guarded(() =>
    change<RestoreOutcome, RestoreOutcome>(db, editor, 'RESTORE', { reason, source: null }, async ({ tx, id }) => {
      const revision = await tx.revision.findUnique({ where: { id: revisionId } })
      if (!revision) throw new Abandon<RestoreOutcome>({ restored: false, reason: 'There is no such revision.' })
      await putBack(tx, revision.entity, revision.entityId, (side === 'before' ? revision.before : revision.after) as Row | null)
      return { restored: true, changeSetId: id }
    }),
  )
}

/**
 * Undoes a whole change set, row by row, newest first.
 *
 * @returns which rows were left because somebody has changed them since.
 */
export async function undoChangeSet(
  db: Client,
  editor: Editor,
  changeSetId: number,
  reason: string,
): Promise<RestoreOutcome & { left?: { entity: string; entityId: string }[] }> {
  return guarded(() =>
    change<RestoreOutcome & { left?: { entity: string; entityId: string }[] }, RestoreOutcome>(
      db,
      editor,
      'RESTORE',
      { reason, source: null },
      async ({ tx, id }) => {
        const revisions = await tx.revision.findMany({ where: { changeSetId }, orderBy: { id: 'asc' } })
        // Of a row that was changed twice in the set, the first revision knows how it stood before, the last how after.
        const first = new Map<string, (typeof revisions)[number]>()
        const last = new Map<string, (typeof revisions)[number]>()
        for (const revision of revisions) {
          const row = `${revision.entity}/${revision.entityId}`
          if (!first.has(row)) first.set(row, revision)
          last.set(row, revision)
        }
        const left: { entity: string; entityId: string }[] = []
        for (const [row, revision] of [...first].reverse()) {
          const { entity, entityId } = revision
          const now = await currentRow(tx, entity, entityId)
          if (now?.version !== last.get(row)?.version) left.push({ entity, entityId })
          else await putBack(tx, entity, entityId, revision.before as Row | null)
        }
        return { restored: true, changeSetId: id, left }
      },
    ),
  )
}

type Row = Record<string, unknown>

async function currentRow(db: Db, entity: string, entityId: string): Promise<Row | null> {
  if (!RESTORABLE.has(entity)) throw new Error(`${entity} has no history.`)
  const rows = await db.$queryRawUnsafe<{ row: Row }[]>(
    `SELECT to_jsonb(t) AS row FROM "${entity}" t WHERE id = $1`,
    entityId,
  )
  return rows[0]?.row ?? null
}

/** Writes a row of the history over the present one, column by column; the database counts the version on. */
async function putBack(tx: Db, entity: string, entityId: string, row: Row | null): Promise<void> {
  if (!RESTORABLE.has(entity)) throw new Error(`${entity} has no history.`)
  if (row === null) {
    await tx.$executeRawUnsafe(`UPDATE "${entity}" SET withdrawn = true WHERE id = $1`, entityId)
    return
  }
  const columns = Object.keys(row)
    .filter((column) => column !== 'id' && column !== 'version' && /^[A-Za-z]+$/.test(column))
    .map((column) => `"${column}"`)
    .join(', ')
  await tx.$executeRawUnsafe(
    `UPDATE "${entity}" SET (${columns}) = (SELECT ${columns} FROM jsonb_populate_record(NULL::"${entity}", $1::jsonb))
     WHERE id = $2`,
    JSON.stringify(row),
    entityId,
  )
  // A result's version stands for all that belongs to it, so an open form on it notices.
  const resultId = typeof row.resultId === 'string' ? row.resultId : null
  if (resultId) await tx.$executeRaw`UPDATE results SET withdrawn = withdrawn WHERE id = ${resultId}`
}

/** A restore that an invariant forbids (an address taken since, a second place in one classification) says so. */
async function guarded<T extends RestoreOutcome>(work: () => Promise<T | RestoreOutcome>): Promise<T | RestoreOutcome> {
  try {
    return await work()
  } catch (error) {
    if (error instanceof Error && /constraint|23\d\d\d|P2002/.test(error.message)) {
      return { restored: false, reason: 'It cannot stand like that any more: something else has taken its place since.' }
    }
    throw error
  }
}
