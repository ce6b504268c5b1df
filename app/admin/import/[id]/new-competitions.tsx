import { RuledList } from '@/app/admin/ruled-list'
import { count } from '@/components/record/labels'
import type { OpenMeeting } from '@/lib/import/preview'
import { formatDates } from '@/lib/sport/partial-date'
import { MeetingQuestion } from './meeting-question'

/** The largest of the competitions that would be made, each with the way to say that it is known by another name. */
export function NewCompetitions({
  meetings,
  action,
}: {
  meetings: readonly OpenMeeting[]
  action: (form: FormData) => Promise<void>
}) {
  return (
    <RuledList>
      {meetings.map((meeting) => (
        <li key={meeting.ids[0]}>
          <details>
            <summary>
              {[meeting.name, meeting.city, meeting.countryCode].filter(Boolean).join(', ')},{' '}
              {formatDates(meeting.startDate, meeting.endDate)} ({count(meeting.rows, 'row')}
              {meeting.candidates.length > 0 && `; perhaps ${meeting.candidates.map(({ name }) => name).join(' or ')}`})
            </summary>
            <MeetingQuestion meeting={meeting} action={action} />
          </details>
        </li>
      ))}
    </RuledList>
  )
}
