/** Rows of the record as they stood: at a point of the history, and now. A few queries, however many rows. */
import {
  changedColumns,
  citedFigure,
  type Figure,
  figureKey,
  figureOf,
  isPresent,
  saysTheSame,
  TARGET_COLUMNS,
  type Thing,
  thingKey,
} from '@/lib/record/figures'
import type { Row } from '@/lib/record/history'
import type { RowStates } from '@/lib/record/putting-back'
import type { Db, Prisma } from '@/prisma/client'
import { isRecordTable } from './rows'

/** Rows by thingKey. */
export type Rows = Map<string, Row>

export interface StatesFound {
  states: RowStates[]
  /** The last revision before what is put back, and the last of it. */
  from: number
  to: number
}

/** Rows as they stand now, withdrawn or not. */
export async function findRows(db: Db, things: readonly Thing[]): Promise<Rows> {
  const rows: Rows = new Map()
  for (const [entity, ids] of byEntity(things)) {
    if (!isRecordTable(entity)) throw new Error(`${entity} has no history.`)
    const found = await db.$queryRawUnsafe<{ row: Row }[]>(
      `SELECT to_jsonb(t) AS row FROM "${entity}" t WHERE id = ANY ($1::text[])`,
      ids,
    )
    for (const { row } of found) rows.set(thingKey({ entity, id: String(row.id) }), row)
  }
  return rows
}

/** The same rows as they stood just after a revision; those that were not there yet are left out. */
export async function rowsAt(db: Db, now: Rows, revision: number): Promise<Rows> {
  const things = [...now.keys()].map(thingOf)
  const later = await db.$queryRaw<{ entity: string; id: string; before: Row | null }[]>`
    SELECT DISTINCT ON (r.entity, r."entityId") r.entity, r."entityId" AS id, r.before
    FROM unnest(${things.map(({ entity }) => entity)}::text[], ${things.map(({ id }) => id)}::text[]) AS t(entity, id)
    JOIN revisions r ON r.entity = t.entity AND r."entityId" = t.id AND r.id > ${revision}
    ORDER BY r.entity, r."entityId", r.id`
  const rows = new Map(now)
  for (const { entity, id, before } of later) {
    if (before) rows.set(thingKey({ entity, id }), before)
    else rows.delete(thingKey({ entity, id }))
  }
  return rows
}

export function byEntity(things: readonly Thing[]): Map<string, string[]> {
  const ids = new Map<string, Set<string>>()
  for (const { entity, id } of things) ids.set(entity, (ids.get(entity) ?? new Set()).add(id))
  return new Map([...ids].map(([entity, set]) => [entity, [...set]]))
}

function thingOf(key: string): Thing {
  const [entity = '', id = ''] = key.split(/\/(.*)/)
  return { entity, id }
}

/** Under which column of the revisions the history files what is about a thing. */
const FILED: Record<string, 'resultId' | 'athleteId' | 'competitionId'> = {
  athletes: 'athleteId',
  name_variants: 'athleteId',
  affiliations: 'athleteId',
  results: 'resultId',
  places: 'resultId',
  record_claims: 'resultId',
  competitions: 'competitionId',
}

/** Every citation of these things as it stands now: those that are about them, and those that were at a revision. */
async function findCitations(db: Db, things: readonly Thing[], revision: number): Promise<Rows> {
  const ids = byEntity(things)
  const rows: Rows = new Map()
  for (const [column, entity] of TARGET_COLUMNS) {
    const cited = ids.get(entity)
    const filed = FILED[entity]
    if (!cited || !filed) continue
    // Those that were moved away are found where the history filed them while they were here.
    const found = await db.$queryRawUnsafe<{ row: Row }[]>(
      `SELECT to_jsonb(c) AS row FROM citations c WHERE c."${column}" = ANY ($1::text[])
       UNION
       SELECT to_jsonb(c) FROM citations c
       WHERE (c."${column}" = ANY ($1::text[])) IS NOT TRUE AND c.id IN (
         SELECT r."entityId" FROM revisions r
         WHERE r.entity = 'citations' AND r.id <= $2 AND r.after ->> '${column}' = ANY ($1::text[])
           AND r."${filed}" IN (
             SELECT own."${filed}" FROM revisions own WHERE own.entity = $3 AND own."entityId" = ANY ($1::text[])))`,
      cited,
      revision,
      entity,
    )
    for (const { row } of found) rows.set(thingKey({ entity: 'citations', id: String(row.id) }), row)
  }
  return rows
}

/**
 * The rows of a change set as they were just before it, just after it and now, with everything else that the figures it
 * touched are made of. Empty where it changed nothing.
 */
export async function findStatesOfChange(db: Db, changeSetId: number): Promise<StatesFound> {
  const changed = await findChangedRows(db, [changeSetId])
  return withOthers(db, changed.get(changeSetId) ?? { states: [], from: 0, to: 0 })
}

/** What is known of some rows, with everything else that the figures are made of in which they differ. */
export async function withOthers(db: Db, touched: StatesFound): Promise<StatesFound> {
  const { from, to } = touched
  const figures = touched.states.flatMap((state): Thing[] =>
    state.entity === 'citations'
      ? [state.before, state.after].flatMap((row) => (isPresent(row) ? [citedFigure(row)] : []))
      : [state],
  )
  const known = new Map(touched.states.map((state) => [thingKey(state), state]))
  const others = figures.filter((figure) => !known.has(thingKey(figure)))
  const cited = await findCitations(db, figures, to)
  const now = new Map([...(await findRows(db, [...touched.states, ...others])), ...cited])
  const then = await rowsAt(db, new Map([...now].filter(([key]) => !known.has(key))), to)
  const states = [...now].map(([key, row]): RowStates => {
    const own = known.get(key)
    // What the change did not write is before it as it was after it, whatever was written at the same moment.
    const left = own ?? { before: then.get(key) ?? null, after: then.get(key) ?? null }
    return { ...thingOf(key), before: left.before, after: left.after, now: row }
  })
  // In the order in which the change wrote them: what is listed first is what it was about.
  const order = new Map([...known.keys()].map((key, index) => [key, index]))
  const place = (state: Thing) => order.get(thingKey(state)) ?? order.size
  return { states: states.toSorted((a, b) => place(a) - place(b)), from, to }
}

