/** Undoing and restoring as somebody does who presses the button of the page, for database tests. */
import type { PutBackOutcome, PutBackView } from '@/lib/record/put-back-view'
import type { Client } from '@/prisma/client'
import type { Editor } from '@/server/accounts/editor'
import { findRestore, restoreRevision, type Side } from '@/server/history/restore'
import { findUndo, undoChangeSet } from '@/server/history/undo'

/** Which figures are ticked; what the page ticks where nothing else is said. */
export type Ticks = (view: PutBackView) => string[]

export const asTicked: Ticks = ({ choices }) => choices.flatMap(({ key, isTicked }) => (isTicked ? [key] : []))
export const everything: Ticks = ({ choices }) =>
  choices.flatMap(({ key, state, isBlocked }) =>
    (state === 'ready' || state === 'changed') && !isBlocked ? [key] : [],
  )

const UNSEEN: PutBackView = { token: '', choices: [], more: 0, isMoreTicked: false }

export async function undo(
  db: Client,
  editor: Editor,
  changeSetId: number,
  { ticks = asTicked, reason = 'A slip' }: { ticks?: Ticks; reason?: string } = {},
): Promise<PutBackOutcome> {
  const view = (await findUndo(db, changeSetId)) ?? UNSEEN
  const answer = { token: view.token, keys: ticks(view), more: view.isMoreTicked }
  return undoChangeSet(db, editor, { changeSetId, reason, ...answer })
}

export async function restore(
  db: Client,
  editor: Editor,
  { revisionId, side, ticks = asTicked }: { revisionId: number; side: Side; ticks?: Ticks },
): Promise<PutBackOutcome> {
  const view = (await findRestore(db, revisionId, side)) ?? UNSEEN
  const answer = { token: view.token, keys: ticks(view), more: view.isMoreTicked }
  return restoreRevision(db, editor, { revisionId, side, reason: 'It was right', ...answer })
}

/** The number of the change that was made. */
export function saved(outcome: { saved: boolean; changeSetId?: number }): number {
  if (!outcome.saved || outcome.changeSetId === undefined) throw new Error(JSON.stringify(outcome))
  return outcome.changeSetId
}
