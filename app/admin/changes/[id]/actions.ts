'use server'

import { redirect } from 'next/navigation'
import { keepTyped, withReason } from '@/app/admin/form-answer'
import type { ReasonFormState } from '@/components/form/reason-form'
import { undoChangeSet } from '@/server/history/desk'
import { rowNumber } from '../../row-number'

export async function undoAction(id: string, state: ReasonFormState, form: FormData): Promise<ReasonFormState> {
  const answer: ReasonFormState = { ...keepTyped(state, form), done: null, left: [] }
  return withReason(answer, form, async (editor, reason) => {
    const outcome = await undoChangeSet(editor, rowNumber(id) ?? 0, reason)
    const { left } = outcome
    if (!outcome.restored) return { ...answer, errors: { form: outcome.reason }, left }
    if (left.length > 0) return { ...answer, typed: null, done: { changeSetId: outcome.changeSetId }, left }
    redirect(`/admin/saved/${outcome.changeSetId}`)
  })
}
