/**
 * Editions of a list. Files are seldom named alike from year to year, so two lists are taken for editions of one by what
 * they list: the later has most of the results of the former.
 */
import type { VanishedResult } from '@/lib/findings/finding'
import type { Vanished } from '@/lib/import/preview'
import type { Db } from '@/prisma/client'

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
 * Results that the edition before this import listed and this one does not. They stay in the record: they may have been
 * annulled, or only left out.
 *
 * @returns at most 500 of them, and the file of that edition; null where this is the first.
 */
export async function findVanished(db: Db, importId: string): Promise<{ from: string | null; results: Vanished[] }> {
  const found = await db.import.findUnique({ where: { id: importId }, select: { former: true } })
  const former = found?.former ?? null
  if (former === null) return { from: null, results: [] }
  const results = await db.$queryRaw<Vanished[]>`
    SELECT DISTINCT r.id AS "resultId", a."displayName" AS athlete, a."sortName", a.slug, r.mark, c.name AS competition, c.year
    FROM import_rows o
    JOIN results r ON r.id = o."resultId" AND NOT r.withdrawn
    JOIN athletes a ON a.id = r."athleteId"
    JOIN races ra ON ra.id = r."raceId" JOIN events e ON e.id = ra."eventId" JOIN competitions c ON c.id = e."competitionId"
    WHERE o."importId" = ${former.id} AND o.written
      AND NOT EXISTS (SELECT 1 FROM import_rows n WHERE n."importId" = ${importId} AND n."resultId" = o."resultId")
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
    WHERE o."resultId" = ANY (${resultIds}::text[]) AND o.written
      AND NOT EXISTS (
        SELECT 1 FROM import_rows n JOIN imports last ON last.id = n."importId"
        WHERE n."resultId" = o."resultId" AND last.state = 'DONE' AND last."createdAt" >= later."createdAt")
    ORDER BY o."resultId", i.id, later."createdAt"`
}
