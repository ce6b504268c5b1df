import { nanoid } from 'nanoid'
import type { Evidence } from '@/lib/record/evidence'
import { slugify } from '@/lib/text/slug'
import type { Client, Db } from '@/prisma/client'
import type { Editor } from '../accounts/editor'
import { advanceGeneration } from './generation'

export interface Change {
  tx: Db
  id: number
  /** The source of the change; null for a restore, which rests on the history itself. */
  sourceId: string | null
}

/** Thrown inside a change to leave everything as it was and hand something back instead. */
export class AbortChange<T> extends Error {
  constructor(readonly outcome: T) {
    super('The change was abandoned.')
  }
}

/**
 * The one way into the record. Runs `work` in a transaction, under a change set with its author, reason and source;
 * the revisions are written by the database. Once it returns, the change is on the disk and no page from before it is
 * served again. Nothing at all is kept of a change whose work throws.
 *
 * @param source by slug, or described anew (it is made, as part of the change); null only for a restore.
 * @returns what `work` returns, or the outcome of an AbortChange.
 */
export async function change<T, A = never>(
  db: Client,
  editor: Editor,
  kind: 'EDIT' | 'RESTORE' | 'IMPORT',
  { reason, source }: { reason: string; source: Evidence['source'] | null },
  work: (change: Change) => Promise<T>,
): Promise<T | A> {
  try {
    return await db.$transaction(
      async (tx) => {
        const known = source && (await findSource(tx, source))
        if (source && 'slug' in source && !known) throw new Error(`There is no source ${source.slug}.`)
        const sourceId = known?.id ?? (source ? nanoid(12) : null)
        const { id } = await tx.changeSet.create({
          data: { kind, authorId: editor.id, authorName: editor.name, reason, sourceId },
        })
        await tx.$executeRaw`SELECT set_config('palmares.change_set', ${String(id)}, true)`
        if (source && sourceId && !known && !('slug' in source)) {
          await tx.source.create({ data: { id: sourceId, slug: await freeSourceSlug(tx, source), ...source } })
        }
        return await work({ tx, id, sourceId })
      },
      { timeout: 30_000, maxWait: 15_000 },
    )
  } catch (error) {
    if (error instanceof AbortChange) return error.outcome as A
    throw error
  } finally {
    // Also after an error: a commit whose answer was lost may have happened, and a page too many is made anew at worst.
    advanceGeneration()
  }
}

/**
 * The source that is meant: by its slug, or one that is described in the very same words. New ones are made one at a
 * time, so that two editors who describe the same source at once make it once.
 */
async function findSource(tx: Db, source: Evidence['source']): Promise<{ id: string } | null> {
  if ('slug' in source)
    return tx.source.findFirst({ where: { slug: source.slug, withdrawn: false }, select: { id: true } })
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtext('palmares.new_source'))`
  return tx.source.findFirst({ where: { ...source, withdrawn: false }, select: { id: true } })
}

async function freeSourceSlug(tx: Db, { publication, title }: { publication: string; title: string }): Promise<string> {
  return freeSlug(slugify(`${publication} ${title}`), async (slug) => (await tx.source.count({ where: { slug } })) > 0)
}

/** The slug itself where it is free, else the first of slug-2, slug-3 … that is. */
export async function freeSlug(wanted: string, isTaken: (slug: string) => Promise<boolean>): Promise<string> {
  for (let number = 1; ; number++) {
    const slug = number === 1 ? wanted : `${wanted}-${number}`
    if (!(await isTaken(slug))) return slug
  }
}
