'use server'

import type { FormState } from '@/components/form/form-state'
import { readDisputeResolution, readRejections } from '@/lib/record/citation-form'
import { publishing } from '@/server/accounts/editor'
import { resolveDispute } from '@/server/sources/desk'
import { answerCiting } from '../citations/answer'

export async function resolveDisputeAction(
  kind: string,
  key: string,
  field: string,
  state: FormState,
  form: FormData,
): Promise<FormState> {
  return answerCiting([kind, key], state, form, async (author, owner, version) => {
    const editor = publishing(author)
    if (!editor) return { saved: false, errors: { form: 'Only editors can resolve a dispute.' } }
    const read = readDisputeResolution(form)
    if (!read.ok) return { saved: false, errors: read.errors }
    return resolveDispute(editor, { owner, key: field, version }, { ...read.values, why: readRejections(form) })
  })
}
