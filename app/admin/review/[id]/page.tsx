import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { amendProposalAction } from '@/app/admin/drafts/actions'
import { HasDraft } from '@/app/admin/drafts/has-draft'
import { MessageForm } from '@/app/admin/proposals/message-form'
import { Button } from '@/components/form/button'
import { InsetDetails } from '@/components/form/inset'
import { Effects } from '@/components/review/effects'
import { Conversation, ProposalHead, ProposedChanges } from '@/components/review/proposal'
import { decisionRefusalInWords, STATE } from '@/components/review/state'
import { PageHead } from '@/components/site/page-head'
import { Section } from '@/components/site/section'
import { Lead } from '@/components/ui/lead'
import { LinkButton } from '@/components/ui/link-button'
import type { ProposalEntry } from '@/lib/record/proposal'
import { requireEditorOrForm } from '@/server/accounts/session'
import { findProposal, findReview } from '@/server/proposals/desk'
import { rowNumber } from '../../row-number'
import { ApproveForm } from '../approve-form'
import { DeclineForm } from '../decline-form'
import { approveAction, askAction, declineAction } from './actions'

export const metadata: Metadata = { title: 'A proposal' }

/** A proposal as a difference by figure, what it does to what is computed, and what a reviewer decides. */
export default async function ReviewProposalPage({ params, searchParams }: PageProps<'/admin/review/[id]'>) {
  const { id } = await params
  const { problem } = await searchParams
  const editor = await requireEditorOrForm(`/admin/review/${id}`)
  const number = rowNumber(id)
  const entry = editor && number ? await findProposal(editor, number) : null
  if (editor && !entry) notFound()
  const isOwn = entry !== null && entry.authorId === editor?.id
  const review = entry && !isOwn ? await findReview(entry.id) : null
  const isDecidable = editor === null || review !== null
  // One tree for both, so that what was sent without JavaScript is found again where it belongs.
  return (
    <>
      <PageHead title={`Proposal ${id}`} remark={entry && STATE[entry.state]}>
        <a href="/admin/review">Review</a>
      </PageHead>
      {problem === 'has-draft' && <HasDraft />}
      {entry && <ProposalHead entry={entry}>{<Pages entry={entry} />}</ProposalHead>}
      {isOwn && <Lead>{decisionRefusalInWords({ kind: 'own' })}</Lead>}
      {review && (
        <Section id="effects" title="What it does">
          <Effects effects={review.effects} />
        </Section>
      )}
      {isDecidable && (
        <Section id="approve" title="Approve">
          <p className="mb-4 max-w-2xl text-quiet">
            What is ticked is published as one change by {entry?.author ?? 'its author'}, reviewed by you. Everything
            else stays as it is.
          </p>
          <ApproveForm
            action={approveAction.bind(null, id)}
            view={review && { view: review.view, amendable: review.amendable }}
          />
        </Section>
      )}
      {entry && !isDecidable && (
        <Section id="changes" title="What was proposed">
          <ProposedChanges changes={entry.changes} />
        </Section>
      )}
      {entry && entry.messages.length > 0 && (
        <Section id="discussion" title="Discussion">
          <Conversation messages={entry.messages} />
        </Section>
      )}
      {isDecidable && (
        <div className="mt-10 grid max-w-3xl gap-4">
          {entry && <AmendForm id={entry.id} />}
          <MessageForm action={askAction.bind(null, id)} summary="Ask the author" button="Ask" />
          <DeclineForm action={declineAction.bind(null, id)} />
        </div>
      )}
    </>
  )
}

/** Opens the form of what was proposed, with what was proposed in it. */
function AmendForm({ id }: { id: number }) {
  return (
    <InsetDetails summary="Amend">
      <p className="mb-3 text-quiet">
        Opens the form again, with what was proposed in it. What you save is kept in a draft of yours; publishing that
        approves the proposal, and the history says that you amended it.
      </p>
      <form action={amendProposalAction}>
        <input type="hidden" name="proposal" value={id} />
        <Button>Amend in the form</Button>
      </form>
    </InsetDetails>
  )
}

/** The public pages that it would change, and the change that it has become. */
function Pages({ entry: { athletes, changes, decided } }: { entry: ProposalEntry }) {
  const result = changes.find(({ isResultShown }) => isResultShown)?.resultId ?? null
  return (
    <p className="mt-3 flex flex-wrap gap-3">
      {result && <LinkButton href={`/results/${result}`}>The result as it is</LinkButton>}
      {athletes.slice(0, 3).flatMap(({ slug, name }) =>
        slug === null
          ? []
          : [
              <LinkButton key={slug} href={`/athletes/${slug}`}>
                {name}
              </LinkButton>,
            ],
      )}
      {decided?.changeSetId && (
        <LinkButton href={`/admin/changes/${decided.changeSetId}`}>Change {decided.changeSetId}</LinkButton>
      )}
    </p>
  )
}
