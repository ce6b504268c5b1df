import type { AthleteRecord } from '@/lib/record/athlete'
import { Dagger } from '../record/dagger'
import { fieldName } from '../record/labels'
import { Notes } from '../record/notes'
import { profileAddress, type RecordView } from '../record/view'

/** The sources of one of the athlete's own fields, and a double dagger where they disagree. */
export function FieldNotes({ field, record, view }: { field: string; record: AthleteRecord; view: RecordView }) {
  const citations = record.athlete.citations.filter((citation) => citation.field === field)
  const name = fieldName(field)
  return (
    <>
      {view.disputedOfAthlete.has(field) && (
        <Dagger href={profileAddress('sources', view, '#disputes')} words={`Sources disagree on the ${name}`} />
      )}
      <Notes citations={citations} about={`the ${name}`} anchor={`said-${field}`} view={view} />
    </>
  )
}
