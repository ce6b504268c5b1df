/** What an undo, or a restore, would put back, what stands against it, and what goes with it. */
import { createHash } from 'node:crypto'
import { agreeIn, citedFigure, figureKey, isPresent, type Thing, thingKey } from '@/lib/record/figures'
import type { Row } from '@/lib/record/history'
import { type Item, isOfItem, planItems, type RowStates, type Write } from '@/lib/record/putting-back'
import type { Db } from '@/prisma/client'
import { findIdMergedInto, isMergedTable } from '../merging/merged'
import { findEqualRace } from '../merging/races'
import { findNewestRevision } from './change'
import { byEntity, findRows, findStatesOfChange, findStatesOfRevision, rowsAt, type StatesFound } from './figure-states'
import { REFERENCES, type Reference } from './references'
import { findOwners, isRecordTable } from './rows'
import { findUndone, type Undone } from './undone'

/** What is put back: a whole change, or a row as it stood before, or after, one of its revisions. */
export type Scope = { changeSetId: number } | { revisionId: number; side: 'before' | 'after' }

/** Who has changed something since, and in which change. */
export interface Changer {
  changeSetId: number
  author: string
}

export interface PlannedItem extends Item {
  changedBy: Changer[]
  /** The undos that have put it back already; what has become of it since is their successors' to undo. */
  undoneBy: number[]
  /** The keys of the items without which it cannot be put back. */
  requires: string[]
  /** What would be left without it. */
  rests: Thing[]
  /** What it rests on, and is not in the record. */
  lacks: Thing[]
  /** What comes back with it: the race of a result, the source of a citation. */
  brings: Thing[]
  isBlocked: boolean
  /** Whether it would be put back to what has become one, since, with where it is. */
  isThere: boolean
  /** Whether it is put back unless somebody says otherwise. */
  isTicked: boolean
}

export interface Plan {
  items: PlannedItem[]
  states: RowStates[]
  /** The last revision before what is put back. */
  from: number
  /** The newest revision that was there when it was made. */
  newest: number
  /** Another one where anything that it says is not so any more. */
  digest: string
}

/** Null where there is no such revision. */
export async function makePlan(db: Db, scope: Scope): Promise<Plan | null> {
  const newest = await findNewestRevision(db)
  const found = await findStates(db, scope)
  if (!found) return null
  if (!('changeSetId' in scope)) return planOf(db, found, newest)
  const { changeSetId } = scope
  return planOf(db, found, newest, {
    except: changeSetId,
    undone: (await findUndone(db, [changeSetId])).get(changeSetId),
  })
}

/**
 * The plan for states that have been read.
 *
 * @param newest the newest revision that was there when they were.
 * @param except the change set that is undone, and what undos have put back of it.
 */
export async function planOf(
  db: Db,
  found: StatesFound,
  newest: number,
  { except = 0, undone, isProposed = false }: { except?: number; undone?: Undone; isProposed?: boolean } = {},
): Promise<Plan> {
  const planned = planItems(found.states)
  const unfinished = undone ? await findUnfinished(db, planned, undone) : new Set<Item>()
  const items = planned.map((item) => plannedItem(item, unfinished.has(item) ? 'unfinished' : undone))
  await nameChangers(db, items, found, except)
  await findDependents(db, items, found)
  await findNeeds(db, items, found)
  leaveWhatStands(items, found)
  if (isProposed) await findLost(db, items, found)
  settle(items)
  return { items, states: found.states, from: found.from, newest, digest: digestOf(items) }
}

/** Every row that has to do with what is put back; null where there is no such revision. */
export function findStates(db: Db, scope: Scope): Promise<StatesFound | null> {
  return 'changeSetId' in scope
    ? findStatesOfChange(db, scope.changeSetId)
    : findStatesOfRevision(db, scope.revisionId, scope.side)
}

/**
 * The items that an undo could only put back to what something had been merged into, where the two are told apart again
 * by now: the source of a citation, the athlete of a result.
 */
