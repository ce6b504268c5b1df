import 'server-only'
import { cache } from 'react'
import { type Change, changeKind, type HistoryEntry, MOST_COUNTED, type Row } from '@/lib/record/history'
import type { Source } from '@/lib/record/source'
import type { Db, Prisma } from '@/prisma/client'
import { toSource } from '../athletes/record-rows'
import { db } from '../db'
import { dependsOn } from '../freshness/depends-on'
import {
  athleteNameSubject,
  athleteSubject,
  CHANGES,
  changeSubject,
  resultSubject,
  sourceHeadSubject,
} from '../freshness/subjects'
import { findIdMergedInto } from '../merging/merged'
import { findCredits } from '../suggestions/suggestions'
import { findNamesIn, findResultTitles, namedFieldChanges, subjectOf, withNames } from './subjects'
import { findUndone } from './undone'

/** How many changes of one change set a page lists before it only counts them. */
const MOST_CHANGES = 200
const PAGE = 20
/** One result is seldom changed more often; what is older is in its athlete's history. */
const MOST_OF_RESULT = 50

type ChangedRow = Pick<
  Prisma.RevisionGetPayload<object>,
  'id' | 'entity' | 'entityId' | 'before' | 'after' | 'athleteId' | 'resultId'
>
const changeSetRows = { source: true } satisfies Prisma.ChangeSetInclude
type ChangeSetRow = Prisma.ChangeSetGetPayload<{ include: typeof changeSetRows }>

/** The newest change sets of the whole record, newest first, each with the first few of its changes. */
export async function findLatestChanges(db: Db, limit: number): Promise<HistoryEntry[]> {
  dependsOn(CHANGES)
  const sets = await db.changeSet.findMany({ orderBy: { id: 'desc' }, take: limit, include: changeSetRows })
  return entriesOf(db, sets, {}, 5)
}

/**
 * One athlete's history by change set, newest first.
 *
 * @param before only change sets with a lower number: the `next` of the page before.
 * @returns null where there is no such athlete.
 */
export async function findHistory(
  db: Db,
  athleteSlug: string,
  before?: number,
): Promise<{ entries: HistoryEntry[]; next: number | null } | null> {
  // Athletes who were merged into this one have no address of their own any more: their history is shown here.
  const ids = (
    await db.$queryRaw<{ id: string }[]>`
      WITH RECURSIVE same AS (
        SELECT id FROM athletes WHERE slug = ${athleteSlug}
        UNION SELECT a.id FROM athletes a JOIN same ON a."mergedIntoId" = same.id
      )
      SELECT id FROM same`
  ).map(({ id }) => id)
  if (ids.length === 0) return null
  dependsOn(...ids.map(athleteSubject))
  const teams = await db.teamMember.findMany({ where: { athleteId: { in: ids } }, select: { resultId: true } })
  const results = teams.map(({ resultId }) => resultId)
  const own: Prisma.RevisionWhereInput = {
    OR: [{ athleteId: { in: ids } }, { resultId: { in: results } }],
  }
  // By the revisions' own indexes: an import's change set has a hundred thousand revisions of other athletes.
  const changed = await db.$queryRaw<{ id: number }[]>`
    SELECT DISTINCT "changeSetId" AS id FROM (
      SELECT "changeSetId" FROM revisions WHERE "athleteId" = ANY (${ids})
      UNION ALL
      SELECT "changeSetId" FROM revisions WHERE "resultId" = ANY (${results})
    ) own
    WHERE ${before ?? null}::int IS NULL OR "changeSetId" < ${before ?? null}::int
    ORDER BY 1 DESC LIMIT ${PAGE + 1}`
  const sets = await db.changeSet.findMany({
    where: { id: { in: changed.map(({ id }) => id) } },
    orderBy: { id: 'desc' },
    include: changeSetRows,
  })
  const page = sets.slice(0, PAGE)
  return {
    entries: await entriesOf(db, page, own, MOST_CHANGES),
    next: sets.length > PAGE ? (page.at(-1)?.id ?? null) : null,
  }
}

/**
 * The history of one result by change set, newest first: of the row, its places, records and citations.
 *
 * @param until only change sets up to this number, where the result is read as it was then.
 */
