'use server'

import { redirect } from 'next/navigation'
import { keepTyped, withEditor, withPassword, withSource } from '@/app/admin/form-answer'
import type { FormState } from '@/components/form/form-state'
import { readMergeChoices, undecided } from '@/lib/record/athlete-merge'
import { readEvidence } from '@/lib/record/evidence'
import { mergeAthletes, previewMerge } from '@/server/athletes/desk'
import { checkEvidence } from '@/server/sources/evidence-desk'

export async function mergeAction(from: string, into: string, state: FormState, form: FormData): Promise<FormState> {
  const answer = keepTyped(state, form)
  return withEditor(answer, async (editor) => {
    const choices = readMergeChoices(form)
    const read = await checkEvidence(readEvidence(form))
    if (!read.ok) {
      const preview = await previewMerge(from, into)
      const errors = typeof preview === 'string' ? {} : undecided(preview, choices)
      return withSource({ ...answer, errors: { ...errors, ...read.errors } }, read)
    }
    return withPassword(answer, async () => {
      const outcome = await mergeAthletes(editor, { from, into, ...choices }, read.evidence)
      if (outcome.saved) redirect(`/admin/saved/${outcome.changeSetId}`)
      return withSource({ ...answer, errors: outcome.errors }, read)
    })
  })
}
