'use server'

import { revalidatePath } from 'next/cache'
import { redirect } from 'next/navigation'
import { readPutBack } from '@/app/admin/changes/put-back-answer'
import { keepTyped, withEditor, withReason } from '@/app/admin/form-answer'
import type { FormState } from '@/components/form/form-state'
import { decisionRefusalInWords } from '@/components/review/state'
import { readMessage } from '@/lib/record/proposal-message'
import { approveProposal, declineProposal, discussProposal, findReview, readAmendments } from '@/server/proposals/desk'
import { rowNumber } from '../../row-number'
import type { ApproveState } from '../approve-form'

export async function approveAction(id: string, state: ApproveState, form: FormData): Promise<ApproveState> {
  const answer: ApproveState = { ...keepTyped(state, form), view: state.view, isMoved: false, isDecided: false }
  return withEditor(answer, async (editor) => {
    const number = rowNumber(id) ?? 0
    const amendments = readAmendments(form)
    const outcome = await approveProposal(editor, { id: number, amendments, ...readPutBack(form) })
    if (outcome.saved) redirect(`/admin/saved/${outcome.changeSetId}`)
    const { refusal } = outcome
    return {
      ...answer,
      errors: { form: decisionRefusalInWords(refusal) },
      isMoved: refusal.kind === 'moved',
      isDecided: refusal.kind === 'decided',
      view: (await findReview(number)) ?? answer.view,
    }
  })
}

export async function declineAction(id: string, state: FormState, form: FormData): Promise<FormState> {
  const answer = keepTyped(state, form)
  return withReason(answer, form, async (editor, reason) => {
    const outcome = await declineProposal(editor, { id: rowNumber(id) ?? 0, reason })
    if (outcome.saved) {
      revalidatePath('/admin/review')
      redirect('/admin/review')
    }
    return { ...answer, errors: { form: decisionRefusalInWords(outcome.refusal) } }
  })
}

export async function askAction(id: string, state: FormState, form: FormData): Promise<FormState> {
  const answer = keepTyped(state, form)
  return withEditor(answer, async (editor) => {
    const { text, errors } = readMessage(form)
    if (errors) return { ...answer, errors }
    const outcome = await discussProposal(editor, { id: rowNumber(id) ?? 0, text })
    if (outcome.saved) {
      // The redirect leads to the page that is open, which the browser would otherwise show as it was.
      revalidatePath(`/admin/review/${id}`)
      redirect(`/admin/review/${id}#discussion`)
    }
    return { ...answer, errors: { form: decisionRefusalInWords(outcome.refusal) } }
  })
}
