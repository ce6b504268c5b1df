/** Into what something was merged, directly or step by step. */
import { type Db, Prisma } from '@/prisma/client'

export const MERGED_TABLES = ['athletes', 'competitions', 'series', 'sources'] as const
export type MergedTable = (typeof MERGED_TABLES)[number]

export function isMergedTable(table: string): table is MergedTable {
  return MERGED_TABLES.some((known) => known === table)
}

/** The slug of what is left of it in the record; null where it was not merged. */
export async function findSlugMergedInto(db: Db, table: MergedTable, slug: string): Promise<string | null> {
  return (await findPresent(db, table, Prisma.sql`slug = ${slug}`))?.slug ?? null
}

/** The same by id. */
export async function findIdMergedInto(db: Db, table: MergedTable, id: string): Promise<string | null> {
  return (await findPresent(db, table, Prisma.sql`id = ${id}`))?.id ?? null
}

async function findPresent(
  db: Db,
  table: MergedTable,
  which: Prisma.Sql,
): Promise<{ id: string; slug: string } | null> {
  const rows = Prisma.raw(`"${table}"`)
  const [found] = await db.$queryRaw<{ id: string; slug: string }[]>`
    WITH RECURSIVE chain AS (
      SELECT id, slug, "mergedIntoId", withdrawn, 0 AS step FROM ${rows}
      WHERE ${which} AND "mergedIntoId" IS NOT NULL
      UNION ALL
      SELECT t.id, t.slug, t."mergedIntoId", t.withdrawn, step + 1
      FROM chain JOIN ${rows} t ON t.id = chain."mergedIntoId" WHERE step < 20
    )
    SELECT id, slug FROM chain WHERE NOT withdrawn LIMIT 1`
  return found ?? null
}
