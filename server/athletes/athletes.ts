import 'server-only'
import { cache } from 'react'
import { z } from 'zod'
import { footnotedSources } from '@/lib/career/biography-tokens'
import { type AthleteFilter, EVERYBODY, initialsOf } from '@/lib/pages/athlete-filter'
import type { Athlete, AthleteRecord } from '@/lib/record/athlete'
import { citationsOf } from '@/lib/record/citations'
import type { Claim } from '@/lib/record/claim'
import type { Series } from '@/lib/record/competition'
import type { Result } from '@/lib/record/result'
import type { Source } from '@/lib/record/source'
import { DISCIPLINES, type DisciplineSlug, isDisciplineSlug } from '@/lib/sport/disciplines'
import { type Db, Prisma } from '@/prisma/client'
import { db } from '../db'
import { dependsOn } from '../freshness/depends-on'
import { kept } from '../freshness/kept'
import {
  ATHLETES,
  athleteNameSubject,
  athleteSubject,
  careerSubject,
  competitionHeadSubject,
  LISTS,
  seriesSubject,
  sourceHeadSubject,
} from '../freshness/subjects'
import { withLastChange } from '../history/last-change'
import { findAthletesNamed } from '../search/search'
import { readRecordRows } from './record-parts'
import { type AthleteRow, type ResultRow, toAthlete, toClaims, toResults, toSource } from './record-rows'
import { ask, currentTables, type Tables } from './record-tables'

/** Everything known about one athlete, or null where there is none of that name. */
export async function findAthleteRecord(db: Db, slug: string): Promise<AthleteRecord | null> {
  const athlete = await db.athlete.findFirst({ where: { slug, withdrawn: false }, select: { id: true } })
  const tables = currentTables(db)
  const rows = athlete && (await readRecordRows(db, tables, athlete.id))
  if (!rows) {
    dependsOn(ATHLETES)
    return null
  }
  const record = await assembleRows(tables, rows, await findFootnotedSources(db, rows.athlete))
  declare(record)
  return withLastChange(db, record)
}

/** The record of these rows, with what else the same tables know of its series; without its last change. */
export async function assembleRows(
  tables: Tables,
  { athlete, results: resultRows }: { athlete: AthleteRow; results: ResultRow[] },
  footnoted: readonly Source[],
): Promise<AthleteRecord> {
  const results = toResults(resultRows)
  const series = seriesOf(results).map(({ id }) => id)
  const [editions = []] = await tables.read([ask('competitions', 'seriesId', series)])
  return assembleRecord({
    athlete: toAthlete(athlete),
    claims: toClaims(athlete),
    results,
    editions: editions.map(({ year, seriesId }) => ({ year: Number(year), seriesId: String(seriesId) })),
    footnoted,
  })
}

/** What a record shows of others: competitions, series, sources, those who ran in a team. */
function declare({ athlete, results, sources }: AthleteRecord): void {
  dependsOn(athleteSubject(athlete.id), ...sources.map(({ id }) => sourceHeadSubject(id)))
  for (const { competition, members, publishedPlaces } of results) {
    const competitions = [competition, ...competition.inner].map(({ id }) => competitionHeadSubject(id))
    dependsOn(...competitions, ...members.map(({ athleteId }) => athleteNameSubject(athleteId)))
    dependsOn(...publishedPlaces.flatMap(({ source }) => (source ? [sourceHeadSubject(source.id)] : [])))
  }
  dependsOn(...seriesOf(results).map(({ id }) => seriesSubject(id)))
}

/** The sources that the footnotes of a biography name, cited elsewhere in the record or not. */
async function findFootnotedSources(db: Db, { chapters }: AthleteRow): Promise<Source[]> {
  const slugs = footnotedSources(chapters.map(({ body }) => body))
  if (slugs.length === 0) return []
  return (await db.source.findMany({ where: { slug: { in: slugs }, withdrawn: false } })).map(toSource)
}

/** What of a competition shows that an edition of its series was held. */
export interface Edition {
  year: number
  seriesId: string | null
}

/** The series of these results' competitions, and of the championships decided within them. */
export function seriesOf(results: readonly Result[]): Series[] {
  return results.flatMap(({ competition: { series, inner } }) =>
    [series, ...inner.map((championship) => championship.series)].flatMap((one) => one ?? []),
  )
}

/** The competitions that are known of these results' series. */
export function findEditions(db: Db, results: readonly Result[]): Promise<Edition[]> {
  const series = [...new Set(seriesOf(results).map(({ id }) => id))]
  return db.competition.findMany({
    where: { withdrawn: false, seriesId: { in: series } },
    select: { year: true, seriesId: true },
  })
}

