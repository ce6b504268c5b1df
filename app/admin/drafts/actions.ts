'use server'

import { revalidatePath } from 'next/cache'
import { redirect } from 'next/navigation'
import { readPutBack } from '@/app/admin/changes/put-back-answer'
import { decisionRefusalInWords } from '@/components/review/state'
import { plainText } from '@/lib/form/plain-text'
import { readReason } from '@/lib/record/evidence'
import type { DecisionOutcome } from '@/lib/record/proposal'
import { publishing } from '@/server/accounts/editor'
import { requireAuthor, requireEditor } from '@/server/accounts/session'
import {
  amendProposal,
  changeProposal,
  discardDraft,
  findDraft,
  findDraftReview,
  findProposal,
  keepChosen,
  publishDraft,
  reopenDraft,
  sendDraft,
  startDraft,
} from '@/server/proposals/desk'
import { keepTyped, withAuthor } from '../form-answer'
import { formAddress } from '../proposals/[id]/form-address'
import { rowNumber } from '../row-number'
import type { DraftFormState } from './draft-form'

const PAGE = '/admin/drafts'

/** On to a page, all of which is read anew: the bar of the draft is on every one. */
function onTo(path: string): never {
  revalidatePath('/admin', 'layout')
  redirect(path)
}

export async function startDraftAction(): Promise<void> {
  await startDraft(await requireAuthor(PAGE))
  onTo(PAGE)
}

export async function discardDraftAction(): Promise<void> {
  await discardDraft(await requireAuthor(PAGE))
  onTo(PAGE)
}

export async function reopenDraftAction(form: FormData): Promise<void> {
  const author = await requireAuthor(PAGE)
  const outcome = await reopenDraft(author, rowNumber(plainText(form.get('draft'))) ?? 0)
  onTo(outcome.saved ? PAGE : `${PAGE}?problem=${outcome.refusal.kind}`)
}

/** Opens the form of what its author has proposed, to propose something else. */
export async function changeProposalAction(form: FormData): Promise<void> {
  const author = await requireAuthor('/admin/proposals')
  const id = rowNumber(plainText(form.get('proposal'))) ?? 0
  const entry = await findProposal(author, id)
  const outcome = await changeProposal(author, id)
  if (!outcome.saved || !entry) onTo(outcome.saved ? PAGE : `/admin/proposals/${id}?problem=${outcome.refusal.kind}`)
  onTo(formAddress(entry, 'drafted'))
}

/** Opens the form of what somebody else has proposed, to publish something else. */
export async function amendProposalAction(form: FormData): Promise<void> {
  const id = rowNumber(plainText(form.get('proposal'))) ?? 0
  const editor = await requireEditor(`/admin/review/${id}`)
  const entry = await findProposal(editor, id)
  const outcome = await amendProposal(editor, id)
  if (!outcome.saved || !entry) onTo(outcome.saved ? PAGE : `/admin/review/${id}?problem=${outcome.refusal.kind}`)
  onTo(formAddress(entry, 'drafted'))
}

/** Publishes or sends what is ticked, or takes out what is not. */
export async function draftAction(state: DraftFormState, form: FormData): Promise<DraftFormState> {
  const answer: DraftFormState = { ...keepTyped(state, form), view: state.view, isMoved: false }
  return withAuthor<DraftFormState>(answer, async (author) => {
    const chosen = readPutBack(form)
    const isKept = form.get('intent') === 'keep'
    const { reason, errors } = readReason(form)
    if (errors && !isKept) return { ...answer, errors }
    const editor = publishing(author)
    let outcome: DecisionOutcome
    if (isKept) outcome = await keepChosen(author, chosen)
    else if (editor) outcome = await publishDraft(editor, { reason, ...chosen })
    else outcome = await sendDraft(author, { reason, ...chosen })
    if (outcome.saved && isKept) onTo(PAGE)
    if (outcome.saved) onTo(editor ? `/admin/saved/${outcome.changeSetId}` : `/admin/proposals/${outcome.changeSetId}`)
    const { refusal } = outcome
    const draft = await findDraft(author)
    return {
      ...answer,
      errors: { form: decisionRefusalInWords(refusal) },
      isMoved: refusal.kind === 'moved',
      view: draft && ((await findDraftReview(draft.id))?.view ?? null),
    }
  })
}
