/** What a reviewer sees of a proposal, and decides; and what its author may do with it meanwhile. */
import 'server-only'
import type { Evidence } from '@/lib/record/evidence'
import { changedColumns, contentColumns, figureOf, thingKey } from '@/lib/record/figures'
import type { Row } from '@/lib/record/history'
import {
  type DecisionOutcome,
  type DecisionRefusal,
  isOpen,
  OPEN_STATES,
  type ProposalReview,
  type ReviewAnswer,
} from '@/lib/record/proposal'
import type { PutBackAnswer } from '@/lib/record/put-back-view'
import type { Client, Db } from '@/prisma/client'
import { type Author, assertAuthor, assertEditor, type Editor } from '../accounts/editor'
import { AbortChange, type Change, publishProposal, rehearseProposal } from '../history/change'
import type { Plan, PlannedItem } from '../history/plan'
import { choose, forbidden, write } from '../history/put-back'
import { viewOf } from '../history/put-back-view'
import { amend, isAmendable } from './amendments'
import { isEmpty, lockDraft } from './draft-rows'
import { compute, differences, findConcerned } from './effects'
import { findOpenProposal, type OpenProposal } from './kept'
import { planProposal } from './plan'

/** How many messages somebody can write about one proposal. */
export const MOST_MESSAGES = 50

/** What publishing it would write, and what that does to what is computed; null where nobody can decide any more. */
export function findReview(db: Client, id: number): Promise<ProposalReview | null> {
  return reviewOf(db, id, findOpenProposal)
}

/** The same of the draft that somebody has open, by its number; null where it is none any more, or says nothing yet. */
export async function findDraftReview(db: Client, id: number): Promise<ProposalReview | null> {
  return (await isEmpty(db, id)) ? null : reviewOf(db, id, lockDraft)
}

async function reviewOf(db: Client, id: number, find: typeof lockDraft): Promise<ProposalReview | null> {
  const look = async (change: Change, proposal: OpenProposal) => {
    const { view, amendable, plan, made } = await planProposal(change, proposal, async ({ plan, made }) => ({
      view: await viewOf(change.tx, plan, made),
      amendable: Object.fromEntries(plan.items.map((item) => [item.key, amendableOf(item, made, plan)])),
      plan,
      made,
    }))
    const ticked = plan.items.filter(({ isTicked }) => isTicked)
    const after = await rehearseWriting(async () => {
      await write(change, ticked, plan.from, made)
      return compute(change.tx, await findConcerned(change.tx, change.id))
    })
    return { view, amendable, after }
  }
  const rehearsed = await rehearseProposal(db, id, look, find)
  if (!rehearsed) return null
  const { after, ...review } = rehearsed
  return { ...review, effects: after ? differences(await compute(db, [...after.keys()]), after) : [] }
}

/** The effects of what would be refused are nobody's concern: the reviewer sees why when it is published. */
async function rehearseWriting<T>(work: () => Promise<T>): Promise<T | null> {
  try {
    return await work()
  } catch (error) {
    if (error instanceof AbortChange || forbidden(error)) return null
    throw error
  }
}

/** The fields of an item's first thing for which a reviewer can give another value. */
function amendableOf({ figures: [first], status }: PlannedItem, made: ReadonlyMap<string, Row>, plan: Plan) {
  if (!first || status === 'stands') return []
  const { entity, id, figure } = first
  const row = made.get(thingKey(first))
  const state = plan.states.find((one) => thingKey(one) === thingKey(first))
  const columns = row
    ? contentColumns(row).filter((column) => row[column] !== null)
    : changedColumns(state?.before ?? null, state?.now ?? null).filter((column) => figureOf(entity, column) === figure)
  return columns.filter((column) => isAmendable(entity, column)).map((field) => ({ entity, id, field }))
}

