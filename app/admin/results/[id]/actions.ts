'use server'

import { redirect } from 'next/navigation'
import type { FormState, ResultFormState } from '@/components/form/form-state'
import { readSubmission } from '@/lib/record/result-submission'
import { checkSubmission, saveResult, withdrawResult } from '@/server/results/desk'
import { getResult } from '@/server/results/results'
import { getSiblingResults } from '@/server/results/sibling-results'
import { keepTyped, withEditor, withEvidence } from '../../form-answer'
import { clashAnswer, errorsOf, keepResult, previewAnswer, refusal } from '../answer'

export async function correctResultAction(
  id: string,
  state: ResultFormState,
  form: FormData,
): Promise<ResultFormState> {
  const submission = readSubmission(form)
  const answer = keepResult(state, submission)
  return withEditor(answer, async (editor) => {
    const { base } = submission
    const found = await getResult(id)
    if (!base || !found) return { ...answer, errors: { form: 'This form is not one of ours: open the result again.' } }

    const checked = await checkSubmission(submission)
    if (form.get('intent') === 'preview') {
      return previewAnswer(answer, checked, await getSiblingResults(id), found.result)
    }
    const { draft, evidence, newCompetition } = checked
    if (!evidence.ok || Object.keys(checked.errors).length > 0) return refusal(answer, checked, errorsOf(checked))
    const outcome = await saveResult(editor, { id, base, draft, newCompetition }, evidence.evidence)
    if (outcome.saved) redirect(`/admin/saved/${outcome.changeSetId}`)
    if ('clash' in outcome) return clashAnswer(answer, outcome.clash)
    return refusal(answer, checked, outcome.errors)
  })
}

export async function withdrawResultAction(id: string, state: FormState, form: FormData): Promise<FormState> {
  const answer = keepTyped(state, form)
  return withEvidence(answer, form, async (editor, evidence) => {
    const outcome = await withdrawResult(editor, id, evidence)
    if (outcome.saved) redirect(`/admin/saved/${outcome.changeSetId}`)
    return { ...answer, errors: 'errors' in outcome ? outcome.errors : {} }
  })
}