/** The record built from these rows, of today or of a day in the past, without its last change. */
export function assembleRecord(told: {
  athlete: Athlete
  claims: Claim[]
  results: Result[]
  editions: readonly Edition[]
  footnoted?: readonly Source[]
}): AthleteRecord {
  const { athlete, claims, editions, footnoted = [] } = told
  const results = told.results.toSorted(newestFirst)
  return {
    athlete,
    results,
    claims,
    sources: inOrder([...sourcesCited(athlete, claims, results), ...footnoted]),
    editions: yearsOfSeries(results, editions),
    updatedAt: new Date(0).toISOString(),
    revision: 0,
  }
}

/** The years in which each of these results' series is known to have been held, by the series' slug. */
function yearsOfSeries(results: readonly Result[], editions: readonly Edition[]): Record<string, number[]> {
  const series = new Map(seriesOf(results).map((it) => [it.id, it]))
  return Object.fromEntries(
    [...series.values()].map(({ id, slug }) => {
      const years = editions.filter(({ seriesId }) => seriesId === id).map(({ year }) => year)
      return [slug, [...new Set(years)].sort((a, b) => a - b)]
    }),
  )
}

function newestFirst(a: Result, b: Result): number {
  return (
    b.date.localeCompare(a.date) || a.competition.name.localeCompare(b.competition.name) || a.id.localeCompare(b.id)
  )
}

function sourcesCited(athlete: Athlete, claims: Claim[], results: Result[]): Source[] {
  return [...citationsOf(athlete, results), ...claims].map(({ source }) => source)
}

/** Each source once, by date. */
function inOrder(sources: readonly Source[]): Source[] {
  return [...new Map(sources.map((source) => [source.slug, source])).values()].sort(
    (a, b) => (a.date ?? '9999').localeCompare(b.date ?? '9999') || a.slug.localeCompare(b.slug),
  )
}

/** The last athlete of a page, after which the next page begins. */
type Cursor = Pick<AthleteListItem, 'sortName' | 'slug'>

export interface AthleteListItem {
  slug: string
  name: string
  sortName: string
  countryCode: string | null
  birthDate: string | null
  disciplines: DisciplineSlug[]
  /** A team's results are those of each of its members. */
  resultCount: number
}

type NamedAthlete = Omit<AthleteListItem, 'disciplines' | 'resultCount'> & { id: string }

/** Which athletes to read; without a query and a filter, everybody. */
interface Asked {
  query?: string
  filter?: AthleteFilter
  take: number
  after?: Cursor
}

/** Athletes in the order of their names; with a query, those who go by it as server/search/search.ts finds them. */
export async function findAthletes(db: Db, asked: Asked): Promise<AthleteListItem[]> {
  const athletes = await findNames(db, asked)
  const ids = athletes.map(({ id }) => id)
  dependsOn(ATHLETES, ...ids.map(careerSubject))
  if (asked.filter?.discipline) dependsOn(LISTS)
  const disciplines = await db.$queryRaw<{ id: string; slugs: string[] }[]>`
    SELECT "athleteId" AS id, array_agg(DISTINCT "disciplineSlug") AS slugs
    FROM performances WHERE "athleteId" = ANY (${ids}) GROUP BY 1`
  const counts = await db.$queryRaw<{ id: string; results: number }[]>`
    SELECT id, count(DISTINCT result)::int AS results FROM (
      SELECT "athleteId" AS id, id AS result FROM results WHERE "athleteId" = ANY (${ids}) AND NOT withdrawn
      UNION ALL
      SELECT m."athleteId", m."resultId" FROM team_members m JOIN results r ON r.id = m."resultId"
      WHERE m."athleteId" = ANY (${ids}) AND NOT m.withdrawn AND NOT r.withdrawn
    ) own GROUP BY 1`
  const inPrint = new Map(DISCIPLINES.map(({ slug }, index) => [slug, index]))
  const order = (slug: DisciplineSlug) => inPrint.get(slug) ?? 0
  return athletes.map(({ id, ...athlete }) => ({
    ...athlete,
    disciplines: (disciplines.find((row) => row.id === id)?.slugs ?? [])
      .filter(isDisciplineSlug)
      .sort((a, b) => order(a) - order(b)),
    resultCount: counts.find((row) => row.id === id)?.results ?? 0,
  }))
}

