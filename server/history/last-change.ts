import type { AthleteRecord } from '@/lib/record/athlete'
import type { Db } from '@/prisma/client'

/**
 * A record with its last change: the latest to anything that it shows, which is the athlete's own rows, the results, their
 * competitions and series, and the sources that are cited. Read as of that revision, the record is this one.
 *
 * @param until the last change set that counts; none for today.
 */
export async function withLastChange(
  db: Db,
  record: AthleteRecord,
  until: number | null = null,
): Promise<AthleteRecord> {
  const { athlete, results, sources } = record
  const ids = results.map(({ id }) => id)
  const competitions = [...new Set(results.map(({ competition }) => competition.id))]
  const series = [...new Set(results.flatMap(({ competition }) => competition.series?.id ?? []))]
  // Each thing by its own index: one query for all of them would search backwards through everybody's history.
  const [last] = await db.$queryRaw<{ revision: number; at: Date }[]>`
    WITH things (entity, id) AS (
      SELECT 'sources', unnest(${sources.map(({ id }) => id)}::text[])
      UNION ALL SELECT 'series', unnest(${series}::text[])
      UNION ALL SELECT 'races', "raceId" FROM results WHERE id = ANY (${ids}::text[])
    ), latest AS (
      SELECT max(r.id) AS id FROM revisions r
      WHERE r."athleteId" = ${athlete.id} AND r."changeSetId" <= coalesce(${until}::int, r."changeSetId")
      UNION ALL SELECT l.id FROM unnest(${ids}::text[]) result, LATERAL (
        SELECT max(r.id) AS id FROM revisions r
        WHERE r."resultId" = result AND r."changeSetId" <= coalesce(${until}::int, r."changeSetId")) l
      UNION ALL SELECT l.id FROM unnest(${competitions}::text[]) competition, LATERAL (
        SELECT max(r.id) AS id FROM revisions r
        WHERE r."competitionId" = competition AND r."changeSetId" <= coalesce(${until}::int, r."changeSetId")) l
      UNION ALL SELECT l.id FROM things, LATERAL (
        SELECT max(r.id) AS id FROM revisions r
        WHERE r.entity = things.entity AND r."entityId" = things.id
          AND r."changeSetId" <= coalesce(${until}::int, r."changeSetId")) l
    )
    SELECT r.id AS revision, c."createdAt" AS at
    FROM revisions r JOIN change_sets c ON c.id = r."changeSetId"
    WHERE r.id = (SELECT max(id) FROM latest)`
  return last ? { ...record, revision: last.revision, updatedAt: last.at.toISOString() } : record
}