async function findUnfinished(db: Db, items: readonly Item[], { by, figures }: Undone): Promise<Set<Item>> {
  const isReference = (entity: string, column: string) =>
    REFERENCES.some((reference) => reference.table === entity && reference.column === column)
  const unfinished = new Set<Item>()
  for (const item of items) {
    const isPointingElsewhere =
      item.status === 'changed' &&
      item.figures.some((figure) => figures.has(figureKey(figure))) &&
      item.writes.every(({ entity, columns }) => Object.keys(columns).every((column) => isReference(entity, column)))
    if (!isPointingElsewhere) continue
    const parents = item.writes.flatMap((write) => parentsOf(write, null).map(({ parent }) => parent))
    const rows = await findRows(db, parents)
    const last = await db.revision.findMany({
      where: { OR: item.writes.map(({ entity, id }) => ({ entity, entityId: id })) },
      orderBy: [{ entity: 'asc' }, { entityId: 'asc' }, { id: 'desc' }],
      distinct: ['entity', 'entityId'],
      select: { changeSetId: true },
    })
    const isOfUndo = last.every(({ changeSetId }) => by.includes(changeSetId))
    if (isOfUndo && parents.every((parent) => isPresent(rows.get(thingKey(parent)) ?? null))) unfinished.add(item)
  }
  return unfinished
}

/** @param undone what undos have put back of the change that is undone. */
function plannedItem(item: Item, undone: Undone | 'unfinished' | undefined): PlannedItem {
  if (undone === 'unfinished') return plannedItem({ ...item, status: 'ready' }, undefined)
  // What a change made, and something else has brought back since, is its own to take away again.
  const isDone =
    (item.status === 'changed' || (item.status === 'ready' && item.made.length === 0)) &&
    item.figures.some((figure) => undone?.figures.has(figureKey(figure)))
  return {
    ...item,
    writes: isDone ? [] : item.writes,
    elsewhere: isDone ? [] : item.elsewhere,
    changedBy: [],
    undoneBy: isDone ? (undone?.by ?? []) : [],
    requires: [],
    rests: [],
    lacks: [],
    brings: [],
    isBlocked: false,
    isThere: false,
    isTicked: false,
  }
}

/** The changes since a revision that changed something of an item. */
export async function findChangers(
  db: Db,
  items: readonly Item[],
  since: { revision: number; except: number },
): Promise<Map<Item, Changer[]>> {
  const things = items.flatMap(({ figures, citations }): Thing[] => [...figures, ...citations])
  const revisions = await db.$queryRaw<(Omit<RowStates, 'now'> & Changer)[]>`
    SELECT r.entity, r."entityId" AS id, r.before, r.after, r."changeSetId", c."authorName" AS author
    FROM (SELECT DISTINCT * FROM unnest(
      ${things.map(({ entity }) => entity)}::text[], ${things.map(({ id }) => id)}::text[]) AS t(entity, id)) t
    JOIN revisions r ON r.entity = t.entity AND r."entityId" = t.id
    JOIN change_sets c ON c.id = r."changeSetId"
    WHERE r.id > ${since.revision} AND r."changeSetId" <> ${since.except}
    ORDER BY r.id`
  const byThing = new Map<string, typeof revisions>()
  for (const revision of revisions)
    byThing.set(thingKey(revision), [...(byThing.get(thingKey(revision)) ?? []), revision])
  return new Map(
    items.map((item) => {
      const keys = new Set([...item.figures, ...item.citations].map(thingKey))
      const own = [...keys].flatMap((key) => byThing.get(key) ?? []).filter((revision) => isOfItem(item, revision))
      const changers = own.map(({ changeSetId, author }): [number, Changer] => [changeSetId, { changeSetId, author }])
      return [item, [...new Map(changers.sort(([a], [b]) => a - b)).values()]]
    }),
  )
}

async function nameChangers(db: Db, items: PlannedItem[], { to }: StatesFound, except: number): Promise<void> {
  const changed = items.filter(({ status, elsewhere }) => status === 'changed' || elsewhere.length > 0)
  if (changed.length === 0) return
  const changers = await findChangers(db, changed, { revision: to, except })
  for (const item of changed) item.changedBy = changers.get(item) ?? []
}

/** The writes of all items, by the row. */
function writesByThing(items: readonly PlannedItem[]): Map<string, { item: PlannedItem; columns: Row }[]> {
  const writes = new Map<string, { item: PlannedItem; columns: Row }[]>()
  for (const item of items) {
    for (const { columns, ...thing } of item.writes) {
      writes.set(thingKey(thing), [...(writes.get(thingKey(thing)) ?? []), { item, columns }])
    }
  }
  return writes
}

