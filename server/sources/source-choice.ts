import 'server-only'
import { cache } from 'react'
import type { Source } from '@/lib/record/source'
import { formatDate } from '@/lib/sport/partial-date'
import type { Db } from '@/prisma/client'
import { toSource } from '../athletes/record-rows'
import { db } from '../db'

/** The sources that a change can be based on, by publication. */
export async function findSources(db: Db): Promise<Source[]> {
  const rows = await db.source.findMany({
    where: { withdrawn: false },
    orderBy: [{ publication: 'asc' }, { date: 'asc' }, { title: 'asc' }],
  })
  return rows.map(toSource)
}

export async function isSource(db: Db, slug: string): Promise<boolean> {
  return (await db.source.count({ where: { slug, withdrawn: false } })) > 0
}

export const listSources = cache(() => findSources(db()))

/** The sources as a list to choose from. */
export async function listSourceChoices(): Promise<{ slug: string; label: string }[]> {
  return (await listSources()).map(({ slug, publication, title, date }) => ({
    slug,
    label: [publication, title, date && formatDate(date)].filter(Boolean).join(', '),
  }))
}
