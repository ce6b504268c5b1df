import 'server-only'
import { cache } from 'react'
import type { Db } from '@/prisma/client'
import { db } from '../db'

/** The slug of the athlete into whom this one was merged, directly or step by step; null where there was no merger. */
export async function findMergedInto(db: Db, slug: string): Promise<string | null> {
  return (await findPresent(db, { slug }))?.slug ?? null
}

/** The same by id. */
export async function findIdMergedInto(db: Db, id: string): Promise<string | null> {
  return (await findPresent(db, { id }))?.id ?? null
}

async function findPresent(
  db: Db,
  { id, slug }: { id?: string; slug?: string },
): Promise<{ id: string; slug: string } | null> {
  const [found] = await db.$queryRaw<{ id: string; slug: string }[]>`
    WITH RECURSIVE chain AS (
      SELECT id, slug, "mergedIntoId", withdrawn, 0 AS step FROM athletes
      WHERE (slug = ${slug ?? null} OR id = ${id ?? null}) AND "mergedIntoId" IS NOT NULL
      UNION ALL
      SELECT a.id, a.slug, a."mergedIntoId", a.withdrawn, step + 1
      FROM chain JOIN athletes a ON a.id = chain."mergedIntoId" WHERE step < 20
    )
    SELECT id, slug FROM chain WHERE NOT withdrawn LIMIT 1`
  return found ?? null
}

export const getMergedInto = cache((slug: string) => findMergedInto(db(), slug))
