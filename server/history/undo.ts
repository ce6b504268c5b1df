/** Undoing a change set, figure by figure. The undo is a change itself, and can be undone. */
import { cache } from 'react'
import type { PutBackAnswer, PutBackOutcome, PutBackView, Refusal } from '@/lib/record/put-back-view'
import type { Client, Db } from '@/prisma/client'
import type { Editor } from '../accounts/editor'
import { db } from '../db'
import { findImportOfChange } from './history'
import { makePlan } from './plan'
import { putBack } from './put-back'
import { viewOf } from './put-back-view'

/** What undoing a change would do; null where it cannot be undone as a whole. */
export async function findUndo(db: Db, changeSetId: number): Promise<PutBackView | null> {
  if (await refusalOf(db, changeSetId)) return null
  const plan = await makePlan(db, { changeSetId })
  return plan && viewOf(db, plan)
}

/** Undoes what was chosen of a change. */
export async function undoChangeSet(
  db: Client,
  editor: Editor,
  { changeSetId, reason, ...answer }: PutBackAnswer & { changeSetId: number; reason: string },
): Promise<PutBackOutcome> {
  const refusal = await refusalOf(db, changeSetId)
  return refusal ? { saved: false, refusal } : putBack(db, editor, { scope: { changeSetId }, answer, reason })
}

async function refusalOf(db: Db, changeSetId: number): Promise<Refusal | null> {
  const set = await db.changeSet.findUnique({ where: { id: changeSetId }, select: { kind: true } })
  if (!set) return { kind: 'missing' }
  const importId = await findImportOfChange(db, changeSetId)
  if (importId) return { kind: 'import', importId }
  return set.kind === 'SEED' ? { kind: 'first-record' } : null
}

export const getUndo = cache((changeSetId: number) => findUndo(db(), changeSetId))
