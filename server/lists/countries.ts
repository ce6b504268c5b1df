import 'server-only'
import { country } from '@/lib/sport/countries'
import type { Db } from '@/prisma/client'
import { db } from '../db'
import { dependsOn } from '../freshness/depends-on'
import { ATHLETES, countrySubject, LISTS } from '../freshness/subjects'

export interface CountryCounts {
  code: string
  athletes: number
  /** Individual results with a mark. */
  marks: number
}

/** Every country that an athlete of the record represents, or represented on the day of a mark. */
export async function findCountries(db: Db): Promise<CountryCounts[]> {
  dependsOn(ATHLETES, LISTS)
  return db.$queryRaw<CountryCounts[]>`
    SELECT code, coalesce(a.athletes, 0)::int AS athletes, coalesce(p.marks, 0)::int AS marks
    FROM (SELECT "countryCode" AS code, count(*) AS athletes FROM athletes
      WHERE NOT withdrawn AND "countryCode" IS NOT NULL GROUP BY 1) a
    FULL JOIN (SELECT "countryCode" AS code, count(*) AS marks FROM performances
      WHERE "countryCode" IS NOT NULL GROUP BY 1) p USING (code)
    ORDER BY code`
}

/** Counts of one country; null for a code that is neither in the sport's table nor in the record. */
export async function findCountry(db: Db, code: string): Promise<CountryCounts | null> {
  dependsOn(ATHLETES, countrySubject(code))
  const athletes = await db.athlete.count({ where: { countryCode: code, withdrawn: false } })
  if (athletes === 0 && country(code) === null) {
    const [mark] = await db.performance.findMany({ where: { countryCode: code }, select: { resultId: true }, take: 1 })
    if (!mark) return null
  }
  return { code, athletes, marks: await countMarks(db, code) }
}

/** Discipline by discipline, since so the index is laid out. */
async function countMarks(db: Db, code: string): Promise<number> {
  const [row] = await db.$queryRaw<{ marks: number }[]>`
    SELECT coalesce(sum(n), 0)::int AS marks
    FROM disciplines d CROSS JOIN unnest(enum_range(NULL::"Sex")) AS s(sex) CROSS JOIN LATERAL (
      SELECT count(*) AS n FROM performances p
      WHERE p."disciplineSlug" = d.slug AND p.sex = s.sex AND p."countryCode" = ${code}
    ) counted`
  return row?.marks ?? 0
}

/** The codes of the countries that athletes represent today, found by skipping along the index. */
export async function findAthleteCountries(db: Db): Promise<string[]> {
  dependsOn(ATHLETES)
  const rows = await db.$queryRaw<{ code: string }[]>`
    WITH RECURSIVE found AS (
      SELECT min("countryCode") AS code FROM athletes
      UNION ALL
      SELECT (SELECT min("countryCode") FROM athletes WHERE "countryCode" > found.code) FROM found
      WHERE found.code IS NOT NULL
    )
    SELECT code FROM found WHERE code IS NOT NULL`
  return rows.map(({ code }) => code)
}

export const listCountries = () => findCountries(db())
export const getCountry = (code: string) => findCountry(db(), code)
export const listAthleteCountries = () => findAthleteCountries(db())
