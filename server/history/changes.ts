/** The list of all changes, by cursor and by filter, and what an account has done. */
import 'server-only'
import { cache } from 'react'
import { CHANGED_THINGS, type ChangeFilter, type ChangeKind } from '@/lib/pages/change-filter'
import { type HistoryEntry, MOST_COUNTED } from '@/lib/record/history'
import type { Db, Prisma } from '@/prisma/client'
import { db } from '../db'
import { dependsOn } from '../freshness/depends-on'
import { CHANGES } from '../freshness/subjects'
import { findEntries } from './history'

const PAGE = 20
/** How many changes of one change set the list shows. */
const MOST_SHOWN = 5
/** How many change sets a page looks at, so that a filter which few of them pass walks no further. */
const MOST_LOOKED_AT = 500
/** How many results of a competition are looked at. */
const MOST_RESULTS = 5_000

export interface ChangeList {
  entries: HistoryEntry[]
  /** Before which change the next page begins; null on the last. */
  next: number | null
  /** What the filter names, in words. */
  names: FilterNames
}

export interface FilterNames {
  athlete: string | null
  competition: string | null
  editor: string | null
  source: string | null
}

/**
 * Changes, newest first. A page may hold fewer than there is room for, and still have a next one.
 *
 * @param before only changes with a lower number.
 * @returns null where the filter names somebody or something that there is not.
 */
export async function findChanges(db: Db, filter: ChangeFilter, before: number | null): Promise<ChangeList | null> {
  dependsOn(CHANGES)
  const found = await findFiltered(db, filter)
  if (!found) return null
  const looked = await findCandidates(db, found, before)
  const matching = await findMatching(db, looked, found)
  const shown = matching.slice(0, PAGE)
  const isWalkOver = looked.length < MOST_LOOKED_AT
  const next = matching.length > PAGE ? (shown.at(-1) ?? null) : isWalkOver ? null : (looked.at(-1) ?? null)
  return { entries: await findEntries(db, shown, MOST_SHOWN), next, names: found.names }
}

/** A filter by the ids of what it names. */
interface Filtered {
  filter: ChangeFilter
  names: FilterNames
  athletes: string[] | null
  competitions: string[] | null
  sources: string[] | null
  /** The first and the last change of the day; null where the day is not asked for, or has none. */
  range: { first: number; last: number } | null
}

async function findFiltered(db: Db, filter: ChangeFilter): Promise<Filtered | null> {
  const { athlete, competition, source, editor, day } = filter
  const [athletes, competitions, sources, author, range] = await Promise.all([
    athlete === null ? null : findSame(db, 'athletes', athlete),
    competition === null ? null : findSame(db, 'competitions', competition),
    source === null ? null : findSame(db, 'sources', source),
    editor === null ? null : findEditorName(db, editor),
    day === null ? null : findRange(db, day),
  ])
  if (athletes?.length === 0 || competitions?.length === 0 || sources?.length === 0) return null
  if (editor !== null && author === null) return null
  const ids = (found: { id: string }[] | null) => found?.map(({ id }) => id) ?? null
  return {
    filter,
    names: {
      athlete: athletes?.[0]?.name ?? null,
      competition: competitions?.[0]?.name ?? null,
      source: sources?.[0]?.name ?? null,
      editor: author,
    },
    athletes: ids(athletes),
    competitions: ids(competitions),
    sources: ids(sources),
    range: day === null ? null : (range ?? { first: 1, last: 0 }),
  }
}

const NAMES = {
  athletes: `"displayName"`,
  competitions: `name || ' ' || year`,
  sources: `publication || ': ' || title`,
} as const

/** The thing at an address, first, and those that were merged into it: their history is shown with its own. */
async function findSame(db: Db, table: keyof typeof NAMES, slug: string): Promise<{ id: string; name: string }[]> {
  return db.$queryRawUnsafe(
    `WITH RECURSIVE same AS (
       SELECT id, ${NAMES[table]} AS name, 0 AS depth FROM "${table}" WHERE slug = $1
       UNION SELECT t.id, same.name, same.depth + 1 FROM "${table}" t JOIN same ON t."mergedIntoId" = same.id
     )
     SELECT id, name FROM same ORDER BY depth`,
    slug,
  )
}

