import 'server-only'
import { cache } from 'react'
import type { Db } from '@/prisma/client'
import { db } from '../db'
import { dependsOn } from '../freshness/depends-on'
import { CHANGES } from '../freshness/subjects'

/**
 * The featured athlete of the front page: the one with the longest biography or, without any biography, the one with
 * the most results. The slug, or null in an empty record.
 */
export async function findFeatured(db: Db): Promise<string | null> {
  dependsOn(CHANGES)
  const [told] = await db.$queryRaw<{ slug: string }[]>`
    SELECT a.slug FROM biography_chapters c JOIN athletes a ON a.id = c."athleteId"
    WHERE NOT c.withdrawn AND c."translationOfId" IS NULL AND NOT a.withdrawn GROUP BY a.id ORDER BY count(*) DESC, a.slug LIMIT 1`
  if (told) return told.slug
  const [busiest] = await db.$queryRaw<{ slug: string }[]>`
    SELECT a.slug FROM (
      SELECT "athleteId", count(*) AS results FROM performances GROUP BY 1 ORDER BY 2 DESC, 1 LIMIT 1
    ) most JOIN athletes a ON a.id = most."athleteId"`
  return busiest?.slug ?? null
}

export const getFeatured = cache(() => findFeatured(db()))
