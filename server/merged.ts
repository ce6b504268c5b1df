import 'server-only'
import { permanentRedirect } from 'next/navigation'
import { cache } from 'react'
import type { Query } from '@/lib/past'
import type { Db } from '@/prisma/client'
import { db } from './db'

/** The slug of the athlete whom this one was found to be, however many mergers ago; null where it is nobody else. */
export async function findMergedInto(db: Db, slug: string): Promise<string | null> {
  return (await findPresent(db, { slug }))?.slug ?? null
}

/** The same by id: the id of the athlete whom this one was found to be. */
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

/**
 * Leads a reader from the address of an athlete who was merged into another to that one's, for good; comes back where
 * nobody was merged.
 *
 * @param addressOf the same page of another athlete.
 */
export async function followMerged(
  slug: string,
  addressOf: (slug: string) => string,
  query: Query = {},
): Promise<void> {
  const into = await getMergedInto(slug)
  if (into === null) return
  const said = Object.entries(query).flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : []))
  permanentRedirect(said.length > 0 ? `${addressOf(into)}?${new URLSearchParams(said)}` : addressOf(into))
}

/** The same for a route of the open data: an answer that leads there, or null. */
export async function movedAnswer(
  request: Request,
  slug: string,
  addressOf: (slug: string) => string,
): Promise<Response | null> {
  const into = await getMergedInto(slug)
  if (into === null) return null
  return new Response(null, { status: 308, headers: { location: addressOf(into) + new URL(request.url).search } })
}
