import 'server-only'
import type { ListedMark } from '@/lib/pages/mark-list'
import { isDisciplineSlug } from '@/lib/sport/disciplines'
import type { Db } from '@/prisma/client'
import { dependsOn } from '../freshness/depends-on'
import { athleteNameSubject, competitionHeadSubject } from '../freshness/subjects'

type Row = Omit<ListedMark, 'discipline' | 'athlete' | 'competition' | 'venue'> & {
  discipline: string
  athleteId: string | null
  competitionId: string
  athleteSlug: string | null
  athleteName: string | null
  birthDate: string | null
  competitionSlug: string
  competitionName: string
  officialName: string | null
  year: number
  city: string | null
  venueCountry: string | null
  category: ListedMark['competition']['category']
}

/** The marks of these results as lists show them, in the order of the ids; what is no longer there is left out. */
export async function findMarks(db: Db, ids: readonly string[]): Promise<ListedMark[]> {
  if (ids.length === 0) return []
  const rows = await db.$queryRaw<Row[]>`
    SELECT r.id, r.mark, r.value, r.precision, r.timing, r.status, r.flags, coalesce(r.wind, ra.wind) AS wind, r.team,
      r.implement, mark_rank(d, r.value) AS rank, mark_precedence(r.timing, r.flags,
        coalesce(r.date, ra.date, date_held(c.year, c."startDate", c."endDate")), ra.round) AS precedence,
      coalesce(r.date, ra.date, date_held(c.year, c."startDate", c."endDate")) AS date,
      ra."notBefore", ra."notAfter", coalesce(r."countryCode", a."countryCode") AS "countryCode",
      e."disciplineSlug" AS discipline, e.sex, e."ageGroup", e."paraClass", ra.round, ra.number AS "raceNumber",
      ra.drop, ra.separation,
      a.id AS "athleteId", a.slug AS "athleteSlug", a."displayName" AS "athleteName", a."birthDate",
      c.id AS "competitionId", c.slug AS "competitionSlug", c.name AS "competitionName", c."officialName", c.year, c.category,
      -- The race's own town where it has one: the marathon of Tokyo 2020 was run in Sapporo.
      CASE WHEN coalesce(ra.city, ra."countryCode") IS NULL THEN c.city ELSE ra.city END AS city,
      CASE WHEN coalesce(ra.city, ra."countryCode") IS NULL THEN c."countryCode" ELSE ra."countryCode" END
        AS "venueCountry",
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
    const {
      athleteId,
      competitionId,
      discipline,
      athleteSlug,
      athleteName,
      birthDate,
      competitionSlug,
      competitionName,
      ...rest
    } = row
    const { officialName, year, city, venueCountry, category, ...mark } = rest
    dependsOn(competitionHeadSubject(competitionId), ...(athleteId ? [athleteNameSubject(athleteId)] : []))
    if (!isDisciplineSlug(discipline)) return []
    const athlete = athleteSlug && athleteName ? { slug: athleteSlug, displayName: athleteName, birthDate } : null
    const competition = { slug: competitionSlug, name: competitionName, officialName, year, category }
    return [{ ...mark, discipline, athlete, competition, venue: { city, countryCode: venueCountry } }]
  })
}
