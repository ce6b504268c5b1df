/**
 * What the record remembers of former imports: a row that says the same as one that was written is that row's result,
 * and who stands in it is who was found, or decided, to be meant.
 */
import type { Db } from '@/prisma/client'

/**
 * Gives the rows of an import the results that rows of the same words became.
 *
 * @returns the athlete of each of its people all of whose known rows are one athlete's.
 */
export async function recallRows(db: Db, importId: string): Promise<Map<string, string>> {
  await db.$executeRaw`
    UPDATE import_rows n SET "resultId" = known."resultId"
    FROM (
      SELECT DISTINCT ON (o.digest) o.digest, o."resultId"
      FROM import_rows o
      JOIN imports i ON i.id = o."importId" AND i.state = 'DONE'
      JOIN results r ON r.id = o."resultId" AND NOT r.withdrawn
      WHERE o.written AND o.digest IN (SELECT digest FROM import_rows WHERE "importId" = ${importId})
      ORDER BY o.digest, i."createdAt" DESC, o.line
    ) known
    WHERE n."importId" = ${importId} AND n.digest = known.digest AND n.kind IN ('NEW', 'UNDECIDED')`
  const people = await db.$queryRaw<{ id: string; athleteId: string }[]>`
    SELECT n."personId" AS id, min(r."athleteId") AS "athleteId"
    FROM import_rows n JOIN results r ON r.id = n."resultId"
    WHERE n."importId" = ${importId}
    GROUP BY n."personId" HAVING count(DISTINCT r."athleteId") = 1`
  return new Map(people.map(({ id, athleteId }) => [id, athleteId]))
}
