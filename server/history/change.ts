/**
 * The one road into the record: each function here runs its work in a transaction, under a change set. The revisions
 * are written by the database, which refuses a write outside a change set. Once one of them returns, its writes are on
 * the disk and no page from before them is served again. Of work that throws, nothing is kept.
 *
 * An author who may not publish takes the same road: the work is done, what the database wrote of it is kept as a
 * proposal (server/proposals), and the transaction is rolled back. So does whoever has a draft open: the work is done on
 * top of what the draft says already, and is kept in it.
 */
import { nanoid } from 'nanoid'
import type { Evidence } from '@/lib/record/evidence'
import { slugify } from '@/lib/text/slug'
import type { Client, Db } from '@/prisma/client'
import { type Author, assertAuthor, assertEditor, type Editor } from '../accounts/editor'
import { catchUp } from '../freshness/watch'
import { findIdMergedInto, findSlugMergedInto } from '../merging/merged'
import {
  addEdit,
  DraftError,
  findDraftId,
  hasEdits,
  keepRows,
  layOver,
  lockDraft,
  removeDraft,
} from '../proposals/draft-rows'
import { findOpenProposal, keepProposal, type OpenProposal, readProposed, refuseTooMany } from '../proposals/kept'
import { refuseProtected } from '../protection/protections'
import { freeSlug } from './new-slug'

/** A change that is under way. */
export interface Change {
  tx: Db
  /** Of its change set. */
  id: number
  /** The source of the change; null for a restore and for the first record. */
  sourceId: string | null
}

/** The source by slug, or described: a new one is then created as part of the change. */
type Sourced<Kind> = {
  kind: Kind
  reason: string
  source: Evidence['source']
  /** Whether it is never one of several edits in a draft. */
  isApart?: boolean
}
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
 * proposal, under the number that the change set had while the work was done; of one who has a draft open it is kept
 * there, and the number is negative.
 *
 * @param limits how long it may take, in milliseconds.
 * @returns what `work` returns, or the outcome of an AbortChange.
 * @throws where the author did not come through the gate, or the source's slug is unknown; a RefusedError, whose message
 *   is for the author, where something else must be done first.
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
  const draft = await findDraftId(db, author.id)
  if (draft !== null) return changeDraft<T, A>(db, author, limits, { draft, set, work })
  if (author.publishes) return inTransaction<T, A>(db, limits, async (tx) => work(await open(tx, author, set)))
  if (set.kind !== 'EDIT') throw new Error('Only editors import and restore.')
  return propose<T, A>(db, author, limits, async (tx) => {
    const context = await open(tx, author, set)
    return { outcome: await work(context), context, reason: set.reason }
  })
}

