/**
 * What former imports know: a row that says the same as one that was written is that row's result, and its athlete is
 * the one who was found, or decided, to be meant.
 */
import type { Db } from '@/prisma/client'

/** The results that rows of these digests became in other imports, the latest of each: digest to result. */
export async function recallResults(db: Db, importId: string, digests: string[]): Promise<Map<string, string>> {
  const known = await db.$queryRaw<{ digest: string; resultId: string }[]>`
    SELECT d.digest, k."resultId" FROM unnest(${digests}::text[]) d(digest), LATERAL (
      SELECT o."resultId" FROM import_rows o
      JOIN imports i ON i.id = o."importId" AND i.state = 'DONE'
      JOIN results r ON r.id = o."resultId" AND NOT r.withdrawn
      WHERE o.digest = d.digest AND o.written AND o."importId" <> ${importId}
      ORDER BY i."createdAt" DESC, o.line LIMIT 1) k`
  return new Map(known.map(({ digest, resultId }) => [digest, resultId]))
}

/** The athletes of an import's people, person to athlete, where all known rows of a person are one athlete's. */
export async function recallPeople(db: Db, importId: string): Promise<Map<string, string>> {
  const people = await db.$queryRaw<{ id: string; athleteId: string }[]>`
    SELECT n."personId" AS id, min(r."athleteId") AS "athleteId"
    FROM import_rows n JOIN results r ON r.id = n."resultId"
    WHERE n."importId" = ${importId}
    GROUP BY n."personId" HAVING count(DISTINCT r."athleteId") = 1`
  return new Map(people.map(({ id, athleteId }) => [id, athleteId]))
}
