import { fieldLabel, fieldValue } from '@/components/form/labels'
import type { Preview } from '@/lib/career/save-preview'
import type { ParsedMark } from '@/lib/sport/marks'

/** What saving would do, in words. */
export function PreviewPanel({ preview, isNew }: { preview: Preview | null; isNew: boolean }) {
  if (preview === null || (preview.changes.length === 0 && preview.effects === null && preview.warnings.length === 0)) {
    return (
      <p className="hint">
        {isNew
          ? 'What becomes of bests and records, once a result stands in the form.'
          : 'What changes, and what becomes of bests and records.'}
      </p>
    )
  }
  const { warnings, changes, effects } = preview
  if (changes.length === 0 && warnings.length === 0) return <p>Nothing is changed.</p>
  return (
    <>
      {warnings.map((warning) => (
        <p key={warning} className="warning">
          {warning}
        </p>
      ))}
      {changes.length > 0 && !isNew && (
        <dl className="changes-ahead">
          {changes.map(({ field, before, after }) => (
            <div key={field}>
              <dt>{fieldLabel(field)}</dt>
              <dd>
                <del>{fieldValue(field, before)}</del> <span aria-hidden="true">→</span>
                <span className="sr-only">becomes</span> <ins>{fieldValue(field, after)}</ins>
              </dd>
            </div>
          ))}
        </dl>
      )}
      {effects !== null && changes.length > 0 && (
        <>
          <h3>Bests, records and appearances</h3>
          {effects.length === 0 ? (
            <p className="text-quiet">They stay as they are.</p>
          ) : (
            <ul>
              {effects.map((effect) => (
                <li key={effect}>{effect}</li>
              ))}
            </ul>
          )}
        </>
      )}
    </>
  )
}

/** How a mark was read: the normal way to write it, what was corrected in reading it, or why it cannot be one. */
export function MarkReading({ mark }: { mark: ParsedMark | null }) {
  return (
    <div aria-live="polite">
      {mark?.ok && mark.warnings.length === 0 && <p className="hint">Read as {mark.mark}.</p>}
      {mark?.ok &&
        mark.warnings.map((warning) => (
          <p key={warning} className="warning">
            {warning}
          </p>
        ))}
      {mark && !mark.ok && <p className="error">{mark.reason}</p>}
    </div>
  )
}
