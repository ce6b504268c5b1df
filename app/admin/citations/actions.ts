'use server'

import { redirect } from 'next/navigation'
import type { CiteFormState } from '@/components/desk/cite-form'
import { readCitationEdit, readNewCitation, readOwner, readVersion } from '@/lib/citation-form'
import { readReason } from '@/lib/evidence'
import { addCitation, changeCitation, withdrawCitation } from '@/server/citing'
import { db } from '@/server/db'
import { readProof } from '@/server/result-submission'
import { currentEditor } from '@/server/session'
import { citeAnswer, FOREIGN } from './answer'

export async function citeAction(
  kind: string,
  key: string,
  state: CiteFormState,
  form: FormData,
): Promise<CiteFormState> {
  const echoed = citeAnswer(state, form)
  const editor = await currentEditor()
  if (!editor) return { ...echoed, isSignedOut: true }
  const [owner, version] = [readOwner(kind, key), readVersion(form)]
  if (!owner || version === null) return { ...echoed, errors: FOREIGN }
  const { citation, errors } = readNewCitation(form)
  const { evidence, evidenceErrors } = await readProof(db(), form)
  if (!evidence || Object.keys(errors).length > 0) return { ...echoed, errors: { ...errors, ...evidenceErrors } }
  const outcome = await addCitation(db(), editor, owner, version, citation, evidence)
  if (outcome.saved) redirect(`/admin/saved/${outcome.changeSetId}`)
  return { ...echoed, errors: outcome.errors, version: outcome.version ?? echoed.version }
}

export async function citationAction(
  kind: string,
  key: string,
  citationId: string,
  state: CiteFormState,
  form: FormData,
): Promise<CiteFormState> {
  const echoed = citeAnswer(state, form)
  const editor = await currentEditor()
  if (!editor) return { ...echoed, isSignedOut: true }
  const [owner, version] = [readOwner(kind, key), readVersion(form)]
  const intent = form.get('intent')
  if (!owner || version === null) return { ...echoed, errors: FOREIGN }
  if (intent === 'withdraw') {
    const { reason, errors } = readReason(form)
    if (errors) return { ...echoed, errors }
    const outcome = await withdrawCitation(db(), editor, owner, citationId, version, reason)
    if (outcome.saved) redirect(`/admin/saved/${outcome.changeSetId}`)
    return { ...echoed, errors: outcome.errors, version: outcome.version ?? echoed.version }
  }
  const { edit, errors } = readCitationEdit(form)
  if (Object.keys(errors).length > 0) return { ...echoed, errors }
  const outcome = await changeCitation(db(), editor, owner, citationId, version, edit)
  if (outcome.saved) redirect(`/admin/saved/${outcome.changeSetId}`)
  return { ...echoed, errors: outcome.errors, version: outcome.version ?? echoed.version }
}
