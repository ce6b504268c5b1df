'use server'

import { redirect } from 'next/navigation'
import type { ReasonFormState } from '@/components/desk/reason-form'
import { readReason } from '@/lib/evidence'
import { typedIn } from '@/lib/typed'
import { db } from '@/server/db'
import { undoChangeSet } from '@/server/restore'
import { currentEditor } from '@/server/session'
import { rowNumber } from '../../row-number'

export async function undoAction(id: number, state: ReasonFormState, form: FormData): Promise<ReasonFormState> {
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
  const outcome = await undoChangeSet(db(), editor, rowNumber(String(id)) ?? 0, reason)
  const { left } = outcome
  if (!outcome.restored) return { ...answer, errors: { form: outcome.reason }, left }
  if (left.length > 0) return { ...answer, typed: null, done: { changeSetId: outcome.changeSetId }, left }
  redirect(`/admin/saved/${outcome.changeSetId}`)
}