/** Opens the change set of a new change, and makes the source that it describes. */
async function open(tx: Db, author: Author, set: NewChangeSet, number?: number): Promise<Change> {
  const { kind, reason } = set
  const source = set.kind === 'RESTORE' ? null : set.source
  const known = source && (await findSource(tx, source))
  if (source && 'slug' in source && !known) throw new Error(`There is no source ${source.slug}.`)
  const sourceId = known?.id ?? (source ? nanoid(12) : null)
  const undoesId = set.kind === 'RESTORE' ? set.undoes : undefined
  const { id } = await tx.changeSet.create({
    data: { id: number, kind, authorId: author.id, authorName: author.name, reason, sourceId, undoesId },
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
    await refuseTooMany(db, author.id)
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

/** Does the work on top of a draft, and keeps all of it there: in one transaction, so that no other tab comes between. */
async function changeDraft<T, A>(
  db: Client,
  author: Author,
  limits: { timeout: number; maxWait: number },
  { draft: id, set, work }: { draft: number; set: NewChangeSet; work: (change: Change) => Promise<T> },
): Promise<T | A> {
  if (set.kind !== 'EDIT' || set.isApart) throw new DraftError('apart')
  try {
    return await redraft(db, id, limits, async (tx, draft) => {
      const below = await openDraft(tx, draft)
      const context = await open(tx, author, set, -2 * id - 1)
      const outcome = await work(context)
      const proposed = await readProposed(context, below)
      if (!author.publishes) await refuseProtected(tx, proposed.rows)
      return { outcome, keep: () => addEdit(tx, draft, { ...proposed, reason: set.reason }) }
    })
  } catch (error) {
    if (error instanceof AbortChange) return error.outcome as A
    throw error
  }
}

/** Does work of which nothing is kept but what `keep` writes once all else has been rolled back. */
async function redraft<T>(
  db: Client,
  id: number,
  limits: { timeout: number; maxWait: number },
  work: (tx: Db, draft: OpenProposal) => Promise<{ outcome: T; keep: () => Promise<void> }>,
): Promise<T> {
  return db.$transaction(async (tx) => {
    const draft = await lockDraft(tx, id)
    if (!draft) throw new DraftError('closed')
    await tx.$executeRawUnsafe('SAVEPOINT drafting')
    const { outcome, keep } = await work(tx, draft)
    for (const end of ['ROLLBACK TO SAVEPOINT drafting', 'RELEASE SAVEPOINT drafting']) await tx.$executeRawUnsafe(end)
    await keep()
    return outcome
  }, limits)
}

/**
 * Keeps of a draft what `work` writes of it.
 *
 * @param then what else is written in the same transaction.
 * @returns the outcome of an AbortChange, of which nothing is kept; null where all was kept.
 */
export async function rewriteDraft<A>(
  db: Client,
  draftId: number,
  work: (change: Change, draft: OpenProposal) => Promise<void>,
  then: (tx: Db) => Promise<void> = async () => {},
): Promise<A | null> {
  try {
    return await redraft<null>(db, draftId, { timeout: 60_000, maxWait: 15_000 }, async (tx, draft) => {
      const context = await openProposed(tx, draft, { id: -2 * draftId })
      await work(context, draft)
      const proposed = await readProposed(context)
      const keep = async () => {
        await keepRows(tx, draft, proposed)
        await then(tx)
      }
      return { outcome: null, keep }
    })
  } catch (error) {
    if (error instanceof AbortChange) return error.outcome as A
    throw error
  }
}

/** Lays a draft over the record, under a change set of its own. @returns its number; null where the draft is empty. */
async function openDraft(tx: Db, draft: OpenProposal): Promise<number | null> {
  if (draft.rows.length === 0) return null
  const context = await openProposed(tx, draft, { id: -2 * draft.id })
  await layOver(context, draft.rows)
  return context.id
}

/**
 * Reads the record as it would be with somebody's draft, and keeps nothing.
 *
 * @throws a DraftError where the record says by now what the draft contradicts.
 */
export async function readDrafted<T>(db: Client, draftId: number, read: (tx: Db) => Promise<T>): Promise<T> {
  return rolledBack(db, { timeout: 30_000, maxWait: 15_000 }, async (tx) => {
    const draft = await lockDraft(tx, draftId)
    if (draft) await openDraft(tx, draft)
    return read(tx)
  })
}

/**
 * Writes what was proposed: under a change set of its author, which names the reviewer. A draft of one's own is written
 * in one's own name, or, where it amends a proposal, in the name of who proposed that.
 *
 * @returns what `work` returns, or the outcome of an AbortChange; null where the proposal is not open any more.
 * @throws where the reviewer did not come through the gate, or is the author.
 */
export async function publishProposal<T, A = never>(
  db: Client,
  reviewer: Editor,
  { id, isAmended = false, reason }: { id: number; isAmended?: boolean; reason?: string },
  work: (change: Change, proposal: OpenProposal) => Promise<T>,
): Promise<T | A | null> {
  assertEditor(reviewer)
  return inTransaction<T | null, A>(db, { timeout: 60_000, maxWait: 15_000 }, async (tx) => {
    const draft = (await findDraftId(tx, reviewer.id)) === id ? await lockDraft(tx, id) : null
    const reviewed = draft ? draft.amendsId : id
    const proposal = reviewed === null ? null : await findOpenProposal(tx, reviewed)
    if (reviewed !== null && !proposal) return null
    if (proposal?.authorId === reviewer.id) throw new Error('Nobody reviews what is their own.')
    const { authorId, authorName } = proposal ?? { authorId: reviewer.id, authorName: reviewer.name }
    const written = draft ?? proposal
    if (!written) return null
    const context = await openProposed(
      tx,
      { ...written, authorId, authorName, reason: reason ?? written.reason },
      proposal
        ? {
            reviewedById: reviewer.id,
            reviewedByName: reviewer.name,
            isAmended: isAmended || (draft !== null && (await hasEdits(tx, draft))),
          }
        : {},
    )
    const outcome = await work(context, written)
    if (draft) await removeDraft(tx, draft.id)
    if (reviewed === null) return outcome
    await tx.proposal.update({
      where: { id: reviewed },
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
  find: (tx: Db, id: number) => Promise<OpenProposal | null> = findOpenProposal,
): Promise<T | null> {
  return rolledBack<T | null>(db, { timeout: 60_000, maxWait: 15_000 }, async (tx) => {
    const proposal = await find(tx, proposalId)
    return proposal && work(await openProposed(tx, proposal, { id: -proposalId }), proposal)
  })
}

async function openProposed(
  tx: Db,
  { authorId, authorName, reason, sourceId: proposed, describes }: OpenProposal,
  set: { id?: number; reviewedById?: string; reviewedByName?: string; isAmended?: boolean },
): Promise<Change> {
  // Somebody may have made the source meanwhile, or have merged it into another.
  const known = describes
    ? (await findSource(tx, describes))?.id
    : proposed && (await findIdMergedInto(tx, 'sources', proposed))
  const sourceId = known || proposed
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
 * @param isGathered whether public pages may show it a few seconds later, together with other batches of a run that
 *   reports its progress (server/imports/runner.ts).
 * @throws where there is no such change set, or it is an edit or the first record: those are one transaction each.
 */
export async function continueChange<T>(
  db: Client,
  changeSetId: number,
  work: (change: Change) => Promise<T>,
  { isGathered = false }: { isGathered?: boolean } = {},
): Promise<T> {
  return inTransaction<T>(db, { timeout: 120_000, maxWait: 60_000 }, async (tx) => {
    if (isGathered) await tx.$executeRaw`SELECT set_config('palmares.gather', 'on', true)`
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
    // Also after an error: a commit whose answer was lost may have happened.
    await catchUp()
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
