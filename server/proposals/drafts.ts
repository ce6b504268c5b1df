/**
 * Drafts: several edits of one person, gathered as a proposal that nobody else sees, and published or sent for review
 * together. While one is open, `change` keeps in it whatever its author saves.
 */
import 'server-only'
import {
  type DecisionOutcome,
  type DecisionRefusal,
  type Draft,
  OPEN_STATES,
  type ProposalState,
} from '@/lib/record/proposal'
import type { PutBackAnswer, PutBackOutcome } from '@/lib/record/put-back-view'
import type { Client, Db } from '@/prisma/client'
import { type Author, assertAuthor, assertEditor, type Editor } from '../accounts/editor'
import { findNewestRevision, publishProposal, readDrafted, rewriteDraft } from '../history/change'
import { forbidden } from '../history/put-back'
import { publishSuggestions } from '../suggestions/suggestions'
import { DraftError, findDraftId, isEmpty, lockDraft, removeDraft } from './draft-rows'
import { findOpenProposal, keptRow, refuseTooMany } from './kept'
import { writeChosen } from './review'

/** How many discarded drafts can be opened again, and for how many days. */
const MOST_DISCARDED = 5
const KEPT_DAYS = 30

/** The draft that somebody has open; null without one. */
export async function findDraft(db: Db, author: Author): Promise<Draft | null> {
  const draft = await db.proposal.findFirst({
    where: { authorId: author.id, state: 'DRAFT' },
    include: { edits: { orderBy: { id: 'asc' } }, amends: { select: { id: true, authorName: true } }, rows: true },
  })
  if (!draft) return null
  const ids = draft.edits.map(({ sourceId }) => sourceId)
  const known = await db.source.findMany({
    where: { id: { in: ids } },
    select: { id: true, publication: true, title: true },
  })
  const made = draft.rows.flatMap(({ entity, entityId: id, after }) =>
    entity === 'sources' ? [{ ...(after as { publication: string; title: string }), id }] : [],
  )
  const sources = new Map([...made, ...known].map(({ id, publication, title }) => [id, `${publication}: ${title}`]))
  return {
    id: draft.id,
    edits: draft.edits.map(({ id, at, reason, sourceId }) => ({
      id,
      at: at.toISOString(),
      reason,
      source: sources.get(sourceId) ?? '',
    })),
    amends: draft.amends && { id: draft.amends.id, author: draft.amends.authorName },
    isChange: draft.returnsTo !== null,
  }
}

/** What the bar of the desk says of it. */
export async function findDraftBar(
  db: Db,
  author: Author,
): Promise<(Pick<Draft, 'id' | 'isChange'> & { edits: number; isAmendment: boolean }) | null> {
  const draft = await db.proposal.findFirst({
    where: { authorId: author.id, state: 'DRAFT' },
    select: { id: true, returnsTo: true, amendsId: true, _count: { select: { edits: true } } },
  })
  if (!draft) return null
  const { id, returnsTo, amendsId, _count } = draft
  return { id, isChange: returnsTo !== null, edits: _count.edits, isAmendment: amendsId !== null }
}

/** Opens a draft; the one that is open goes on where there is one. */
export async function startDraft(db: Client, author: Author): Promise<void> {
  assertAuthor(author)
  await db.$transaction(async (tx) => {
    if (await findOpenDraft(tx, author)) return
    const id = await newNumber(tx)
    const { id: authorId, name: authorName } = author
    await tx.proposal.create({
      data: { id, state: 'DRAFT', authorId, authorName, reason: '', basedOn: await findNewestRevision(tx) },
    })
  })
}

/** The number of the open draft. One person opens one at a time, however often the button was pressed. */
async function findOpenDraft(tx: Db, author: Author): Promise<number | null> {
  await tx.$queryRaw`SELECT FROM users WHERE id = ${author.id} FOR UPDATE`
  return findDraftId(tx, author.id)
}

/** Proposals have their numbers from the change sets. */
async function newNumber(tx: Db): Promise<number> {
  const [next] = await tx.$queryRaw<{ id: number }[]>`
    SELECT nextval(pg_get_serial_sequence('change_sets', 'id'))::int AS id`
  if (!next) throw new Error('A sequence has a next number.')
  return next.id
}

