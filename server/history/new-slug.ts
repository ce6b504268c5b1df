/** The addresses of what is new. */
import 'server-only'
import { slugify } from '@/lib/text/slug'
import type { Db } from '@/prisma/client'
import { freeSlug } from './change'

export type SluggedTable = 'athletes' | 'competitions' | 'series'

/** Lets one change at a time make something in a table, until it is complete. */
export async function lockNew(tx: Db, table: string): Promise<void> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtext(${`palmares.new.${table}`}))`
}

/** A slug that nothing else in the table has, nor gets before this change is complete. */
export async function newSlug(tx: Db, table: SluggedTable, name: string): Promise<string> {
  await lockNew(tx, table)
  const isTaken = async (slug: string) =>
    (await tx.$queryRawUnsafe<unknown[]>(`SELECT 1 FROM "${table}" WHERE slug = $1`, slug)).length > 0
  return freeSlug(slugify(name), isTaken)
}
