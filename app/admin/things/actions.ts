'use server'

import { redirect } from 'next/navigation'
import type { FormState, ThingFormState } from '@/components/form/form-state'
import { readEvidence } from '@/lib/record/evidence'
import { readThingForm } from '@/lib/record/things/submission'
import { isThingKind, thingOf } from '@/lib/record/things/things'
import { checkEvidence } from '@/server/sources/evidence-desk'
import { addThing, checkThing, saveThing, withdrawThing } from '@/server/things/desk'
import { keepTyped, withEditor, withEvidence, withSource } from '../form-answer'
import { answerOf, keepThing, ofInputs } from './answer'
import { ownEvidence } from './own-evidence'

const NOT_OURS = 'This form is not one of ours: open it again.'

/**
 * Changes a thing, or makes one where there is no id.
 *
 * @param subject the kind, the id of the thing (null for a new one), and the id of what a new one is part of.
 */
export async function saveThingAction(
  subject: { kind: string; id: string | null; partOf: string | null },
  state: ThingFormState,
  form: FormData,
): Promise<ThingFormState> {
  const { kind, id, partOf } = subject
  if (!isThingKind(kind)) return { ...state, errors: { form: NOT_OURS } }
  const submission = readThingForm(thingOf(kind), form)
  const answer = keepThing(state, submission)
  return withEditor(answer, async (editor) => {
    const { base, draft, isSure } = submission
    if (id !== null && base === null) return { ...answer, errors: { form: NOT_OURS } }
    if (form.get('intent') === 'preview') {
      const { errors, doubts } = await checkThing({ kind, id, partOf, draft })
      return { ...answer, errors: ofInputs(errors), doubts }
    }
    const read = await (kind === 'source' ? ownEvidence(id, draft, form) : checkEvidence(readEvidence(form)))
    if (!read.ok || Object.keys(submission.errors).length > 0) {
      const { errors } = await checkThing({ kind, id, partOf, draft })
      const all = { ...ofInputs(errors), ...submission.errors, ...(read.ok ? {} : read.errors) }
      return withSource({ ...answer, errors: all }, read)
    }
    const outcome =
      id === null || base === null
        ? await addThing(editor, { kind, partOf, draft, isSure }, read.evidence)
        : await saveThing(editor, { kind, id, base, draft, isSure }, read.evidence)
    if (!outcome.saved) return withSource(answerOf(answer, outcome), read)
    redirect(`/admin/saved/${outcome.changeSetId}`)
  })
}

export async function withdrawThingAction(
  { kind, id }: { kind: string; id: string },
  state: FormState,
  form: FormData,
): Promise<FormState> {
  const answer = keepTyped(state, form)
  return withEvidence(answer, form, async (editor, evidence) => {
    if (!isThingKind(kind)) return { ...answer, errors: { form: NOT_OURS } }
    const outcome = await withdrawThing(editor, { kind, id }, evidence)
    if (outcome.saved) redirect(`/admin/saved/${outcome.changeSetId}`)
    return { ...answer, errors: 'errors' in outcome ? outcome.errors : {} }
  })
}