export async function findResultHistory(db: Db, resultId: string, until?: number): Promise<HistoryEntry[]> {
  const own: Prisma.RevisionWhereInput = { resultId }
  dependsOn(resultSubject(resultId))
  const sets = await db.changeSet.findMany({
    where: { id: { lte: until }, revisions: { some: own } },
    orderBy: { id: 'desc' },
    take: MOST_OF_RESULT,
    include: changeSetRows,
  })
  return entriesOf(db, sets, own, MOST_CHANGES)
}

/**
 * When each citation was last changed: ISO instants by the citation's id.
 *
 * @param until only change sets up to this number.
 */
export async function findCitationDates(db: Db, ids: string[], until?: number): Promise<Map<string, string>> {
  const last = await db.revision.findMany({
    where: { entity: 'citations', entityId: { in: ids }, changeSetId: { lte: until } },
    orderBy: [{ entityId: 'asc' }, { id: 'desc' }],
    distinct: ['entityId'],
    select: { entityId: true, changeSet: { select: { createdAt: true } } },
  })
  return new Map(last.map(({ entityId, changeSet }) => [entityId, changeSet.createdAt.toISOString()]))
}

/** One change set with its changes; null where there is no such change set. */
export async function findChangeSet(db: Db, id: number): Promise<HistoryEntry | null> {
  const set = await db.changeSet.findUnique({ where: { id }, include: changeSetRows })
  return set && ((await entriesOf(db, [set], {}, MOST_CHANGES))[0] ?? null)
}

/** The change set of a revision, with that one change only. */
export async function findChange(db: Db, revisionId: number): Promise<HistoryEntry | null> {
  const revision = await db.revision.findUnique({
    where: { id: revisionId },
    include: { changeSet: { include: changeSetRows } },
  })
  return revision && ((await entriesOf(db, [revision.changeSet], { id: revisionId }, 1))[0] ?? null)
}

/** The number of a row's latest revision: where it can be put back from. */
export async function findLastRevision(db: Db, entity: string, entityId: string): Promise<number | null> {
  const last = await db.revision.findFirst({
    where: { entity, entityId },
    orderBy: { id: 'desc' },
    select: { id: true },
  })
  return last?.id ?? null
}

/** An import has hundreds of thousands of changes, and nobody needs their exact number. */
async function countChanges(db: Db, setId: number, about: Prisma.RevisionWhereInput): Promise<number> {
  if (Object.keys(about).length > 0) return db.revision.count({ where: { AND: [{ changeSetId: setId }, about] } })
  const [counted] = await db.$queryRaw<{ changes: number }[]>`
    SELECT count(*)::int AS changes
    FROM (SELECT FROM revisions WHERE "changeSetId" = ${setId} LIMIT ${MOST_COUNTED}) first`
  return counted?.changes ?? 0
}

/** These change sets, newest first, each with the first few of its changes. */
export async function findEntries(db: Db, ids: readonly number[], most: number): Promise<HistoryEntry[]> {
  const where = { id: { in: [...ids] } }
  const sets = await db.changeSet.findMany({ where, orderBy: { id: 'desc' }, include: changeSetRows })
  return entriesOf(db, sets, {}, most)
}

async function entriesOf(
  db: Db,
  sets: ChangeSetRow[],
  about: Prisma.RevisionWhereInput,
  most: number,
): Promise<HistoryEntry[]> {
  const cited = sets.flatMap(({ source }) => (source ? [sourceHeadSubject(source.id)] : []))
  dependsOn(...sets.map(({ id }) => changeSubject(id)), ...cited)
  const undone = await findUndone(
    db,
    sets.map(({ id }) => id),
  )
  const sources = await findMergedSources(
    db,
    sets.flatMap(({ source }) => source ?? []),
  )
  const credits = await findCredits(
    db,
    sets.map(({ id }) => id),
  )
  return Promise.all(
    sets.map(async (set) => {
      const where = { AND: [{ changeSetId: set.id }, about] }
      const [changeCount, revisions] = await Promise.all([
        countChanges(db, set.id, about),
        db.revision.findMany({ where, orderBy: { id: 'asc' }, take: most }),
      ])
      const { by, isWhole } = undone.get(set.id) ?? {}
      return {
        id: set.id,
        kind: set.kind,
        at: set.createdAt.toISOString(),
        author: set.authorName,
        authorId: set.authorId,
        reviewer: set.reviewedByName,
        isAmended: set.isAmended,
        suggestedBy: credits.get(set.id) ?? [],
        reason: set.reason,
        source: set.source && (sources.get(set.source.id) ?? toSource(set.source)),
        undoes: set.undoesId,
        undone: by ? { by, isWhole: isWhole === true } : null,
        changeCount,
        ...(await findChangesOf(db, revisions)),
      }
    }),
  )
}

