import 'server-only'
import { cache } from 'react'
import { citationsOf } from '@/lib/citations'
import { type DisciplineSlug, isDisciplineSlug } from '@/lib/disciplines'
import type { Athlete, AthleteRecord, Claim, Result, Source } from '@/lib/record'
import type { Db, Prisma } from '@/prisma/client'
import { db } from './db'
import { athleteRows, resultRows, toAthlete, toClaims, toResult } from './record-rows'

/** Everything known about one athlete, or null where there is none of that name. */
export async function findAthleteRecord(db: Db, slug: string): Promise<AthleteRecord | null> {
  const row = await db.athlete.findFirst({ where: { slug, withdrawn: false }, ...athleteRows })
  if (!row) return null
  const own = { withdrawn: false, OR: [{ athleteId: row.id }, { members: { some: { athleteId: row.id } } }] }
  const resultsFound = await db.result.findMany({ where: own, ...resultRows })
  const lastRevision = await db.revision.findFirst({
    where: aboutAthlete(row.id, resultsFound),
    orderBy: { id: 'desc' },
    include: { changeSet: { select: { createdAt: true } } },
  })
  return assembleRecord(db, toAthlete(row), toClaims(row), resultsFound.map(toResult), lastRevision)
}

/** The record around an athlete and his results, whether of today or of a day in the past. */
export async function assembleRecord(
  db: Db,
  athlete: Athlete,
  claims: Claim[],
  found: Result[],
  lastRevision: { id: number; changeSet: { createdAt: Date } } | null,
): Promise<AthleteRecord> {
  const results = found.sort(newestFirst)
  return {
    athlete,
    results,
    claims,
    sources: sourcesCited(athlete, claims, results),
    editions: await findEditions(db, results),
    updatedAt: (lastRevision?.changeSet.createdAt ?? new Date(0)).toISOString(),
    revision: lastRevision?.id ?? 0,
  }
}

/** A team's results are not filed under one athlete, so they are named one by one. */
function aboutAthlete(
  athleteId: string,
  results: { id: string; athleteId: string | null }[],
): Prisma.RevisionWhereInput {
  const team = results.filter((result) => result.athleteId === null).map(({ id }) => id)
  return { OR: [{ athleteId }, { resultId: { in: team } }] }
}

/** The years in which the record knows each of these results' series to have been held. */
async function findEditions(db: Db, results: Result[]): Promise<Record<string, number[]>> {
  const slugs = [...new Set(results.flatMap(({ competition }) => competition.series?.slug ?? []))]
  const held = await db.competition.findMany({
    where: { withdrawn: false, series: { slug: { in: slugs } } },
    select: { year: true, series: { select: { slug: true } } },
    orderBy: { year: 'asc' },
  })
  return Object.fromEntries(
    slugs.map((slug) => [
      slug,
      [...new Set(held.filter(({ series }) => series?.slug === slug).map(({ year }) => year))],
    ]),
  )
}

function newestFirst(a: Result, b: Result): number {
  return (
    b.date.localeCompare(a.date) || a.competition.name.localeCompare(b.competition.name) || a.id.localeCompare(b.id)
  )
}

function sourcesCited(athlete: Athlete, claims: Claim[], results: Result[]): Source[] {
  const cited = [...citationsOf(athlete, results), ...claims]
  const sources = new Map(cited.map(({ source }) => [source.slug, source]))
  return [...sources.values()].sort(
    (a, b) => (a.date ?? '9999').localeCompare(b.date ?? '9999') || a.slug.localeCompare(b.slug),
  )
}

/** The last athlete of a page, by which the next one begins. */
type Cursor = Pick<AthleteListItem, 'sortName' | 'slug'>

export interface AthleteListItem {
  slug: string
  name: string
  sortName: string
  countryCode: string | null
  birthDate: string | null
  disciplines: DisciplineSlug[]
  resultCount: number
}

/** Athletes in the order of their names, those whose name holds every word of the query where there is one. */
export async function findAthletes(db: Db, query = '', take = 100, after?: Cursor): Promise<AthleteListItem[]> {
  const words = query.split(/\s+/).filter(Boolean).slice(0, 8)
  const rows = await db.athlete.findMany({
    where: {
      withdrawn: false,
      // The keyset: whatever comes after the last one shown, however far down the list that is.
      OR: after && [{ sortName: { gt: after.sortName } }, { sortName: after.sortName, slug: { gt: after.slug } }],
      AND: words.map((word) => ({
        OR: [
          { displayName: { contains: word, mode: 'insensitive' as const } },
          { nativeName: { contains: word, mode: 'insensitive' as const } },
          { names: { some: { withdrawn: false, text: { contains: word, mode: 'insensitive' as const } } } },
        ],
      })),
    },
    orderBy: [{ sortName: 'asc' }, { slug: 'asc' }],
    take,
    include: {
      results: {
        where: { withdrawn: false },
        select: { race: { select: { event: { select: { disciplineSlug: true } } } } },
      },
    },
  })
  return rows.map(({ slug, displayName, sortName, countryCode, birthDate, results }) => ({
    slug,
    name: displayName,
    sortName,
    countryCode,
    birthDate,
    disciplines: [...new Set(results.map(({ race }) => race.event.disciplineSlug))].filter(isDisciplineSlug),
    resultCount: results.length,
  }))
}

export interface AthletePage {
  items: { slug: string; name: string; country: string | null; birthDate: string | null }[]
  nextCursor: string | null
}

const PAGE = 50

/** A page of the open data's list of athletes. A cursor that we did not make begins at the beginning. */
export async function findAthletePage(db: Db, query: string, cursor: string | null): Promise<AthletePage> {
  const found = await findAthletes(db, query, PAGE + 1, cursor === null ? undefined : readCursor(cursor))
  const page = found.slice(0, PAGE)
  const last = found.length > PAGE ? page.at(-1) : undefined
  return {
    items: page.map(({ slug, name, countryCode, birthDate }) => ({ slug, name, country: countryCode, birthDate })),
    nextCursor: last ? Buffer.from(JSON.stringify([last.sortName, last.slug])).toString('base64url') : null,
  }
}

function readCursor(cursor: string): Cursor | undefined {
  try {
    const [sortName, slug] = JSON.parse(Buffer.from(cursor, 'base64url').toString()) as unknown[]
    return typeof sortName === 'string' && typeof slug === 'string' ? { sortName, slug } : undefined
  } catch {
    return undefined
  }
}

/** One read a request, however many parts of the page ask. */
export const getAthleteRecord = cache((slug: string) => findAthleteRecord(db(), slug))
export const listAthletes = cache((query?: string) => findAthletes(db(), query))
export const getAthletePage = (query: string, cursor: string | null) => findAthletePage(db(), query, cursor)
