import type { ReactNode } from 'react'
import type { Change } from '@/lib/record/history'
import type { ProposalEntry } from '@/lib/record/proposal'
import { BeforeAfter } from '../history/before-after'
import { Byline } from '../history/byline'
import { LatestList } from '../history/latest-list'
import { sentenceAlone, sentenceOf } from '../history/row-words'
import { count } from '../record/labels'
import { tagClass } from '../ui/tag-class'
import { Instant } from '../ui/when'
import { STATE } from './state'

/** Proposals in short, each with the way to it. */
export function ProposalList({
  entries,
  addressOf,
  word,
}: {
  entries: readonly ProposalEntry[]
  addressOf: (id: number) => string
  /** What the link does: "Review", "See". */
  word: string
}) {
  return (
    <LatestList>
      {entries.map((entry) => (
        <li key={entry.id}>
          <Byline>
            <span className={tagClass.quiet}>{STATE[entry.state]}</span> <Instant iso={entry.at} /> · {entry.author}
          </Byline>
          <p>
            {entry.athletes.length > 0 && `${entry.athletes.map(({ name }) => name).join(', ')}: `}
            {entry.reason}
          </p>
          <ProposedChanges changes={entry.changes.slice(0, 2)} />
          {entry.changes.length > 2 && (
            <p className="text-quiet text-sm">and {count(entry.changes.length - 2, 'more row')}</p>
          )}
          <Byline>
            <a href={addressOf(entry.id)}>
              {word}
              <span className="sr-only"> proposal {entry.id}</span>
            </a>
            {entry.messages.length > 0 && ` · ${count(entry.messages.length, 'message')}`}
          </Byline>
        </li>
      ))}
    </LatestList>
  )
}

/** What would be changed, row by row, from what to what. */
export function ProposedChanges({ changes }: { changes: readonly Change[] }) {
  return (
    <ul>
      {changes.map((change) => (
        <li key={change.revisionId} className="py-1">
          <p>
            {change.subject}{' '}
            <span className="text-quiet">{change.subject === '' ? sentenceAlone(change) : sentenceOf(change)}</span>
          </p>
          {change.entity !== 'citations' && <BeforeAfter entity={change.entity} fields={change.fields} />}
        </li>
      ))}
    </ul>
  )
}

/** Who proposed something, why and on which source, and what has become of it. */
export function ProposalHead({
  entry: { id, at, author, reason, source, decided, state },
  children,
}: {
  entry: ProposalEntry
  /** Where it was published. */
  children?: ReactNode
}) {
  return (
    <div className="mb-8 max-w-3xl">
      <p className="font-serif text-lg">{reason}</p>
      <Byline>
        <span className={tagClass.quiet}>{STATE[state]}</span> <strong>{author}</strong>, <Instant iso={at} />
        <span> · no.&nbsp;{id}</span>
      </Byline>
      <Byline>
        {source.isNew ? 'New source' : 'Source'}:{' '}
        {source.url === null ? (
          source.title
        ) : (
          <a href={source.url} rel="nofollow noopener">
            {source.title}
          </a>
        )}
      </Byline>
      {decided && (
        <Byline>
          {STATE[state]} by <strong>{decided.by}</strong>, <Instant iso={decided.at} />
          {decided.reason !== null && <>: “{decided.reason}”</>}
        </Byline>
      )}
      {children}
    </div>
  )
}

/** What its author and reviewers have said of a proposal, the oldest first. */
export function Conversation({ messages }: { messages: ProposalEntry['messages'] }) {
  return (
    <ol className="mb-4 max-w-2xl *:border-rule *:border-t *:py-2">
      {messages.map(({ id, author, at, text }) => (
        <li key={id}>
          <Byline>
            <strong>{author}</strong>, <Instant iso={at} />
          </Byline>
          <p className="whitespace-pre-line wrap-anywhere">{text}</p>
        </li>
      ))}
    </ol>
  )
}
