'use server'

import { revalidatePath } from 'next/cache'
import { redirect } from 'next/navigation'
import type { FormState } from '@/components/form/form-state'
import { plainText } from '@/lib/form/plain-text'
import { readReason } from '@/lib/record/evidence'
import { requireEditor } from '@/server/accounts/session'
import { declineSuggestions, findSuggestion, publishSuggestions, takeUp } from '@/server/suggestions/desk'
import { editAddress } from '@/server/suggestions/subject'
import { keepTyped, withEditor } from '../form-answer'
import { rowNumber } from '../row-number'

const LIST = '/admin/suggestions'
const GONE = 'Somebody has answered it meanwhile.'

/** Leads to the form of what the suggestion is about, filled in with what it says. */
export async function takeUpAction(id: string): Promise<void> {
  const editor = await requireEditor(LIST)
  const suggestion = (await takeUp(editor, id)) ? await findSuggestion(id) : null
  revalidatePath(LIST)
  redirect(suggestion ? editAddress(suggestion) : LIST)
}

/** Answers the suggestion that the form names (`of`), with all others about the same figure. */
export async function answerAction(state: FormState, form: FormData): Promise<FormState> {
  const answer = keepTyped(state, form)
  return withEditor(answer, async (editor) => {
    const id = plainText(form.get('of'))
    const typed = plainText(form.get('change'))
    if (typed === '') {
      const { reason, errors } = readReason(form)
      if (errors) return { ...answer, errors }
      if (!(await declineSuggestions(editor, id, reason))) return { ...answer, errors: { form: GONE } }
    } else {
      const change = rowNumber(typed)
      if (change === null) return { ...answer, errors: { change: 'A change has a number, such as 12.' } }
      if (!(await publishSuggestions(editor, id, change))) {
        return { ...answer, errors: { change: `There is no change ${change}, or somebody has answered it meanwhile.` } }
      }
    }
    revalidatePath(LIST)
    redirect(LIST)
  })
}
