/** The rows of a draft: laid over the record in a transaction of which nothing else is kept, and read back from it. */
import { changedColumns, thingKey } from '@/lib/record/figures'
import type { Row } from '@/lib/record/history'
import type { Db } from '@/prisma/client'
import type { Change } from '../history/change'
import { byEntity } from '../history/figure-states'
import { freeSlug } from '../history/new-slug'
import { RefusedError } from '../history/refused-error'
import { insertMany, inWritingOrder, isRecordTable, writeColumns } from '../history/rows'
import { findOpenProposal, keptRow, type OpenProposal, type Proposed, type ProposedRow } from './kept'

const WHY = {
  apart: 'You have a draft open, and this cannot be part of one: publish the draft, send it or discard it first.',
  closed: 'Your draft was published or discarded meanwhile, in another window. Save again.',
  contradicted:
    'The record has changed, and contradicts your draft by now: open the draft, and leave out what does not fit.',
}

/** A draft is in the way. */
export class DraftError extends RefusedError {
  constructor(readonly why: keyof typeof WHY) {
    super(WHY[why])
  }
}

/** The number of the draft that somebody has open; null without one. */
export async function findDraftId(db: Db, authorId: string): Promise<number | null> {
  return (await db.proposal.findFirst({ where: { authorId, state: 'DRAFT' }, select: { id: true } }))?.id ?? null
}

/** Whether something was saved in a draft: one that amends a proposal begins with what that says. */
export async function hasEdits(db: Db, { id }: Pick<OpenProposal, 'id'>): Promise<boolean> {
  return (await db.draftEdit.count({ where: { proposalId: id } })) > 0
}

/** Whether a draft says nothing yet. */
export async function isEmpty(db: Db, id: number): Promise<boolean> {
  return (await db.proposedRow.count({ where: { proposalId: id } })) === 0
}

/** A draft, locked until the transaction ends; null where it is none any more. */
export function lockDraft(tx: Db, id: number): Promise<OpenProposal | null> {
  return findOpenProposal(tx, id, ['DRAFT'])
}

/**
 * Writes what a draft says over the record as it is by now: only the columns that the draft changes.
 *
 * @throws a DraftError where the database forbids it.
 */
export async function layOver(change: Change, rows: readonly ProposedRow[]): Promise<void> {
  const writes = await Promise.all(
    rows.map(async ({ entity, id, before, after }) => ({
      entity,
      id,
      isMade: before === null,
      columns:
        before === null ? await withFreeSlug(change.tx, entity, after) : picked(after, changedColumns(before, after)),
    })),
  )
  try {
    // What goes makes room first: a second place in one classification is refused by the database.
    for (const goes of [true, false]) {
      for (const entity of inWritingOrder([...byEntity(rows).keys()])) {
        const own = writes.filter((row) => row.entity === entity && (row.columns.withdrawn === true) === goes)
        // A proposed row is one that the database wrote, so its columns are those of the table.
        const made = own.flatMap(({ isMade, columns }) => (isMade ? [columns] : []))
        if (isRecordTable(entity)) await insertMany(change, entity, made as never[])
        const known = own.flatMap(({ isMade, id, columns }) => (isMade ? [] : [{ id, ...columns }]))
        await writeColumns(change, entity, known)
      }
    }
  } catch (error) {
    if (error instanceof Error && /constraint|23\d\d\d|P2002/.test(error.message)) throw new DraftError('contradicted')
    throw error
  }
}

function picked(row: Row, columns: readonly string[]): Row {
  return Object.fromEntries(columns.map((column) => [column, row[column] ?? null]))
}

/** A row of a table whose address somebody else may have by now, with one that is free. */
export async function withFreeSlug(tx: Db, entity: string, row: Row): Promise<Row> {
  if (typeof row.slug !== 'string' || !isRecordTable(entity)) return row
  const isTaken = async (slug: string) =>
    (await tx.$queryRawUnsafe<unknown[]>(`SELECT 1 FROM "${entity}" WHERE slug = $1`, slug)).length > 0
  return { ...row, slug: await freeSlug(row.slug, isTaken) }
}

/** Keeps what a draft says after a further save. Where that was the change of a proposal, it waits for its review again. */
export async function addEdit(tx: Db, draft: OpenProposal, proposed: Proposed & { reason: string }): Promise<void> {
  const { reason, sourceId } = proposed
  await tx.draftEdit.create({ data: { proposalId: draft.id, reason, sourceId } })
  await keepRows(tx, draft, proposed)
  await tx.proposal.update({
    where: { id: draft.id },
    data: { reason, sourceId, ...(draft.returnsTo && { state: draft.returnsTo, returnsTo: null }) },
  })
}

/** Replaces the rows of a draft. */
export async function keepRows(tx: Db, draft: OpenProposal, { rows }: Pick<Proposed, 'rows'>): Promise<void> {
  const basedOn = await baseOf(tx, draft)
  const known = new Map(draft.rows.map((row) => [thingKey(row), row]))
  await tx.proposedRow.deleteMany({ where: { proposalId: draft.id } })
  await tx.proposal.update({
    where: { id: draft.id },
    data: {
      basedOn,
      rows: { create: rows.map((row) => keptRow({ ...row, before: baseRow(row, known.get(thingKey(row))) })) },
    },
  })
}

/** A row as the draft found it: what the draft changed before is compared with what it was then, all else with today. */
function baseRow({ before }: ProposedRow, known: ProposedRow | undefined): Row | null {
  if (!before || !known?.before) return before
  return { ...before, ...picked(known.before, changedColumns(known.before, known.after)) }
}

/** The revision on which a draft is based: today's, unless others have changed since what it is about. */
async function baseOf(tx: Db, { basedOn, rows }: OpenProposal): Promise<number> {
  const [{ newest, isMoved } = { newest: basedOn, isMoved: true }] = await tx.$queryRaw<
    { newest: number; isMoved: boolean }[]
  >`
    SELECT coalesce(max(id), 0)::int AS newest, coalesce(bool_or(id > ${basedOn} AND (
      (entity || '/' || "entityId") = ANY (${rows.map(thingKey)}::text[]) OR (entity = 'citations' AND (
        "resultId" = ANY (${rows.flatMap(({ resultId }) => resultId ?? [])}::text[])
        OR "competitionId" = ANY (${rows.flatMap(({ competitionId }) => competitionId ?? [])}::text[])
        OR "athleteId" = ANY (${rows.flatMap(({ athleteId }) => athleteId ?? [])}::text[]))))), false) AS "isMoved"
    FROM revisions WHERE id >= ${basedOn}`
  return isMoved ? basedOn : newest
}

/** Takes a draft away; of one that was discussed, what was said stays. */
export async function removeDraft(tx: Db, id: number): Promise<void> {
  if ((await tx.proposalMessage.count({ where: { proposalId: id } })) > 0) {
    await tx.proposal.update({ where: { id }, data: { state: 'WITHDRAWN', amendsId: null, returnsTo: null } })
    return
  }
  await tx.proposedRow.deleteMany({ where: { proposalId: id } })
  await tx.draftEdit.deleteMany({ where: { proposalId: id } })
  await tx.proposal.delete({ where: { id } })
}