async function findRange(db: Db, day: string): Promise<Filtered['range']> {
  const start = new Date(`${day}T00:00:00Z`)
  const end = new Date(start.getTime() + 24 * 3_600_000)
  const [range] = await db.$queryRaw<{ first: number | null; last: number | null }[]>`
    SELECT min(id) AS first, max(id) AS last FROM change_sets WHERE "createdAt" >= ${start} AND "createdAt" < ${end}`
  return range?.first && range.last ? { first: range.first, last: range.last } : null
}

/** The newest change sets that the narrowest filter with an index leaves. */
async function findCandidates(db: Db, found: Filtered, before: number | null): Promise<number[]> {
  const { athletes, competitions, sources, range, filter } = found
  const below = Math.min(before ?? 2_147_483_647, (range?.last ?? 2_147_483_646) + 1)
  const from = range?.first ?? 1
  if (competitions) return changesOfCompetitions(db, competitions, { from, below })
  if (athletes) return changesOfAthletes(db, athletes, { from, below })
  const rows = await db.changeSet.findMany({
    where: { id: { lt: below, gte: from }, ...(sources ? { sourceId: { in: sources } } : byAuthorOrKind(filter)) },
    orderBy: { id: 'desc' },
    take: MOST_LOOKED_AT,
    select: { id: true },
  })
  return rows.map(({ id }) => id)
}

function byAuthorOrKind({ editor, kind }: ChangeFilter): Prisma.ChangeSetWhereInput {
  if (editor !== null) return { authorId: editor }
  return kind === null ? {} : { kind }
}

interface Range {
  from: number
  below: number
}

async function changesOfAthletes(db: Db, ids: string[], { from, below }: Range): Promise<number[]> {
  const rows = await db.$queryRaw<{ id: number }[]>`
    SELECT DISTINCT "changeSetId" AS id FROM (
      SELECT "changeSetId" FROM revisions WHERE "athleteId" = ANY (${ids})
      UNION ALL
      SELECT r."changeSetId" FROM team_members m JOIN revisions r ON r."resultId" = m."resultId"
      WHERE m."athleteId" = ANY (${ids})
    ) own
    WHERE "changeSetId" >= ${from} AND "changeSetId" < ${below} ORDER BY 1 DESC LIMIT ${MOST_LOOKED_AT}`
  return rows.map(({ id }) => id)
}

/** Of the competition, its races and its results: those are filed under other names in the history. */
async function changesOfCompetitions(db: Db, ids: string[], { from, below }: Range): Promise<number[]> {
  const rows = await db.$queryRaw<{ id: number }[]>`
    WITH held AS (
      SELECT ra.id FROM events e JOIN races ra ON ra."eventId" = e.id WHERE e."competitionId" = ANY (${ids})
    ), ran AS (
      SELECT r.id FROM results r WHERE r."raceId" IN (SELECT id FROM held) LIMIT ${MOST_RESULTS}
    )
    SELECT DISTINCT "changeSetId" AS id FROM (
      SELECT "changeSetId" FROM revisions WHERE "competitionId" = ANY (${ids})
      UNION ALL
      SELECT "changeSetId" FROM revisions WHERE entity = 'races' AND "entityId" IN (SELECT id FROM held)
      UNION ALL
      SELECT r."changeSetId" FROM ran JOIN revisions r ON r."resultId" = ran.id
    ) own
    WHERE "changeSetId" >= ${from} AND "changeSetId" < ${below} ORDER BY 1 DESC LIMIT ${MOST_LOOKED_AT}`
  return rows.map(({ id }) => id)
}

/** Those that pass every filter, newest first; one more than a page. */
async function findMatching(db: Db, ids: number[], found: Filtered): Promise<number[]> {
  const { filter, sources, athletes, competitions } = found
  const { editor, kind, thing, day, isUnpatrolled } = filter
  if (!(editor ?? kind ?? thing ?? day ?? athletes ?? competitions ?? sources) && !isUnpatrolled) {
    return ids.slice(0, PAGE + 1)
  }
  const ofDay = day === null ? undefined : { gte: new Date(`${day}T00:00:00Z`), lte: new Date(`${day}T23:59:59.999Z`) }
  const ofAthletes = athletes && competitions ? new Set(await changesAmong(db, athletes, ids)) : null
  const rows = await db.changeSet.findMany({
    where: {
      id: { in: ofAthletes ? ids.filter((id) => ofAthletes.has(id)) : ids },
      createdAt: ofDay,
      ...(editor !== null && { authorId: editor }),
      ...(kind !== null && { kind }),
      ...(sources !== null && { sourceId: { in: sources } }),
      ...(isUnpatrolled && UNPATROLLED),
    },
    orderBy: { id: 'desc' },
    select: { id: true },
  })
  const matching = rows.map(({ id }) => id)
  return (thing === null ? matching : await changesOfThing(db, matching, CHANGED_THINGS[thing].tables)).slice(
    0,
    PAGE + 1,
  )
}