/** What would be left without the rows that an item takes away: other items that must go with it, or others' rows. */
async function findDependents(db: Db, items: readonly PlannedItem[], { states, from }: StatesFound): Promise<void> {
  const writes = writesByThing(items)
  const rows = new Map(states.map((state) => [thingKey(state), state]))
  const left: { item: PlannedItem; child: Thing; reference: Reference; parent: RowStates }[] = []
  for (const reference of REFERENCES) {
    const leaving = states.filter(
      (state) =>
        state.entity === reference.parent &&
        writes.get(thingKey(state))?.some(({ columns }) => columns.withdrawn === true),
    )
    for (const { id, parent: key } of await findChildren(db, reference, leaving)) {
      const parent = leaving.find(({ now }) => now?.[reference.key] === key)
      const item = parent && writes.get(thingKey(parent))?.find(({ columns }) => columns.withdrawn === true)?.item
      if (!item) continue
      const child = { entity: reference.table, id }
      const off = writes
        .get(thingKey(child))
        ?.filter(({ columns }) => columns.withdrawn === true || (columns[reference.column] ?? key) !== key)
      if (!off?.length) left.push({ item, child, reference, parent })
      else if (!off.some((other) => other.item === item))
        item.requires.push(...off.slice(0, 1).map((other) => other.item.key))
    }
  }
  // What rested on it then, too, while it was not in the record, may do so again.
  const then = await rowsAt(
    db,
    await findRows(
      db,
      left.map(({ child }) => child),
    ),
    from,
  )
  for (const { item, child, reference, parent } of left) {
    const row = rows.get(thingKey(child))?.before ?? then.get(thingKey(child)) ?? null
    const rested =
      parent.before !== null &&
      isPresent(row) &&
      agreeIn(reference.column, row, { [reference.column]: parent.before[reference.key] })
    if (!rested) item.rests.push(child)
  }
}

async function findChildren(
  db: Db,
  { table, column, key }: Reference,
  parents: readonly RowStates[],
): Promise<{ id: string; parent: string }[]> {
  if (parents.length === 0) return []
  // The address of an athlete who was merged rests on the other one, although the first is withdrawn.
  const present = column === 'mergedIntoId' ? '' : 'AND NOT withdrawn'
  return db.$queryRawUnsafe(
    `SELECT id, "${column}" AS parent FROM "${table}" WHERE "${column}" = ANY ($1::text[]) ${present} ORDER BY id`,
    parents.map(({ now }) => now?.[key]),
  )
}

/** What comes back by itself with what rests on it; an athlete, or a result, is somebody's decision. */
export const BROUGHT = ['races', 'events', 'competitions', 'series', 'sources']

/** What does not come back with what rests on it, and without which that cannot come back. */
const DECIDED = ['athletes', 'biography_chapters']

/** What the items need that is not in the record: other items, what comes back with them, or what they lack. */
async function findNeeds(db: Db, items: readonly PlannedItem[], { states }: StatesFound): Promise<void> {
  const writes = writesByThing(items)
  const now = new Map(states.map((state) => [thingKey(state), state.now]))
  let wanted = items.flatMap((item) =>
    item.writes
      .flatMap((write) => parentsOf(write, now.get(thingKey(write)) ?? null))
      .map((need) => ({ item, ...need })),
  )
  while (wanted.length > 0) {
    const found = await findRows(
      db,
      wanted.map(({ parent }) => parent),
    )
    const next: typeof wanted = []
    for (const { item, parent, write, column } of wanted) {
      const row = found.get(thingKey(parent)) ?? null
      if (row === null || isPresent(row)) continue
      const coming = writes.get(thingKey(parent))?.find(({ columns }) => columns.withdrawn === false)?.item
      if (coming === item || item.brings.some((thing) => thingKey(thing) === thingKey(parent))) continue
      const instead = coming ? null : await findInstead(db, parent)
      if (coming) item.requires.push(coming.key)
      else if (instead !== null) {
        write.columns[column] = instead
        item.isThere ||= now.get(thingKey(write))?.[column] === instead
        if (item.brings.some((thing) => thingKey(thing) === thingKey(write))) item.writes.push(write)
      } else if (BROUGHT.includes(parent.entity)) {
        item.brings.push(parent)
        next.push(...parentsOf({ ...parent, columns: { withdrawn: false } }, row).map((need) => ({ item, ...need })))
      } else if (DECIDED.includes(parent.entity)) item.lacks.push(parent)
    }
    wanted = next
  }
}

