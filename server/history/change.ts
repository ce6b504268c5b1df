/**
 * The one road into the record: each function here runs its work in a transaction, under a change set. The revisions
 * are written by the database, which refuses a write outside a change set. Once one of them returns, its writes are on
 * the disk and no page from before them is served again. Of work that throws, nothing is kept.
 *
 * An author who may not publish takes the same road: the work is done, what the database wrote of it is kept as a
 * proposal (server/proposals), and the transaction is rolled back.
 */
import { nanoid } from 'nanoid'
import type { Evidence } from '@/lib/record/evidence'
import { slugify } from '@/lib/text/slug'
import type { Client, Db } from '@/prisma/client'
import { type Author, assertAuthor, assertEditor, type Editor } from '../accounts/editor'
import { findIdMergedInto, findSlugMergedInto } from '../merging/merged'
import { findOpenProposal, keepProposal, type OpenProposal, readProposed } from '../proposals/kept'
import { refuseProtected } from '../protection/protections'
import { advanceGeneration } from './generation'

/** A change that is under way. */
export interface Change {
  tx: Db
  /** Of its change set. */
  id: number
  /** The source of the change; null for a restore and for the first record. */
  sourceId: string | null
}

/** The source by slug, or described: a new one is then created as part of the change. */
type Sourced<Kind> = { kind: Kind; reason: string; source: Evidence['source'] }
export type NewEdit = Sourced<'EDIT'>
export type NewChangeSet =
  | Sourced<'EDIT' | 'IMPORT'>
  /** The source of a restore is the history itself. `undoes` is the change set that it undoes, whole or in part. */
  | { kind: 'RESTORE'; reason: string; undoes?: number }

/** Thrown inside a change to leave everything as it was and return something else instead. */
export class AbortChange<T> extends Error {
  constructor(readonly outcome: T) {
    super('The change was abandoned.')
  }
}

interface Limits {
  timeout?: number
}

/**
 * Opens a change set in an author's name and runs `work` under it. Of an author who may not publish it is kept as a
 * proposal, under the number that the change set had while the work was done.
 *
 * @param limits how long it may take, in milliseconds.
 * @returns what `work` returns, or the outcome of an AbortChange.
 * @throws where the author did not come through the gate, or the source's slug is unknown.
 */
export async function change<T, A = never>(
  db: Client,
  author: Author,
  set: NewEdit,
  work: (change: Change) => Promise<T>,
  limits?: Limits,
): Promise<T | A>
/** Anything but an edit is an editor's alone. */
export async function change<T, A = never>(
  db: Client,
  editor: Editor,
  set: NewChangeSet,
  work: (change: Change) => Promise<T>,
  limits?: Limits,
): Promise<T | A>
export async function change<T, A = never>(
  db: Client,
  author: Author,
  set: NewChangeSet,
  work: (change: Change) => Promise<T>,
  { timeout = 30_000 }: Limits = {},
): Promise<T | A> {
  assertAuthor(author)
  const limits = { timeout, maxWait: 15_000 }
  if (author.publishes) return inTransaction<T, A>(db, limits, async (tx) => work(await open(tx, author, set)))
  if (set.kind !== 'EDIT') throw new Error('Only editors import and restore.')
  return propose<T, A>(db, author, limits, async (tx) => {
    const context = await open(tx, author, set)
    return { outcome: await work(context), context, reason: set.reason }
  })
}

/** Opens the change set of a new change, and makes the source that it describes. */
async function open(tx: Db, author: Author, set: NewChangeSet): Promise<Change> {
  const { kind, reason } = set
  const source = set.kind === 'RESTORE' ? null : set.source
  const known = source && (await findSource(tx, source))
  if (source && 'slug' in source && !known) throw new Error(`There is no source ${source.slug}.`)
  const sourceId = known?.id ?? (source ? nanoid(12) : null)
  const undoesId = set.kind === 'RESTORE' ? set.undoes : undefined
  const { id } = await tx.changeSet.create({
    data: { kind, authorId: author.id, authorName: author.name, reason, sourceId, undoesId },
  })
  await writeUnder(tx, id)
  if (source && sourceId && !known && !('slug' in source)) {
    await tx.source.create({ data: { id: sourceId, slug: await freeSourceSlug(tx, source), ...source } })
  }
  return { tx, id, sourceId }
}

