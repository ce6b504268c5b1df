/**
 * All-time lists and lists of a year. Each is one walk along an index of `performances`, a page at a time; nothing here
 * looks at more marks than it shows, whatever the length of the list.
 */
import 'server-only'
import { cache } from 'react'
import {
  cursorAfter,
  type ListCursor,
  type ListedMark,
  type MarkList,
  type NumberedMark,
  numbered,
  SEXES,
} from '@/lib/pages/mark-list'
import { byText } from '@/lib/sport/chronology'
import { DISCIPLINES, type DisciplineSlug } from '@/lib/sport/disciplines'
import type { Sex } from '@/lib/sport/performance'
import { isListKey, LISTS_BY_CIRCUMSTANCE, type ListKey, MAIN_LIST, NO_LIST } from '@/lib/sport/separate-lists'
import { type Db, Prisma } from '@/prisma/client'
import { db } from '../db'
import { dependsOn } from '../freshness/depends-on'
import { LISTS, listSubject } from '../freshness/subjects'
import { findMarks } from './listed-marks'

export const MARKS_A_PAGE = 100

export interface MarkListPage {
  marks: NumberedMark[]
  /** Null on the last page. */
  next: ListCursor | null
}

export async function findMarkList(
  db: Db,
  list: MarkList,
  after: ListCursor | null = null,
  take = MARKS_A_PAGE,
): Promise<MarkListPage> {
  dependsOn(listSubject(list.discipline, list.sex))
  const walks = listsShown(list).map((key) => walk(list, key, after, take + 1))
  const found = await db.$queryRaw<{ id: string; rank: number; precedence: string }[]>`
    SELECT id, rank, precedence FROM (${Prisma.join(walks, ' UNION ALL ')}) walked
    ORDER BY rank, precedence, id LIMIT ${take + 1}`
  const rows = numbered(found, after)
  const page = rows.slice(0, take)
  const numbers = new Map(page.map(({ id, number, shared }) => [id, { number, shared }]))
  const marks = await findMarks(db, [...numbers.keys()])
  return {
    marks: marks.flatMap((mark) => {
      const numbered = numbers.get(mark.id)
      return numbered ? [{ ...mark, ...numbered }] : []
    }),
    next: rows.length > take ? (cursorAfter(page, after) ?? null) : null,
  }
}

/** With every mark that does not count, those come from all lists that explain why: short-track marks do count. */
function listsShown({ key, all }: MarkList): string[] {
  return all ? [MAIN_LIST, ...LISTS_BY_CIRCUMSTANCE.filter((other) => other !== 'short-track'), NO_LIST] : [key]
}

/** The marks of one list in order: the columns compared first come first in the index. */
function walk(list: MarkList, key: string, after: ListCursor | null, take: number): Prisma.Sql {
  const { discipline, sex, country, year, performances } = list
  const conditions = [
    Prisma.sql`p."disciplineSlug" = ${discipline} AND p.sex = ${sex}::"Sex" AND p.list = ${key}`,
    ...(country === null ? [] : [Prisma.sql`p."countryCode" = ${country}`]),
    ...(year === null ? [] : [Prisma.sql`p.year = ${year}`]),
    ...(after === null
      ? []
      : [
          Prisma.sql`(p.rank, p.precedence, p."resultId") > (${after.rank}::int, ${after.precedence} COLLATE "C", ${after.resultId})`,
        ]),
    ...(performances ? [] : listsShown(list).map((other) => isBest(list, other))),
  ]
  return Prisma.sql`(
    SELECT p."resultId" AS id, p.rank, p.precedence FROM performances p
    WHERE ${Prisma.join(conditions, ' AND ')}
    ORDER BY p.rank, p.precedence, p."resultId" LIMIT ${take})`
}

/**
 * No better mark of the same athlete is in the list: one look into the athlete's own marks. The other conditions are
 * written so that no index matches them: the embedded database has no statistics, and would otherwise scan the list.
 */
function isBest({ country, year }: MarkList, key: string): Prisma.Sql {
  const sameList = [
    Prisma.sql`b."athleteId" = p."athleteId" AND b."disciplineSlug" = p."disciplineSlug" AND b.list = ${key}`,
    Prisma.sql`(b.rank, b.precedence, b."resultId") < (p.rank, p.precedence, p."resultId") AND b.sex::text = p.sex::text`,
    ...(country === null ? [] : [Prisma.sql`b."countryCode" || '' = p."countryCode"`]),
    ...(year === null ? [] : [Prisma.sql`b.year + 0 = p.year`]),
  ]
  return Prisma.sql`NOT EXISTS (SELECT 1 FROM performances b WHERE ${Prisma.join(sameList, ' AND ')})`
}

/** The sexes with a list, in the order in which they are offered. */
export async function findSexes(db: Db, discipline: DisciplineSlug): Promise<Sex[]> {
  dependsOn(...SEXES.map(([sex]) => listSubject(discipline, sex)))
  const rows = await db.$queryRaw<{ sex: Sex }[]>`
    SELECT s.sex FROM unnest(enum_range(NULL::"Sex")) AS s(sex)
    WHERE EXISTS (SELECT 1 FROM performances p WHERE p."disciplineSlug" = ${discipline} AND p.sex = s.sex)`
  return SEXES.map(([sex]) => sex).filter((sex) => rows.some((row) => row.sex === sex))
}

