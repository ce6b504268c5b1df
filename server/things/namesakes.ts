import 'server-only'
import type { Values } from '@/lib/record/things/thing'
import type { Db } from '@/prisma/client'

/** An athlete who goes by the name of a new one. */
export interface Namesake {
  slug: string
  name: string
  countryCode: string | null
  birthDate: string | null
}

/** Athletes of the record who go by the same name, in any script, letter case and order of words. */
export async function findNamesakes(db: Db, { displayName, nativeName, countryCode }: Values): Promise<Namesake[]> {
  const names = [displayName, nativeName].filter((name) => typeof name === 'string' && name !== '')
  return db.$queryRaw<Namesake[]>`
    SELECT a.slug, a."displayName" AS name, a."countryCode", a."birthDate"
    FROM athletes a
    WHERE NOT a.withdrawn AND a.id IN (
      SELECT s."entityId" FROM search_entries s
      WHERE s.kind = 'ATHLETE' AND s.key = ANY (SELECT name_key(fold_name(n)) FROM unnest(${names}::text[]) n))
    ORDER BY (a."countryCode" IS NOT DISTINCT FROM ${countryCode}) DESC, a."sortName" LIMIT 5`
}