/** Gives up the draft. What was gathered can be opened again for a while; a proposal is left as it was. */
export async function discardDraft(db: Client, author: Author): Promise<void> {
  assertAuthor(author)
  await db.$transaction(async (tx) => {
    const id = await findOpenDraft(tx, author)
    const draft = id === null ? null : await lockDraft(tx, id)
    if (!draft) return
    if (draft.returnsTo) await setState(tx, draft.id, draft.returnsTo)
    else if (draft.rows.length === 0 || draft.amendsId !== null) await removeDraft(tx, draft.id)
    else await tx.proposal.update({ where: { id: draft.id }, data: { state: 'DISCARDED', createdAt: new Date() } })
  })
}

async function setState(tx: Db, id: number, state: ProposalState): Promise<void> {
  await tx.proposal.update({ where: { id }, data: { state, returnsTo: null } })
}

export interface DiscardedDraft {
  id: number
  /** ISO instant. */
  at: string
  reasons: string[]
}

/** The latest drafts that somebody has discarded, and can open again. */
export async function findDiscarded(db: Db, author: Author): Promise<DiscardedDraft[]> {
  const since = new Date(Date.now() - KEPT_DAYS * 86_400_000)
  const drafts = await db.proposal.findMany({
    where: { authorId: author.id, state: 'DISCARDED', createdAt: { gt: since } },
    orderBy: { createdAt: 'desc' },
    take: MOST_DISCARDED,
    include: { edits: { orderBy: { id: 'asc' } } },
  })
  return drafts.map(({ id, createdAt, edits }) => ({
    id,
    at: createdAt.toISOString(),
    reasons: [...new Set(edits.map(({ reason }) => reason))],
  }))
}

/** Opens a discarded draft again. */
export async function reopenDraft(db: Client, author: Author, id: number): Promise<DecisionOutcome> {
  return reopen(db, author, { id, states: ['DISCARDED'] })
}

/**
 * Makes a draft again of what its author has proposed and nobody has decided. Of a single edit the next save is what is
 * proposed instead; what was gathered is sent again when it is whole.
 */
export async function changeProposal(db: Client, author: Author, id: number): Promise<DecisionOutcome> {
  return reopen(db, author, { id, states: OPEN_STATES })
}

async function reopen(
  db: Client,
  author: Author,
  { id, states }: { id: number; states: readonly ProposalState[] },
): Promise<DecisionOutcome> {
  assertAuthor(author)
  return db.$transaction(async (tx): Promise<DecisionOutcome> => {
    if ((await findOpenDraft(tx, author)) !== null) return refused('has-draft')
    await tx.$queryRaw`SELECT FROM proposals WHERE id = ${id} FOR UPDATE`
    const found = await tx.proposal.findFirst({
      where: { id, authorId: author.id, state: { in: [...states] } },
      select: { state: true, _count: { select: { edits: true } } },
    })
    if (!found) return refused('missing')
    const isOfOne = found._count.edits <= 1 && found.state !== 'DISCARDED'
    await tx.proposal.update({ where: { id }, data: { state: 'DRAFT', returnsTo: isOfOne ? found.state : null } })
    return { saved: true, changeSetId: null }
  })
}

function refused(kind: 'has-draft' | 'missing' | 'no-draft' | 'nothing-left' | 'own'): {
  saved: false
  refusal: DecisionRefusal
} {
  return { saved: false, refusal: { kind } }
}

/** Opens a draft with what somebody else has proposed: what the reviewer publishes of it is published instead. */
export async function amendProposal(db: Client, reviewer: Editor, id: number): Promise<DecisionOutcome> {
  assertEditor(reviewer)
  return db.$transaction(async (tx): Promise<DecisionOutcome> => {
    if ((await findOpenDraft(tx, reviewer)) !== null) return refused('has-draft')
    const proposal = await findOpenProposal(tx, id)
    if (!proposal) return refused('missing')
    if (proposal.authorId === reviewer.id) return refused('own')
    const { reason, sourceId, basedOn, rows } = proposal
    await tx.proposal.create({
      data: {
        id: await newNumber(tx),
        state: 'DRAFT',
        authorId: reviewer.id,
        authorName: reviewer.name,
        reason,
        sourceId,
        basedOn,
        amendsId: id,
        rows: { create: rows.map(keptRow) },
      },
    })
    return { saved: true, changeSetId: null }
  })
}

