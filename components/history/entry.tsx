import type { ReactNode } from 'react'
import { type Change, type HistoryEntry, MOST_COUNTED } from '@/lib/record/history'
import { excerpts } from '@/lib/text/excerpts'
import { SourceText } from '../profile/sources'
import { DeskLink } from '../record/desk-link'
import { count } from '../record/labels'
import { tagClass } from '../ui/tag-class'
import { Instant } from '../ui/when'
import { BeforeAfter, withoutEchoes } from './before-after'
import { Byline } from './byline'
import { ChangedBy } from './changed-by'
import { columnName, columnValue } from './column-words'
import { differenceOf, rowInWords, sentenceAlone, sentenceOf } from './row-words'

export const CHANGE_KIND: Record<HistoryEntry['kind'], string> = {
  SEED: 'First record',
  EDIT: 'Correction',
  RESTORE: 'Restored',
  IMPORT: 'Import',
}

const SHOWN_AT_ONCE = 6

/** One change set: who, when, why, on which source, and every field before and after. */
export function HistoryItem({
  entry,
  desk,
  hasUndo = false,
  changeHref = publicChange,
}: {
  entry: HistoryEntry
  desk: boolean
  /** Whether it leads to its undo, where the page does not do so by itself. */
  hasUndo?: boolean
  /** Where other changes are to be seen. */
  changeHref?: (change: number) => string
}) {
  const { id, kind, at, reason, source, undone } = entry
  const changes = entry.changes.filter((change) => change.kind !== 'counted')
  const changeCount = entry.changeCount - (entry.changes.length - changes.length)
  const first = changes.slice(0, SHOWN_AT_ONCE)
  const rest = changes.slice(SHOWN_AT_ONCE)
  const atLeast = entry.changeCount === MOST_COUNTED ? 'at least ' : ''
  return (
    <article
      id={`change-${id}`}
      className="border-strong border-t py-6 target:bg-[linear-gradient(var(--color-gold-wash),transparent_12rem)]"
      aria-labelledby={`change-${id}-reason`}
    >
      <h2 id={`change-${id}-reason`} className="mb-1 text-xl [overflow-wrap:anywhere]">
        {reason}
      </h2>
      <Byline>
        <span className={tagClass.quiet}>{CHANGE_KIND[kind]}</span> <ChangedBy entry={entry} />, <Instant iso={at} />
        {' · '}
        <a href={publicChange(id)}>no.&nbsp;{id}</a>
        {hasUndo && kind !== 'SEED' && !undone?.isWhole && (
          <>
            {' · '}
            <DeskLink href={`/admin/changes/${id}#undo`}>
              Undo<span className="sr-only"> change {id}</span>
            </DeskLink>
          </>
        )}
      </Byline>
      {source && (
        <Byline as="div">
          <SourceText source={source} />
        </Byline>
      )}
      <Undoing entry={entry} addressOf={changeHref} />
      <Changes changes={first} desk={desk} />
      {rest.length > 0 && (
        <details className="mt-2">
          <summary className="font-semibold text-md">
            {atLeast}
            {count(changeCount - first.length, 'more change')}
          </summary>
          <Changes changes={rest} desk={desk} />
          {changeCount > changes.length && (
            <p className="text-quiet">
              and {atLeast}
              {count(changeCount - changes.length, 'change')} that this page does not list.
            </p>
          )}
        </details>
      )}
    </article>
  )
}

const publicChange = (change: number) => `/changes/${change}`

/** Which change this one undoes, and which undid it. */
export function Undoing({
  entry: { undoes, undone },
  addressOf = publicChange,
}: {
  entry: Pick<HistoryEntry, 'undoes' | 'undone'>
  addressOf?: (change: number) => string
}) {
  if (undoes === null && undone === null) return null
  return (
    <Byline>
      {undoes !== null && <>Undoes {changeLink(undoes, addressOf)}</>}
      {undoes !== null && undone && ' · '}
      {undone && (
        <>
          {undone.isWhole ? 'Undone by ' : 'Undone in part by '}
          {undone.by.map((change, index) => (
            <span key={change}>
              {index > 0 && ' and '}
              {changeLink(change, addressOf)}
            </span>
          ))}
        </>
      )}
    </Byline>
  )
}

function changeLink(change: number, addressOf: (change: number) => string): ReactNode {
  return <a href={addressOf(change)}>change {change}</a>
}

function Changes({ changes, desk }: { changes: readonly Change[]; desk: boolean }) {
  return (
    <ul className="mt-3 *:border-rule *:border-t *:py-2">
      {changes.map((change) => (
        <li key={change.revisionId}>
          <p>
            {change.isResultShown ? <a href={`/results/${change.resultId}`}>{change.subject}</a> : change.subject}{' '}
            <span className="text-quiet">{change.subject === '' ? sentenceAlone(change) : sentenceOf(change)}</span>
            {desk && (
              <>
                {' '}
                <DeskLink href={`/admin/revisions/${change.revisionId}`}>
                  Restore
                  <span className="sr-only">
                    {' '}
                    {change.subject} as it stood at revision {change.revisionId}
                  </span>
                </DeskLink>
              </>
            )}
          </p>
          <Fields change={change} />
        </li>
      ))}
    </ul>
  )
}

/** What was changed; of a new row that is said in words already, nothing more. */
function Fields({ change }: { change: Change }) {
  const { entity, kind, row, fields } = change
  if (kind !== 'added') return <BeforeAfter entity={entity} fields={differenceOf(change)} />
  return rowInWords(entity, row) === null ? <Added {...{ entity, fields }} /> : null
}

/** The fields of a new row in a line: there was nothing before it. */
function Added({ entity, fields }: Pick<Change, 'entity' | 'fields'>) {
  if (fields.length === 0) return null
  return (
    <p className="text-sm">
      {withoutEchoes(fields).map(({ field, after }, index) => (
        <span key={field}>
          {index > 0 && '; '}
          <span className="text-quiet">{columnName(entity, field)}</span>{' '}
          {excerpts('', columnValue(entity, field, after))[1]}
        </span>
      ))}
    </p>
  )
}
