import type { ReactNode } from 'react'
import { Choice, ChoiceLine } from '@/components/form/choice'
import { Group } from '@/components/form/group'
import { Hint } from '@/components/form/messages'
import { BeforeAfter } from '@/components/history/before-after'
import { columnValue } from '@/components/history/column-words'
import { figureTitle } from '@/components/history/figure-words'
import { count } from '@/components/record/labels'
import type { Typed } from '@/lib/form/typed'
import type { CitationLine, FigureLine, Link, PutBackChoice, PutBackView } from '@/lib/record/put-back-view'

/** What the choices are for: figures go back to what they were, or become what was proposed. */
interface Words {
  citation: Record<CitationLine['kind'], string>
  over: string
  more: string
  stands: string
}

const PUT_BACK: Words = {
  citation: { comes: 'Comes back', goes: 'Goes', changes: 'Becomes' },
  over: 'ticked, it goes back over that',
  more: 'that can be put back with these',
  stands: 'of it stands as before already',
}

export const PROPOSED: Words = {
  citation: { comes: 'New citation', goes: 'Citation taken away', changes: 'Citation becomes' },
  over: 'ticked, the proposal is written over that',
  more: 'that can be published with these',
  stands: 'of it stands as proposed already',
}

export const DRAFTED: Words = {
  ...PROPOSED,
  over: 'ticked, the draft is written over that',
  stands: 'of it stands as drafted already',
}

/**
 * Every figure that can be put back, or published: what stands now, and what will stand, with a box to tick.
 *
 * @param ticked what was ticked; null for what is ticked where nothing else is said.
 * @param children what else a choice has.
 */
export function PutBackChoices({
  view,
  ticked,
  words = PUT_BACK,
  children,
}: {
  view: PutBackView
  ticked: Typed | null
  words?: Words
  children?: (choice: PutBackChoice) => ReactNode
}) {
  const open = view.choices.filter(({ state }) => state === 'ready' || state === 'changed')
  const done = view.choices.filter(({ state }) => state === 'done')
  const stands = view.choices.filter(({ state }) => state === 'stands')
  const isTicked = (choice: PutBackChoice) => ticked?.figure?.includes(choice.key) ?? (ticked ? false : choice.isTicked)
  return (
    <>
      <input type="hidden" name="token" value={view.token} />
      {open.length > 0 && (
        <Group legend="What will stand">
          <ul className="*:border-rule *:border-t *:py-2 *:first:border-t-0">
            {open.map((choice) => (
              <li key={choice.key}>
                <Line choice={choice} isTicked={isTicked(choice)} words={words}>
                  {children?.(choice)}
                </Line>
              </li>
            ))}
          </ul>
          {view.more > 0 && (
            <Choice
              type="checkbox"
              name="more"
              value="yes"
              defaultChecked={ticked ? ticked.more !== undefined : view.isMoreTicked}
            >
              And {count(view.more, 'more figure')} {words.more}
            </Choice>
          )}
        </Group>
      )}
      {done.length > 0 && (
        <ul className="mb-4">
          {done.map(({ key, figures, undoneBy }) => (
            <li key={key}>
              {named(figures)}: put back already by <Changes ids={undoneBy} />, and changed since.
            </li>
          ))}
        </ul>
      )}
      {stands.length > 0 && open.length + done.length > 0 && (
        <details className="mb-4">
          <summary>
            {count(stands.length, 'other figure')} {words.stands}
          </summary>
          <ul>
            {stands.map(({ key, figures }) => (
              <li key={key}>{named(figures)}</li>
            ))}
          </ul>
        </details>
      )}
    </>
  )
}

const titleOf = (line: FigureLine) => figureTitle(line, line.of.title)
const named = (figures: readonly FigureLine[]) => figures.slice(0, 1).map(titleOf).join()

