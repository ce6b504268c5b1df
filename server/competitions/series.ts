import 'server-only'
import { cache } from 'react'
import type { ListedMark } from '@/lib/pages/mark-list'
import type { SeriesEvent } from '@/lib/pages/series-event'
import type { Competition, Series } from '@/lib/record/competition'
import type { Category } from '@/lib/sport/championships'
import { DISCIPLINES, type DisciplineSlug } from '@/lib/sport/disciplines'
import type { Sex } from '@/lib/sport/performance'
import { type Db, Prisma } from '@/prisma/client'
import { db } from '../db'
import { dependsOn } from '../freshness/depends-on'
import { ALL_SERIES, athleteNameSubject, seriesResultsSubject, seriesSubject } from '../freshness/subjects'
import { findMarks } from '../lists/listed-marks'

export interface Edition {
  competition: Pick<
    Competition,
    'slug' | 'name' | 'officialName' | 'year' | 'startDate' | 'endDate' | 'city' | 'countryCode'
  >
  /** Results on record, of whatever event. */
  results: number
  /** First places in finals, in the order in which disciplines are printed. */
  winners: ListedMark[]
}

export interface Regular {
  slug: string
  name: string
  countryCode: string | null
  /** How often, and from when to when. */
  times: number
  first: number
  last: number
}

export interface SeriesPage {
  series: Series
  /** Every event of which there are results, in the order in which disciplines are printed. */
  events: SeriesEvent[]
  /** The latest first. */
  editions: Edition[]
  mostWins: Regular[]
  mostAppearances: Regular[]
}

/** The number of athletes listed as most frequent winners or participants, plus those level with the last. */
const REGULARS = 10

/** Of a championship decided within a race, the results that have a place in it; of any other edition all. */
const IS_PART = Prisma.sql`(c."withinId" IS NULL OR EXISTS (SELECT 1 FROM places w
  WHERE w."resultId" = r.id AND w.classification = c.classification AND NOT w.withdrawn))`

/** A series with its editions; null where there is none of that name. `event` narrows it to one of its events. */
export async function findSeries(db: Db, slug: string, event: SeriesEvent | null = null): Promise<SeriesPage | null> {
  const row = await db.series.findFirst({
    where: { slug, withdrawn: false },
    include: {
      competitions: {
        where: { withdrawn: false },
        orderBy: [{ year: 'desc' }, { startDate: 'desc' }, { slug: 'asc' }],
      },
    },
  })
  dependsOn(row ? seriesSubject(row.id) : ALL_SERIES)
  if (!row) return null
  const { id, name, category, competitions } = row
  dependsOn(seriesResultsSubject(id))
  const events = await db.$queryRaw<{ discipline: string; sex: Sex }[]>`
    SELECT DISTINCT e."disciplineSlug" AS discipline, e.sex
    FROM competitions c JOIN events e ON e."competitionId" = coalesce(c."withinId", c.id)
    WHERE c."seriesId" = ${id} AND NOT c.withdrawn AND NOT e.withdrawn AND EXISTS (
      SELECT 1 FROM races ra JOIN results r ON r."raceId" = ra.id WHERE ra."eventId" = e.id AND NOT r.withdrawn
        AND ${IS_PART})
    ORDER BY sex`
  const results = `FROM competitions c JOIN events e ON e."competitionId" = coalesce(c."withinId", c.id) JOIN races ra ON ra."eventId" = e.id
    JOIN results r ON r."raceId" = ra.id`
  const own = Prisma.sql`${Prisma.raw(results)} WHERE c."seriesId" = ${id} AND NOT c.withdrawn AND NOT r.withdrawn
    AND ${IS_PART} ${
      event ? Prisma.sql`AND e."disciplineSlug" = ${event.discipline} AND e.sex = ${event.sex}::"Sex"` : Prisma.empty
    }`
  const won = Prisma.sql`AND ra.round = 'FINAL' AND r.status IS NULL AND EXISTS (SELECT 1 FROM places p
    WHERE p."resultId" = r.id AND p.classification = coalesce(c.classification, 'overall') AND p.place = 1 AND NOT p.withdrawn)`
  const counts = await db.$queryRaw<{ slug: string; results: number }[]>`
    SELECT c.slug, count(*)::int AS results ${own} GROUP BY 1`
  const first = await db.$queryRaw<{ id: string; edition: string }[]>`SELECT r.id, c.slug AS edition ${own} ${won}`
  const wonBy = new Map(first.map(({ id, edition }) => [id, edition]))
  const winners = await findMarks(
    db,
    first.map(({ id }) => id),
  )
  return {
    series: { id, slug, name, category },
    events: DISCIPLINES.flatMap(({ slug }) =>
      events.flatMap(({ discipline, sex }) => (discipline === slug ? [{ discipline: slug, sex }] : [])),
    ),
    editions: competitions.map((competition) => ({
      competition,
      results: counts.find((row) => row.slug === competition.slug)?.results ?? 0,
      winners: winners.filter((mark) => wonBy.get(mark.id) === competition.slug).sort(inPrint),
    })),
    mostWins: await findRegulars(db, Prisma.sql`${own} ${won}`, Prisma.sql`result`),
    mostAppearances: await findRegulars(
      db,
      Prisma.sql`${own} AND (r.status IS NULL OR r.status NOT IN ('DNS', 'ENTERED'))`,
      Prisma.sql`"competitionId"`,
    ),
  }
}

