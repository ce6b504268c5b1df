'use server'

import { redirect } from 'next/navigation'
import type { ReasonFormState } from '@/components/desk/reason-form'
import { readReason } from '@/lib/evidence'
import { typedIn } from '@/lib/typed'
import { db } from '@/server/db'
import { restoreRevision } from '@/server/restore'
import { currentEditor } from '@/server/session'
import { rowNumber } from '../../row-number'

export async function restoreAction(id: number, state: ReasonFormState, form: FormData): Promise<ReasonFormState> {
  const answer: ReasonFormState = {
    attempt: state.attempt + 1,
    typed: typedIn(form),
    errors: {},
    isSignedOut: false,
    done: null,
    left: [],
  }
  const editor = await currentEditor()
  if (!editor) return { ...answer, isSignedOut: true }
  const { reason, errors } = readReason(form)
  if (errors) return { ...answer, errors }
  const side = form.get('side')
  if (side !== 'before' && side !== 'after') return { ...answer, errors: { form: 'Press one of the two buttons.' } }
  const outcome = await restoreRevision(db(), editor, rowNumber(String(id)) ?? 0, side, reason)
  if (outcome.restored) redirect(`/admin/saved/${outcome.changeSetId}`)
  return { ...answer, errors: { form: outcome.reason } }
}
