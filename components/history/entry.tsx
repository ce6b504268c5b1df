import type { Change, FieldChange, HistoryEntry } from '@/lib/record/history'
import { SourceText } from '../profile/sources'
import { DeskLink } from '../record/desk-link'
import { count, fieldName } from '../record/labels'
import { tagClass } from '../ui/tag-class'
import { Instant } from '../ui/when'
import { Byline } from './byline'
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

function Changes({ changes, base, desk }: { changes: readonly Change[]; base: string; desk: boolean }) {
  return (
    <ul className="mt-3 *:border-rule *:border-t *:py-2">
      {changes.map((change) => (
        <li key={change.revisionId}>
          <p>
            {change.resultId ? <a href={`${base}#r-${change.resultId}`}>{change.subject}</a> : change.subject}{' '}
            <span className="text-quiet">
              {change.resultId && `${entityName(change.entity)} `}
              {change.kind}
            </span>
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
          {change.kind === 'added' ? <Added fields={change.fields} /> : <BeforeAfter fields={change.fields} />}
        </li>
      ))}
    </ul>
  )
}

/** The fields of a new row in a line: there was nothing before it. */
function Added({ fields }: { fields: readonly FieldChange[] }) {
  if (fields.length === 0) return null
  return (
    <p className="text-sm">
      {withoutEchoes(fields).map(({ field, after }, index) => (
        <span key={field}>
          {index > 0 && '; '}
          <span className="text-quiet">{fieldName(field)}</span> {inWords(field, after)}
        </span>
      ))}
    </p>
  )
}

export function BeforeAfter({ fields }: { fields: readonly FieldChange[] }) {
  const shown = withoutEchoes(fields)
  if (shown.length === 0) return null
  return (
    <dl className="text-md lining-nums tabular-nums *:flex *:flex-wrap *:gap-x-3 [&_del]:text-quiet [&_del]:decoration-champ [&_dt]:min-w-24 [&_dt]:text-quiet [&_ins]:font-semibold [&_ins]:no-underline">
      {shown.map(({ field, before, after }) => (
        <div key={field}>
          <dt>{fieldName(field)}</dt>
          <dd>
            <del>
              <span className="sr-only">before: </span>
              {inWords(field, before)}
            </del>{' '}
            <span aria-hidden="true">→</span>{' '}
            <ins>
              <span className="sr-only">after: </span>
              {inWords(field, after)}
            </ins>
          </dd>
        </div>
      ))}
    </dl>
  )
}

function inWords(field: string, value: string | null): string {
  return value === null ? 'nothing' : valueInWords(field, value)
}

/** A mark's value and precision only say in numbers what the mark says. */
export function withoutEchoes<Field extends { field: string }>(fields: readonly Field[]): readonly Field[] {
  if (!fields.some(({ field }) => field === 'mark')) return fields
  return fields.filter(({ field }) => field !== 'value' && field !== 'precision')
}

function entityName(entity: string): string {
  return entity.replaceAll('_', ' ').replace(/ies$/, 'y').replace(/s$/, '')
}
