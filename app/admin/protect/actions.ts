'use server'

import { revalidatePath } from 'next/cache'
import { redirect } from 'next/navigation'
import type { AccountFormState } from '@/components/account/account-form'
import { plainText } from '@/lib/form/plain-text'
import { readReason } from '@/lib/record/evidence'
import { isPageKind } from '@/lib/record/page-kinds'
import { currentEditor, requireEditor } from '@/server/accounts/session'
import { liftProtection, protect } from '@/server/protection/desk'
import { done, refused } from '../../account/answer'

/** Protects the field that the form names, or the whole page where it names none. */
export async function protectAction(
  kind: string,
  id: string,
  state: AccountFormState,
  form: FormData,
): Promise<AccountFormState> {
  const editor = await currentEditor()
  if (!editor) {
    return refused(state, form, { form: 'You are signed out. Sign in again in another tab, then send this once more.' })
  }
  const { reason, errors } = readReason(form)
  if (errors) return refused(state, form, { reason: 'Say why: contributors are shown the reason.' })
  if (!isPageKind(kind)) return refused(state, form, { form: 'There is no such page.' })
  const outcome = await protect(editor, { kind, id, field: plainText(form.get('field')) || null, reason })
  if (!outcome.saved) return refused(state, form, { form: outcome.reason })
  revalidatePath(`/admin/protect/${kind}/${id}`)
  return done(state, 'It is protected: only editors change it from now on.')
}

export async function liftAction(form: FormData): Promise<void> {
  const editor = await requireEditor('/admin/protect')
  await liftProtection(editor, plainText(form.get('protection')))
  revalidatePath('/admin/protect')
  redirect('/admin/protect?lifted=1')
}
