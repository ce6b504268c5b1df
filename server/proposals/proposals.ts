/** Proposals as their authors and reviewers read them. */
import 'server-only'
import { isProposed, OPEN_STATES, type ProposalEntry, type ProposalState } from '@/lib/record/proposal'
import type { Db, Prisma } from '@/prisma/client'
import type { Author } from '../accounts/editor'
import { findChangesOf } from '../history/history'

/** How many a list shows. */
const MOST_LISTED = 50

const withAll = {
  rows: { orderBy: { id: 'asc' } },
  messages: { orderBy: { id: 'asc' } },
} satisfies Prisma.ProposalInclude
type ProposalRow = Prisma.ProposalGetPayload<{ include: typeof withAll }>

/** What waits for a review, the oldest first. */
export async function findQueue(db: Db): Promise<ProposalEntry[]> {
  const rows = await db.proposal.findMany({
    where: { state: { in: [...OPEN_STATES] } },
    orderBy: { id: 'asc' },
    take: MOST_LISTED,
    include: withAll,
  })
  return entriesOf(db, rows)
}

export async function countQueue(db: Db): Promise<number> {
  return db.proposal.count({ where: { state: { in: [...OPEN_STATES] } } })
}

/** What somebody has proposed, the newest first. */
export async function findProposalsOf(db: Db, author: Author, state?: ProposalState): Promise<ProposalEntry[]> {
  const rows = await db.proposal.findMany({
    where: { authorId: author.id, state },
    orderBy: { id: 'desc' },
    take: MOST_LISTED,
    include: withAll,
  })
  return entriesOf(db, rows)
}

/** One proposal; null where there is none, or the reader is neither its author nor an editor. */
export async function findProposal(db: Db, reader: Author, id: number): Promise<ProposalEntry | null> {
  const row = await db.proposal.findUnique({ where: { id }, include: withAll })
  if (!row || (row.authorId !== reader.id && (!reader.publishes || !isProposed(row.state)))) return null
  return (await entriesOf(db, [row]))[0] ?? null
}

async function entriesOf(db: Db, rows: readonly ProposalRow[]): Promise<ProposalEntry[]> {
  const known = await db.source.findMany({ where: { id: { in: rows.flatMap(({ sourceId }) => sourceId ?? []) } } })
  return Promise.all(
    rows.map(async (row) => {
      const made = row.rows.find(({ entity, entityId }) => entity === 'sources' && entityId === row.sourceId)?.after
      const source = known.find(({ id }) => id === row.sourceId) ?? (made as Record<string, unknown> | undefined)
      const { decidedByName, decidedAt, decision, changeSetId } = row
      return {
        id: row.id,
        state: row.state,
        at: row.createdAt.toISOString(),
        authorId: row.authorId,
        author: row.authorName,
        reason: row.reason,
        source: {
          title: `${source?.publication ?? ''}: ${source?.title ?? ''}`,
          url: typeof source?.url === 'string' ? source.url : null,
          isNew: known.every(({ id }) => id !== row.sourceId),
        },
        ...(await findChangesOf(db, row.rows)),
        decided:
          decidedByName === null || decidedAt === null
            ? null
            : { by: decidedByName, at: decidedAt.toISOString(), reason: decision, changeSetId },
        messages: row.messages.map(({ id, authorName, createdAt, text }) => ({
          id,
          author: authorName,
          at: createdAt.toISOString(),
          text,
        })),
      }
    }),
  )
}