/**
 * What change sets made of the rows that they changed, without how those stand now.
 *
 * @param which of their revisions, where not all are meant.
 */
export async function findChangedRows(
  db: Db,
  changeSetIds: readonly number[],
  which: Prisma.RevisionWhereInput = {},
): Promise<Map<number, StatesFound>> {
  const revisions = await db.revision.findMany({
    where: { ...which, changeSetId: { in: [...changeSetIds] } },
    orderBy: { id: 'asc' },
    select: { id: true, changeSetId: true, entity: true, entityId: true, before: true, after: true },
  })
  const sets = new Map<number, { rows: Map<string, RowStates>; from: number; to: number }>()
  for (const { id: revision, changeSetId, entity, entityId: id, ...row } of revisions) {
    const set = sets.get(changeSetId) ?? { rows: new Map<string, RowStates>(), from: revision - 1, to: revision }
    const known = set.rows.get(thingKey({ entity, id }))
    const before = known ? known.before : (row.before as Row | null)
    set.rows.set(thingKey({ entity, id }), { entity, id, before, after: row.after as Row, now: row.after as Row })
    sets.set(changeSetId, { ...set, to: revision })
  }
  return new Map(
    [...sets].map(([id, { rows, from, to }]) => [id, { states: [...rows.values()].filter(isChanged), from, to }]),
  )
}

/** Whether more than its version was changed. */
export function isChanged({ entity, before, after }: RowStates): boolean {
  return entity === 'citations'
    ? !saysTheSame(before, after)
    : before === null || changedColumns(before, after).length > 0
}

/**
 * A row as it stood at a side of one of its revisions, and as it stands now, with its citations. Of a citation it is the
 * figure that it is about; null where there is no such revision.
 */
export async function findStatesOfRevision(
  db: Db,
  revisionId: number,
  side: 'before' | 'after',
): Promise<StatesFound | null> {
  const revision = await db.revision.findUnique({ where: { id: revisionId } })
  if (!revision) return null
  const { entity, entityId } = revision
  const figures = entity === 'citations' ? figuresOfCitation(revision) : null
  const things = figures ?? [{ entity, id: entityId }]
  const at = await findMoment(db, revision, things, side)
  const now = new Map([...(await findRows(db, things)), ...(await findCitations(db, things, at))])
  const then = await rowsAt(db, now, at)
  const states = [...now].map(([key, row]): RowStates => {
    const before = then.get(key) ?? null
    const isWhole = figures === null || key.startsWith('citations/')
    return { ...thingOf(key), before: isWhole ? before : onlyFigures(figures, key, row, before), after: row, now: row }
  })
  return { states: figures ? states.filter((state) => isOf(figures, state)) : states, from: at, to: at }
}

/** The figures that a citation was about around a revision. */
function figuresOfCitation({ before, after }: { before: unknown; after: unknown }): Figure[] {
  const rows = [before as Row | null, after as Row | null]
  const figures = rows.flatMap((row) => (row ? [citedFigure(row)] : []))
  return [...new Map(figures.map((figure) => [figureKey(figure), figure])).values()]
}

/**
 * The last revision that counts for a state: of those that a change set wrote of these things and their citations, all
 * or none, so that a value is never read without the source that came with it.
 */
async function findMoment(
  db: Db,
  { id, changeSetId, resultId, athleteId, competitionId }: Prisma.RevisionGetPayload<object>,
  things: readonly Thing[],
  side: 'before' | 'after',
): Promise<number> {
  const filed: Prisma.RevisionWhereInput | null =
    resultId !== null
      ? { resultId }
      : athleteId !== null
        ? { athleteId }
        : competitionId !== null
          ? { competitionId }
          : null
  const of = new Set(things.map(thingKey))
  const revisions = filed
    ? await db.revision.findMany({
        where: {
          ...filed,
          changeSetId,
          OR: [{ entity: 'citations' }, { entityId: { in: things.map(({ id }) => id) } }],
        },
        select: { id: true, entity: true, entityId: true, after: true },
      })
    : []
  const own = revisions.filter(({ entity, entityId, after }) =>
    of.has(entity === 'citations' ? thingKey(citedFigure(after as Row)) : thingKey({ entity, id: entityId })),
  )
  const ids = [id, ...own.map((revision) => revision.id)]
  return side === 'before' ? Math.min(...ids) - 1 : Math.max(...ids)
}

/** The row as it stands, but for these figures, which are as they were then. */
function onlyFigures(figures: readonly Figure[], key: string, now: Row, then: Row | null): Row {
  const names = figures.filter((figure) => thingKey(figure) === key).map(({ figure }) => figure)
  const columns = changedColumns(then, now).filter((column) => names.includes(figureOf(thingOf(key).entity, column)))
  return then ? { ...now, ...Object.fromEntries(columns.map((column) => [column, then[column] ?? null])) } : now
}

/** Whether a row is of one of these figures: any but a citation of another figure. */
function isOf(figures: readonly Figure[], { entity, before, now }: RowStates): boolean {
  const keys = figures.map(figureKey)
  return (
    entity !== 'citations' || [before, now].some((row) => isPresent(row) && keys.includes(figureKey(citedFigure(row))))
  )
}
