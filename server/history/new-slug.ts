/** The addresses of what is new. */
import 'server-only'
import { slugify } from '@/lib/text/slug'
import type { Db } from '@/prisma/client'

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

/** The slug itself where it is free, else the first of slug-2, slug-3 … that is. */
export async function freeSlug(wanted: string, isTaken: (slug: string) => Promise<boolean>): Promise<string> {
  for (let number = 1; ; number++) {
    const slug = number === 1 ? wanted : `${wanted}-${number}`
    if (!(await isTaken(slug))) return slug
  }
}
