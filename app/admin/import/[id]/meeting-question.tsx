import { Button } from '@/components/form/button'
import { Choice } from '@/components/form/choice'
import { Hint } from '@/components/form/messages'
import { count } from '@/components/record/labels'
import type { OpenMeeting } from '@/lib/import/preview'
import { formatDates } from '@/lib/sport/partial-date'
import { OtherChoices } from './other-choices'

/** Which competition the rows of a town and day, or of a name, are from. */
export function MeetingQuestion({
  meeting,
  action,
}: {
  meeting: OpenMeeting
  action: (form: FormData) => Promise<void>
}) {
  const { ids, name, city, countryCode, startDate, endDate, rows, reason, candidates } = meeting
  return (
    <form action={action}>
      {ids.map((id) => (
        <input key={id} type="hidden" name="meeting" value={id} />
      ))}
      <fieldset className="mb-2.5 min-w-0">
        <legend>
          Which competition is <strong>{[name, city, countryCode].filter(Boolean).join(', ') || 'this one'}</strong>,{' '}
          {formatDates(startDate, endDate)}, in {count(rows, 'row')}?
        </legend>
        {reason && <Hint>{reason}</Hint>}
        {candidates.map((candidate) => (
          <Choice key={candidate.id} type="radio" name="choice" value={candidate.id}>
            <a href={`/competitions/${candidate.slug}`}>{candidate.name}</a>{' '}
            <span className="text-quiet">{formatDates(candidate.startDate, candidate.endDate) || candidate.year}</span>
          </Choice>
        ))}
        <OtherChoices of="competition" id={ids[0] ?? ''} isNew="One that the record does not have" />
        {/* Games of several days are held elsewhere each time: no town is their name. */}
        {!candidates.some((candidate) => candidate.endDate !== null) && (
          <Choice type="checkbox" name="teach">
            Remember that lists call its series so
          </Choice>
        )}
      </fieldset>
      <Button>Decide</Button>
    </form>
  )
}
