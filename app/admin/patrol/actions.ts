'use server'

import { revalidatePath } from 'next/cache'
import { redirect } from 'next/navigation'
import { plainText } from '@/lib/form/plain-text'
import { requireEditor } from '@/server/accounts/session'
import { markPatrolled, unmarkPatrolled } from '@/server/patrolling/desk'
import { rowNumber } from '../row-number'

/** Marks the change that the form names, and goes on with the others. */
export async function patrolAction(form: FormData): Promise<void> {
  const id = plainText(form.get('change'))
  const editor = await requireEditor(`/admin/patrol/${id}`)
  const outcome = await markPatrolled(editor, rowNumber(id) ?? 0)
  revalidatePath('/admin/patrol')
  // Why it cannot be marked stands on its own page.
  redirect(outcome.patrolled ? `/admin/patrol?marked=${id}` : `/admin/patrol/${id}`)
}

export async function unpatrolAction(form: FormData): Promise<void> {
  const id = plainText(form.get('change'))
  const editor = await requireEditor(`/admin/patrol/${id}`)
  await unmarkPatrolled(editor, rowNumber(id) ?? 0)
  revalidatePath('/admin/patrol')
  redirect(`/admin/patrol/${id}`)
}
