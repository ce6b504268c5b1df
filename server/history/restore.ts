import { cache } from 'react'
import type { Client, Db, Prisma } from '@/prisma/client'
import type { Editor } from '../accounts/editor'
import { findIdMergedInto } from '../athletes/merged'
import { db } from '../db'
import { AbortChange, type Change, change } from './change'
import { findImportOfChange } from './history'
import { findCurrentRow, findOwners, isRecordTable, type Owner, putBack, type Row, touchOwners } from './rows'

export type Side = 'before' | 'after'
export type RestoreOutcome = { restored: true; changeSetId: number } | { restored: false; reason: string }

export type RevisionRow = Prisma.RevisionGetPayload<{ include: { changeSet: true } }>

/** A revision and its present row; null where there is no such revision. */
export async function findRevision(db: Db, id: number): Promise<{ revision: RevisionRow; now: Row | null } | null> {
  const revision = await db.revision.findUnique({ where: { id }, include: { changeSet: true } })
  return revision && { revision, now: await findCurrentRow(db, revision.entity, revision.entityId) }
}

/**
 * Puts one row back as it was before, or after, a revision. A row that did not exist before is withdrawn. The restore is
 * itself a change, with its own revisions.
 */
export async function restoreRevision(
  db: Client,
  editor: Editor,
  { revisionId, side }: { revisionId: number; side: Side },
  reason: string,
): Promise<RestoreOutcome> {
  return explained(() =>
    change<RestoreOutcome, RestoreOutcome>(db, editor, { kind: 'RESTORE', reason }, async (context) => {
      const { tx, id } = context
      const revision = await tx.revision.findUnique({ where: { id: revisionId } })
      if (!revision) throw refused('There is no such revision.')
      const { entity, entityId } = revision
      const then = (side === 'before' ? revision.before : revision.after) as Row | null
      const row = await underPresentAthlete(tx, then)
      if (isSame(row, await findCurrentRow(tx, entity, entityId))) throw refused('It stands like that already.')
      if (isWithdrawn(row) && (await hasDependents(tx, entity, entityId))) {
        throw refused('Something else in the record rests on it by now, so it cannot be taken away.')
      }
      await touchOwners(context, await putBackRow(context, entity, entityId, row))
      return { restored: true, changeSetId: id }
    }),
  )
}

/** A row of a change set that was left as it is, and the last revision of it in that set. */
export interface LeftRow {
  entity: string
  revisionId: number
}

export type UndoOutcome =
  | { restored: true; changeSetId: number; left: LeftRow[] }
  | { restored: false; reason: string; left: LeftRow[] }

/**
 * Undoes a whole change set, row by row, newest first. What somebody has changed since is left, and so is what other
 * rows depend on by now (a competition that was created in it and has another result). The first record cannot be undone
 * whole.
 */
export async function undoChangeSet(
  db: Client,
  editor: Editor,
  changeSetId: number,
  reason: string,
): Promise<UndoOutcome> {
  const outcome = await explained<UndoOutcome>(() =>
    change<UndoOutcome, UndoOutcome>(db, editor, { kind: 'RESTORE', reason }, async (context) => {
      const { tx, id } = context
      const set = await tx.changeSet.findUnique({ where: { id: changeSetId } })
      if (!set) throw notUndone('There is no such change.')
      const imported = await findImportOfChange(tx, changeSetId)
      if (imported) throw notUndone(`This is the work of an import: take it back there, at /admin/import/${imported}.`)
      if (set.kind === 'SEED') throw notUndone('The first record cannot be undone whole; each of its rows can.')
      const { done, left } = await putBackRows(context, await rowsOf(tx, changeSetId))
      if (done === 0) throw notUndone('Nothing was undone: all of it has been changed since.', left)
      return { restored: true, changeSetId: id, left }
    }),
  )
  return 'left' in outcome ? outcome : { ...outcome, left: [] }
}

function refused(reason: string): AbortChange<RestoreOutcome> {
  return new AbortChange<RestoreOutcome>({ restored: false, reason })
}

/**
 * The row as it can be put back today: what belonged to an athlete who has been merged into another belongs to that one.
 *
 * @throws AbortChange where its athlete has been taken out of the record.
 */
async function underPresentAthlete(tx: Db, row: Row | null): Promise<Row | null> {
  if (row === null || isWithdrawn(row) || typeof row.athleteId !== 'string') return row
  const { withdrawn } = await tx.athlete.findUniqueOrThrow({
    where: { id: row.athleteId },
    select: { withdrawn: true },
  })
  if (!withdrawn) return row
  const into = await findIdMergedInto(tx, row.athleteId)
  if (into === null) throw refused('Its athlete has been taken out of the record: bring the athlete back first.')
  return { ...row, athleteId: into }
}

