import type { Metadata } from 'next'
import { Button } from '@/components/form/button'
import { InsetDetails } from '@/components/form/inset'
import { Notice } from '@/components/form/notice'
import { Byline } from '@/components/history/byline'
import { count } from '@/components/record/labels'
import { Effects } from '@/components/review/effects'
import { PageHead } from '@/components/site/page-head'
import { Section } from '@/components/site/section'
import { Lead } from '@/components/ui/lead'
import { Instant } from '@/components/ui/when'
import type { Draft, ProposalEntry, ProposalReview } from '@/lib/record/proposal'
import type { Author } from '@/server/accounts/editor'
import { requireAuthorOrForm } from '@/server/accounts/session'
import { findDiscarded, findDraft, findDraftReview, findProposal } from '@/server/proposals/desk'
import { formsOf } from '../proposals/[id]/form-address'
import { RuledList } from '../ruled-list'
import { discardDraftAction, draftAction, reopenDraftAction } from './actions'
import { DraftForm } from './draft-form'
import { HasDraft } from './has-draft'
import { StartDraft } from './start-draft'

export const metadata: Metadata = { title: 'Your draft' }

/** As long as a reason can be. */
const LONGEST_REASON = 1000

/** What somebody gathers in a draft, by figure, and what becomes of it. */
export default async function DraftsPage({ searchParams }: PageProps<'/admin/drafts'>) {
  const author = await requireAuthorOrForm('/admin/drafts')
  const { kept, problem } = await searchParams
  const draft = author && (await findDraft(author))
  const [review, entry] = draft
    ? await Promise.all([findDraftReview(draft.id), findProposal(author, draft.id)])
    : [null, null]
  const publishes = author?.publishes ?? true
  // One tree for both, so that what was sent without JavaScript is found again where it belongs.
  return (
    <>
      <PageHead title="Your draft" remark={draft && remarkOf(draft)}>
        <a href="/admin">Editing</a>
      </PageHead>
      {kept !== undefined && draft && (
        <Notice className="mb-6" role="status" id="kept">
          <p>Kept in your draft. Nothing of it is public yet.</p>
        </Notice>
      )}
      {problem === 'has-draft' && <HasDraft />}
      {author && !draft && <NoDraft publishes={publishes} />}
      {draft && <Gathered draft={draft} entry={entry} review={review} />}
      {(!author || (review && review.view.choices.length > 0)) && (
        <Section id="publish" title={publishes ? 'Publish' : 'Send for review'}>
          <p className="mb-4 max-w-2xl text-quiet">
            What is ticked becomes one change
            {draft?.amends && ` by ${draft.amends.author}, reviewed and amended by you`}. What is not ticked is dropped
            with the draft.
          </p>
          <DraftForm
            action={draftAction}
            view={review?.view ?? null}
            reason={draft ? reasonOf(draft, entry) : ''}
            publishes={publishes}
          />
        </Section>
      )}
      {draft && <Discard draft={draft} />}
      {author && !draft && <Discarded author={author} />}
    </>
  )
}

function remarkOf({ edits, amends, isChange }: Draft): string {
  if (isChange) return 'You are changing what you proposed: what you save next is proposed instead.'
  const gathered = edits.length === 0 ? 'Nothing is saved in it yet' : count(edits.length, 'edit')
  return amends ? `An amendment of proposal ${amends.id} by ${amends.author} · ${gathered}` : gathered
}

/** The reasons of all edits, each once; of an amendment, what the proposal gave. */
function reasonOf({ edits, amends }: Draft, entry: ProposalEntry | null): string {
  if (amends || edits.length === 0) return entry?.reason ?? ''
  return [...new Set(edits.map(({ reason }) => reason))].join('; ').slice(0, LONGEST_REASON)
}

function NoDraft({ publishes }: { publishes: boolean }) {
  return (
    <>
      <Lead>
        In a draft you gather several edits: what you save is kept in it, and is{' '}
        {publishes ? 'published' : 'sent for review'} together, as one change. It stays until you are done, also when
        you close the browser or sign out.
      </Lead>
      <StartDraft />
    </>
  )
}

function Gathered({
  draft: { edits },
  entry,
  review,
}: {
  draft: Draft
  entry: ProposalEntry | null
  review: ProposalReview | null
}) {
  const forms = entry ? formsOf(entry) : []
  return (
    <>
      {edits.length === 0 && forms.length === 0 && (
        <Lead>
          Correct or add anything now: what you save is kept here, and nothing of it is public before you publish the
          draft.
        </Lead>
      )}
      <p className="max-w-2xl text-quiet text-sm">
        The forms of results, of sources and of everything else that can be corrected show what the draft says. Other
        pages show the record as it is published.
      </p>
      {edits.length > 0 && (
        <Section id="edits" title="What you saved" remark={count(edits.length, 'edit')}>
          <RuledList>
            {edits.map(({ id, at, reason, source }) => (
              <li key={id}>
                <Byline>
                  <Instant iso={at} /> · {source}
                </Byline>
                <p>{reason}</p>
              </li>
            ))}
          </RuledList>
        </Section>
      )}
      {forms.length > 0 && (
        <Section id="further" title="Edit further">
          <RuledList>
            {forms.map(({ href, words }) => (
              <li key={href}>
                <a href={href}>{words}</a>
              </li>
            ))}
          </RuledList>
        </Section>
      )}
      {review && review.view.choices.length > 0 && (
        <Section id="effects" title="What it does">
          <Effects effects={review.effects} />
        </Section>
      )}
    </>
  )
}

function Discard({ draft: { isChange, edits } }: { draft: Draft }) {
  const words = isChange ? 'Leave the proposal as it was' : 'Discard the draft'
  return (
    <div id="discard" className="mt-10 max-w-3xl">
      <InsetDetails summary={words}>
        <p className="mb-3 text-quiet">
          {isChange
            ? 'It waits for its review again, with what you proposed first.'
            : edits.length > 0
              ? 'Nothing of it is published. For thirty days you can open it again.'
              : 'What you save is public, or proposed, at once again.'}
        </p>
        <form action={discardDraftAction}>
          <Button look="danger">{words}</Button>
        </form>
      </InsetDetails>
    </div>
  )
}

async function Discarded({ author }: { author: Author }) {
  const discarded = await findDiscarded(author)
  if (discarded.length === 0) return null
  return (
    <Section id="discarded" title="Discarded drafts">
      <RuledList>
        {discarded.map(({ id, at, reasons }) => (
          <li key={id}>
            <Byline>
              <Instant iso={at} />
            </Byline>
            <p>{reasons.join('; ')}</p>
            <form action={reopenDraftAction} className="mt-2">
              <input type="hidden" name="draft" value={id} />
              <Button>
                Open it again<span className="sr-only">: draft {id}</span>
              </Button>
            </form>
          </li>
        ))}
      </RuledList>
    </Section>
  )
}
