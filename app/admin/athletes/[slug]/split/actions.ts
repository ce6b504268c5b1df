'use server'

import { redirect } from 'next/navigation'
import { echoed } from '@/app/admin/form-answer'
import { readChosen, readNewAthlete } from '@/lib/record/athlete-merge'
import { currentEditor } from '@/server/accounts/session'
import { previewSplit, splitAthlete } from '@/server/athletes/splitting'
import { db } from '@/server/db'
import { readProof } from '@/server/results/result-submission'
import type { SplitState } from './split-form'

export async function splitAction(slug: string, state: SplitState, form: FormData): Promise<SplitState> {
  const answer: SplitState = { ...echoed(state, form), preview: null }
  const editor = await currentEditor()
  if (!editor) return { ...answer, isSignedOut: true }
  const chosen = readChosen(form)
  const other = readNewAthlete(form)
  const { evidence, evidenceErrors } = await readProof(db(), form)
  if (form.get('intent') === 'preview') {
    const preview = other.ok ? await previewSplit(db(), slug, chosen, other.athlete) : null
    const errors = { ...(other.ok ? {} : other.errors), ...(preview && 'errors' in preview ? preview.errors : {}) }
    return { ...answer, errors, preview: preview && 'sentences' in preview ? preview.sentences : null }
  }
  const errors = { ...(other.ok ? {} : other.errors), ...evidenceErrors }
  if (!other.ok || !evidence) return { ...answer, preview: state.preview, errors }
  const outcome = await splitAthlete(db(), editor, { slug, chosen, athlete: other.athlete }, evidence)
  if (outcome.saved) redirect(`/admin/saved/${outcome.changeSetId}`)
  return { ...answer, errors: outcome.errors }
}