async function findNames(db: Db, { query = '', filter = EVERYBODY, take, after }: Asked): Promise<NamedAthlete[]> {
  const named = query.trim() === '' ? null : await findAthletesNamed(db, query)
  const { country, sex, discipline, letter } = filter
  const initials = letter === null ? [] : initialsOf(letter)
  const conditions = [
    Prisma.sql`NOT a.withdrawn`,
    ...(country === null ? [] : [Prisma.sql`a."countryCode" = ${country}`]),
    ...(sex === null ? [] : [Prisma.sql`a.sex = ${sex}::"Sex"`]),
    // The walk along the names begins at the letter's first form in the database's sort order.
    ...(letter === null
      ? []
      : [
          Prisma.sql`a."sortName" >= (SELECT min(initial) FROM unnest(${initials}::text[]) initial)`,
          Prisma.sql`left(a."sortName", 1) = ANY (${initials}::text[])`,
        ]),
    ...(discipline === null
      ? []
      : [
          Prisma.sql`EXISTS (SELECT 1 FROM performances p WHERE p."athleteId" = a.id AND p."disciplineSlug" = ${discipline})`,
        ]),
    // Keyset paging: the rows after the last one shown, however far down the list.
    ...(after ? [Prisma.sql`(a."sortName", a.slug) > (${after.sortName}, ${after.slug})`] : []),
    ...(named ? [Prisma.sql`a.id = ANY (${named}::text[])`] : []),
  ]
  return db.$queryRaw<NamedAthlete[]>`
    SELECT a.id, a.slug, a."displayName" AS name, a."sortName", a."countryCode", a."birthDate"
    FROM athletes a
    WHERE ${Prisma.join(conditions, ' AND ')}
    ORDER BY a."sortName", a.slug LIMIT ${take}`
}

export interface AthletePage {
  items: { slug: string; name: string; country: string | null; birthDate: string | null }[]
  nextCursor: string | null
}

const PAGE = 50
const LONGEST_CURSOR = 2_000
/** A text of a database has no control characters, and cannot be asked for one. */
const CURSOR = z.tuple([z.string().regex(/^\P{Cc}*$/u), z.string().regex(/^[a-z0-9-]+$/)])

/** A page of the open data's list of athletes. A malformed cursor starts at the beginning. */
export async function findAthletePage(db: Db, query: string, cursor: string | null): Promise<AthletePage> {
  const after = cursor === null ? undefined : readCursor(cursor)
  dependsOn(ATHLETES)
  const found = await findNames(db, { query, take: PAGE + 1, after })
  const page = found.slice(0, PAGE)
  return {
    items: page.map(({ slug, name, countryCode, birthDate }) => ({ slug, name, country: countryCode, birthDate })),
    nextCursor: cursorAfter(found, PAGE),
  }
}

export interface AthleteIndexPage {
  athletes: AthleteListItem[]
  /** Null on the last page. */
  nextCursor: string | null
}

const ATHLETES_A_PAGE = 100

/** A page of the athletes that pass the filter, in the order of their names. */
export async function findAthleteIndex(
  db: Db,
  asked: { query: string; filter: AthleteFilter; cursor: string | null; size?: number },
): Promise<AthleteIndexPage> {
  const { query, filter, cursor, size = ATHLETES_A_PAGE } = asked
  const after = cursor === null ? undefined : readCursor(cursor)
  const found = await findAthletes(db, { query, filter, take: size + 1, after })
  return { athletes: found.slice(0, size), nextCursor: cursorAfter(found, size) }
}

/** @param found one row more than fits on a page, if there are that many. */
function cursorAfter(found: readonly Cursor[], size: number): string | null {
  const last = found.length > size ? found[size - 1] : undefined
  return last ? Buffer.from(JSON.stringify([last.sortName, last.slug])).toString('base64url') : null
}

/** Undefined for whatever is no cursor of ours. */
function readCursor(cursor: string): Cursor | undefined {
  if (cursor.length > LONGEST_CURSOR) return undefined
  try {
    const read = CURSOR.safeParse(JSON.parse(Buffer.from(cursor, 'base64url').toString()))
    return read.success ? { sortName: read.data[0], slug: read.data[1] } : undefined
  } catch {
    return undefined
  }
}

export const keptAthleteRecord = kept(100, (slug: string) => findAthleteRecord(db(), slug))
/** One read a request, however many parts of the page ask. */
export const getAthleteRecord = cache((slug: string) => keptAthleteRecord(slug))
export const listAthletes = cache((query?: string) => findAthletes(db(), { query, take: ATHLETES_A_PAGE }))
export const getAthletePage = (query: string, cursor: string | null) => findAthletePage(db(), query, cursor)
export const getAthleteIndex = (query: string, filter: AthleteFilter, cursor: string | null) =>
  findAthleteIndex(db(), { query, filter, cursor })
