import { After, Before, FieldChange, FieldChanges } from '@/components/form/field-changes'
import { Hint, Warning } from '@/components/form/messages'
import type { FieldErrors } from '@/lib/form/field-errors'
import { changedFields, type Draft } from '@/lib/record/merge'
import { draftOfRow, readThing, type Thing } from '@/lib/record/things/thing'
import { excerpts } from '@/lib/text/excerpts'
import { inputLabel, valueWords } from './labels'
import type { Choices } from './thing-fields'

export interface ThingPreview {
  changes: { field: string; before: string; after: string }[]
  errors: FieldErrors
}

/** What saving a form would change, as far as the form alone can tell. */
export function previewOf(thing: Thing, before: Draft, draft: Draft): ThingPreview {
  const { values, errors } = readThing(thing, draft)
  const read = draftOfRow(thing, values)
  const after = Object.fromEntries(
    Object.entries(draft).map(([field, typed]) => [field, errors[field] ? typed : (read[field] ?? '')]),
  )
  const changed = changedFields(before, after)
  const changes = changed.map((field) => ({ field, before: before[field] ?? '', after: after[field] ?? '' }))
  return { changes, errors }
}

/** What saving would do, in words. */
export function ThingPreviewPanel({
  thing,
  preview,
  choices,
}: {
  thing: Thing
  preview: ThingPreview | null
  choices: Choices
}) {
  const labelOf = inputLabel(thing)
  const words = valueWords(thing, choices)
  if (preview === null) return <Hint>What changes, once something is typed.</Hint>
  const errors = Object.entries(preview.errors)
  if (preview.changes.length === 0 && errors.length === 0) return <p>Nothing is changed.</p>
  return (
    <>
      <FieldChanges>
        {preview.changes.map(({ field, ...change }) => {
          const [before, after] = excerpts(words(field, change.before), words(field, change.after))
          return (
            <FieldChange key={field} label={labelOf(field)}>
              {change.before !== '' && (
                <>
                  <Before>{before}</Before> <span aria-hidden="true">→</span>
                  <span className="sr-only">becomes</span>{' '}
                </>
              )}
              <After>{after}</After>
            </FieldChange>
          )
        })}
      </FieldChanges>
      {errors.map(([field, reason]) => (
        <Warning key={field}>
          {labelOf(field)}: {reason}
        </Warning>
      ))}
    </>
  )
}
