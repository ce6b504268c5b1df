'use server'

import { revalidatePath } from 'next/cache'
import { notFound, redirect } from 'next/navigation'
import type { AccountFormState } from '@/components/account/account-form'
import { plainText } from '@/lib/form/plain-text'
import { readReason } from '@/lib/record/evidence'
import { beginAccountUndo, continueAccountUndo } from '@/server/account-undo/desk'
import type { Editor } from '@/server/accounts/editor'
import { currentEditor, requireAdmin } from '@/server/accounts/session'
import { refused } from '../../account/answer'
import { requireNoDraft } from '../drafts/require-no-draft'
import { readTimes, undoAddress } from './times'

async function requireAdministrator(path: string): Promise<Editor> {
  await requireAdmin(path)
  const editor = (await currentEditor()) ?? notFound()
  await requireNoDraft(editor)
  return editor
}

/** Begins to undo what an account did between the two times that were previewed. */
export async function beginAction(
  userId: string,
  times: { since: string; until: string },
  state: AccountFormState,
  form: FormData,
): Promise<AccountFormState> {
  const admin = await requireAdministrator(undoAddress(userId, times))
  const { reason, errors } = readReason(form)
  if (errors) return refused(state, form, { reason: errors.reason ?? 'Say why.' })
  const read = readTimes(times)
  if (!read.ok) return refused(state, form, { form: 'Choose the times once more.' })
  const id = await beginAccountUndo(admin, { userId, ...read.scope }, reason)
  if (id === null) return refused(state, form, { form: 'There is nothing to undo in that time.' })
  redirect(`/admin/undo/run/${id}`)
}

/** Goes on for some seconds. */
export async function continueAction(form: FormData): Promise<void> {
  const id = plainText(form.get('undoing'))
  const page = `/admin/undo/run/${encodeURIComponent(id)}`
  const admin = await requireAdministrator(page)
  await continueAccountUndo(admin, id)
  revalidatePath(page)
  redirect(page)
}
