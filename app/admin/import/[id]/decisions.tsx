import { RuledList } from '@/app/admin/ruled-list'
import { Notice } from '@/components/form/notice'
import { count } from '@/components/record/labels'
import { Section } from '@/components/site/section'
import type { Missed, OpenMeeting, OpenPerson } from '@/lib/import/preview'
import { decideMeetingAction, decidePersonAction } from './actions'
import { DecideAll, DecideEverything } from './decide-all'
import { MeetingQuestion } from './meeting-question'
import { PersonQuestion } from './person-question'

const MISSED: Record<Missed, string> = {
  choice: 'Nothing was decided: choose one of the answers first.',
  address:
    'Nothing was decided: nothing here has that address. Paste it from its page, /athletes/… or /competitions/….',
  words: 'Nothing was written: type the words that confirm what is odd about the list.',
}

interface Open {
  people: { people: OpenPerson[]; total: number }
  meetings: { meetings: OpenMeeting[]; total: number }
}

/** Who and what a list means, where that is not sure: each is decided once, for all its rows. */
export function ImportDecisions({ id, people, meetings, missed }: Open & { id: string; missed: string }) {
  if (people.total === 0 && meetings.total === 0) return null
  return (
    <Section id="decide" title="To decide" remark="The rest can be accepted without these.">
      {Object.hasOwn(MISSED, missed) && (
        <Notice look="danger" className="mb-4 max-w-2xl" role="alert">
          <p>{MISSED[missed as Missed]}</p>
        </Notice>
      )}
      <RuledList>
        <People {...people} action={decidePersonAction.bind(null, id)} />
        <Meetings {...meetings} action={decideMeetingAction.bind(null, id)} />
      </RuledList>
    </Section>
  )
}

type Action = (form: FormData) => Promise<void>

function People({ people, total, action }: Open['people'] & { action: Action }) {
  const more = total - people.length
  const reasons = [...new Set(people.map(({ reason }) => reason))]
  return (
    <>
      {reasons.map((reason) => (
        <PeopleOfOneReason
          key={reason}
          reason={reason}
          people={people.filter((person) => person.reason === reason)}
          action={action}
        />
      ))}
      {more > 0 && <li className="text-quiet">{count(more, 'more athlete')} to decide after these.</li>}
      {total > 1 && (
        <li>
          <DecideAll
            {...{ action, name: 'person', ids: people.map(({ id }) => id) }}
            areNew={`All ${people.length} athletes above are new`}
            leave="Leave all of them out"
          />
          {more > 0 && <DecideEverything action={action} name="person" what={count(total, 'athlete')} />}
        </li>
      )}
    </>
  )
}

/** Those who are asked about for the same reason, and one answer for all of them. */
function PeopleOfOneReason({
  reason,
  people,
  action,
}: {
  reason: string | null
  people: readonly OpenPerson[]
  action: Action
}) {
  const haveOne = people.every(({ candidates }) => candidates.length === 1)
  const all = people.length === 1 ? '' : `All ${people.length} of these`
  return (
    <>
      {people.map((person) => (
        <li key={person.id}>
          <PersonQuestion person={person} action={action} />
        </li>
      ))}
      {people.length > 1 && (
        <li>
          <p className="mb-1 text-quiet">
            {people.length} times: {reason ?? 'more than one fits'}
          </p>
          <DecideAll
            {...{ action, name: 'person', ids: people.map(({ id }) => id) }}
            areNew={`${all} are new`}
            leave={`Leave all ${people.length} out`}
            {...(haveOne && { areProposed: `${all} are who was proposed` })}
          />
        </li>
      )}
    </>
  )
}

function Meetings({ meetings, total, action }: Open['meetings'] & { action: Action }) {
  const ids = meetings.flatMap((meeting) => meeting.ids)
  return (
    <>
      {meetings.map((meeting) => (
        <li key={meeting.ids[0]}>
          <MeetingQuestion meeting={meeting} action={action} />
        </li>
      ))}
      {total > 1 && (
        <li>
          <p className="text-quiet">{count(total, 'day')} of competitions to decide in all.</p>
          <DecideAll
            {...{ action, name: 'meeting', ids }}
            areNew={`All ${meetings.length} competitions above are new`}
            leave="Leave all of them out"
          />
          {total > ids.length && <DecideEverything action={action} name="meeting" what={count(total, 'day')} />}
        </li>
      )}
    </>
  )
}
