'use server'

import { redirect } from 'next/navigation'
import type { FormState } from '@/components/desk/form-state'
import { readMergeChoices, undecided } from '@/lib/merging'
import { db } from '@/server/db'
import { mergeAthletes, previewMerge } from '@/server/merging'
import { readProof } from '@/server/result-submission'
import { currentEditor } from '@/server/session'
import { echoed } from '../../../echoed'

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
  const outcome = await mergeAthletes(db(), editor, from, into, choices, evidence)
  if (outcome.saved) redirect(`/admin/saved/${outcome.changeSetId}`)
  return { ...answer, errors: outcome.errors }
}