/** Athletes with more than one of these results, members of a team one by one; `counted` is the column counted. */
async function findRegulars(db: Db, results: Prisma.Sql, counted: Prisma.Sql): Promise<Regular[]> {
  const regulars = await db.$queryRaw<(Regular & { id: string })[]>`
    SELECT a.id, a.slug, a."displayName" AS name, a."countryCode", n.times, n.first, n.last
    FROM (
      SELECT "athleteId", count(DISTINCT ${counted})::int AS times, min(year) AS first, max(year) AS last
      FROM (
        SELECT coalesce(o."athleteId", m."athleteId") AS "athleteId", o.id AS result, o."competitionId", o.year
        FROM (SELECT r.id, r."athleteId", c.id AS "competitionId", c.year ${results}) o
        LEFT JOIN team_members m ON m."resultId" = o.id AND NOT m.withdrawn AND o."athleteId" IS NULL
      ) started
      WHERE "athleteId" IS NOT NULL
      GROUP BY 1 HAVING count(DISTINCT ${counted}) > 1
      ORDER BY times DESC FETCH FIRST ${REGULARS} ROWS WITH TIES
    ) n
    JOIN athletes a ON a.id = n."athleteId"
    WHERE NOT a.withdrawn
    ORDER BY n.times DESC, n.last DESC, a."sortName" LIMIT ${2 * REGULARS}`
  dependsOn(...regulars.map(({ id }) => athleteNameSubject(id)))
  return regulars.map(({ id: _id, ...regular }) => regular)
}

const PRINTED = new Map<string, number>(DISCIPLINES.map(({ slug }, index) => [slug, index]))

function inPrint(a: ListedMark, b: ListedMark): number {
  return (PRINTED.get(a.discipline) ?? 0) - (PRINTED.get(b.discipline) ?? 0) || a.sex.localeCompare(b.sex)
}

export interface ListedSeries {
  slug: string
  name: string
  category: Category
  editions: number
  first: number
  last: number
}

const MOST_LISTED = 500

/** Series by their names; of very many, those with the most editions. */
export async function findAllSeries(db: Db): Promise<{ series: ListedSeries[]; total: number }> {
  dependsOn(ALL_SERIES)
  const total = await db.series.count({ where: { withdrawn: false } })
  const series = await db.$queryRaw<ListedSeries[]>`
    SELECT s.slug, s.name, s.category, count(*)::int AS editions, min(c.year) AS first, max(c.year) AS last
    FROM series s JOIN competitions c ON c."seriesId" = s.id AND NOT c.withdrawn
    WHERE NOT s.withdrawn
    GROUP BY s.id ORDER BY editions DESC, s.name, s.slug LIMIT ${MOST_LISTED}`
  return { series: series.sort((a, b) => a.name.localeCompare(b.name, 'en') || a.slug.localeCompare(b.slug)), total }
}

export const getSeries = cache((slug: string, discipline?: DisciplineSlug, sex?: Sex) =>
  findSeries(db(), slug, discipline && sex ? { discipline, sex } : null),
)
export const listSeries = () => findAllSeries(db())
