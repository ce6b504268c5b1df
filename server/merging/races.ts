import type { Db } from '@/prisma/client'

/** The race of the record that a withdrawn one has become: of the same round and number, in the same event. */
export async function findEqualRace(db: Db, id: string): Promise<string | null> {
  const [found] = await db.$queryRaw<{ id: string }[]>`
    SELECT o.id FROM races r
    JOIN races o ON o."eventId" = r."eventId" AND o.round = r.round AND o.number IS NOT DISTINCT FROM r.number
    WHERE r.id = ${id} AND r.withdrawn AND NOT o.withdrawn ORDER BY o.id LIMIT 1`
  return found?.id ?? null
}
