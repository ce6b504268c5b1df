import type { Change, FieldChange, HistoryEntry } from '@/lib/record/history'
import { SourceText } from '../profile/sources'
import { count, fieldName } from '../record/labels'
import { Instant } from '../ui/when'
import { valueInWords } from './value-words'

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
    <article id={`change-${id}`} className="change-set" aria-labelledby={`change-${id}-reason`}>
      <h2 id={`change-${id}-reason`}>{reason}</h2>
      <p className="byline">
        <span className="tag tag-quiet">{KIND[kind]}</span> <strong>{author}</strong>, <Instant iso={at} />
        <span className="quiet"> · no.&nbsp;{id}</span>
      </p>
      {source && (
        <div className="byline">
          <SourceText source={source} />
        </div>
      )}
      <Changes changes={first} base={base} desk={desk} />
      {rest.length > 0 && (
        <details className="more-changes">
          <summary>{count(changeCount - first.length, 'more change')}</summary>
          <Changes changes={rest} base={base} desk={desk} />
          {changeCount > changes.length && (
            <p className="quiet">and {count(changeCount - changes.length, 'change')} that this page does not list.</p>
          )}
        </details>
      )}
    </article>
  )
}

function Changes({ changes, base, desk }: { changes: readonly Change[]; base: string; desk: boolean }) {
  return (
    <ul className="changes">
      {changes.map((change) => (
        <li key={change.revisionId}>
          <p>
            {change.resultId ? <a href={`${base}#r-${change.resultId}`}>{change.subject}</a> : change.subject}{' '}
            <span className="quiet">
              {change.resultId && `${entityName(change.entity)} `}
              {change.kind}
            </span>
            {desk && (
              <>
                {' '}
                <a className="desk-link" href={`/admin/revisions/${change.revisionId}`}>
                  Restore
                  <span className="sr-only">
                    {' '}
                    {change.subject} as it stood at revision {change.revisionId}
                  </span>
                </a>
              </>
            )}
          </p>
          {change.kind === 'added' ? <Added fields={change.fields} /> : <BeforeAfter fields={change.fields} />}
        </li>
      ))}
    </ul>
  )
}

/** What a new row holds, in a line: nothing stood there before. */
function Added({ fields }: { fields: readonly FieldChange[] }) {
  if (fields.length === 0) return null
  return (
    <p className="added">
      {withoutEchoes(fields).map(({ field, after }, index) => (
        <span key={field}>
          {index > 0 && '; '}
          <span className="quiet">{fieldName(field)}</span> {told(field, after)}
        </span>
      ))}
    </p>
  )
}

export function BeforeAfter({ fields }: { fields: readonly FieldChange[] }) {
  const shown = withoutEchoes(fields)
  if (shown.length === 0) return null
  return (
    <dl className="before-after">
      {shown.map(({ field, before, after }) => (
        <div key={field}>
          <dt>{fieldName(field)}</dt>
          <dd>
            <del>
              <span className="sr-only">before: </span>
              {told(field, before)}
            </del>{' '}
            <span aria-hidden="true">→</span>{' '}
            <ins>
              <span className="sr-only">after: </span>
              {told(field, after)}
            </ins>
          </dd>
        </div>
      ))}
    </dl>
  )
}

function told(field: string, value: string | null): string {
  return value === null ? 'nothing' : valueInWords(field, value)
}

/** A mark's value and precision only say in numbers what the mark says. */
export function withoutEchoes<Told extends { field: string }>(fields: readonly Told[]): readonly Told[] {
  if (!fields.some(({ field }) => field === 'mark')) return fields
  return fields.filter(({ field }) => field !== 'value' && field !== 'precision')
}

function entityName(entity: string): string {
  return entity.replaceAll('_', ' ').replace(/ies$/, 'y').replace(/s$/, '')
}
