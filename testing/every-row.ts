import type { Db } from '@/prisma/client'

/**
 * Every row of every table but the proposals' own: what pages, search, lists, the history and the open data read.
 *
 * @param leftOut other tables that may differ.
 */
export async function everyRow(db: Db, ...leftOut: string[]): Promise<Record<string, unknown>> {
  const tables = await db.$queryRaw<{ name: string }[]>`
    SELECT table_name AS name FROM information_schema.tables
    WHERE table_schema = 'public' AND table_type = 'BASE TABLE'
      AND table_name NOT LIKE 'propos%' AND table_name <> ALL (${leftOut}) ORDER BY 1`
  const rows: Record<string, unknown> = {}
  for (const { name } of tables) {
    rows[name] = await db.$queryRawUnsafe(`SELECT to_jsonb(t) AS row FROM "${name}" t ORDER BY to_jsonb(t)::text`)
  }
  return rows
}