/** Rows that were changed, or would be, and the athletes whom they are about. */
export async function findChangesOf(
  db: Db,
  rows: readonly ChangedRow[],
): Promise<Pick<HistoryEntry, 'athletes' | 'changes'>> {
  const changed = rows.map((row) => ({ ...row, before: row.before as Row | null, after: row.after as Row | null }))
  const [results, athletes, names] = await Promise.all([
    findResultTitles(
      db,
      rows.flatMap(({ resultId }) => resultId ?? []),
    ),
    athletesOf(db, rows),
    findNamesIn(db, changed),
  ])
  const changes = changed.map((row): Change => {
    const { id: revisionId, entity, entityId, resultId, before, after } = row
    const result = resultId === null ? undefined : results.get(resultId)
    const named = withNames(after, row, names)
    return {
      ...{ revisionId, entity, entityId, resultId },
      isResultShown: result?.isShown === true,
      subject: subjectOf(entity, named, result?.title),
      kind: changeKind(before, after),
      row: named,
      former: before && withNames(before, row, names),
      fields: namedFieldChanges(row, names),
    }
  })
  return { athletes, changes }
}

/** What is left of sources that were merged into others since, by the id that the change sets go on naming. */
async function findMergedSources(
  db: Db,
  named: readonly { id: string; mergedIntoId: string | null }[],
): Promise<Map<string, Source>> {
  const merged = [...new Set(named.flatMap(({ id, mergedIntoId }) => (mergedIntoId === null ? [] : id)))]
  const found = await Promise.all(
    merged.map(async (id): Promise<[string, Source][]> => {
      const into = await findIdMergedInto(db, 'sources', id)
      return into === null ? [] : [[id, toSource(await db.source.findUniqueOrThrow({ where: { id: into } }))]]
    }),
  )
  return new Map(found.flat())
}

/** Whom the revisions are about; those who have no page, and lead to nobody's, without an address. */
async function athletesOf(db: Db, revisions: readonly ChangedRow[]): Promise<HistoryEntry['athletes']> {
  const ids = [...new Set(revisions.flatMap(({ athleteId }) => athleteId ?? []))]
  const rows = await db.athlete.findMany({
    where: { id: { in: ids } },
    select: { id: true, slug: true, displayName: true, withdrawn: true },
    orderBy: { sortName: 'asc' },
  })
  return Promise.all(
    rows.map(async ({ id, slug, displayName: name, withdrawn }) => {
      dependsOn(athleteNameSubject(id))
      const isFound = !withdrawn || (await findIdMergedInto(db, 'athletes', id)) !== null
      return { slug: isFound ? slug : null, name }
    }),
  )
}

export const latestChanges = cache((limit: number) => findLatestChanges(db(), limit))
export const getHistory = cache((athleteSlug: string, before?: number) => findHistory(db(), athleteSlug, before))
export const getResultHistory = cache((resultId: string, until?: number) => findResultHistory(db(), resultId, until))
export const getCitationDates = (ids: string[], until?: number) => findCitationDates(db(), ids, until)
export const getChangeSet = cache((id: number) => findChangeSet(db(), id))

/** The import that was written or undone under a change set; null for any other. */
export async function findImportOfChange(db: Db, changeSetId: number): Promise<string | null> {
  const found = await db.import.findFirst({
    where: { OR: [{ changeSetId }, { earlierChangeSetIds: { has: changeSetId } }, { undoId: changeSetId }] },
    select: { id: true },
  })
  return found?.id ?? null
}

export const getImportOfChange = cache((changeSetId: number) => findImportOfChange(db(), changeSetId))
export const getChange = cache((revisionId: number) => findChange(db(), revisionId))
