'use server'

import { redirect } from 'next/navigation'
import { z } from 'zod'
import { keepTyped, withReason } from '@/app/admin/form-answer'
import type { ReasonFormState } from '@/components/form/reason-form'
import { restoreRevision } from '@/server/history/desk'
import { rowNumber } from '../../row-number'

const SIDE = z.enum(['before', 'after'])

export async function restoreAction(id: string, state: ReasonFormState, form: FormData): Promise<ReasonFormState> {
  const answer: ReasonFormState = { ...keepTyped(state, form), done: null, left: [] }
  return withReason(answer, form, async (editor, reason) => {
    const side = SIDE.safeParse(form.get('side'))
    if (!side.success) return { ...answer, errors: { form: 'Press one of the two buttons.' } }
    const outcome = await restoreRevision(editor, { revisionId: rowNumber(id) ?? 0, side: side.data }, reason)
    if (outcome.restored) redirect(`/admin/saved/${outcome.changeSetId}`)
    return { ...answer, errors: { form: outcome.reason } }
  })
}
