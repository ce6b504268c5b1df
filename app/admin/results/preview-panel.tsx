import { After, Before, FieldChange, FieldChanges } from '@/components/form/field-changes'
import { fieldLabel, fieldValue } from '@/components/form/labels'
import { ErrorMessage, Hint, Warning } from '@/components/form/messages'
import type { Preview } from '@/lib/career/save-preview'
import type { ParsedMark } from '@/lib/sport/marks'

/** What saving would do, in words. */
export function PreviewPanel({ preview, isNew }: { preview: Preview | null; isNew: boolean }) {
  if (preview === null || (preview.changes.length === 0 && preview.effects === null && preview.warnings.length === 0)) {
    return (
      <Hint>
        {isNew
          ? 'What becomes of bests and records, once a result stands in the form.'
          : 'What changes, and what becomes of bests and records.'}
      </Hint>
    )
  }
  const { warnings, changes, effects, twin } = preview
  if (changes.length === 0 && warnings.length === 0) return <p>Nothing is changed.</p>
  return (
    <>
      {twin && (
        <ErrorMessage>
          This will be refused: there is a result of this athlete in that race already.{' '}
          <a href={`/admin/results/${twin.id}`}>Correct that one instead</a>
        </ErrorMessage>
      )}
      {warnings.map((warning) => (
        <Warning key={warning}>{warning}</Warning>
      ))}
      {changes.length > 0 && !isNew && (
        <FieldChanges>
          {changes.map(({ field, before, after }) => (
            <FieldChange key={field} label={fieldLabel(field)}>
              <Before>{fieldValue(field, before)}</Before> <span aria-hidden="true">→</span>
              <span className="sr-only">becomes</span> <After>{fieldValue(field, after)}</After>
            </FieldChange>
          ))}
        </FieldChanges>
      )}
      {effects !== null && changes.length > 0 && (
        <>
          <h3 className="mt-2.5 font-sans text-sm font-semibold">Bests, records and appearances</h3>
          {effects.length === 0 ? (
            <p className="text-quiet">They stay as they are.</p>
          ) : (
            <ul>
              {effects.map((effect) => (
                <li key={effect} className="py-0.5">
                  {effect}
                </li>
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
      {mark?.ok && mark.warnings.length === 0 && <Hint>Read as {mark.mark}.</Hint>}
      {mark?.ok && mark.warnings.map((warning) => <Warning key={warning}>{warning}</Warning>)}
      {mark && !mark.ok && <ErrorMessage>{mark.reason}</ErrorMessage>}
    </div>
  )
}