/** What nobody but its author has looked at. The first record came with the program. */
export const UNPATROLLED = {
  NOT: { kind: 'SEED' },
  reviewedById: null,
  patrol: null,
} satisfies Prisma.ChangeSetWhereInput

async function changesAmong(db: Db, athletes: string[], ids: number[]): Promise<number[]> {
  const rows = await db.$queryRaw<{ id: number }[]>`
    SELECT named.id FROM unnest(${ids}::int[]) AS named(id)
    WHERE EXISTS (SELECT FROM revisions r WHERE r."changeSetId" = named.id AND r."athleteId" = ANY (${athletes}))`
  return rows.map(({ id }) => id)
}

/** Those that changed a row of these tables, among the first few hundred rows of each; counting a version on is none. */
async function changesOfThing(db: Db, ids: number[], tables: readonly string[]): Promise<number[]> {
  const rows = await db.$queryRaw<{ id: number }[]>`
    SELECT named.id FROM unnest(${ids}::int[]) AS named(id)
    WHERE EXISTS (
      SELECT FROM (
        SELECT entity, before, after FROM revisions r WHERE r."changeSetId" = named.id ORDER BY r.id LIMIT 200
      ) first
      WHERE entity = ANY (${[...tables]}) AND (before IS NULL OR before - 'version' <> after - 'version'))
    ORDER BY named.id DESC`
  return rows.map(({ id }) => id)
}

/** What an account has done, as everybody may know it. */
export interface EditorAccount {
  id: string
  name: string
  /** ISO instant of the first change. */
  since: string
  /** By kind, each counted up to MOST_COUNTED. */
  changes: { kind: ChangeKind; count: number }[]
  /** Changes of contributors that they approved, and changes that they marked as patrolled. */
  reviewed: number
  patrolled: number
}

/** The name under the latest change of an account; null where it has made none. */
export async function findEditorName(db: Db, id: string): Promise<string | null> {
  const latest = await db.changeSet.findFirst({
    where: { authorId: id },
    orderBy: { id: 'desc' },
    select: { authorName: true },
  })
  return latest?.authorName ?? null
}

/** Null for an account that has changed nothing: that there is one is nobody's business then. */
export async function findEditorAccount(db: Db, id: string): Promise<EditorAccount | null> {
  dependsOn(CHANGES)
  const name = await findEditorName(db, id)
  if (name === null) return null
  const first = await db.changeSet.findFirst({
    where: { authorId: id },
    orderBy: { id: 'asc' },
    select: { createdAt: true },
  })
  const [changes, [other]] = await Promise.all([
    db.$queryRaw<EditorAccount['changes']>`
      SELECT kind::text AS kind, count(*)::int AS count
      FROM (SELECT kind FROM change_sets WHERE "authorId" = ${id} ORDER BY id DESC LIMIT ${MOST_COUNTED}) own
      GROUP BY kind ORDER BY 2 DESC, 1`,
    db.$queryRaw<{ reviewed: number; patrolled: number }[]>`
      SELECT
        (SELECT count(*)::int FROM (SELECT FROM change_sets WHERE "reviewedById" = ${id} LIMIT ${MOST_COUNTED}) r) AS reviewed,
        (SELECT count(*)::int FROM (SELECT FROM patrols WHERE "userId" = ${id} LIMIT ${MOST_COUNTED}) p) AS patrolled`,
  ])
  return {
    id,
    name,
    since: first?.createdAt.toISOString() ?? '',
    changes,
    reviewed: other?.reviewed ?? 0,
    patrolled: other?.patrolled ?? 0,
  }
}

export const getChanges = cache((filter: ChangeFilter, before: number | null) => findChanges(db(), filter, before))
export const getEditorAccount = cache((id: string) => findEditorAccount(db(), id))
