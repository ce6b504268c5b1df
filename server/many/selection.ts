/** Things to be changed together, found by a filter. */
import 'server-only'
import { resultTitle } from '@/lib/record/cited-thing'
import { competitionLabel } from '@/lib/record/competition-form'
import { MOST_AT_ONCE, MOST_LISTED } from '@/lib/record/many/edit'
import { type ManyKind, manyField } from '@/lib/record/many/fields'
import { isFiltered, isImpossible, type ManyFilter } from '@/lib/record/many/filter'
import type { ListedThing } from '@/lib/record/many/preview'
import { countryName } from '@/lib/sport/countries'
import { type Db, Prisma } from '@/prisma/client'
import { resultRows, toResult } from '../athletes/record-rows'
import { findAthletesNamed } from '../search/search'
import { valuesOf } from './values'

export interface Selection {
  listed: ListedThing[]
  /** Up to one more than one change may be about. */
  total: number
}

/** The first of what a filter finds, with what the field holds that is to be changed. */
export async function findSelection(
  db: Db,
  kind: ManyKind,
  { field, filter }: { field: string; filter: ManyFilter },
): Promise<Selection> {
  const ids = await findMatching(db, kind, filter)
  const listed = ids.slice(0, MOST_LISTED)
  const described = await describe(db, kind, listed)
  const values = manyField(kind, field) ? await valuesOf(db, kind, { field, ids: listed }) : new Map<string, string>()
  return {
    listed: listed.flatMap((id) => {
      const thing = described.get(id)
      return thing ? [{ ...thing, value: values.get(id) ?? '' }] : []
    }),
    total: ids.length,
  }
}

/** What things are called, by id. */
export async function describe(db: Db, kind: ManyKind, ids: readonly string[]): Promise<Map<string, Described>> {
  return new Map((await DESCRIBED[kind](db, ids)).map((thing) => [thing.id, thing]))
}

/** The ids of what a filter finds, one more than one change may be about at most. */
export async function findMatching(db: Db, kind: ManyKind, filter: ManyFilter): Promise<string[]> {
  if (!isFiltered(filter) || isImpossible(filter)) return []
  const rows = await db.$queryRaw<{ id: string }[]>`${await QUERIES[kind](db, filter)} LIMIT ${MOST_AT_ONCE + 1}`
  return rows.map(({ id }) => id)
}

/** Every word of the text is in one of the columns. */
function hasWords(text: string, ...columns: Prisma.Sql[]): Prisma.Sql[] {
  const words = text
    .split(/[\s,()]+/)
    .filter(Boolean)
    .slice(0, 10)
  return words.map((word) => {
    const pattern = `%${word.replaceAll(/[\\%_]/g, '\\$&')}%`
    return Prisma.sql`(${Prisma.join(
      columns.map((column) => Prisma.sql`coalesce(${column}, '') ILIKE ${pattern}`),
      ' OR ',
    )})`
  })
}

function when(is: boolean, condition: () => Prisma.Sql): Prisma.Sql[] {
  return is ? [condition()] : []
}

const all = (conditions: readonly Prisma.Sql[]) => Prisma.join([Prisma.sql`true`, ...conditions], ' AND ')

/** What is asked of a competition `c`. */
function ofCompetition({ city, venue, year }: ManyFilter): Prisma.Sql[] {
  return [
    ...hasWords(city, Prisma.sql`c.city`),
    ...hasWords(venue, Prisma.sql`c.venue`),
    ...when(year !== '', () => Prisma.sql`c.year = ${Number(year)}`),
  ]
}

