import { type Client, Prisma } from '@/prisma/client'

/** Tells the planner how large the tables have become: one at a time, so that others have their turn between them. */
export async function analyse(db: Client): Promise<void> {
  const tables = await db.$queryRaw<{ name: string }[]>`
    SELECT quote_ident(relname) AS name FROM pg_stat_user_tables WHERE schemaname = 'public' ORDER BY relname`
  for (const { name } of tables) await db.$executeRaw`ANALYZE ${Prisma.raw(name)}`
}
