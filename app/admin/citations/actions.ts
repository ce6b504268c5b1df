'use server'

import type { FormState } from '@/components/form/form-state'
import { plainText } from '@/lib/form/plain-text'
import { readCitationEdit, readNewCitation } from '@/lib/record/citation-form'
import { readReason } from '@/lib/record/evidence'
import { db } from '@/server/db'
import { readProof } from '@/server/results/result-submission'
import { addCitation, changeCitation, withdrawCitation } from '@/server/sources/citing'
import { answerCiting } from './answer'

export async function citeAction(kind: string, key: string, state: FormState, form: FormData): Promise<FormState> {
  return answerCiting([kind, key], state, form, async (editor, owner, version) => {
    const { citation, errors } = readNewCitation(form)
    const { evidence, evidenceErrors } = await readProof(db(), form)
    if (evidence && Object.keys(errors).length === 0) {
      return addCitation(db(), editor, { owner, version, ...citation }, evidence)
    }
    return { saved: false, errors: { ...errors, ...evidenceErrors } }
  })
}

/** Changes or withdraws the citation that the form names in `of`. */
export async function citationAction(kind: string, key: string, state: FormState, form: FormData): Promise<FormState> {
  return answerCiting([kind, key], state, form, async (editor, owner, version) => {
    const id = plainText(form.get('of'))
    if (form.get('intent') === 'withdraw') {
      const { reason, errors } = readReason(form)
      return errors ? { saved: false, errors } : withdrawCitation(db(), editor, { owner, id, version }, reason)
    }
    const { edit, errors } = readCitationEdit(form)
    return Object.keys(errors).length > 0
      ? { saved: false, errors }
      : changeCitation(db(), editor, { owner, id, version }, edit)
  })
}
