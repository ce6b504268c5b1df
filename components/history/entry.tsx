import type { ReactNode } from 'react'
import type { Change, FieldChange, HistoryEntry } from '@/lib/record/history'
import { excerpts } from '@/lib/text/excerpts'
import { SourceText } from '../profile/sources'
import { DeskLink } from '../record/desk-link'
import { count, fieldName } from '../record/labels'
import { tagClass } from '../ui/tag-class'
import { Instant } from '../ui/when'
import { BeforeAfter, inWords, withoutEchoes } from './before-after'
import { Byline } from './byline'
import { rowInWords, sentenceAlone, sentenceOf } from './row-words'

const KIND: Record<HistoryEntry['kind'], string> = {
  SEED: 'First record',
  EDIT: 'Correction',
  RESTORE: 'Restored',
  IMPORT: 'Import',
}

const SHOWN_AT_ONCE = 6

/** One change set: who, when, why, on which source, and every field before and after. */
export function HistoryItem({ entry, base, desk }: { entry: HistoryEntry; base: string; desk: boolean }) {
  const { id, kind, at, author, reason, source } = entry
  const changes = entry.changes.filter((change) => change.kind !== 'counted')
  const changeCount = entry.changeCount - (entry.changes.length - changes.length)
  const first = changes.slice(0, SHOWN_AT_ONCE)
  const rest = changes.slice(SHOWN_AT_ONCE)
  return (
    <article
      id={`change-${id}`}
      className="border-strong border-t py-6 target:bg-[linear-gradient(var(--color-gold-wash),transparent_12rem)]"
      aria-labelledby={`change-${id}-reason`}
    >
      <h2 id={`change-${id}-reason`} className="mb-1 text-xl">
        {reason}
      </h2>
      <Byline>
        <span className={tagClass.quiet}>{KIND[kind]}</span> <strong>{author}</strong>, <Instant iso={at} />
        <span> · no.&nbsp;{id}</span>
      </Byline>
      {source && (
        <Byline as="div">
          <SourceText source={source} />
        </Byline>
      )}
      <Undoing entry={entry} addressOf={(change) => changeAddress(change, { base, desk })} />
      <Changes changes={first} base={base} desk={desk} />
      {rest.length > 0 && (
        <details className="mt-2">
          <summary className="font-semibold text-md">{count(changeCount - first.length, 'more change')}</summary>
          <Changes changes={rest} base={base} desk={desk} />
          {changeCount > changes.length && (
            <p className="text-quiet">
              and {count(changeCount - changes.length, 'change')} that this page does not list.
            </p>
          )}
        </details>
      )}
    </article>
  )
}

/** Which change this one undoes, and which undid it. */
export function Undoing({
  entry: { undoes, undone },
  addressOf,
}: {
  entry: Pick<HistoryEntry, 'undoes' | 'undone'>
  addressOf: (change: number) => string
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

/** Where a change is to be seen: on the desk, or on the page of the history that begins with it. */
function changeAddress(change: number, { base, desk }: { base: string; desk: boolean }): string {
  const profile = base.replace(/[?#].*/, '')
  return desk || profile === ''
    ? `/admin/changes/${change}`
    : `${profile}/history?before=${change + 1}#change-${change}`
}

function Changes({ changes, base, desk }: { changes: readonly Change[]; base: string; desk: boolean }) {
  return (
    <ul className="mt-3 *:border-rule *:border-t *:py-2">
      {changes.map((change) => (
        <li key={change.revisionId}>
          <p>
            {change.isResultShown ? <a href={`${base}#r-${change.resultId}`}>{change.subject}</a> : change.subject}{' '}
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
function Fields({ change: { entity, kind, row, fields } }: { change: Change }) {
  if (kind !== 'added') return <BeforeAfter fields={fields} />
  return rowInWords(entity, row) === null ? <Added fields={fields} /> : null
}

/** The fields of a new row in a line: there was nothing before it. */
function Added({ fields }: { fields: readonly FieldChange[] }) {
  if (fields.length === 0) return null
  return (
    <p className="text-sm">
      {withoutEchoes(fields).map(({ field, after }, index) => (
        <span key={field}>
          {index > 0 && '; '}
          <span className="text-quiet">{fieldName(field)}</span> {excerpts('', inWords(field, after))[1]}
        </span>
      ))}
    </p>
  )
}
