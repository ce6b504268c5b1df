'use server'

import type { FormState } from '@/components/form/form-state'
import { plainText } from '@/lib/form/plain-text'
import { readCitationEdit, readNewCitation } from '@/lib/record/citation-form'
import { readEvidence, readReason } from '@/lib/record/evidence'
import { drafted } from '@/server/proposals/desk'
import { addCitation, changeCitation, withdrawCitation } from '@/server/sources/desk'
import { checkEvidence } from '@/server/sources/evidence-desk'
import { answerCiting } from './answer'

export async function citeAction(kind: string, key: string, state: FormState, form: FormData): Promise<FormState> {
  return answerCiting([kind, key], state, form, async (author, owner, version) => {
    const citation = readNewCitation(form)
    const read = await drafted(author, () => checkEvidence(readEvidence(form)))
    if (!citation.ok || !read.ok) {
      return { saved: false, errors: { ...citation.errors, ...(read.ok ? {} : read.errors) }, read }
    }
    return { ...(await addCitation(author, { owner, version, ...citation.values }, read.evidence)), read }
  })
}

/** Changes or withdraws the citation that the form names in `of`. */
export async function citationAction(kind: string, key: string, state: FormState, form: FormData): Promise<FormState> {
  return answerCiting([kind, key], state, form, async (author, owner, version) => {
    const id = plainText(form.get('of'))
    if (form.get('intent') === 'withdraw') {
      const { reason, errors } = readReason(form)
      return errors ? { saved: false, errors } : withdrawCitation(author, { owner, id, version }, reason)
    }
    const edit = readCitationEdit(form)
    return edit.ok ? changeCitation(author, { owner, id, version }, edit.values) : { saved: false, errors: edit.errors }
  })
}
