'use server'

import { redirect } from 'next/navigation'
import { readEvidence } from '@/lib/record/evidence'
import { MOST_AT_ONCE, readManyForm } from '@/lib/record/many/edit'
import { isManyKind, manyField } from '@/lib/record/many/fields'
import { type ManyFilter, readFilter } from '@/lib/record/many/filter'
import { findMatching, previewMany, saveMany, withProgress } from '@/server/many/desk'
import { checkEvidence } from '@/server/sources/evidence-desk'
import { keepTyped, withEditor, withSource } from '../form-answer'
import type { ManyFormState } from './state'

/** Previews a change of many things, or saves what was previewed. */
export async function manyAction(
  asked: { kind: string; field: string; query: ManyFilter },
  state: ManyFormState,
  form: FormData,
): Promise<ManyFormState> {
  const { kind, field: name } = asked
  const answer: ManyFormState = { ...keepTyped(state, form), preview: null }
  return withEditor(answer, async (editor) => {
    const field = isManyKind(kind) ? manyField(kind, name) : null
    if (!isManyKind(kind) || !field)
      return { ...answer, errors: { form: 'This form is not one of ours: open it again.' } }
    const { edit, chosen, isAll, seen, errors } = readManyForm(field, form)
    const ids = isAll ? await findMatching(kind, readFilter(kind, { ...asked.query })) : chosen
    if (ids.length > MOST_AT_ONCE) errors.chosen = `More than ${MOST_AT_ONCE} match: narrow it down first.`
    if (Object.keys(errors).length > 0) return { ...answer, errors }
    const change = { kind, field: name, edit, ids }
    if (form.get('intent') !== 'save') return { ...answer, preview: await previewMany(change) }
    const read = await checkEvidence(readEvidence(form))
    if (!read.ok) return withSource({ ...answer, errors: read.errors, preview: await previewMany(change) }, read)
    const outcome = await withProgress(String(form.get('job') ?? ''), (report) =>
      saveMany(editor, { ...change, seen }, read.evidence, report),
    )
    if (outcome.saved) redirect(`/admin/saved/${outcome.changeSetId}`)
    return withSource({ ...answer, errors: outcome.errors, preview: outcome.preview }, read)
  })
}
