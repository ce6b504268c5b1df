'use server'

import { redirect } from 'next/navigation'
import type { ResultFormState } from '@/components/form/form-state'
import { uncited } from '@/lib/career/save-preview'
import { currentEditor } from '@/server/accounts/session'
import { getAthleteRecord } from '@/server/athletes/athletes'
import { db } from '@/server/db'
import { readSubmission } from '@/server/results/result-submission'
import { addResult } from '@/server/results/results'
import { echo, previewAnswer, refusal } from '../answer'

export async function addResultAction(slug: string, state: ResultFormState, form: FormData): Promise<ResultFormState> {
  const echoed = echo(state, form)
  const editor = await currentEditor()
  if (!editor) return { ...echoed, isSignedOut: true }
  const record = await getAthleteRecord(slug)
  if (!record) return { ...echoed, errors: { form: 'There is no such athlete any more.' } }

  const submission = await readSubmission(db(), form)
  const intent = form.get('intent')
  if (intent === 'preview') return previewAnswer(echoed, submission, record.results.map(uncited), null)
  const errors = { ...submission.errors, ...submission.evidenceErrors }
  if (!submission.evidence || Object.keys(errors).length > 0) return refusal(echoed, submission, errors)

  const { draft, evidence, making } = submission
  const outcome = await addResult(db(), editor, record.athlete.id, draft, evidence, making)
  if (!outcome.saved) return refusal(echoed, submission, 'errors' in outcome ? outcome.errors : {})
  redirect(
    intent === 'another'
      ? `/admin/results/new?athlete=${slug}&after=${outcome.changeSetId}`
      : `/admin/saved/${outcome.changeSetId}`,
  )
}
