/**
 * The one road into the record: each function here runs its work in a transaction, under a change set. The revisions
 * are written by the database, which refuses a write outside a change set. Once one of them returns, its writes are on
 * the disk and no page from before them is served again. Of work that throws, nothing is kept.
 */
import { nanoid } from 'nanoid'
import type { Evidence } from '@/lib/record/evidence'
import { slugify } from '@/lib/text/slug'
import type { Client, Db } from '@/prisma/client'
import { assertEditor, type Editor } from '../accounts/editor'
import { findIdMergedInto, findSlugMergedInto } from '../merging/merged'
import { advanceGeneration } from './generation'

/** A change that is under way. */
export interface Change {
  tx: Db
  /** Of its change set. */
  id: number
  /** The source of the change; null for a restore and for the first record. */
  sourceId: string | null
}

export type NewChangeSet =
  /** The source by slug, or described: a new one is then created as part of the change. */
  | { kind: 'EDIT' | 'IMPORT'; reason: string; source: Evidence['source'] }
  /** The source of a restore is the history itself. `undoes` is the change set that it undoes, whole or in part. */
  | { kind: 'RESTORE'; reason: string; undoes?: number }

/** Thrown inside a change to leave everything as it was and return something else instead. */
export class AbortChange<T> extends Error {
  constructor(readonly outcome: T) {
    super('The change was abandoned.')
  }
}

/**
 * Opens a change set in an editor's name and runs `work` under it.
 *
 * @param limits how long it may take, in milliseconds.
 * @returns what `work` returns, or the outcome of an AbortChange.
 * @throws where the editor did not come through the gate, or the source's slug is unknown.
 */
export async function change<T, A = never>(
  db: Client,
  editor: Editor,
  set: NewChangeSet,
  work: (change: Change) => Promise<T>,
  { timeout = 30_000 }: { timeout?: number } = {},
): Promise<T | A> {
  assertEditor(editor)
  return inTransaction<T, A>(db, { timeout, maxWait: 15_000 }, async (tx) => {
    const { kind, reason } = set
    const source = set.kind === 'RESTORE' ? null : set.source
    const known = source && (await findSource(tx, source))
    if (source && 'slug' in source && !known) throw new Error(`There is no source ${source.slug}.`)
    const sourceId = known?.id ?? (source ? nanoid(12) : null)
    const undoesId = set.kind === 'RESTORE' ? set.undoes : undefined
    const { id } = await tx.changeSet.create({
      data: { kind, authorId: editor.id, authorName: editor.name, reason, sourceId, undoesId },
    })
    await writeUnder(tx, id)
    if (source && sourceId && !known && !('slug' in source)) {
      await tx.source.create({ data: { id: sourceId, slug: await freeSourceSlug(tx, source), ...source } })
    }
    return work({ tx, id, sourceId })
  })
}

/**
 * Goes on in a change set that exists already, in a transaction of its own: how an import, or the undoing of one, is
 * written batch by batch, also by the process that takes it over after a restart.
 *
 * No editor is needed here, because the change set has one: `change` opened it, and everything written now is shown in
 * the history as its author's work. So whoever lets more be written under it than its author accepted must ask
 * `mayContinue` first.
 *
 * @throws where there is no such change set, or it is an edit or the first record: those are one transaction each.
 */
export async function continueChange<T>(
  db: Client,
  changeSetId: number,
  work: (change: Change) => Promise<T>,
): Promise<T> {
  return inTransaction<T>(db, { timeout: 120_000, maxWait: 60_000 }, async (tx) => {
    const set = await tx.changeSet.findUniqueOrThrow({
      where: { id: changeSetId },
      select: { kind: true, sourceId: true },
    })
    if (set.kind !== 'IMPORT' && set.kind !== 'RESTORE') throw new Error(`Change ${changeSetId} is complete.`)
    await writeUnder(tx, changeSetId)
    // The source may have been merged into another while the work was under way.
    const into = set.sourceId && (await findIdMergedInto(tx, 'sources', set.sourceId))
    return work({ tx, id: changeSetId, sourceId: into ?? set.sourceId })
  })
}

/**
 * Whether what this editor decides may be written under a change set that exists already: only its author may, since
 * the history names one author for all of it. Anybody else opens a change of their own.
 */
export async function mayContinue(db: Db, editor: Editor, changeSetId: number): Promise<boolean> {
  assertEditor(editor)
  return (await db.changeSet.count({ where: { id: changeSetId, authorId: editor.id } })) > 0
}

/** The change set of data that comes with the program (the first record, a benchmark's); no editor is its author. */
export async function seedChange<T>(
  db: Client,
  { authorName, reason }: { authorName: string; reason: string },
  work: (change: Change) => Promise<T>,
): Promise<T> {
  return inTransaction<T>(db, { timeout: 600_000, maxWait: 15_000 }, async (tx) => {
    const { id } = await tx.changeSet.create({ data: { kind: 'SEED', authorName, reason } })
    await writeUnder(tx, id)
    return work({ tx, id, sourceId: null })
  })
}

async function inTransaction<T, A = never>(
  db: Client,
  limits: { timeout: number; maxWait: number },
  work: (tx: Db) => Promise<T>,
): Promise<T | A> {
  try {
    return await db.$transaction(work, limits)
  } catch (error) {
    if (error instanceof AbortChange) return error.outcome as A
    throw error
  } finally {
    // Also after an error: a commit whose answer was lost may have happened, and at worst a page is rendered again.
    advanceGeneration()
  }
}

/** Tells the database under which change set the rest of this transaction writes. */
async function writeUnder(tx: Db, changeSetId: number): Promise<void> {
  await tx.$executeRaw`SELECT set_config('palmares.change_set', ${String(changeSetId)}, true)`
}

/**
 * The source that is meant: by its slug, or one described in exactly the same words. New ones are created one at a
 * time, so that two editors who describe the same source at once create it once.
 */
async function findSource(tx: Db, source: Evidence['source']): Promise<{ id: string } | null> {
  if ('slug' in source) {
    const slug = (await findSlugMergedInto(tx, 'sources', source.slug)) ?? source.slug
    return tx.source.findFirst({ where: { slug, withdrawn: false }, select: { id: true } })
  }
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