/** The lists that have marks of a discipline and sex, the main one first, found by skipping along the index. */
export async function findListKeys(db: Db, discipline: DisciplineSlug, sex: Sex): Promise<ListKey[]> {
  dependsOn(listSubject(discipline, sex))
  const rows = await db.$queryRaw<{ list: string }[]>`
    WITH RECURSIVE found AS (
      SELECT min(p.list) AS list FROM performances p WHERE p."disciplineSlug" = ${discipline} AND p.sex = ${sex}::"Sex"
      UNION ALL
      SELECT (SELECT min(p.list) FROM performances p
        WHERE p."disciplineSlug" = ${discipline} AND p.sex = ${sex}::"Sex" AND p.list > found.list)
      FROM found WHERE found.list IS NOT NULL
    )
    SELECT list FROM found WHERE list IS NOT NULL`
  const found = rows.flatMap(({ list }) => (isListKey(list) && list !== MAIN_LIST ? [list] : []))
  const known = LISTS_BY_CIRCUMSTANCE.filter((key) => found.includes(key))
  const others = found.filter((key) => !LISTS_BY_CIRCUMSTANCE.some((circumstance) => circumstance === key))
  return [MAIN_LIST, ...known, ...others.sort(byText)]
}

/** The years with marks, the latest first, found by skipping along the index. */
export async function findYears(db: Db, discipline: DisciplineSlug, sex: Sex): Promise<number[]> {
  dependsOn(listSubject(discipline, sex))
  const rows = await db.$queryRaw<{ year: number }[]>`
    WITH RECURSIVE found AS (
      SELECT max(p.year) AS year FROM performances p WHERE p."disciplineSlug" = ${discipline} AND p.sex = ${sex}::"Sex"
      UNION ALL
      SELECT (SELECT max(p.year) FROM performances p
        WHERE p."disciplineSlug" = ${discipline} AND p.sex = ${sex}::"Sex" AND p.year < found.year)
      FROM found WHERE found.year IS NOT NULL
    )
    SELECT year FROM found WHERE year IS NOT NULL`
  return rows.map(({ year }) => year)
}

/** The countries with marks, by code. */
export async function findListCountries(db: Db, discipline: DisciplineSlug, sex: Sex): Promise<string[]> {
  dependsOn(listSubject(discipline, sex))
  const rows = await db.$queryRaw<{ code: string }[]>`
    WITH RECURSIVE found AS (
      SELECT min(p."countryCode") AS code FROM performances p
      WHERE p."disciplineSlug" = ${discipline} AND p.sex = ${sex}::"Sex"
      UNION ALL
      SELECT (SELECT min(p."countryCode") FROM performances p
        WHERE p."disciplineSlug" = ${discipline} AND p.sex = ${sex}::"Sex" AND p."countryCode" > found.code)
      FROM found WHERE found.code IS NOT NULL
    )
    SELECT code FROM found WHERE code IS NOT NULL`
  return rows.map(({ code }) => code)
}

export interface DisciplineSummary {
  discipline: DisciplineSlug
  lists: { sex: Sex; marks: number; best: ListedMark | null }[]
}

/** Every discipline with marks, with their number and the best of them. */
export async function findDisciplines(db: Db): Promise<DisciplineSummary[]> {
  dependsOn(LISTS)
  const counts = await db.$queryRaw<{ slug: string; sex: Sex; marks: number }[]>`
    SELECT "disciplineSlug" AS slug, sex, count(*)::int AS marks FROM performances GROUP BY 1, 2`
  const bests = await db.$queryRaw<{ id: string }[]>`
    SELECT best."resultId" AS id
    FROM disciplines d CROSS JOIN unnest(enum_range(NULL::"Sex")) AS s(sex) CROSS JOIN LATERAL (
      SELECT p."resultId" FROM performances p
      WHERE p."disciplineSlug" = d.slug AND p.sex = s.sex AND p.list = ${MAIN_LIST}
      ORDER BY p.rank, p.precedence, p."resultId" LIMIT 1
    ) best`
  const marks = await findMarks(
    db,
    bests.map(({ id }) => id),
  )
  return DISCIPLINES.flatMap(({ slug }) => {
    const lists = SEXES.flatMap(([sex]) => {
      const count = counts.find((row) => row.slug === slug && row.sex === sex)
      const best = marks.find((mark) => mark.discipline === slug && mark.sex === sex) ?? null
      return count ? [{ sex, marks: count.marks, best }] : []
    })
    return lists.length > 0 ? [{ discipline: slug, lists }] : []
  })
}

export const getMarkList = (list: MarkList, after: ListCursor | null) => findMarkList(db(), list, after)
export const getSexes = cache((discipline: DisciplineSlug) => findSexes(db(), discipline))
export const getListKeys = (discipline: DisciplineSlug, sex: Sex) => findListKeys(db(), discipline, sex)
export const getYears = (discipline: DisciplineSlug, sex: Sex) => findYears(db(), discipline, sex)
export const getListCountries = (discipline: DisciplineSlug, sex: Sex) => findListCountries(db(), discipline, sex)
export const listDisciplines = () => findDisciplines(db())
