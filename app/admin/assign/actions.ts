'use server'

import { revalidatePath } from 'next/cache'
import { redirect } from 'next/navigation'
import { plainText } from '@/lib/form/plain-text'
import { requireEditor } from '@/server/accounts/session'
import { assign } from '@/server/assignments/desk'
import { listAddress } from './list-address'

/** Gives the finding or dispute that the form names to somebody (`to`), or to nobody, and leads back to its list. */
export async function assignAction(form: FormData): Promise<void> {
  const back = listAddress(plainText(form.get('back')))
  const editor = await requireEditor(back)
  const to = plainText(form.get('to'))
  await assign(editor, plainText(form.get('subject')), to === '' ? null : to)
  revalidatePath(back.replace(/[?#].*/, ''))
  redirect(back)
}
