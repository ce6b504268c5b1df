'use server'

import { redirect } from 'next/navigation'
import type { FormState, ThingFormState } from '@/components/form/form-state'
import { readEvidence } from '@/lib/record/evidence'
import { readThingForm } from '@/lib/record/things/submission'
import { isThingKind, thingOf } from '@/lib/record/things/things'
import { drafted } from '@/server/proposals/desk'
import { checkEvidence } from '@/server/sources/evidence-desk'
import { answerSuggestion } from '@/server/suggestions/desk'
import { addThing, checkClaim, checkThing, saveThing, withdrawThing } from '@/server/things/desk'
import { keepTyped, withAuthor, withAuthorEvidence, withSource } from '../form-answer'
import { answerOf, keepThing, ofInputs } from './answer'
import { ownEvidence } from './own-evidence'

const NOT_OURS = 'This form is not one of ours: open it again.'

/**
 * Changes a thing, or makes one where there is no id.
 *
 * @param subject the kind, the id of the thing (null for a new one), the id of what a new one is part of, and the suggestion
 *   of a visitor that is answered by it.
 */
export async function saveThingAction(
  subject: { kind: string; id: string | null; partOf: string | null; suggestion?: string | null },
  state: ThingFormState,
  form: FormData,
): Promise<ThingFormState> {
  const { kind, id, partOf, suggestion = null } = subject
  if (!isThingKind(kind)) return { ...state, errors: { form: NOT_OURS } }
  const submission = readThingForm(thingOf(kind), form)
  const answer = keepThing(state, submission)
  return withAuthor(answer, async (author) => {
    const { base, draft, isSure } = submission
    if (id !== null && base === null) return { ...answer, errors: { form: NOT_OURS } }
    if (form.get('intent') === 'preview') {
      const { errors, doubts, checked } = await drafted(author, async () => ({
        ...(await checkThing({ kind, id, partOf, draft })),
        checked: kind === 'claim' ? await checkClaim({ id, partOf, draft }) : null,
      }))
      return { ...answer, errors: ofInputs(errors), doubts, checked }
    }
    const read = await drafted(author, async () =>
      kind === 'source' ? ownEvidence(id, draft, form) : checkEvidence(readEvidence(form)),
    )
    if (!read.ok || Object.keys(submission.errors).length > 0) {
      const { errors } = await drafted(author, () => checkThing({ kind, id, partOf, draft }))
      const all = { ...ofInputs(errors), ...submission.errors, ...(read.ok ? {} : read.errors) }
      return withSource({ ...answer, errors: all }, read)
    }
    const outcome =
      id === null || base === null
        ? await addThing(author, { kind, partOf, draft, isSure }, read.evidence)
        : await saveThing(author, { kind, id, base, draft, isSure }, read.evidence)
    if (!outcome.saved) return withSource(answerOf(answer, outcome), read)
    await answerSuggestion(author, suggestion, outcome.changeSetId)
    redirect(`/admin/saved/${outcome.changeSetId}`)
  })
}

export async function withdrawThingAction(
  { kind, id }: { kind: string; id: string },
  state: FormState,
  form: FormData,
): Promise<FormState> {
  const answer = keepTyped(state, form)
  return withAuthorEvidence(answer, form, async (author, evidence) => {
    if (!isThingKind(kind)) return { ...answer, errors: { form: NOT_OURS } }
    const outcome = await withdrawThing(author, { kind, id }, evidence)
    if (outcome.saved) redirect(`/admin/saved/${outcome.changeSetId}`)
    return { ...answer, errors: 'errors' in outcome ? outcome.errors : {} }
  })
}