/** Publishes what was chosen of a proposal, in the name of its author and the reviewer, or says why not. */
export async function approveProposal(
  db: Client,
  reviewer: Editor,
  { id, amendments, ...answer }: ReviewAnswer & { id: number },
): Promise<DecisionOutcome> {
  assertEditor(reviewer)
  const refusal = await refusalOf(db, reviewer, id)
  if (refusal) return { saved: false, refusal }
  try {
    const outcome = await publishProposal<DecisionOutcome, DecisionOutcome>(
      db,
      reviewer,
      { id, isAmended: amendments.length > 0 },
      async (change, proposal) => {
        const items = await writeChosen(change, proposal, answer)
        await amend(change, items, amendments, evidenceOf(proposal))
        return { saved: true, changeSetId: change.id }
      },
    )
    return outcome ?? (await decidedMeanwhile(db, reviewer, id))
  } catch (error) {
    const refusal = forbidden(error)
    if (refusal) return { saved: false, refusal }
    throw error
  }
}

/** Writes what was chosen of a proposal, inside a change that is under way. */
export async function writeChosen(
  change: Change,
  proposal: OpenProposal,
  answer: PutBackAnswer,
): Promise<PlannedItem[]> {
  const { items, plan, made } = await planProposal(change, proposal, async (planned) => ({
    ...planned,
    items: await choose(change.tx, planned.plan, answer),
  }))
  await write(change, items, plan.from, made)
  return items
}

/** Where in its source the proposal has read what it says. */
function evidenceOf({ reason, rows, sourceId }: OpenProposal): Pick<Evidence, 'reason' | 'locator'> | null {
  const cited = rows.find(({ entity, after }) => entity === 'citations' && after.sourceId === sourceId)
  return cited ? { reason, locator: String(cited.after.locator) } : null
}

export async function declineProposal(
  db: Client,
  reviewer: Editor,
  { id, reason }: { id: number; reason: string },
): Promise<DecisionOutcome> {
  assertEditor(reviewer)
  const refusal = await refusalOf(db, reviewer, id)
  if (refusal) return { saved: false, refusal }
  const { count } = await db.proposal.updateMany({
    where: { id, state: { in: [...OPEN_STATES] } },
    data: {
      state: 'DECLINED',
      decision: reason,
      decidedById: reviewer.id,
      decidedByName: reviewer.name,
      decidedAt: new Date(),
    },
  })
  return count > 0 ? { saved: true, changeSetId: null } : decidedMeanwhile(db, reviewer, id)
}

/** Says something about a proposal that is open: a reviewer, who opens the discussion by it, or its author. */
export async function discussProposal(
  db: Client,
  author: Author,
  { id, text }: { id: number; text: string },
): Promise<DecisionOutcome> {
  assertAuthor(author)
  return db.$transaction(async (tx): Promise<DecisionOutcome> => {
    const said = await tx.proposalMessage.count({ where: { proposalId: id, authorId: author.id } })
    if (said >= MOST_MESSAGES) return { saved: false, refusal: { kind: 'too-many-messages' } }
    const { count } = await tx.proposal.updateMany({
      where: { id, state: { in: [...OPEN_STATES] }, ...(author.publishes ? {} : { authorId: author.id }) },
      data: { state: 'IN_DISCUSSION' },
    })
    if (count === 0) return decidedMeanwhile(tx, author, id)
    await tx.proposalMessage.create({
      data: { proposalId: id, authorId: author.id, authorName: author.name, text },
    })
    return { saved: true, changeSetId: null }
  })
}

/** Its author takes back what nobody has decided yet. */
export async function withdrawProposal(db: Client, author: Author, id: number): Promise<DecisionOutcome> {
  assertAuthor(author)
  const { count } = await db.proposal.updateMany({
    where: { id, authorId: author.id, state: { in: [...OPEN_STATES] } },
    data: { state: 'WITHDRAWN' },
  })
  return count > 0 ? { saved: true, changeSetId: null } : decidedMeanwhile(db, author, id)
}

async function decidedMeanwhile(db: Db, reader: Author, id: number): Promise<DecisionOutcome> {
  return { saved: false, refusal: (await refusalOf(db, reader, id)) ?? { kind: 'missing' } }
}

/** Why somebody cannot decide about a proposal; null where nothing is against it. */
async function refusalOf(db: Db, reader: Author, id: number): Promise<DecisionRefusal | null> {
  const proposal = await db.proposal.findUnique({ where: { id } })
  if (!proposal || (!reader.publishes && proposal.authorId !== reader.id)) return { kind: 'missing' }
  if (!isOpen(proposal.state)) return { kind: 'decided', state: proposal.state, by: proposal.decidedByName }
  return proposal.authorId === reader.id ? { kind: 'own' } : null
}
