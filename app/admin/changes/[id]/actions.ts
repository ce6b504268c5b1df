'use server'

import { redirect } from 'next/navigation'
import { keepTyped, withReason } from '@/app/admin/form-answer'
import { refusalInWords } from '@/components/history/figure-words'
import { findUndo, undoChangeSet } from '@/server/history/desk'
import { rowNumber } from '../../row-number'
import { readPutBack } from '../put-back-answer'
import type { PutBackState } from '../put-back-form'

export async function undoAction(id: string, state: PutBackState, form: FormData): Promise<PutBackState> {
  const answer: PutBackState = { ...keepTyped(state, form), view: state.view, isMoved: false }
  return withReason(answer, form, async (editor, reason) => {
    const changeSetId = rowNumber(id) ?? 0
    const outcome = await undoChangeSet(editor, { changeSetId, reason, ...readPutBack(form) })
    if (outcome.saved) redirect(`/admin/saved/${outcome.changeSetId}`)
    const errors = { form: refusalInWords(outcome.refusal, 'undo') }
    const isMoved = outcome.refusal.kind === 'moved'
    return { ...answer, errors, isMoved, view: await findUndo(changeSetId) }
  })
}
