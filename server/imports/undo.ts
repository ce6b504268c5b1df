/**
 * Undoes what an import wrote: whole, or some of its rows. It is planned and written like the undo of any other change,
 * batch by batch. A result of which somebody has changed since what the import wrote is left, with all that belongs to
 * it, and listed; so is everything that others depend on.
 */
import { thingKey } from '@/lib/record/figures'
import type { PutBackOutcome } from '@/lib/record/put-back-view'
import type { Client, Db, Prisma } from '@/prisma/client'
import type { Editor } from '../accounts/editor'
import { AbortChange, type Change, change, continueChange } from '../history/change'
import { findChangedRows, type StatesFound, withOthers } from '../history/figure-states'
import { type PlannedItem, planOf } from '../history/plan'
import { forbidden, lockRows, write } from '../history/put-back'
import { takeStep } from './import-state'
import { inPace } from './pace'
import { type Report, Stopped } from './progress'
import { markUndone } from './row-state'

const BATCH = 500

/** Has the runner undo a whole import, or what an earlier undo of it left. @returns whether that can be done now. */
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

/** What an import wrote, in parts that are undone one after the other: what others point at comes after them. */
interface Part {
  /** By what its revisions are put together. */
  column: 'resultId' | 'athleteId' | 'entityId'
  where: Prisma.RevisionWhereInput
}

const RESULTS: Part = { column: 'resultId', where: { resultId: { not: null } } }
const of = (entity: string): Part => ({ column: 'entityId', where: { entity } })
const PARTS: readonly Part[] = [
  RESULTS,
  ...['races', 'events', 'competitions'].map(of),
  { column: 'athleteId', where: { athleteId: { not: null }, resultId: null } },
  of('sources'),
]

/** Of one undoing. */
interface Undoing {
  importId: string
  /** The change set of the undoing. */
  undoId: number
  /** Whether it is of some rows, and not what the runner does. */
  isOfRows: boolean
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
  const undoing = { importId, undoId, isOfRows: lines !== null }
  const rows = await findWrittenRows(db, importId, lines)
  const chosen = lines && new Set(rows.map(({ resultId }) => resultId))
  const left = new Set<string>()
  let done = 0
  // The newest first: it may have filled in what another had made.
  for (const changeSet of [changeSetId, ...earlierChangeSetIds.toReversed()]) {
    for (const part of chosen ? [RESULTS] : PARTS) {
      const ids = (await findIds(db, changeSet, part)).filter((id) => !chosen || chosen.has(id))
      for await (const batch of inPace(ids, BATCH)) {
        for (const id of await undoBatch(db, undoing, { changeSet, part, ids: batch })) left.add(id)
        if (part === RESULTS) done += batch.length
        await report(done)
      }
    }
  }
  const undone = rows.flatMap(({ line, resultId }) => (left.has(resultId) ? [] : [line]))
  for await (const batch of inPace(undone, BATCH)) await markUndone(db, importId, batch)
}

async function findWrittenRows(
  db: Db,
  importId: string,
  lines: number[] | null,
): Promise<{ line: number; resultId: string }[]> {
  return db.$queryRaw`
    SELECT line, "resultId" FROM import_rows
    WHERE "importId" = ${importId} AND written AND "resultId" IS NOT NULL
      AND (${lines === null} OR line = ANY (${lines ?? []}::int[]))
    ORDER BY line`
}

async function findIds(db: Db, changeSetId: number, { column, where }: Part): Promise<string[]> {
  const revisions = await db.revision.findMany({
    where: { ...where, changeSetId },
    distinct: [column],
    select: { [column]: true },
    orderBy: { id: 'asc' },
  })
  return revisions.flatMap((revision: Partial<Record<Part['column'], string | null>>) => revision[column] ?? [])
}

/** Things of one part that a change set of the import wrote. */
interface Written {
  changeSet: number
  part: Part
  ids: string[]
}

/** @returns the ids of what stays. */
async function undoBatch(db: Client, undoing: Undoing, written: Written): Promise<string[]> {
  const { ids } = written
  try {
    const left = await continueChange<string[] | PutBackOutcome>(
      db,
      undoing.undoId,
      (change) => putBatchBack(change, undoing, written),
      { isGathered: !undoing.isOfRows },
    )
    if (Array.isArray(left)) return left
  } catch (error) {
    if (!forbidden(error)) throw error
  }
  // A rule forbids to put one of them back as it was: the others are put back without it.
  if (ids.length === 1) return ids
  const middle = Math.ceil(ids.length / 2)
  const [first, second] = [ids.slice(0, middle), ids.slice(middle)]
  const left = await undoBatch(db, undoing, { ...written, ids: first })
  return [...left, ...(await undoBatch(db, undoing, { ...written, ids: second }))]
}

async function putBatchBack(
  change: Change,
  { importId, undoId, isOfRows }: Undoing,
  { changeSet, part, ids }: Written,
): Promise<string[]> {
  const { tx } = change
  const found = await tx.import.findUnique({ where: { id: importId }, select: { state: true } })
  if (!isOfRows && found?.state !== 'UNDOING') throw new Stopped('The undoing was stopped.')
  const which = { AND: [part.where, { [part.column]: { in: ids } }] }
  const written = (await findChangedRows(tx, [changeSet], which)).get(changeSet)
  if (!written) return []
  await lockRows(tx, written.states)
  const states = await withOthers(tx, written)
  const { items, from } = await planOf(tx, states, written.to, { except: undoId })
  const { whole, left } = takeWhole(items, states)
  await write(change, whole, from)
  return left
}

/** Items of results, and others, of which everything can be put back; and the ids of the rest. */
function takeWhole(items: readonly PlannedItem[], { states }: StatesFound): { whole: PlannedItem[]; left: string[] } {
  const resultOf = new Map(states.map((state) => [thingKey(state), (state.after ?? state.now)?.resultId]))
  const ownerOf = ({ figures }: PlannedItem): string => {
    const [figure] = figures
    if (!figure) return ''
    const result = resultOf.get(thingKey(figure))
    return typeof result === 'string' ? result : figure.id
  }
  const open = items.filter(({ writes }) => writes.length > 0)
  const owners = new Map(open.map((item) => [item.key, ownerOf(item)]))
  const left = new Set<string>()
  for (let count = -1; count < left.size; ) {
    count = left.size
    for (const item of open) {
      const rests = item.requires.some((key) => left.has(owners.get(key) ?? ''))
      if (!item.isTicked || rests) left.add(ownerOf(item))
    }
  }
  return { whole: open.filter((item) => !left.has(ownerOf(item))), left: [...left] }
}