/** What was proposed of things that have been withdrawn since; an undo may put back figures of those. */
async function findLost(db: Db, items: readonly PlannedItem[], { states }: StatesFound): Promise<void> {
  const writes = writesByThing(items)
  const isComing = (thing: Thing) => writes.get(thingKey(thing))?.some(({ columns }) => columns.withdrawn === false)
  const now = new Map(states.map((state) => [thingKey(state), state.now]))
  for (const item of items) {
    const own = item.writes.filter(({ columns }) => columns.withdrawn !== true)
    const cited = own
      .filter(({ entity }) => entity === 'citations')
      .map((write) => citedFigure({ ...now.get(thingKey(write)), ...write.columns }))
    const owners = await Promise.all(
      [...byEntity(own)].map(([entity, ids]) => (isRecordTable(entity) ? findOwners(db, entity, ids) : [])),
    )
    const things = [...own, ...cited, ...owners.flat().map(({ table, id }) => ({ entity: table, id }))]
    for (const [key, row] of await findRows(db, things)) {
      const thing = { entity: key.split('/')[0] ?? '', id: String(row.id) }
      const isKnown = item.lacks.some((lacking) => thingKey(lacking) === key)
      if (!isPresent(row) && !isComing(thing) && !isKnown) item.lacks.push(thing)
    }
  }
}

/** What comes to what there is already, because it goes to whatever took its place, stands. */
function leaveWhatStands(items: readonly PlannedItem[], { states }: StatesFound): void {
  const now = new Map(states.map((state) => [thingKey(state), state.now]))
  for (const item of items) {
    if (item.writes.length === 0) continue
    const isMoot = item.writes.every((write) =>
      Object.keys(write.columns).every((column) => agreeIn(column, write.columns, now.get(thingKey(write)) ?? null)),
    )
    // Its citations stay as well: where the two are told apart again, it is undone whole.
    if (isMoot || item.isThere) Object.assign(item, { status: 'stands', writes: [], brings: [], elsewhere: [] })
  }
}

/** What has taken the place of something that was merged since: what belonged to it belongs to the one that is left. */
async function findInstead(db: Db, { entity, id }: Thing): Promise<string | null> {
  if (entity === 'races') return findEqualRace(db, id)
  return isMergedTable(entity) ? findIdMergedInto(db, entity, id) : null
}

/** What a write makes a row rest on. What a citation is about has come back with it, or is not in the record either. */
function parentsOf(write: Write, now: Row | null): { parent: Thing; write: Write; column: string }[] {
  const { entity, columns } = write
  if (columns.withdrawn === true) return []
  const row: Row = { ...now, ...columns }
  return REFERENCES.flatMap(({ table, column, parent, key }) => {
    const isNew = columns.withdrawn === false || column in columns
    const isAsked = table === entity && key === 'id' && isNew && column !== 'mergedIntoId'
    if (!isAsked || typeof row[column] !== 'string' || (entity === 'citations' && column !== 'sourceId')) return []
    return [{ parent: { entity: parent, id: row[column] }, write, column }]
  })
}

/** Carries over to each item what stands against those that it requires. */
function settle(items: readonly PlannedItem[]): void {
  const byKey = new Map(items.map((item) => [item.key, item]))
  const required = (item: PlannedItem) => item.requires.flatMap((key) => byKey.get(key) ?? [])
  for (const item of items) {
    item.requires = [...new Set(item.requires)]
    item.isBlocked = item.rests.length + item.lacks.length + item.elsewhere.length > 0
    item.isTicked = item.status === 'ready' && item.undoneBy.length === 0
  }
  for (let isMoving = true; isMoving; ) {
    isMoving = false
    for (const item of items) {
      const against = required(item).filter((other) => other.isBlocked)
      const isBlocked = item.isBlocked || against.length > 0
      const isTicked = item.isTicked && !isBlocked && required(item).every((other) => other.isTicked)
      if (isBlocked === item.isBlocked && isTicked === item.isTicked) continue
      for (const { rests, lacks, elsewhere } of item.isBlocked ? [] : against) {
        item.rests.push(...rests)
        item.lacks.push(...lacks)
        item.elsewhere.push(...elsewhere)
      }
      Object.assign(item, { isBlocked, isTicked })
      isMoving = true
    }
  }
}

function digestOf(items: readonly PlannedItem[]): string {
  const told = items.map(({ key, status, signature, requires, rests, lacks, brings, undoneBy }) => [
    [key, status, signature, undoneBy],
    [requires, rests, lacks, brings],
  ])
  return createHash('sha256').update(JSON.stringify(told)).digest('base64url').slice(0, 22)
}
