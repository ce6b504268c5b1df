import type { Metadata } from 'next'
import { Button } from '@/components/form/button'
import { FormList } from '@/components/form/form-list'
import { Hint } from '@/components/form/messages'
import { count } from '@/components/record/labels'
import { PageHead } from '@/components/site/page-head'
import { Section } from '@/components/site/section'
import { figureLabel } from '@/components/suggestion/figure-label'
import { Lead } from '@/components/ui/lead'
import { requireEditorOrForm } from '@/server/accounts/session'
import { findSuggestions } from '@/server/suggestions/desk'
import { type ListedSuggestion, sameFigure } from '@/server/suggestions/suggestions'
import { RuledList } from '../ruled-list'
import { answerAction, takeUpAction } from './actions'
import { AnswerForm, SentAnswer } from './answer-form'
import { SuggestedChange } from './suggested-change'

export const metadata: Metadata = { title: 'Suggestions' }

/** What visitors say is wrong; those about one figure together. */
export default async function SuggestionsPage() {
  const editor = await requireEditorOrForm('/admin/suggestions')
  const listed = editor && (await findSuggestions())
  const groups = listed ? byFigure(listed.open) : []
  // One tree for both, so that what was sent without JavaScript is found again where it belongs.
  return (
    <>
      <PageHead title="Suggestions" remark={listed ? count(listed.open.length, 'suggestion') : undefined}>
        {editor && <a href="/admin">Editing</a>}
      </PageHead>
      <FormList action={answerAction}>{listed ? <Open groups={groups} /> : <SentAnswer />}</FormList>
      {listed && listed.answered.length > 0 && (
        <Section id="answered" title="Answered" remark="the last ones">
          <RuledList>
            {listed.answered.map((suggestion) => (
              <li key={suggestion.id}>
                <SuggestedChange suggestions={[suggestion]} />
                <Answered suggestion={suggestion} />
              </li>
            ))}
          </RuledList>
        </Section>
      )}
    </>
  )
}

function Open({ groups }: { groups: ListedSuggestion[][] }) {
  if (groups.length === 0) {
    return <Lead>Nothing waits. Visitors find “Suggest a correction” at the foot of every page.</Lead>
  }
  return (
    <RuledList>
      {groups.map((group) =>
        group.slice(0, 1).map((first) => (
          <li key={first.id}>
            <SuggestedChange suggestions={group} />
            <form action={takeUpAction.bind(null, first.id)} className="my-2 flex flex-wrap items-center gap-3">
              <Button look="primary">Correct it</Button>
              {first.editor && <Hint>{first.editor} has taken it up.</Hint>}
            </form>
            <AnswerForm id={first.id} about={figureLabel(first)} />
          </li>
        )),
      )}
    </RuledList>
  )
}

function Answered({ suggestion: { editor, answer, changeSetId } }: { suggestion: ListedSuggestion }) {
  return (
    <p className="mt-1 text-quiet text-sm">
      {changeSetId === null ? (
        `Declined by ${editor}: ${answer}`
      ) : (
        <>
          Published by {editor} as <a href={`/admin/changes/${changeSetId}`}>change {changeSetId}</a>
        </>
      )}
    </p>
  )
}

/** In the order of the oldest of each figure. */
function byFigure(open: readonly ListedSuggestion[]): ListedSuggestion[][] {
  const isFirst = (suggestion: ListedSuggestion) => sameFigure(suggestion, open)[0]?.id === suggestion.id
  return open.filter(isFirst).map((suggestion) => sameFigure(suggestion, open))
}