/** Keeps in the draft what was chosen of it, and takes the rest out. */
export async function keepChosen(db: Client, author: Author, answer: PutBackAnswer): Promise<DecisionOutcome> {
  return rewrite(db, author, answer)
}

/** Sends what was chosen of the draft to be reviewed as one proposal. */
export async function sendDraft(
  db: Client,
  author: Author,
  { reason, ...answer }: PutBackAnswer & { reason: string },
): Promise<DecisionOutcome> {
  await refuseTooMany(db, author.id)
  return rewrite(db, author, answer, (tx, id) =>
    tx.proposal.update({
      where: { id },
      data: {
        state: 'WAITING',
        returnsTo: null,
        amendsId: null,
        reason,
        authorName: author.name,
        createdAt: new Date(),
      },
    }),
  )
}

async function rewrite(
  db: Client,
  author: Author,
  answer: PutBackAnswer,
  then: (tx: Db, id: number) => Promise<unknown> = async () => {},
): Promise<DecisionOutcome> {
  assertAuthor(author)
  const id = await findDraftId(db, author.id)
  if (id === null) return refused('no-draft')
  if (await isEmpty(db, id)) return refused('nothing-left')
  return answered(async () => {
    const refusal = await rewriteDraft<PutBackOutcome>(
      db,
      id,
      async (change, draft) => {
        await writeChosen(change, draft, answer)
      },
      async (tx) => {
        await then(tx, id)
      },
    )
    return refusal ?? { saved: true, changeSetId: id }
  })
}

/**
 * Publishes what was chosen of the draft as one change; the rest goes with the draft. Where it amends a proposal, it is
 * published in the name of who proposed that.
 */
export async function publishDraft(
  db: Client,
  editor: Editor,
  { reason, ...answer }: PutBackAnswer & { reason: string },
): Promise<DecisionOutcome> {
  assertEditor(editor)
  const id = await findDraftId(db, editor.id)
  if (id === null) return refused('no-draft')
  if (await isEmpty(db, id)) return refused('nothing-left')
  const edits = await db.draftEdit.findMany({ where: { proposalId: id }, select: { suggestionId: true } })
  const outcome = await answered(async () => {
    const published = await publishProposal<DecisionOutcome, PutBackOutcome>(
      db,
      editor,
      { id, reason },
      async (change, draft) => {
        await writeChosen(change, draft, answer)
        return { saved: true, changeSetId: change.id }
      },
    )
    return published ?? refused('no-draft')
  })
  const changeSetId = outcome.saved ? outcome.changeSetId : null
  if (changeSetId === null) return outcome
  for (const suggestion of new Set(edits.flatMap(({ suggestionId }) => suggestionId ?? []))) {
    await publishSuggestions(db, editor, suggestion, changeSetId)
  }
  return outcome
}

async function answered(work: () => Promise<DecisionOutcome>): Promise<DecisionOutcome> {
  try {
    return await work()
  } catch (error) {
    if (error instanceof DraftError && error.why === 'closed') return refused('no-draft')
    const refusal = forbidden(error)
    if (refusal) return { saved: false, refusal }
    throw error
  }
}

/** Says which suggestion of a visitor the last save in the draft answers, once it is published. */
export async function answerInDraft(db: Client, author: Author, suggestionId: string): Promise<void> {
  assertAuthor(author)
  const edit = await db.draftEdit.findFirst({
    where: { proposal: { authorId: author.id, state: 'DRAFT' } },
    orderBy: { id: 'desc' },
  })
  if (edit) await db.draftEdit.update({ where: { id: edit.id }, data: { suggestionId } })
}

/**
 * Reads the record as it would be with the draft that somebody has open; as it is without one, or where the record
 * contradicts the draft by now.
 */
export async function readWithDraft<T>(db: Client, author: Author, read: (db: Db) => Promise<T>): Promise<T> {
  const id = await findDraftId(db, author.id)
  if (id === null) return read(db)
  try {
    return await readDrafted(db, id, read)
  } catch (error) {
    if (error instanceof DraftError) return read(db)
    throw error
  }
}
