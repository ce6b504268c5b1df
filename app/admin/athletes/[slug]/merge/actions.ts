'use server'

import { redirect } from 'next/navigation'
import { echoed } from '@/app/admin/form-answer'
import type { FormState } from '@/components/form/form-state'
import { readMergeChoices, undecided } from '@/lib/record/athlete-merge'
import { currentEditor } from '@/server/accounts/session'
import { mergeAthletes, previewMerge } from '@/server/athletes/merging'
import { db } from '@/server/db'
import { readProof } from '@/server/results/result-submission'

export async function mergeAction(from: string, into: string, state: FormState, form: FormData): Promise<FormState> {
  const answer = echoed(state, form)
  const editor = await currentEditor()
  if (!editor) return { ...answer, isSignedOut: true }
  const { evidence, evidenceErrors } = await readProof(db(), form)
  const choices = readMergeChoices(form)
  if (!evidence) {
    const preview = await previewMerge(db(), from, into)
    return {
      ...answer,
      errors: { ...(typeof preview === 'string' ? {} : undecided(preview, choices)), ...evidenceErrors },
    }
  }
  const outcome = await mergeAthletes(db(), editor, { from, into, ...choices }, evidence)
  if (outcome.saved) redirect(`/admin/saved/${outcome.changeSetId}`)
  return { ...answer, errors: outcome.errors }
}
