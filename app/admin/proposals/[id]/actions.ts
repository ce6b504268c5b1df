'use server'

import { revalidatePath } from 'next/cache'
import { redirect } from 'next/navigation'
import type { FormState } from '@/components/form/form-state'
import { decisionRefusalInWords } from '@/components/review/state'
import { readMessage } from '@/lib/record/proposal-message'
import { discussProposal, withdrawProposal } from '@/server/proposals/desk'
import { keepTyped, withAuthor } from '../../form-answer'
import { rowNumber } from '../../row-number'

/** To the proposal as it is now: the browser would otherwise show what it has already. */
function backTo(id: string, place = ''): never {
  revalidatePath(`/admin/proposals/${id}`)
  redirect(`/admin/proposals/${id}${place}`)
}

export async function replyAction(id: string, state: FormState, form: FormData): Promise<FormState> {
  const answer = keepTyped(state, form)
  return withAuthor(answer, async (author) => {
    const { text, errors } = readMessage(form)
    if (errors) return { ...answer, errors }
    const outcome = await discussProposal(author, { id: rowNumber(id) ?? 0, text })
    if (outcome.saved) backTo(id, '#discussion')
    return { ...answer, errors: { form: decisionRefusalInWords(outcome.refusal) } }
  })
}

export async function withdrawProposalAction(id: string, state: FormState, form: FormData): Promise<FormState> {
  const answer = keepTyped(state, form)
  return withAuthor(answer, async (author) => {
    const outcome = await withdrawProposal(author, rowNumber(id) ?? 0)
    if (outcome.saved) backTo(id)
    return { ...answer, errors: { form: decisionRefusalInWords(outcome.refusal) } }
  })
}