/** Keeps what the work wrote as a proposal, and the record as it was. */
async function propose<T, A>(
  db: Client,
  author: Author,
  limits: { timeout: number; maxWait: number },
  work: (tx: Db) => Promise<{ outcome: T; context: Change; reason: string }>,
): Promise<T | A> {
  try {
    const { outcome, proposal } = await rolledBack(db, limits, async (tx) => {
      const basedOn = await findNewestRevision(tx)
      const { outcome, context, reason } = await work(tx)
      const proposed = await readProposed(context)
      await refuseProtected(tx, proposed.rows)
      return { outcome, proposal: { ...proposed, reason, basedOn } }
    })
    await keepProposal(db, author, proposal)
    return outcome
  } catch (error) {
    if (error instanceof AbortChange) return error.outcome as A
    throw error
  }
}

/**
 * Writes what was proposed: under a change set of its author, which names the reviewer.
 *
 * @returns what `work` returns, or the outcome of an AbortChange; null where the proposal is not open any more.
 * @throws where the reviewer did not come through the gate, or is the author.
 */
export async function publishProposal<T, A = never>(
  db: Client,
  reviewer: Editor,
  proposalId: number,
  work: (change: Change, proposal: OpenProposal) => Promise<T>,
): Promise<T | A | null> {
  assertEditor(reviewer)
  return inTransaction<T | null, A>(db, { timeout: 60_000, maxWait: 15_000 }, async (tx) => {
    const proposal = await findOpenProposal(tx, proposalId)
    if (!proposal) return null
    if (proposal.authorId === reviewer.id) throw new Error('Nobody reviews what is their own.')
    const context = await openProposed(tx, proposal, { reviewedById: reviewer.id, reviewedByName: reviewer.name })
    const outcome = await work(context, proposal)
    await tx.proposal.update({
      where: { id: proposalId },
      data: {
        state: 'PUBLISHED',
        changeSetId: context.id,
        decidedById: reviewer.id,
        decidedByName: reviewer.name,
        decidedAt: new Date(),
      },
    })
    return outcome
  })
}

/**
 * Runs `work` as if a proposal were being published, and keeps nothing: null where it is not open any more. The change
 * set has a number that no other has, so that looking at a proposal leaves no gap in the history.
 */
export async function rehearseProposal<T>(
  db: Client,
  proposalId: number,
  work: (change: Change, proposal: OpenProposal) => Promise<T>,
): Promise<T | null> {
  return rolledBack<T | null>(db, { timeout: 60_000, maxWait: 15_000 }, async (tx) => {
    const proposal = await findOpenProposal(tx, proposalId)
    return proposal && work(await openProposed(tx, proposal, { id: -proposalId }), proposal)
  })
}

async function openProposed(
  tx: Db,
  { authorId, authorName, reason, sourceId: proposed, describes }: OpenProposal,
  set: { id: number } | { reviewedById: string; reviewedByName: string },
): Promise<Change> {
  // Somebody may have made the source meanwhile, or have merged it into another.
  const known = describes ? (await findSource(tx, describes))?.id : await findIdMergedInto(tx, 'sources', proposed)
  const sourceId = known ?? proposed
  const { id } = await tx.changeSet.create({
    data: { kind: 'EDIT', authorId, authorName, reason, sourceId, ...set },
  })
  await writeUnder(tx, id)
  return { tx, id, sourceId }
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

class RolledBack<T> extends Error {
  constructor(readonly result: T) {
    super('The transaction was rolled back, as it was meant to be.')
  }
}

/** Runs `work` in a transaction of which nothing is kept, once the database has checked all of it. */
async function rolledBack<T>(
  db: Client,
  limits: { timeout: number; maxWait: number },
  work: (tx: Db) => Promise<T>,
): Promise<T> {
  try {
    return await db.$transaction(async (tx) => {
      const result = await work(tx)
      throw new RolledBack(result)
    }, limits)
  } catch (error) {
    if (error instanceof RolledBack) return error.result as T
    throw error
  }
}

/** The number of the record's last revision. */
export async function findNewestRevision(db: Db): Promise<number> {
  const [{ newest } = { newest: 0 }] = await db.$queryRaw<{ newest: number }[]>`
    SELECT coalesce(max(id), 0)::int AS newest FROM revisions`
  return newest
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
