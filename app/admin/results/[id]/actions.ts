'use server'

import { redirect } from 'next/navigation'
import type { FormState, ResultFormState } from '@/components/form/form-state'
import { firstReason } from '@/lib/form/form-fields'
import { plainText } from '@/lib/form/plain-text'
import { decodeReferences, referenceFor } from '@/lib/form/reference'
import { readEvidence } from '@/lib/record/evidence'
import { RESULT } from '@/lib/record/result-fields'
import { readSubmission } from '@/lib/record/result-submission'
import { memberText } from '@/lib/record/team'
import { drafted } from '@/server/proposals/desk'
import { annulResult, checkMove, checkSubmission, moveResult, saveResult, withdrawResult } from '@/server/results/desk'
import { getResult } from '@/server/results/results'
import { getSiblingResults } from '@/server/results/sibling-results'
import { checkEvidence } from '@/server/sources/evidence-desk'
import { answerSuggestion } from '@/server/suggestions/desk'
import { keepTyped, withAuthor, withAuthorEvidence, withSource } from '../../form-answer'
import { clashAnswer, errorsOf, keepResult, previewAnswer, refusal, refusedSave } from '../answer'
import type { MoveState } from '../move-form'

/** @param suggestion the suggestion of a visitor that the correction answers; null without one. */
export async function correctResultAction(
  { id, suggestion }: { id: string; suggestion: string | null },
  state: ResultFormState,
  form: FormData,
): Promise<ResultFormState> {
  const submission = readSubmission(form)
  const answer = keepResult(state, submission)
  return withAuthor(answer, async (author) => {
    const { base } = submission
    const { found, checked, siblings } = await drafted(author, async () => ({
      found: await getResult(id),
      checked: await checkSubmission(submission),
      siblings: form.get('intent') === 'preview' ? await getSiblingResults(id) : null,
    }))
    if (!base || !found) return { ...answer, errors: { form: 'This form is not one of ours: open the result again.' } }

    if (form.get('intent') === 'preview') return previewAnswer(answer, checked, siblings, found.result)
    const { draft, evidence, newCompetition } = checked
    if (!evidence.ok || Object.keys(checked.errors).length > 0) return refusal(answer, checked, errorsOf(checked))
    const outcome = await saveResult(author, { id, base, draft, newCompetition }, evidence.evidence)
    if (outcome.saved) {
      await answerSuggestion(author, suggestion, outcome.changeSetId)
      redirect(`/admin/saved/${outcome.changeSetId}`)
    }
    if ('clash' in outcome) return withSource(await clashAnswer(answer, outcome.clash), evidence)
    return refusedSave(answer, checked, outcome)
  })
}

export async function withdrawResultAction(id: string, state: FormState, form: FormData): Promise<FormState> {
  const answer = keepTyped(state, form)
  return withAuthorEvidence(answer, form, async (author, evidence) => {
    const outcome = await withdrawResult(author, id, evidence)
    if (outcome.saved) redirect(`/admin/saved/${outcome.changeSetId}`)
    return { ...answer, errors: 'errors' in outcome ? outcome.errors : {} }
  })
}

export async function annulResultAction(id: string, state: FormState, form: FormData): Promise<FormState> {
  const answer = keepTyped(state, form)
  return withAuthorEvidence(answer, form, async (author, evidence) => {
    const typed = plainText(form.get('places'))
    const places = typed === 'MOVE' || typed === 'LEAVE' ? typed : null
    const ruleBroken = RESULT.shape.ruleBroken.safeParse(plainText(form.get('ruleBroken')))
    if (!ruleBroken.success) return { ...answer, errors: { ruleBroken: firstReason(ruleBroken.error) } }
    const outcome = await annulResult(author, { id, ruleBroken: ruleBroken.data, places }, evidence)
    if (outcome.saved) redirect(`/admin/saved/${outcome.changeSetId}`)
    return { ...answer, errors: outcome.errors }
  })
}

export async function moveResultAction(id: string, state: MoveState, form: FormData): Promise<MoveState> {
  const kept = { ...keepTyped(state, form), preview: null, candidates: [], twin: null }
  return withAuthor<MoveState>(kept, async (author) => {
    const text = plainText(form.get('newAthlete'))
    const reference = referenceFor(decodeReferences(form.getAll('athleteReference')), text)
    const checked = await drafted(author, () => checkMove(id, { text, slug: reference?.slug ?? null }))
    const answer = checked.ok
      ? { ...kept, typed: { ...kept.typed, newAthlete: [memberText(checked.athlete)] }, preview: checked.sentences }
      : { ...kept, errors: checked.errors, candidates: checked.candidates, twin: checked.twin }
    if (form.get('intent') === 'preview') return answer
    const read = await drafted(author, () => checkEvidence(readEvidence(form)))
    if (!checked.ok || !read.ok) {
      return withSource({ ...answer, errors: { ...answer.errors, ...(read.ok ? {} : read.errors) } }, read)
    }
    const outcome = await moveResult(author, { id, slug: checked.athlete.slug }, read.evidence)
    if (outcome.saved) redirect(`/admin/saved/${outcome.changeSetId}`)
    return withSource('errors' in outcome ? { ...answer, errors: outcome.errors, twin: outcome.twin } : answer, read)
  })
}
