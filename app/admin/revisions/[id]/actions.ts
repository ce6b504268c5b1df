'use server'

import { redirect } from 'next/navigation'
import { answerReasoned, echoed } from '@/app/admin/form-answer'
import type { ReasonFormState } from '@/components/form/reason-form'
import { db } from '@/server/db'
import { restoreRevision } from '@/server/history/restore'
import { rowNumber } from '../../row-number'

export async function restoreAction(id: string, state: ReasonFormState, form: FormData): Promise<ReasonFormState> {
  const answer: ReasonFormState = { ...echoed(state, form), done: null, left: [] }
  return answerReasoned(answer, form, async (editor, reason) => {
    const side = form.get('side')
    if (side !== 'before' && side !== 'after') return { ...answer, errors: { form: 'Press one of the two buttons.' } }
    const outcome = await restoreRevision(db(), editor, { revisionId: rowNumber(id) ?? 0, side }, reason)
    if (outcome.restored) redirect(`/admin/saved/${outcome.changeSetId}`)
    return { ...answer, errors: { form: outcome.reason } }
  })
}
