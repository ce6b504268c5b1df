/**
 * Editions of a list. Files are seldom named alike from year to year, so two lists are taken for editions of one by what
 * they list: the later has most of the results of the former.
 */
import type { VanishedResult } from '@/lib/findings/finding'
import type { Vanished } from '@/lib/import/preview'
import { type Db, Prisma } from '@/prisma/client'

/** Remembers the latest accepted import before this one of whose results it lists at least half; or that there is none. */
export async function rememberFormerEdition(db: Db, importId: string): Promise<void> {
  await db.$executeRaw`
    UPDATE imports i SET "formerId" = (
      SELECT o.id FROM imports o
      JOIN (
        SELECT o."importId" AS id, count(DISTINCT o."resultId") AS results
        FROM import_rows n JOIN import_rows o ON o."resultId" = n."resultId" AND o."importId" <> n."importId" AND o.written
        WHERE n."importId" = i.id GROUP BY o."importId"
      ) shared ON shared.id = o.id
      WHERE o.state = 'DONE' AND o."createdAt" < i."createdAt"
        AND 2 * shared.results >= (SELECT count(DISTINCT w."resultId") FROM import_rows w WHERE w."importId" = o.id AND w.written)
      ORDER BY o."createdAt" DESC LIMIT 1)
    WHERE i.id = ${importId}`
}

/**
 * Whether a line of the later list can be a result `r` (of race `ra`, event `e`) although it was not recognised: it has
 * the mark of that year, or the athlete and the day; or it is refused and has the mark somewhere in it.
 *
 * @param lines the table of those lines, as `openLines` has it.
 */
function isAmong(lines: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`(
    EXISTS (SELECT 1 FROM ${lines} l WHERE l.discipline = e."disciplineSlug" AND l.value = r.value
      AND l.year = left(coalesce(r.date, ra.date, c."startDate", c.year::text), 4))
    OR EXISTS (SELECT 1 FROM ${lines} l WHERE l.discipline = e."disciplineSlug" AND l."athleteId" = r."athleteId"
      AND l.date = coalesce(r.date, ra.date))
    OR EXISTS (SELECT 1 FROM ${lines} l WHERE l.discipline IS NULL AND r.mark IS NOT NULL AND position(r.mark IN l.raw) > 0))`
}

/** The lines of an import that are no known result: new, undecided, left out or refused. */
function openLines(importId: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`
    SELECT n.listing ->> 'discipline' AS discipline, (n.listing -> 'mark' ->> 'value')::bigint AS value,
      left(n.listing ->> 'date', 4) AS year, n.listing ->> 'date' AS date, p."athleteId",
      CASE WHEN n.listing IS NULL THEN n.raw END AS raw
    FROM import_rows n LEFT JOIN import_people p ON p."importId" = n."importId" AND p.id = n."personId"
    WHERE n."importId" = ${importId} AND n."resultId" IS NULL`
}

/** The worst mark of a list in each discipline: of what is worse, a shorter list says nothing. */
function worstMarks(importId: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`
    SELECT n.listing ->> 'discipline' AS discipline, n.listing ->> 'sex' AS sex,
      max((n.listing -> 'mark' ->> 'value')::bigint) AS longest, min((n.listing -> 'mark' ->> 'value')::bigint) AS shortest
    FROM import_rows n WHERE n."importId" = ${importId} AND n.listing IS NOT NULL GROUP BY 1, 2`
}

/** Whether a result `r` is worse than all that the later list has of its event. */
function isBeyond(worst: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`EXISTS (
    SELECT 1 FROM ${worst} w JOIN disciplines d ON d.slug = w.discipline
    WHERE w.discipline = e."disciplineSlug" AND w.sex = e.sex::text
      AND CASE WHEN d.unit = 'MILLISECOND' THEN r.value > w.longest ELSE r.value < w.shortest END)`
}

/**
 * Results that the edition before this import listed and of which this one has nothing that can be it. They stay in the record: they may have been
 * annulled, or only left out.
 *
 * @returns at most 500 of them, and the file of that edition; null where this is the first.
 */
export async function findVanished(db: Db, importId: string): Promise<{ from: string | null; results: Vanished[] }> {
  const found = await db.import.findUnique({ where: { id: importId }, select: { former: true } })
  const former = found?.former ?? null
  if (former === null) return { from: null, results: [] }
  const id = Prisma.sql`${importId}`
  const results = await db.$queryRaw<Vanished[]>`
    WITH open AS MATERIALIZED (${openLines(id)}), worst AS MATERIALIZED (${worstMarks(id)})
    SELECT DISTINCT r.id AS "resultId", a."displayName" AS athlete, a."sortName", a.slug, r.mark, c.name AS competition, c.year
    FROM import_rows o
    JOIN results r ON r.id = o."resultId" AND NOT r.withdrawn
    JOIN athletes a ON a.id = r."athleteId"
    JOIN races ra ON ra.id = r."raceId" JOIN events e ON e.id = ra."eventId" JOIN competitions c ON c.id = e."competitionId"
    WHERE o."importId" = ${former.id} AND o.written
      AND NOT EXISTS (SELECT 1 FROM import_rows n WHERE n."importId" = ${importId} AND n."resultId" = o."resultId")
      AND NOT ${isBeyond(Prisma.sql`worst`)} AND NOT ${isAmong(Prisma.sql`open`)}
    ORDER BY a."sortName", r.id LIMIT 500`
  return { from: former.fileName, results }
}

/**
 * Which of these results an accepted list had, and its next edition, accepted from the same publication, has no more;
 * nor has any list that was accepted later still.
 */
export async function findVanishedAmong(db: Db, resultIds: string[]): Promise<VanishedResult[]> {
  return db.$queryRaw<VanishedResult[]>`
    SELECT DISTINCT ON (o."resultId", i.id) o."resultId", s.slug AS source, later."fileName" AS list,
      to_char(later."createdAt" AT TIME ZONE 'UTC', 'YYYY-MM-DD') AS since
    FROM import_rows o
    JOIN imports i ON i.id = o."importId" AND i.state = 'DONE'
    JOIN sources s ON s.id = i."sourceId"
    JOIN imports later ON later."formerId" = i.id AND later.state = 'DONE'
    JOIN sources t ON t.id = later."sourceId" AND t.publication = s.publication
    JOIN results r ON r.id = o."resultId" JOIN races ra ON ra.id = r."raceId" JOIN events e ON e.id = ra."eventId"
    JOIN competitions c ON c.id = e."competitionId"
    WHERE o."resultId" = ANY (${resultIds}::text[]) AND o.written
      AND NOT ${isBeyond(Prisma.sql`(${worstMarks(Prisma.sql`later.id`)})`)}
      AND NOT ${isAmong(Prisma.sql`(${openLines(Prisma.sql`later.id`)})`)}
      AND NOT EXISTS (
        SELECT 1 FROM import_rows n JOIN imports last ON last.id = n."importId"
        WHERE n."resultId" = o."resultId" AND last.state = 'DONE' AND last."createdAt" >= later."createdAt")
    ORDER BY o."resultId", i.id, later."createdAt"`
}
