'use server'

import { redirect } from 'next/navigation'
import { answerReasoned, echoed } from '@/app/admin/form-answer'
import type { ReasonFormState } from '@/components/form/reason-form'
import { db } from '@/server/db'
import { undoChangeSet } from '@/server/history/restore'
import { rowNumber } from '../../row-number'

export async function undoAction(id: string, state: ReasonFormState, form: FormData): Promise<ReasonFormState> {
  const answer: ReasonFormState = { ...echoed(state, form), done: null, left: [] }
  return answerReasoned(answer, form, async (editor, reason) => {
    const outcome = await undoChangeSet(db(), editor, rowNumber(id) ?? 0, reason)
    const { left } = outcome
    if (!outcome.restored) return { ...answer, errors: { form: outcome.reason }, left }
    if (left.length > 0) return { ...answer, typed: null, done: { changeSetId: outcome.changeSetId }, left }
    redirect(`/admin/saved/${outcome.changeSetId}`)
  })
}
