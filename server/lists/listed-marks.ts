import 'server-only'
import type { ListedMark } from '@/lib/pages/mark-list'
import { isDisciplineSlug } from '@/lib/sport/disciplines'
import type { Db } from '@/prisma/client'

type Row = Omit<ListedMark, 'discipline' | 'athlete' | 'competition'> & {
  discipline: string
  athleteSlug: string | null
  athleteName: string | null
  birthDate: string | null
  competitionSlug: string
  competitionName: string
  officialName: string | null
  year: number
  city: string | null
  competitionCountry: string | null
  category: ListedMark['competition']['category']
}

/** The marks of these results as lists show them, in the order of the ids; what is no longer there is left out. */
export async function findMarks(db: Db, ids: readonly string[]): Promise<ListedMark[]> {
  if (ids.length === 0) return []
  const rows = await db.$queryRaw<Row[]>`
    SELECT r.id, r.mark, r.value, r.precision, r.timing, r.status, r.flags, coalesce(r.wind, ra.wind) AS wind, r.team,
      CASE d.unit WHEN 'MILLISECOND' THEN r.value ELSE -r.value END AS rank,
      coalesce(r.date, ra.date, c."startDate", c.year::text) AS date, coalesce(r."countryCode", a."countryCode") AS "countryCode",
      e."disciplineSlug" AS discipline, e.sex, ra.round, ra.number AS "raceNumber",
      a.slug AS "athleteSlug", a."displayName" AS "athleteName", a."birthDate",
      c.slug AS "competitionSlug", c.name AS "competitionName", c."officialName", c.year, c.city,
      c."countryCode" AS "competitionCountry", c.category,
      (SELECT json_build_object('place', p.place, 'tied', p.tied) FROM places p
        WHERE p."resultId" = r.id AND p.classification = 'overall' AND NOT p.withdrawn LIMIT 1) AS place,
      (SELECT coalesce(json_agg(json_build_object('id', n.id, 'code', n.code, 'scope', n.scope, 'state', n.state,
          'equalled', n.equalled) ORDER BY n.code, n.id), '[]'::json)
        FROM record_claims n WHERE n."resultId" = r.id AND NOT n.withdrawn) AS records
    FROM unnest(${[...ids]}::text[]) WITH ORDINALITY AS wanted(id, nth)
    JOIN results r ON r.id = wanted.id
    JOIN races ra ON ra.id = r."raceId"
    JOIN events e ON e.id = ra."eventId"
    JOIN disciplines d ON d.slug = e."disciplineSlug"
    JOIN competitions c ON c.id = e."competitionId"
    LEFT JOIN athletes a ON a.id = r."athleteId"
    WHERE NOT r.withdrawn
    ORDER BY nth`
  return rows.flatMap((row) => {
    const { discipline, athleteSlug, athleteName, birthDate, competitionSlug, competitionName, ...rest } = row
    const { officialName, year, city, competitionCountry, category, ...mark } = rest
    if (!isDisciplineSlug(discipline)) return []
    const athlete = athleteSlug && athleteName ? { slug: athleteSlug, displayName: athleteName, birthDate } : null
    const place = { slug: competitionSlug, name: competitionName, officialName, year, city }
    return [{ ...mark, discipline, athlete, competition: { ...place, countryCode: competitionCountry, category } }]
  })
}
