import { headToHead, type Meeting } from '@/lib/career/head-to-head'
import type { Athlete, AthleteRecord } from '@/lib/record/athlete'
import type { Result } from '@/lib/record/result'
import { discipline } from '@/lib/sport/disciplines'
import { count, roundName } from '../record/labels'
import { MarkLink } from '../record/mark-link'
import { Places } from '../record/places'
import { CompetitionLink, Venue } from '../record/venue'
import { Lead } from '../ui/lead'
import { When } from '../ui/when'

/** The races that two athletes both ran, and who was ahead. */
export function Meetings({ one, other }: { one: AthleteRecord; other: AthleteRecord }) {
  const { meetings, ...ahead } = headToHead(opponent(one), opponent(other))
  const names = [one.athlete.displayName, other.athlete.displayName] as const
  if (meetings.length === 0) {
    return (
      <Lead>
        {names[0]} and {names[1]} have not met in a race that this record knows.
      </Lead>
    )
  }
  const open = meetings.length - ahead.one - ahead.other
  return (
    <>
      <Lead className="mb-4">
        {count(meetings.length, 'race')}: {names[0]} was ahead in {ahead.one}, {names[1]} in {ahead.other}
        {open > 0 && `; of ${open} nobody can say`}.
      </Lead>
      <table className="record-table" data-copy="">
        <caption className="sr-only">
          Races of {names[0]} and {names[1]}
        </caption>
        <thead>
          <tr>
            <th scope="col">Race</th>
            <Name athlete={one.athlete} />
            <Name athlete={other.athlete} />
          </tr>
        </thead>
        <tbody>
          {meetings.map((meeting) => (
            <tr key={meeting.one.id}>
              <th scope="row">
                <CompetitionLink competition={meeting.one.competition} />
                <span className="remark block font-normal">
                  {raceText(meeting.one)}, <When date={meeting.one.date} />, <Venue of={meeting.one.venue} />
                </span>
              </th>
              <Side meeting={meeting} side="one" />
              <Side meeting={meeting} side="other" />
            </tr>
          ))}
        </tbody>
      </table>
    </>
  )
}

function opponent({ athlete, results, claims }: AthleteRecord) {
  return { id: athlete.id, results, claims }
}

function Name({ athlete: { slug, displayName } }: { athlete: Athlete }) {
  return (
    <th scope="col" className="num">
      <a href={`/athletes/${slug}`}>{displayName}</a>
    </th>
  )
}

function Side({ meeting, side }: { meeting: Meeting; side: 'one' | 'other' }) {
  const result = meeting[side]
  const leads = meeting.ahead === side
  return (
    <td className={leads ? 'num [&>a]:text-gold' : 'num'}>
      <MarkLink result={result} />
      {leads && <span className="sr-only"> (ahead)</span>}
      <span className="remark block">
        <Places result={result} />
      </span>
    </td>
  )
}

function raceText(result: Result): string {
  const { name } = discipline(result.discipline)
  return result.round === 'FINAL' && !result.raceNumber ? name : `${name}, ${roundName(result).toLowerCase()}`
}