const QUERIES: Record<ManyKind, (db: Db, filter: ManyFilter) => Promise<Prisma.Sql>> = {
  competition: async (_db, filter) => Prisma.sql`
    SELECT c.id FROM competitions c WHERE NOT c.withdrawn AND ${all([
      ...hasWords(filter.name, Prisma.sql`c.name`, Prisma.sql`c."officialName"`),
      ...ofCompetition(filter),
      ...when(filter.country !== '', () => Prisma.sql`c."countryCode" = ${filter.country}`),
      ...when(
        filter.discipline !== '',
        () => Prisma.sql`EXISTS (SELECT FROM events e WHERE e."competitionId" = c.id AND NOT e.withdrawn
          AND e."disciplineSlug" = ${filter.discipline})`,
      ),
    ])} ORDER BY c.year DESC, c.name, c.id`,
  athlete: async (db, { name, country, year, discipline }) => {
    const named = name === '' ? null : await findAthletesNamed(db, name, MOST_AT_ONCE + 1)
    return Prisma.sql`
      SELECT a.id FROM athletes a WHERE NOT a.withdrawn AND ${all([
        ...when(named !== null, () => Prisma.sql`a.id = ANY (${named ?? []}::text[])`),
        ...when(country !== '', () => Prisma.sql`a."countryCode" = ${country}`),
        ...when(year !== '', () => Prisma.sql`a."birthDate" LIKE ${`${year}%`}`),
        ...when(
          discipline !== '',
          () => Prisma.sql`EXISTS (SELECT FROM performances p WHERE p."athleteId" = a.id
            AND p."disciplineSlug" = ${discipline})`,
        ),
      ])} ORDER BY a."sortName", a.id`
  },
  result: async (db, filter) => {
    const { name, competition, club, country, discipline } = filter
    const named = name === '' ? null : await findAthletesNamed(db, name, MOST_AT_ONCE + 1)
    return Prisma.sql`
      SELECT r.id FROM results r
      JOIN races ra ON ra.id = r."raceId" JOIN events e ON e.id = ra."eventId" JOIN competitions c ON c.id = e."competitionId"
      LEFT JOIN athletes a ON a.id = r."athleteId"
      WHERE NOT r.withdrawn AND NOT c.withdrawn AND ${all([
        ...when(
          named !== null,
          () => Prisma.sql`(r."athleteId" = ANY (${named ?? []}::text[]) OR r.team ILIKE ${`%${name}%`})`,
        ),
        ...hasWords(competition, Prisma.sql`c.name`, Prisma.sql`c."officialName"`),
        ...hasWords(club, Prisma.sql`r.club`),
        ...ofCompetition(filter),
        ...when(country !== '', () => Prisma.sql`coalesce(r."countryCode", a."countryCode") = ${country}`),
        ...when(discipline !== '', () => Prisma.sql`e."disciplineSlug" = ${discipline}`),
      ])} ORDER BY c.year DESC, c.name, r.id`
  },
}

export type Described = Omit<ListedThing, 'value'>
const words = (...parts: (string | null | undefined | false)[]) => parts.filter(Boolean).join(' · ')

const DESCRIBED: Record<ManyKind, (db: Db, ids: readonly string[]) => Promise<Described[]>> = {
  competition: async (db, ids) => {
    const rows = await db.competition.findMany({ where: { id: { in: [...ids] } } })
    return rows.map((row) => ({
      id: row.id,
      title: competitionLabel(row),
      detail: words(row.city, row.venue, row.countryCode && countryName(row.countryCode)),
      href: `/admin/things/competition/${row.id}`,
    }))
  },
  athlete: async (db, ids) => {
    const rows = await db.athlete.findMany({ where: { id: { in: [...ids] } } })
    return rows.map((row) => ({
      id: row.id,
      title: row.displayName,
      detail: words(row.countryCode && countryName(row.countryCode), row.birthDate && `born ${row.birthDate}`),
      href: `/admin/things/athlete/${row.id}`,
    }))
  },
  result: async (db, ids) => {
    const rows = await db.result.findMany({
      where: { id: { in: [...ids] } },
      include: { ...resultRows.include, athlete: { select: { displayName: true } } },
    })
    return rows.map((row) => {
      const result = toResult(row)
      return {
        id: row.id,
        title: `${row.athlete?.displayName ?? row.team ?? 'A team'}: ${resultTitle(result)}`,
        detail: words(result.mark ?? result.status, result.club, result.countryCode),
        href: `/admin/results/${row.id}`,
      }
    })
  },
}
