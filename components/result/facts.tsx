import { type Competition, isSameVenue } from '@/lib/record/competition'
import type { RaceContext } from '@/lib/record/race-context'
import type { Result } from '@/lib/record/result'
import { COMPANY } from '@/lib/record/things/words'
import { ageOn } from '@/lib/sport/age'
import { displayMark, publishedMark } from '@/lib/sport/display-mark'
import { type Authority, courseReasons } from '@/lib/sport/eligibility'
import { formatReaction, formatWind } from '@/lib/sport/marks'
import type { PartialDate } from '@/lib/sport/partial-date'
import type { Timing } from '@/lib/sport/performance'
import { statusCode, statusInWords } from '@/lib/sport/status'
import { Fact, FactList } from '../profile/fact-list'
import { Disputed } from '../record/disputed'
import { recordName, roundName } from '../record/labels'
import { CountryLink, DisciplineLink } from '../record/links'
import { Places } from '../record/places'
import { RecordTags } from '../record/tags'
import { CompetitionLink, Venue } from '../record/venue'
import type { RecordView } from '../record/view'
import { Flag } from '../ui/flag'
import { When } from '../ui/when'
import { RaceFacts } from './race-facts'

const TIMING: Record<Timing, string> = {
  ELECTRONIC: 'electronic',
  HAND: 'by hand',
  GUN: 'from the gun',
  NET: 'from the starting line (net)',
}

/** Everything that is recorded of one performance, line by line; what is unknown has no line. */
export function ResultFacts({
  result,
  birthDate,
  race,
  view,
}: {
  result: Result
  race?: RaceContext
  birthDate: PartialDate | null
  view: RecordView
}) {
  const { competition, countryCode, club, qualification, note, records } = result
  const age = ageOn(birthDate, result.date)
  const dagger = (field: string) => <Disputed result={result} field={field} view={view} />
  return (
    <FactList>
      <CompetitionFact competition={competition} />
      {!isSameVenue(result.venue, competition) && (
        <Fact name="Run in">
          <Venue of={result.venue} />
          {dagger('city')}
        </Fact>
      )}
      <Fact name="Race">
        <DisciplineLink slug={result.discipline} sex={result.sex} />, {roundName(result).toLowerCase()}
      </Fact>
      <Fact name="Date">
        <When date={result.date} bounds={result} />
        {dagger('date')}
      </Fact>
      <Fact name="Place">
        <span className="*:[span]:block">
          <Places result={result} view={view} />
        </span>
      </Fact>
      <MarkFacts result={result} view={view} />
      {records.length > 0 && <RecordsFact records={records} />}
      {countryCode && (
        <Fact name="For">
          <Flag code={countryCode} /> <CountryLink code={countryCode} />
          {dagger('countryCode')}
        </Fact>
      )}
      {club && (
        <Fact name="Club">
          {club}
          {dagger('club')}
        </Fact>
      )}
      {age && <Fact name="Age">{age.exact ? age.years : `${age.years} or ${age.years + 1}`}</Fact>}
      {qualification && <Fact name="Qualified">{qualification}</Fact>}
      <RaceFacts result={result} race={race} />
      <CourseFacts result={result} />
      {note && <Fact name="Note">{note}</Fact>}
    </FactList>
  )
}

/** The competition with its full name, its venue and the way to its other editions. */
function CompetitionFact({ competition }: { competition: Competition }) {
  const { officialName, city, countryCode, series } = competition
  return (
    <Fact name="Competition">
      <CompetitionLink competition={competition} />
      <small className="[--underline:transparent]">
        {officialName}
        {officialName && (city || countryCode) && ', '}
        <Venue of={competition} />
      </small>
      {series && (
        <small>
          <a href={`/series/${series.slug}`}>All editions</a>
        </small>
      )}
    </Fact>
  )
}

/** How the mark came about, or why there is none. */
function MarkFacts({ result, view }: { result: Result; view: RecordView }) {
  const { status, timing, wind, reactionTime, ruleBroken, implement, teamScore, flags } = result
  const published = publishedMark(result)
  return (
    <>
      {status && (
        <Fact name="Status">
          {statusCode(status)}: {statusInWords(status)}
          <Disputed result={result} field="status" view={view} />
        </Fact>
      )}
      {ruleBroken && <Fact name="Rule broken">{ruleBroken}</Fact>}
      {flags.includes('OC') && <Fact name="Took part">out of competition</Fact>}
      {published !== displayMark(result) && <Fact name="As published">{published}</Fact>}
      {timing && <Fact name="Timing">{TIMING[timing]}</Fact>}
      {wind !== null && (
        <Fact name="Wind">
          {formatWind(wind)}
          <Disputed result={result} field="wind" view={view} />
        </Fact>
      )}
      {reactionTime !== null && <Fact name="Reaction">{formatReaction(reactionTime)} s</Fact>}
      {teamScore !== null && <Fact name="Score">{teamScore === 1 ? '1 point' : `${teamScore} points`}</Fact>}
      {implement && <Fact name={result.discipline.endsWith('-hurdles') ? 'Hurdles' : 'Implement'}>{implement}</Fact>}
    </>
  )
}

/** What authorities ask of a course, where it is known, and what they say to it. */
function CourseFacts({ result }: { result: Result }) {
  const { company, certification, drop, separation } = result
  const isKnown = drop !== null || separation !== null
  return (
    <>
      {company && <Fact name="Ran together">{COMPANY[company].toLowerCase()}</Fact>}
      {certification && <Fact name="Measured by">{certification}</Fact>}
      {drop !== null && <Fact name={drop < 0 ? 'Climb' : 'Drop'}>{Math.abs(drop)} m from start to finish</Fact>}
      {separation !== null && <Fact name="Start to finish">{separation} m in a straight line</Fact>}
      {isKnown &&
        AUTHORITIES.map(([authority, name]) => (
          <Fact key={authority} name={name}>
            {courseReasons(result, authority).join('; ') || 'accepts such a course for records'}
          </Fact>
        ))}
    </>
  )
}

const AUTHORITIES = [
  ['WORLD_ATHLETICS', 'World Athletics'],
  ['ARRS', 'ARRS'],
] as const satisfies readonly (readonly [Authority, string])[]

/** The records that the mark was on its day. */
function RecordsFact({ records }: Pick<Result, 'records'>) {
  return (
    <Fact name="When set">
      {records.map((claim) => (
        <span key={claim.id} className="block [&_abbr]:mr-1">
          <RecordTags records={[claim]} /> {recordName(claim.code)}
          {claim.authority && `, recognised by ${claim.authority}`}
          {claim.state === 'RESCINDED' && ', rescinded since'}
        </span>
      ))}
    </Fact>
  )
}
