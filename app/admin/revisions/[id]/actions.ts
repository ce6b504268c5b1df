'use server'

import { redirect } from 'next/navigation'
import { z } from 'zod'
import { keepTyped, withReason } from '@/app/admin/form-answer'
import { refusalInWords } from '@/components/history/figure-words'
import { findRestore, restoreRevision } from '@/server/history/desk'
import { readPutBack } from '../../changes/put-back-answer'
import type { PutBackState } from '../../changes/put-back-form'
import { rowNumber } from '../../row-number'

const SIDE = z.enum(['before', 'after'])

export async function restoreAction(id: string, state: PutBackState, form: FormData): Promise<PutBackState> {
  const answer: PutBackState = { ...keepTyped(state, form), view: state.view, isMoved: false }
  return withReason(answer, form, async (editor, reason) => {
    const revisionId = rowNumber(id) ?? 0
    const side = SIDE.catch('before').parse(form.get('side'))
    const outcome = await restoreRevision(editor, { revisionId, side, reason, ...readPutBack(form) })
    if (outcome.saved) redirect(`/admin/saved/${outcome.changeSetId}`)
    const errors = { form: refusalInWords(outcome.refusal, 'restore') }
    const isMoved = outcome.refusal.kind === 'moved'
    return { ...answer, errors, isMoved, view: await findRestore(revisionId, side) }
  })
}
