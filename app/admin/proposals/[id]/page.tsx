import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { Button } from '@/components/form/button'
import { Conversation, ProposalHead, ProposedChanges } from '@/components/review/proposal'
import { STATE } from '@/components/review/state'
import { PageHead } from '@/components/site/page-head'
import { Section } from '@/components/site/section'
import { LinkButton } from '@/components/ui/link-button'
import { isOpen, isProposed, type ProposalEntry } from '@/lib/record/proposal'
import { requireAuthorOrForm } from '@/server/accounts/session'
import { findProposal } from '@/server/proposals/desk'
import { changeProposalAction } from '../../drafts/actions'
import { HasDraft } from '../../drafts/has-draft'
import { rowNumber } from '../../row-number'
import { MessageForm } from '../message-form'
import { WithdrawProposalForm } from '../withdraw-proposal-form'
import { replyAction, withdrawProposalAction } from './actions'
import { formAddress } from './form-address'

export const metadata: Metadata = { title: 'A proposal' }

/** One's own proposal: where a contributor's save leads, and what has become of it. */
export default async function ProposalPage({ params, searchParams }: PageProps<'/admin/proposals/[id]'>) {
  const { id } = await params
  const { problem } = await searchParams
  const author = await requireAuthorOrForm(`/admin/proposals/${id}`)
  const number = rowNumber(id)
  const entry = author && number ? await findProposal(author, number) : null
  if (author && entry?.authorId !== author.id) notFound()
  const open = entry === null || isOpen(entry.state)
  // One tree for both, so that what was sent without JavaScript is found again where it belongs.
  return (
    <>
      <PageHead title={entry ? STATE[entry.state] : 'A proposal'} remark={entry && remarkOf(entry)}>
        <a href="/admin/proposals">Your proposals</a>
      </PageHead>
      {problem === 'has-draft' && <HasDraft />}
      {entry && <Proposed entry={entry} />}
      {entry && entry.messages.length > 0 && (
        <Section id="discussion" title="Discussion">
          <Conversation messages={entry.messages} />
        </Section>
      )}
      {open && (
        <div className="mt-10 grid max-w-3xl gap-4">
          <MessageForm
            action={replyAction.bind(null, id)}
            summary={entry?.state === 'IN_DISCUSSION' ? 'Answer' : 'Add a remark for the reviewer'}
            isOpen={entry?.state === 'IN_DISCUSSION'}
            button="Send"
          />
          <WithdrawProposalForm action={withdrawProposalAction.bind(null, id)} />
        </div>
      )}
    </>
  )
}

function Proposed({ entry }: { entry: ProposalEntry }) {
  const { state, decided } = entry
  return (
    <>
      <ProposalHead entry={entry}>
        {decided?.changeSetId && (
          <p className="mt-3">
            {entry.athletes.flatMap(({ slug, name }) =>
              slug === null
                ? []
                : [
                    <LinkButton key={slug} href={`/athletes/${slug}/history#change-${decided.changeSetId}`}>
                      See it in the history of {name}
                    </LinkButton>,
                  ],
            )}
          </p>
        )}
        {isOpen(state) && (
          <form action={changeProposalAction} className="mt-3">
            <input type="hidden" name="proposal" value={entry.id} />
            <Button>Change what you proposed</Button>
          </form>
        )}
        {!isProposed(state) && (
          <p className="mt-3">
            <LinkButton href="/admin/drafts">Your draft</LinkButton>
          </p>
        )}
        {(state === 'WITHDRAWN' || state === 'DECLINED') && (
          <p className="mt-3">
            <LinkButton href={formAddress(entry)}>Open the form again</LinkButton>
          </p>
        )}
      </ProposalHead>
      <Section id="changes" title={state === 'PUBLISHED' ? 'What was proposed' : 'What will change'}>
        <ProposedChanges changes={entry.changes} />
      </Section>
    </>
  )
}

function remarkOf({ state }: ProposalEntry): string | null {
  if (state === 'WAITING') return 'It is saved. An editor reviews it before it is public.'
  if (state === 'IN_DISCUSSION') return 'A reviewer has a question, or you have said something yourself.'
  return null
}