function Line({
  choice,
  isTicked,
  words,
  children,
}: {
  choice: PutBackChoice
  isTicked: boolean
  words: Words
  children: ReactNode
}) {
  const [first, ...others] = choice.figures
  const id = `figure-${choice.key}`
  return (
    <>
      <ChoiceLine
        type="checkbox"
        id={id}
        name="figure"
        value={choice.key}
        defaultChecked={isTicked && !choice.isBlocked}
        disabled={choice.isBlocked}
        aria-describedby={`${id}-notes`}
      >
        <label htmlFor={id} className="min-w-0 flex-1">
          {first && titleOf(first)}
        </label>
      </ChoiceLine>
      <div className="pl-6.25">
        {first && <Values line={first} />}
        {others.map((line) => (
          <div key={`${line.entity} ${line.figure} ${line.of.title}`}>
            <p className="text-quiet text-sm">together with {titleOf(line)}</p>
            <Values line={line} />
          </div>
        ))}
        <Citations citations={choice.citations} words={words} />
        <Notes id={`${id}-notes`} choice={choice} words={words} />
        {children}
      </div>
    </>
  )
}

function Values({ line }: { line: FigureLine }) {
  if (line.values.length > 0) return <BeforeAfter entity={line.entity} fields={line.values} />
  if (line.stands === null) return null
  return <p className="text-md">{columnValue(line.entity, line.figure, line.stands)}, as it is</p>
}

function Citations({ citations, words }: { citations: readonly CitationLine[]; words: Words }) {
  if (citations.length === 0) return null
  return (
    <ul aria-label="Its citations" className="text-sm">
      {citations.map(({ id, kind, source, locator, asserts, accepted }) => (
        <li key={id}>
          <span className="text-quiet">{words.citation[kind]}:</span> {source}, {locator}
          {asserts !== null && `: “${asserts}”`}
          {!accepted && kind !== 'goes' && ', not followed'}
        </li>
      ))}
    </ul>
  )
}

function Notes({ id, choice, words }: { id: string; choice: PutBackChoice; words: Words }) {
  const { state, changedBy, rests, lacks, elsewhere, requires, brings, isBlocked } = choice
  return (
    <div id={id}>
      {state === 'changed' && (
        <Hint>
          Changed since{' '}
          {changedBy.map(({ author, changeSetId }, index) => (
            <span key={changeSetId}>
              {index > 0 && ' and '}by {author} in <Changes ids={[changeSetId]} />
            </span>
          ))}
          {!isBlocked && `: ${words.over}`}.
        </Hint>
      )}
      {rests.length > 0 && (
        <Hint>
          It cannot go while something rests on it: <Links links={rests} />.
        </Hint>
      )}
      {lacks.length > 0 && (
        <Hint>
          It belongs to what is not in the record any more: <Links links={lacks} />. Bring that back first.
        </Hint>
      )}
      {elsewhere.length > 0 && (
        <Hint>
          One of its citations is with <Links links={elsewhere} /> by now
          {changedBy.length > 0 && (
            <>
              : undo <Changes ids={changedBy.map(({ changeSetId }) => changeSetId)} /> first
            </>
          )}
          .
        </Hint>
      )}
      {!isBlocked && requires.length > 0 && (
        <Hint>
          Only together with <Links links={requires} />.
        </Hint>
      )}
      {!isBlocked && brings.length > 0 && (
        <Hint>
          Brings back <Links links={brings} />.
        </Hint>
      )}
    </div>
  )
}

const MOST_LINKS = 5

function Links({ links }: { links: readonly Link[] }) {
  return (
    <>
      {links.slice(0, MOST_LINKS).map(({ title, href }, index) => (
        <span key={`${title} ${href}`}>
          {index > 0 && '; '}
          {href === null ? title : <a href={href}>{title}</a>}
        </span>
      ))}
      {links.length > MOST_LINKS && ` and ${links.length - MOST_LINKS} more`}
    </>
  )
}

function Changes({ ids }: { ids: readonly number[] }) {
  return ids.map((id, index) => (
    <span key={id}>
      {index > 0 && ', '}
      <a href={`/admin/changes/${id}`}>change {id}</a>
    </span>
  ))
}
