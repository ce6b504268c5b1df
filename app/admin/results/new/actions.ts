'use server'

import { revalidatePath } from 'next/cache'
import { redirect } from 'next/navigation'
import type { ResultFormState } from '@/components/form/form-state'
import { uncited } from '@/lib/career/save-preview'
import { readSubmission } from '@/lib/record/result-submission'
import { getAthleteRecord } from '@/server/athletes/athletes'
import { drafted } from '@/server/proposals/desk'
import { addResult, checkSubmission } from '@/server/results/desk'
import { withAuthor } from '../../form-answer'
import { errorsOf, keepResult, previewAnswer, refusal, refusedSave } from '../answer'

export async function addResultAction(slug: string, state: ResultFormState, form: FormData): Promise<ResultFormState> {
  const submission = readSubmission(form)
  const answer = keepResult(state, submission)
  return withAuthor(answer, async (author) => {
    const { record, checked } = await drafted(author, async () => ({
      record: await getAthleteRecord(slug),
      checked: await checkSubmission(submission),
    }))
    if (!record) return { ...answer, errors: { form: 'There is no such athlete any more.' } }

    const intent = form.get('intent')
    if (intent === 'preview') return previewAnswer(answer, checked, record.results.map(uncited), null)
    const { draft, evidence, newCompetition } = checked
    if (!evidence.ok || Object.keys(checked.errors).length > 0) return refusal(answer, checked, errorsOf(checked))
    const outcome = await addResult(author, { athleteId: record.athlete.id, draft, newCompetition }, evidence.evidence)
    if (!outcome.saved) return 'errors' in outcome ? refusedSave(answer, checked, outcome) : answer
    // Kept in a draft: the bar on the form of the next counts it.
    if (outcome.changeSetId < 0) revalidatePath('/admin', 'layout')
    redirect(
      intent === 'another' && (author.publishes || outcome.changeSetId < 0)
        ? `/admin/results/new?athlete=${slug}&after=${outcome.changeSetId}`
        : `/admin/saved/${outcome.changeSetId}`,
    )
  })
}
