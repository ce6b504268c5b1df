'use server'

import type { FormState } from '@/components/form/form-state'
import { readDisputeResolution } from '@/lib/record/citation-form'
import { db } from '@/server/db'
import { resolveDispute } from '@/server/sources/resolve-dispute'
import { answerCiting } from '../citations/answer'

export async function resolveDisputeAction(
  kind: string,
  key: string,
  field: string,
  state: FormState,
  form: FormData,
): Promise<FormState> {
  return answerCiting([kind, key], state, form, async (editor, owner, version) => {
    const { settlement, errors } = readDisputeResolution(form)
    return Object.keys(errors).length > 0
      ? { saved: false, errors }
      : resolveDispute(db(), editor, { owner, key: field, version }, settlement)
  })
}
