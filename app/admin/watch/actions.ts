'use server'

import { revalidatePath } from 'next/cache'
import { redirect } from 'next/navigation'
import type { AccountFormState } from '@/components/account/account-form'
import { plainText } from '@/lib/form/plain-text'
import { isWatchedKind } from '@/lib/record/page-kinds'
import { requireAuthor } from '@/server/accounts/session'
import { setWatching } from '@/server/watching/desk'
import { refused } from '../../account/answer'

/** Begins or ends to watch a thing, as the form's `watching` says. */
export async function watchAction(
  kind: string,
  id: string,
  state: AccountFormState,
  form: FormData,
): Promise<AccountFormState> {
  const page = `/admin/watch/${kind}/${id}`
  const author = await requireAuthor(page)
  if (!isWatchedKind(kind))
    return refused(state, form, { form: 'Only athletes, competitions and events can be watched.' })
  const outcome = await setWatching(author, { kind, id }, plainText(form.get('watching')) === 'yes')
  if (outcome.watching === null) return refused(state, form, { form: outcome.reason })
  revalidatePath('/admin/watched')
  revalidatePath(page)
  redirect(page)
}
