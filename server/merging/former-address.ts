/** The addresses of what was merged redirect to what is left. */
import 'server-only'
import { permanentRedirect } from 'next/navigation'
import { cache } from 'react'
import type { Query } from '@/lib/pages/past'
import { db } from '../db'
import { findSlugMergedInto, type MergedTable } from './merged'

export const getSlugMergedInto = cache((table: MergedTable, slug: string) => findSlugMergedInto(db(), table, slug))

/**
 * Redirects permanently from the address of something that was merged; returns where nothing was.
 *
 * @param addressOf the same page of another.
 */
export async function followMergedThing(
  table: MergedTable,
  slug: string,
  { addressOf, query = {} }: { addressOf: (slug: string) => string; query?: Query },
): Promise<void> {
  const into = await getSlugMergedInto(table, slug)
  if (into === null) return
  const said = Object.entries(query).flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : []))
  permanentRedirect(said.length > 0 ? `${addressOf(into)}?${new URLSearchParams(said)}` : addressOf(into))
}
