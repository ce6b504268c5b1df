import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { Fact, FactList } from '@/components/profile/fact-list'
import { Frame } from '@/components/site/frame'
import { PageHead } from '@/components/site/page-head'
import { figureLabel } from '@/components/suggestion/figure-label'
import { Lead } from '@/components/ui/lead'
import { isDesk } from '@/server/accounts/desk-hint'
import { findSuggestionByToken } from '@/server/suggestions/desk'
import type { ListedSuggestion } from '@/server/suggestions/suggestions'

export const metadata: Metadata = { title: 'Your suggestion', robots: { index: false } }

/** What became of a suggestion, for whoever knows its address. */
export default async function SuggestionPage({ params }: PageProps<'/suggest/[token]'>) {
  const { token } = await params
  const suggestion = await findSuggestionByToken(token)
  if (!suggestion) notFound()
  const { path, shown, wrong, right, evidence, at } = suggestion
  return (
    <Frame desk={await isDesk()}>
      <PageHead
        title="Your suggestion"
        remark={`Sent on ${at.slice(0, 10)}. Keep this address: it is the only way back here.`}
      >
        <a href={path}>Back to the page</a>
      </PageHead>
      <div className="mb-6" role="status">
        <Lead>
          <Outcome suggestion={suggestion} />
        </Lead>
      </div>
      <FactList>
        <Fact name="About">
          {figureLabel(suggestion)}
          {shown && <small>The page said: {shown}</small>}
        </Fact>
        {wrong && <Fact name="What is wrong">{wrong}</Fact>}
        <Fact name="What is right">{right}</Fact>
        <Fact name="How you know">{evidence}</Fact>
      </FactList>
    </Frame>
  )
}

function Outcome({ suggestion: { state, editor, answer, changeSetId, path } }: { suggestion: ListedSuggestion }) {
  switch (state) {
    case 'OPEN':
      return 'Thank you. It waits for an editor.'
    case 'TAKEN':
      return `Thank you. ${editor} is looking into it.`
    case 'PUBLISHED':
      return (
        <>
          {editor} has changed the record because of it: see <a href={path}>the page</a>, and{' '}
          <a href={`/changes/${changeSetId}`}>what was changed</a>.
        </>
      )
    case 'DECLINED':
      return `${editor} has left the record as it is: ${answer}`
  }
}
