import { Button } from '@/components/form/button'
import { count } from '@/components/record/labels'
import { EVERYTHING, type OpenMeeting, type OpenPerson } from '@/lib/import/preview'
import { formatDates } from '@/lib/sport/partial-date'

type Action = (form: FormData) => Promise<void>

/** Whom and what a list means, where nothing tells it surely: each is decided once, for all its rows. */
export function ImportDecisions({
  people,
  meetings,
  decidePerson,
  decideMeeting,
}: {
  people: { people: OpenPerson[]; total: number }
  meetings: { meetings: OpenMeeting[]; total: number }
  decidePerson: Action
  decideMeeting: Action
}) {
  const meetingIds = meetings.meetings.flatMap(({ ids }) => ids)
  return (
    <ul className="findings">
      {people.people.map((person) => (
        <li key={person.id}>
          <PersonQuestion person={person} action={decidePerson} />
        </li>
      ))}
      {people.total > people.people.length && (
        <li className="text-quiet">
          {count(people.total - people.people.length, 'more athlete')} to decide after these.
        </li>
      )}
      {people.total > 1 && (
        <li>
          <DecideAll
            {...{ action: decidePerson, name: 'person', ids: people.people.map(({ id }) => id) }}
            areNew={`All ${people.people.length} athletes above are new`}
            leave="Leave all of them out"
          />
          {people.total > people.people.length && (
            <Everything action={decidePerson} name="person" what={count(people.total, 'athlete')} />
          )}
        </li>
      )}
      {meetings.meetings.map((meeting) => (
        <li key={meeting.ids[0]}>
          <MeetingQuestion meeting={meeting} action={decideMeeting} />
        </li>
      ))}
      {meetings.total > 1 && (
        <li>
          <p className="text-quiet">{count(meetings.total, 'day')} of competitions to decide in all.</p>
          <DecideAll
            {...{ action: decideMeeting, name: 'meeting', ids: meetingIds }}
            areNew={`All ${meetings.meetings.length} competitions above are new`}
            leave="Leave all of them out"
          />
          {meetings.total > meetingIds.length && (
            <Everything action={decideMeeting} name="meeting" what={count(meetings.total, 'day')} />
          )}
        </li>
      )}
    </ul>
  )
}

/** Decides all that there is to decide, also what does not stand on the page. */
function Everything({ action, name, what }: { action: Action; name: string; what: string }) {
  return (
    <div className="mt-3">
      <DecideAll
        {...{ action, name, ids: [EVERYTHING] }}
        areNew={`All ${what} to decide are new`}
        leave={`Leave all ${what} out`}
      />
    </div>
  )
}

/** One answer for many people or meetings. */
function DecideAll({
  action,
  name,
  ids,
  areNew,
  leave,
}: {
  action: Action
  name: string
  ids: readonly string[]
  areNew: string
  leave: string
}) {
  return (
    <form action={action} className="mend flex flex-wrap items-center gap-3">
      {ids.map((id) => (
        <input key={id} type="hidden" name={name} value={id} />
      ))}
      <Button name="choice" value="new">
        {areNew}
      </Button>
      <Button name="choice" value="leave out">
        {leave}
      </Button>
    </form>
  )
}

/** The largest of the competitions that would be made, each with the way to say that it is known by another name. */
export function NewMeetings({ meetings, action }: { meetings: readonly OpenMeeting[]; action: Action }) {
  return (
    <ul className="findings">
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
    </ul>
  )
}

function PersonQuestion({ person, action }: { person: OpenPerson; action: Action }) {
  const { id, name, birthDate, countryCode, rows, reason, candidates } = person
  return (
    <form action={action}>
      <input type="hidden" name="person" value={id} />
      <fieldset>
        <legend>
          Who is <strong>{name}</strong>
          {(birthDate || countryCode) && ` (${[birthDate, countryCode].filter(Boolean).join(', ')})`}, in{' '}
          {count(rows, 'row')}?
        </legend>
        {reason && <p className="hint">{reason}</p>}
        {candidates.map((candidate) => (
          <label key={candidate.id} className="choice">
            <input type="radio" name="choice" value={candidate.id} />
            <span>
              {candidate.slug ? <a href={`/athletes/${candidate.slug}`}>{candidate.name}</a> : candidate.name}{' '}
              <span className="text-quiet">
                {[candidate.birthDate, candidate.countryCode].filter(Boolean).join(', ')}
                {candidate.slug === null && ' · of this list'}. {candidate.why}
              </span>
            </span>
          </label>
        ))}
        <OtherChoices of="athlete" id={id} isNew="Somebody whom the record does not have" />
      </fieldset>
      <Button>Decide</Button>
    </form>
  )
}

function MeetingQuestion({ meeting, action }: { meeting: OpenMeeting; action: Action }) {
  const { ids, name, city, countryCode, startDate, endDate, rows, reason, candidates } = meeting
  return (
    <form action={action}>
      {ids.map((id) => (
        <input key={id} type="hidden" name="meeting" value={id} />
      ))}
      <fieldset>
        <legend>
          Which competition is <strong>{[name, city, countryCode].filter(Boolean).join(', ') || 'this one'}</strong>,{' '}
          {formatDates(startDate, endDate)}, in {count(rows, 'row')}?
        </legend>
        {reason && <p className="hint">{reason}</p>}
        {candidates.map((candidate) => (
          <label key={candidate.id} className="choice">
            <input type="radio" name="choice" value={candidate.id} />
            <span>
              <a href={`/competitions/${candidate.slug}`}>{candidate.name}</a>{' '}
              <span className="text-quiet">
                {formatDates(candidate.startDate, candidate.endDate) || candidate.year}
              </span>
            </span>
          </label>
        ))}
        <OtherChoices of="competition" id={ids[0] ?? ''} isNew="One that the record does not have" />
        {/* Games of several days are held elsewhere each time: no town is their name. */}
        {!candidates.some((candidate) => candidate.endDate !== null) && (
          <label className="choice">
            <input type="checkbox" name="teach" />
            <span>Remember that lists call its series so</span>
          </label>
        )}
      </fieldset>
      <Button>Decide</Button>
    </form>
  )
}

function OtherChoices({ of, id, isNew }: { of: 'athlete' | 'competition'; id: string; isNew: string }) {
  return (
    <>
      <label className="choice">
        <input type="radio" name="choice" value="new" />
        <span>{isNew}</span>
      </label>
      <div className="choice">
        <input type="radio" name="choice" value="other" id={`other-${id}`} />
        <label htmlFor={`other-${id}`}>Another {of}:</label>
        <input
          type="text"
          name="other"
          className="address"
          placeholder={`its address: /${of}s/…`}
          aria-label={`Address of the ${of}`}
          autoComplete="off"
        />
      </div>
      <label className="choice">
        <input type="radio" name="choice" value="leave out" />
        <span>Leave these rows out</span>
      </label>
    </>
  )
}
