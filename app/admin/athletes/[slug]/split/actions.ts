'use server'

import { redirect } from 'next/navigation'
import { keepTyped, withEditor, withSource } from '@/app/admin/form-answer'
import { readChosen, readNewAthlete } from '@/lib/record/athlete-merge'
import { readEvidence } from '@/lib/record/evidence'
import { previewSplit, splitAthlete } from '@/server/athletes/desk'
import { checkEvidence } from '@/server/sources/evidence-desk'
import type { SplitState } from './split-form'

export async function splitAction(slug: string, state: SplitState, form: FormData): Promise<SplitState> {
  const answer: SplitState = { ...keepTyped(state, form), preview: null }
  return withEditor(answer, async (editor) => {
    const chosen = readChosen(form)
    const other = readNewAthlete(form)
    const otherErrors = other.ok ? {} : other.errors
    if (form.get('intent') === 'preview') {
      const preview = other.ok ? await previewSplit(slug, chosen, other.athlete) : null
      const errors = { ...otherErrors, ...(preview && 'errors' in preview ? preview.errors : {}) }
      return { ...answer, errors, preview: preview && 'sentences' in preview ? preview.sentences : null }
    }
    const read = await checkEvidence(readEvidence(form))
    if (!other.ok || !read.ok) {
      const errors = { ...otherErrors, ...(read.ok ? {} : read.errors) }
      return withSource({ ...answer, preview: state.preview, errors }, read)
    }
    const outcome = await splitAthlete(editor, { slug, chosen, athlete: other.athlete }, read.evidence)
    if (outcome.saved) redirect(`/admin/saved/${outcome.changeSetId}`)
    return withSource({ ...answer, errors: outcome.errors }, read)
  })
}
