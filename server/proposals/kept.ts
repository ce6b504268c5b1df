/** Proposals as they are kept: rows beside the record, which no page of it reads. */
import type { NewSource } from '@/lib/record/evidence'
import { type Thing, thingKey } from '@/lib/record/figures'
import type { Row } from '@/lib/record/history'
import { describedSource } from '@/lib/record/things/source'
import type { Values } from '@/lib/record/things/thing'
import type { Db, Prisma } from '@/prisma/client'
import type { Author } from '../accounts/editor'
import type { Change } from '../history/change'
import { findChangedRows } from '../history/figure-states'

/** A row as a proposal found it, null where it makes the row, and as it would leave it. */
export interface ProposedRow extends Thing {
  before: Row | null
  after: Row
}

interface Proposed {
  id: number
  sourceId: string
  rows: (ProposedRow & { athleteId: string | null; resultId: string | null; competitionId: string | null })[]
}

/** What the database wrote of a change that is under way, row by row. */
export async function readProposed({ tx, id, sourceId }: Change): Promise<Proposed> {
  if (sourceId === null) throw new Error('A proposal rests on a source.')
  const filed = await tx.revision.findMany({
    where: { changeSetId: id },
    orderBy: { id: 'asc' },
    select: { entity: true, entityId: true, athleteId: true, resultId: true, competitionId: true },
  })
  const last = new Map(filed.map(({ entity, entityId, ...about }) => [thingKey({ entity, id: entityId }), about]))
  const states = (await findChangedRows(tx, [id])).get(id)?.states ?? []
  const rows = states.flatMap(({ entity, id, before, after }) => {
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
  const json = (row: Row) => row as Prisma.InputJsonObject
  await db.proposal.create({
    data: {
      id,
      authorId: author.id,
      authorName: author.name,
      reason,
      sourceId,
      basedOn,
      rows: {
        create: rows.map(({ id: entityId, before, after, ...row }) => ({
          ...row,
          entityId,
          before: before ? json(before) : undefined,
          after: json(after),
        })),
      },
    },
  })
}

export interface OpenProposal {
  id: number
  authorId: string
  authorName: string
  reason: string
  sourceId: string
  /** The source, where the proposal describes it anew. */
  describes: NewSource | null
  basedOn: number
  rows: ProposedRow[]
}

/** A proposal that nobody has decided yet, locked until the transaction ends; null where it is not open any more. */
export async function findOpenProposal(tx: Db, id: number): Promise<OpenProposal | null> {
  await tx.$queryRaw`SELECT FROM proposals WHERE id = ${id} FOR UPDATE`
  const proposal = await tx.proposal.findFirst({
    where: { id, state: { in: ['WAITING', 'IN_DISCUSSION'] } },
    include: { rows: { orderBy: { id: 'asc' } } },
  })
  if (!proposal) return null
  const { authorId, authorName, reason, sourceId, basedOn } = proposal
  const rows = proposal.rows.map(({ entity, entityId, before, after }) => ({
    entity,
    id: entityId,
    before: before as Row | null,
    after: after as Row,
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
    rows,
  }
}
