import 'server-only'
import { cache } from 'react'
import type { Db } from '@/prisma/client'
import { db } from '../db'

export interface MostRead {
  slug: string
  name: string
  countryCode: string | null
}

/** The athletes whose profiles were read most in the last seven days, as server/athletes/page-reads.ts counts them. */
export async function findMostRead(db: Db, limit = 5): Promise<MostRead[]> {
  return db.$queryRaw<MostRead[]>`
    SELECT a.slug, a."displayName" AS name, a."countryCode"
    FROM (
      SELECT path, sum(count) AS reads FROM page_views
      WHERE day > (now() AT TIME ZONE 'UTC')::date - 7 AND path LIKE '/athletes/%' GROUP BY path
    ) read JOIN athletes a ON a.slug = substr(read.path, ${'/athletes/'.length + 1}::int) AND NOT a.withdrawn
    ORDER BY reads DESC, a.slug LIMIT ${limit}::int`
}

export const getMostRead = cache(() => findMostRead(db()))
