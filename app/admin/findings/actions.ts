'use server'

import { revalidatePath } from 'next/cache'
import { redirect } from 'next/navigation'
import type { FormState } from '@/components/form/form-state'
import { plainText } from '@/lib/form/plain-text'
import { requireEditor } from '@/server/accounts/session'
import { bringBack, setAside } from '@/server/findings/desk'
import { keepTyped, withReason } from '../form-answer'

/**
 * Sets the finding aside that the form names by its fingerprint (`of`) and what it is about (`subject`).
 *
 * @param athlete whose findings are listed, to come back to the same list; '' for everybody's.
 */
export async function setAsideAction(athlete: string, state: FormState, form: FormData): Promise<FormState> {
  const answer = keepTyped(state, form)
  return withReason(answer, form, async (editor, reason) => {
    const finding = { subject: plainText(form.get('subject')), fingerprint: plainText(form.get('of')) }
    const outcome = await setAside(editor, finding, reason)
    if (!outcome.setAside) return { ...answer, errors: { form: outcome.reason } }
    // The redirect leads to the page that is open, which the browser would otherwise show as it was.
    revalidatePath('/admin/findings')
    // Back to where the finding was: the others of its rule.
    const rule = plainText(form.get('rule'))
    redirect(/^[a-z-]{1,60}$/.test(rule) ? `${listOf(athlete)}#rule-${rule}` : listOf(athlete))
  })
}

export async function bringBackAction(athlete: string, id: string): Promise<void> {
  const editor = await requireEditor('/admin/findings')
  await bringBack(editor, id)
  revalidatePath('/admin/findings')
  redirect(listOf(athlete))
}

function listOf(athlete: string): string {
  return athlete === '' ? '/admin/findings' : `/admin/findings?athlete=${encodeURIComponent(athlete)}`
}