function notUndone(reason: string, left: LeftRow[] = []): AbortChange<UndoOutcome> {
  return new AbortChange<UndoOutcome>({ restored: false, reason, left })
}

/** What a change set made of a row. */
interface ChangedRow {
  key: string
  entity: string
  entityId: string
  before: Row | null
  after: Row | null
  lastRevisionId: number
}

/** Puts back those of the rows of a change set that nobody has changed since and nothing present points at. */
async function putBackRows(context: Change, rows: ChangedRow[]): Promise<{ done: number; left: LeftRow[] }> {
  const { tx } = context
  const unchanged = new Set<string>()
  for (const { key, entity, entityId, after } of rows) {
    if (isSame(after, await findCurrentRow(tx, entity, entityId))) unchanged.add(key)
  }
  const left: LeftRow[] = []
  const owners: Owner[] = []
  let done = 0
  for (const { key, entity, entityId, before, after, lastRevisionId } of rows.toReversed()) {
    if (isSame(before, after)) continue
    const stays = isWithdrawn(before) && (await hasDependents(tx, entity, entityId))
    if (stays || !unchanged.has(key)) {
      left.push({ entity, revisionId: lastRevisionId })
      continue
    }
    owners.push(...(await putBackRow(context, entity, entityId, before)))
    done++
  }
  // Last, so that a result which was put back itself is not counted up twice.
  await touchOwners(context, owners)
  return { done, left }
}

/** @returns the things that the row belonged to and belongs to now, whose versions must be counted up. */
async function putBackRow(context: Change, entity: string, entityId: string, row: Row | null): Promise<Owner[]> {
  if (!isRecordTable(entity)) throw new Error(`${entity} has no history.`)
  const former = await findOwners(context.tx, entity, [entityId])
  await putBack(context, entity, entityId, row)
  return [...former, ...(await findOwners(context.tx, entity, [entityId]))]
}

/** The rows of a change set in the order in which it first wrote them, as they were before it and after it. */
async function rowsOf(tx: Db, changeSetId: number): Promise<ChangedRow[]> {
  const revisions = await tx.revision.findMany({ where: { changeSetId }, orderBy: { id: 'asc' } })
  const rows = new Map<string, ChangedRow>()
  for (const { id, entity, entityId, before, after } of revisions) {
    const key = `${entity}/${entityId}`
    const known = rows.get(key)
    const first = known ? known.before : (before as Row | null)
    rows.set(key, { key, entity, entityId, before: first, after: after as Row | null, lastRevisionId: id })
  }
  return [...rows.values()]
}

/** Whether two states of a row have the same content; the version is not content. */
function isSame(a: Row | null, b: Row | null): boolean {
  if (a === null || b === null) return a === b || (isWithdrawn(a) && isWithdrawn(b))
  const columns = new Set([...Object.keys(a), ...Object.keys(b)])
  columns.delete('version')
  // A column that came later is missing in older states; it was empty then.
  return [...columns].every((column) => JSON.stringify(a[column] ?? null) === JSON.stringify(b[column] ?? null))
}

function isWithdrawn(row: Row | null): boolean {
  return row === null || row.withdrawn === true
}

/** The columns that point at a table's rows: while a present row does, they cannot be withdrawn. */
const DEPENDENTS: Record<string, [table: string, column: string][]> = {
  series: [['competitions', 'seriesId']],
  competitions: [['events', 'competitionId']],
  events: [['races', 'eventId']],
  races: [['results', 'raceId']],
  athletes: [['results', 'athleteId']],
  sources: [
    ['citations', 'sourceId'],
    ['claims', 'sourceId'],
  ],
}

async function hasDependents(db: Db, entity: string, id: string): Promise<boolean> {
  for (const [table, column] of DEPENDENTS[entity] ?? []) {
    const found = await db.$queryRawUnsafe<unknown[]>(
      `SELECT 1 FROM "${table}" WHERE "${column}" = $1 AND NOT withdrawn LIMIT 1`,
      id,
    )
    if (found.length > 0) return true
  }
  return false
}

/** Explains a restore that the database refuses: an address taken since, a second place in one classification. */
async function explained<T>(work: () => Promise<T>): Promise<T | { restored: false; reason: string }> {
  try {
    return await work()
  } catch (error) {
    if (error instanceof Error && /constraint|23\d\d\d|P2002/.test(error.message)) {
      return {
        restored: false,
        reason: 'It cannot stand like that any more: something else has taken its place since.',
      }
    }
    throw error
  }
}

export const getRevision = cache((id: number) => findRevision(db(), id))
