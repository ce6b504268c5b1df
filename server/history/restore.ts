/** Restoring figures of one row as they stood before, or after, a revision. */
import { cache } from 'react'
import type { PutBackAnswer, PutBackOutcome, PutBackView } from '@/lib/record/put-back-view'
import type { Client, Db, Prisma } from '@/prisma/client'
import type { Editor } from '../accounts/editor'
import { db } from '../db'
import { makePlan } from './plan'
import { putBack } from './put-back'
import { viewOf } from './put-back-view'
import { findCurrentRow, type Row } from './rows'

export type Side = 'before' | 'after'

export type RevisionRow = Prisma.RevisionGetPayload<{ include: { changeSet: true } }>

/** A revision and its present row; null where there is no such revision. */
export async function findRevision(db: Db, id: number): Promise<{ revision: RevisionRow; now: Row | null } | null> {
  const revision = await db.revision.findUnique({ where: { id }, include: { changeSet: true } })
  return revision && { revision, now: await findCurrentRow(db, revision.entity, revision.entityId) }
}

/** What restoring a row to a side of a revision would do; null where there is no such revision. */
export async function findRestore(db: Db, revisionId: number, side: Side): Promise<PutBackView | null> {
  const plan = await makePlan(db, { revisionId, side })
  return plan && viewOf(db, plan)
}

/** Restores what was chosen of a row, with the citations that it had. A row that did not exist is withdrawn. */
export async function restoreRevision(
  db: Client,
  editor: Editor,
  { revisionId, side, reason, ...answer }: PutBackAnswer & { revisionId: number; side: Side; reason: string },
): Promise<PutBackOutcome> {
  return putBack(db, editor, { scope: { revisionId, side }, answer, reason })
}

export const getRevision = cache((id: number) => findRevision(db(), id))
export const getRestore = cache((revisionId: number, side: Side) => findRestore(db(), revisionId, side))
