/** What somebody watches, and what has changed about it since they last looked. */
import 'server-only'
import { thingKey } from '@/lib/record/figures'
import type { HistoryEntry } from '@/lib/record/history'
import { WATCHED_KINDS, type WatchedKind, watchedKindOf } from '@/lib/record/page-kinds'
import type { Client, Db } from '@/prisma/client'
import { type Author, assertAuthor } from '../accounts/editor'
import { findNewestRevision } from '../history/change'
import { findEntries } from '../history/history'
import { findNames } from '../history/names'

/** How many things somebody can watch. */
export const MOST_WATCHED = 200
/** How many changes a digest lists, and how many of the rows of each. */
export const MOST_LISTED = 50
const MOST_SHOWN = 5

export interface Watched {
  kind: WatchedKind
  id: string
  title: string
  /** Its page; null where it is not in the record any more. */
  href: string | null
  /** ISO instant since when. */
  at: string
}

export interface Digest {
  entries: HistoryEntry[]
  hasMore: boolean
  /** The newest revision that there was: what is read when this is marked as read. */
  upTo: number
  /** ISO instant of the last time; null where nothing was marked yet. */
  seenAt: string | null
}

/** What an account watches, the newest first. */
export async function findWatches(db: Db, userId: string): Promise<Watched[]> {
  const rows = await db.watch.findMany({ where: { userId }, orderBy: { at: 'desc' }, take: MOST_WATCHED })
  const names = await findNames(
    db,
    rows.map(({ entity, entityId: id }) => ({ entity, id })),
  )
  return rows.flatMap(({ entity, entityId: id, at }): Watched[] => {
    const [kind, name] = [watchedKindOf(entity), names.get(thingKey({ entity, id }))]
    return name && kind ? [{ kind, id, ...name, at: at.toISOString() }] : []
  })
}

export async function isWatching(db: Db, userId: string, kind: WatchedKind, id: string): Promise<boolean> {
  return (await db.watch.count({ where: { userId, entity: WATCHED_KINDS[kind], entityId: id } })) > 0
}

export type WatchOutcome = { watching: boolean } | { watching: null; reason: string }

/** Begins or ends to watch a thing. */
export async function setWatching(
  db: Client,
  author: Author,
  { kind, id }: { kind: WatchedKind; id: string },
  watching: boolean,
): Promise<WatchOutcome> {
  assertAuthor(author)
  const key = { userId: author.id, entity: WATCHED_KINDS[kind], entityId: id }
  if (!watching) {
    await db.watch.deleteMany({ where: key })
    return { watching }
  }
  if ((await db.watch.count({ where: { userId: author.id } })) >= MOST_WATCHED) {
    return { watching: null, reason: `You watch ${MOST_WATCHED} things already: stop watching some of them first.` }
  }
  // What changed before is not new to somebody who begins now.
  const seenRevision = await findNewestRevision(db)
  await db.$transaction([
    db.watchMark.createMany({
      data: [{ userId: author.id, seenRevision, mailedUpTo: seenRevision }],
      skipDuplicates: true,
    }),
    db.watch.createMany({ data: [key], skipDuplicates: true }),
  ])
  return { watching }
}

/** What others changed about the things that an account watches, since it last said that it had read all of it. */
export async function findDigest(db: Db, userId: string): Promise<Digest> {
  const mark = await db.watchMark.findUnique({ where: { userId } })
  const upTo = await findNewestRevision(db)
  const ids = await findChangesWatched(db, userId, mark?.seenRevision ?? upTo)
  return {
    entries: await findEntries(db, ids.slice(0, MOST_LISTED), MOST_SHOWN),
    hasMore: ids.length > MOST_LISTED,
    upTo,
    seenAt: mark?.seenAt.toISOString() ?? null,
  }
}

/** The number of them, up to one more than a digest lists. */
export async function countDigest(db: Db, userId: string): Promise<number> {
  const mark = await db.watchMark.findUnique({ where: { userId } })
  return mark ? (await findChangesWatched(db, userId, mark.seenRevision)).length : 0
}

/**
 * The newest change sets of others that touch what an account watches: of an athlete with all results, of a competition,
 * or one of its events, with the races and results.
 *
 * @param since only revisions after this one.
 */
export async function findChangesWatched(db: Db, userId: string, since: number): Promise<number[]> {
  const rows = await db.$queryRaw<{ id: number }[]>`
    WITH watched_events AS (
      SELECT w.at, w."entityId" AS id FROM watches w WHERE w."userId" = ${userId} AND w.entity = 'events'
      UNION ALL
      SELECT w.at, e.id FROM watches w JOIN events e ON e."competitionId" = w."entityId"
      WHERE w."userId" = ${userId} AND w.entity = 'competitions'
    )
    SELECT c.id FROM change_sets c
    WHERE c.id IN (
        SELECT n."changeSetId" FROM (
          SELECT w.at, r."changeSetId" FROM watches w
          JOIN revisions r ON r."athleteId" = w."entityId" AND r.id > ${since}
          WHERE w."userId" = ${userId} AND w.entity = 'athletes'
          UNION ALL
          SELECT w.at, r."changeSetId" FROM watches w
          JOIN team_members m ON m."athleteId" = w."entityId"
          JOIN revisions r ON r."resultId" = m."resultId" AND r.id > ${since}
          WHERE w."userId" = ${userId} AND w.entity = 'athletes'
          UNION ALL
          SELECT w.at, r."changeSetId" FROM watches w
          JOIN revisions r ON r."competitionId" = w."entityId" AND r.id > ${since}
          WHERE w."userId" = ${userId} AND w.entity = 'competitions'
          UNION ALL
          SELECT e.at, r."changeSetId" FROM watched_events e
          JOIN revisions r ON r.entity = 'events' AND r."entityId" = e.id AND r.id > ${since}
          UNION ALL
          SELECT e.at, r."changeSetId" FROM watched_events e JOIN races ra ON ra."eventId" = e.id
          JOIN revisions r ON r.entity = 'races' AND r."entityId" = ra.id AND r.id > ${since}
          UNION ALL
          SELECT e.at, r."changeSetId" FROM watched_events e JOIN races ra ON ra."eventId" = e.id
          JOIN results s ON s."raceId" = ra.id JOIN revisions r ON r."resultId" = s.id AND r.id > ${since}
        ) n
        -- What was changed before somebody began to watch is not new to them; an import may have begun before it.
        WHERE n.at <= c."createdAt" OR c.kind = 'IMPORT')
      AND c."authorId" IS DISTINCT FROM ${userId} AND c.kind <> 'SEED'
    ORDER BY c.id DESC LIMIT ${MOST_LISTED + 1}`
  return rows.map(({ id }) => id)
}

/** Says that an account has read what changed up to a revision. */
export async function markRead(db: Client, author: Author, upTo: number): Promise<void> {
  assertAuthor(author)
  const seenRevision = Math.min(upTo, await findNewestRevision(db))
  await db.$executeRaw`
    INSERT INTO watch_marks ("userId", "seenRevision") VALUES (${author.id}, ${seenRevision}::int)
    ON CONFLICT ("userId") DO UPDATE
      SET "seenRevision" = greatest(watch_marks."seenRevision", excluded."seenRevision"), "seenAt" = now()`
}
