'use server'

import { revalidatePath } from 'next/cache'
import { redirect } from 'next/navigation'
import type { FormState } from '@/components/desk/form-state'
import { readReason } from '@/lib/evidence'
import { typedIn } from '@/lib/typed'
import { db } from '@/server/db'
import { bringBack, setAside } from '@/server/finding-decisions'
import { currentEditor, requireEditor } from '@/server/session'

/** @param athlete whose findings are listed, to come back to the same list; '' for everybody's. */
export async function setAsideAction(
  athlete: string,
  subject: string,
  fingerprint: string,
  state: FormState,
  form: FormData,
): Promise<FormState> {
  const echoed: FormState = { attempt: state.attempt + 1, typed: typedIn(form), errors: {}, isSignedOut: false }
  const editor = await currentEditor()
  if (!editor) return { ...echoed, isSignedOut: true }
  const { reason, errors } = readReason(form)
  if (errors) return { ...echoed, errors }
  const outcome = await setAside(db(), editor, { subject, fingerprint }, reason)
  if (!outcome.setAside) return { ...echoed, errors: { form: outcome.reason } }
  // The way back leads to the page one stands on, which the browser would otherwise show as it was.
  revalidatePath('/admin/findings')
  redirect(`${listOf(athlete)}#set-aside`)
}

export async function bringBackAction(athlete: string, id: string): Promise<void> {
  const editor = await requireEditor('/admin/findings')
  await bringBack(db(), editor, id)
  revalidatePath('/admin/findings')
  redirect(listOf(athlete))
}

function listOf(athlete: string): string {
  return athlete === '' ? '/admin/findings' : `/admin/findings?athlete=${encodeURIComponent(athlete)}`
}
