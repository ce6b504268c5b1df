/** Proposals as they are kept: rows beside the record, which no page of it reads. */
import type { NewSource } from '@/lib/record/evidence'
import { type Thing, thingKey } from '@/lib/record/figures'
import type { Row } from '@/lib/record/history'
import { OPEN_STATES, type ProposalState } from '@/lib/record/proposal'
import type { RowStates } from '@/lib/record/putting-back'
import { describedSource } from '@/lib/record/things/source'
import type { Values } from '@/lib/record/things/thing'
import type { Db, Prisma } from '@/prisma/client'
import type { Author } from '../accounts/editor'
import type { Change } from '../history/change'
import { findChangedRows, isChanged } from '../history/figure-states'
import { RefusedError } from '../history/refused-error'

/** How many proposals of one person wait at a time. */
export const MOST_OPEN = 200

/** A row as a proposal found it, null where it makes the row, and as it would leave it. */
export interface ProposedRow extends Thing {
  before: Row | null
  after: Row
}

/** As the history files it. */
export type FiledRow = ProposedRow & { athleteId: string | null; resultId: string | null; competitionId: string | null }

export interface Proposed {
  id: number
  sourceId: string
  rows: FiledRow[]
}

/**
 * What the database wrote of a change that is under way, row by row.
 *
 * @param below the change set of the same transaction on top of which it was made: what both made of a row is read.
 */
export async function readProposed({ tx, id, sourceId }: Change, below: number | null = null): Promise<Proposed> {
  if (sourceId === null) throw new Error('A proposal rests on a source.')
  const sets = below === null ? [id] : [below, id]
  const filed = await tx.revision.findMany({
    where: { changeSetId: { in: sets } },
    orderBy: { id: 'asc' },
    select: { entity: true, entityId: true, athleteId: true, resultId: true, competitionId: true },
  })
  const last = new Map(filed.map(({ entity, entityId, ...about }) => [thingKey({ entity, id: entityId }), about]))
  const changed = await findChangedRows(tx, sets)
  const states = new Map<string, RowStates>()
  for (const state of sets.flatMap((set) => changed.get(set)?.states ?? [])) {
    const first = states.get(thingKey(state)) ?? state
    states.set(thingKey(state), { ...state, before: first.before })
  }
  const rows = [...states.values()].filter(isChanged).flatMap(({ entity, id, before, after }) => {
    const about = last.get(thingKey({ entity, id }))
    return after && about ? [{ entity, id, before, after, ...about }] : []
  })
  return { id, sourceId, rows }
}

export async function keepProposal(
  db: Db,
  author: Author,
  { id, sourceId, reason, basedOn, rows }: Proposed & { reason: string; basedOn: number },
): Promise<void> {
  await db.proposal.create({
    data: {
      id,
      authorId: author.id,
      authorName: author.name,
      reason,
      sourceId,
      basedOn,
      rows: { create: rows.map(keptRow) },
    },
  })
}

/** A row as the database keeps it. */
export function keptRow({ entity, id, before, after, athleteId, resultId, competitionId }: FiledRow) {
  const json = (row: Row) => row as Prisma.InputJsonObject
  return {
    entity,
    entityId: id,
    athleteId,
    resultId,
    competitionId,
    before: before ? json(before) : undefined,
    after: json(after),
  }
}

/** @throws a RefusedError where as many proposals of somebody wait as may. */
export async function refuseTooMany(db: Db, authorId: string): Promise<void> {
  const open = await db.proposal.count({ where: { authorId, state: { in: [...OPEN_STATES] } } })
  if (open < MOST_OPEN) return
  throw new RefusedError(
    `${open} of your proposals wait for a review already: withdraw some, or wait until they have been reviewed.`,
  )
}

export interface OpenProposal {
  id: number
  authorId: string
  authorName: string
  reason: string
  /** Null of a draft without edits. */
  sourceId: string | null
  /** The source, where the proposal describes it anew. */
  describes: NewSource | null
  basedOn: number
  /** The proposal that a draft amends. */
  amendsId: number | null
  returnsTo: ProposalState | null
  rows: FiledRow[]
}

/** A proposal that nobody has decided yet, locked until the transaction ends; null where it is not open any more. */
export async function findOpenProposal(
  tx: Db,
  id: number,
  states: readonly ProposalState[] = OPEN_STATES,
): Promise<OpenProposal | null> {
  await tx.$queryRaw`SELECT FROM proposals WHERE id = ${id} FOR UPDATE`
  const proposal = await tx.proposal.findFirst({
    where: { id, state: { in: [...states] } },
    include: { rows: { orderBy: { id: 'asc' } } },
  })
  if (!proposal) return null
  const { authorId, authorName, reason, sourceId, basedOn, amendsId, returnsTo } = proposal
  const rows = proposal.rows.map(({ entity, entityId, before, after, athleteId, resultId, competitionId }) => ({
    entity,
    id: entityId,
    before: before as Row | null,
    after: after as Row,
    athleteId,
    resultId,
    competitionId,
  }))
  const made = rows.find(({ entity, id, before }) => entity === 'sources' && id === sourceId && before === null)
  return {
    id,
    authorId,
    authorName,
    reason,
    sourceId,
    describes: made ? describedSource(made.after as Values) : null,
    basedOn,
    amendsId,
    returnsTo,
    rows,
  }
}
