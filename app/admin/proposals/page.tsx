import type { Metadata } from 'next'
import { count } from '@/components/record/labels'
import { ProposalList } from '@/components/review/proposal'
import { STATE } from '@/components/review/state'
import { PageHead } from '@/components/site/page-head'
import { Section } from '@/components/site/section'
import { Lead } from '@/components/ui/lead'
import { LinkButton } from '@/components/ui/link-button'
import type { ProposalState } from '@/lib/record/proposal'
import { requireAuthor } from '@/server/accounts/session'
import { findProposalsOf } from '@/server/proposals/desk'
import { StartDraft } from '../drafts/start-draft'

export const metadata: Metadata = { title: 'Your proposals' }

const ORDER: ProposalState[] = ['IN_DISCUSSION', 'WAITING', 'PUBLISHED', 'DECLINED', 'WITHDRAWN']

/** What a contributor has proposed, and what has become of it; their way into editing. */
export default async function ProposalsPage() {
  const author = await requireAuthor('/admin/proposals')
  const all = await Promise.all(ORDER.map(async (state) => ({ state, entries: await findProposalsOf(author, state) })))
  const lists = all.filter(({ entries }) => entries.length > 0)
  return (
    <>
      <PageHead title="Your proposals" remark="What you save here is public once an editor has approved it." />
      <p className="flex flex-wrap gap-3">
        <LinkButton look="primary" href="/admin/results/new">
          Add a result
        </LinkButton>
        <LinkButton href="/athletes">Find an athlete to correct</LinkButton>
        <LinkButton href="/admin/things/athlete/new">Add an athlete</LinkButton>
        <LinkButton href="/admin/things/competition/new">Add a competition</LinkButton>
        <LinkButton href="/admin/things/source/new">Add a source</LinkButton>
      </p>
      <StartDraft />
      {lists.length === 0 && (
        <Lead className="mt-8">
          You have proposed nothing yet. Every figure of a public page has a “Correct” link beside it while you are
          signed in.
        </Lead>
      )}
      {lists.map(({ state, entries }) => (
        <Section key={state} id={state.toLowerCase()} title={STATE[state]} remark={count(entries.length, 'proposal')}>
          <ProposalList entries={entries} addressOf={(id) => `/admin/proposals/${id}`} word="See" />
        </Section>
      ))}
    </>
  )
}
