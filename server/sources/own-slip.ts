import 'server-only'
import type { Typed } from '@/lib/form/typed'
import { sourceChoice, typedSource } from '@/lib/record/source-choice'
import type { Db } from '@/prisma/client'
import type { Author } from '../accounts/editor'
import { toSource } from '../athletes/record-rows'

/** For so long after a save its author is taken to correct a slip of their own: the source is still the same. */
const MINUTES = 15

/**
 * The reason and the source with which a form begins when an author opens again what they have just saved, so that a
 * slip of one's own is corrected without typing either. Empty where their last change to it is longer ago.
 */
export async function findOwnSlip(db: Db, author: Author, table: string, id: string): Promise<Typed> {
  const since = new Date(Date.now() - MINUTES * 60_000)
  const last = await db.changeSet.findFirst({
    where: {
      authorId: author.id,
      kind: 'EDIT',
      createdAt: { gte: since },
      revisions: {
        some: { OR: [{ entity: table, entityId: id }, ...(table === 'results' ? [{ resultId: id }] : [])] },
      },
    },
    orderBy: { id: 'desc' },
    include: { source: true, revisions: { where: { entity: 'citations' }, orderBy: { id: 'desc' }, take: 1 } },
  })
  if (!last?.source) return {}
  const cited = last.revisions[0]?.after
  const locator = typeof cited === 'object' && cited !== null && 'locator' in cited ? String(cited.locator) : ''
  return { reason: ['A slip of my own'], locator: [locator], ...typedSource(sourceChoice(toSource(last.source))) }
}
