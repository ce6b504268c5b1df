/** What one field of many things holds. */
import 'server-only'
import type { ManyKind } from '@/lib/record/many/fields'
import { textOf } from '@/lib/record/things/thing'
import { thingOf } from '@/lib/record/things/things'
import type { Db } from '@/prisma/client'

/** The values as a form shows them, by id; a series by its name. */
export async function valuesOf(
  db: Db,
  kind: ManyKind,
  { field, ids }: { field: string; ids: readonly string[] },
): Promise<Map<string, string>> {
  const table = kind === 'result' ? 'results' : thingOf(kind).table
  const rows = await db.$queryRawUnsafe<{ id: string; value: unknown }[]>(
    field === 'seriesId'
      ? `SELECT t.id, s.name AS value FROM "${table}" t LEFT JOIN series s ON s.id = t."seriesId" WHERE t.id = ANY ($1::text[])`
      : `SELECT t.id, to_jsonb(t) -> $2 AS value FROM "${table}" t WHERE t.id = ANY ($1::text[])`,
    ids,
    ...(field === 'seriesId' ? [] : [field]),
  )
  return new Map(rows.map(({ id, value }) => [id, textOf(value)]))
}
