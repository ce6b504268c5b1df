'use server'

import { revalidatePath } from 'next/cache'
import { redirect } from 'next/navigation'
import { plainText } from '@/lib/form/plain-text'
import { requireAuthor } from '@/server/accounts/session'
import { markRead, setDigestMailed } from '@/server/watching/desk'
import { rowNumber } from '../row-number'

/** Says that all was read up to the revision that the page was made of: what came since stays new. */
export async function markReadAction(form: FormData): Promise<void> {
  const author = await requireAuthor('/admin/watched')
  const upTo = rowNumber(plainText(form.get('upTo')))
  if (upTo !== null) await markRead(author, upTo)
  revalidatePath('/admin/watched')
  redirect('/admin/watched')
}

/** Whether the digest is mailed is what the box says. */
export async function mailDigestAction(form: FormData): Promise<void> {
  const author = await requireAuthor('/admin/watched')
  await setDigestMailed(author, form.get('mailed') !== null)
  revalidatePath('/admin/watched')
  redirect('/admin/watched')
}
