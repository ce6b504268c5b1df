'use server'

import { redirect } from 'next/navigation'
import type { FormState, ResultFormState } from '@/components/form/form-state'
import { typedIn } from '@/lib/form/typed'
import { currentEditor } from '@/server/accounts/session'
import { db } from '@/server/db'
import { readBase, readProof, readSubmission } from '@/server/results/result-submission'
import { getResult, saveResult, withdrawResult } from '@/server/results/results'
import { getSiblingResults } from '@/server/results/sibling-results'

import { clashAnswer, echo, previewAnswer, refusal } from '../answer'

export async function correctResultAction(
  id: string,
  state: ResultFormState,
  form: FormData,
): Promise<ResultFormState> {
  const echoed = echo(state, form)
  const editor = await currentEditor()
  if (!editor) return { ...echoed, isSignedOut: true }
  const base = readBase(form)
  const found = await getResult(id)
  if (!base || !found) return { ...echoed, errors: { form: 'This form is not one of ours: open the result again.' } }

  const submission = await readSubmission(db(), form)
  if (form.get('intent') === 'preview') {
    return previewAnswer(echoed, submission, await getSiblingResults(id), found.result)
  }
  const errors = { ...submission.errors, ...submission.evidenceErrors }
  if (!submission.evidence || Object.keys(errors).length > 0) return refusal(echoed, submission, errors)

  const { draft, evidence, making } = submission
  const outcome = await saveResult(db(), editor, id, base, draft, evidence, making)
  if (outcome.saved) redirect(`/admin/saved/${outcome.changeSetId}`)
  if ('clash' in outcome) return clashAnswer(echoed, outcome.clash)
  return refusal(echoed, submission, outcome.errors)
}

export async function withdrawResultAction(id: string, state: FormState, form: FormData): Promise<FormState> {
  const echoed: FormState = { attempt: state.attempt + 1, typed: typedIn(form), errors: {}, isSignedOut: false }
  const editor = await currentEditor()
  if (!editor) return { ...echoed, isSignedOut: true }
  const { evidence, evidenceErrors } = await readProof(db(), form)
  if (!evidence) return { ...echoed, errors: evidenceErrors }
  const outcome = await withdrawResult(db(), editor, id, evidence)
  if (outcome.saved) redirect(`/admin/saved/${outcome.changeSetId}`)
  return { ...echoed, errors: 'errors' in outcome ? outcome.errors : {} }
}
