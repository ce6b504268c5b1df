'use server'

import { redirect } from 'next/navigation'
import type { FormState } from '@/components/form/form-state'
import { readEvidence } from '@/lib/record/evidence'
import { MERGED_KINDS, type MergedKind, readThingMerge, undecidedMerge } from '@/lib/record/thing-merge'
import { mergeThings, previewThingMerge } from '@/server/merging/desk'
import { checkEvidence } from '@/server/sources/evidence-desk'
import { keepTyped, withEditor, withSource } from '../form-answer'

/** @param which the kind, and the addresses of the one that is merged away and of the one that stays. */
export async function mergeThingsAction(
  { kind, from, into }: { kind: MergedKind; from: string; into: string },
  state: FormState,
  form: FormData,
): Promise<FormState> {
  const answer = keepTyped(state, form)
  return withEditor(answer, async (editor) => {
    if (!MERGED_KINDS.includes(kind))
      return { ...answer, errors: { form: 'This form is not one of ours: open it again.' } }
    const choices = readThingMerge(form)
    const read = await checkEvidence(readEvidence(form))
    if (!read.ok) {
      const preview = await previewThingMerge(kind, { from, into })
      const errors = typeof preview === 'string' ? {} : undecidedMerge(preview, choices)
      return withSource({ ...answer, errors: { ...errors, ...read.errors } }, read)
    }
    const outcome = await mergeThings(editor, { kind, from, into, ...choices }, read.evidence)
    if (outcome.saved) redirect(`/admin/saved/${outcome.changeSetId}`)
    return withSource({ ...answer, errors: outcome.errors }, read)
  })
}
