import { ineligibility } from '@/lib/eligibility'
import { type ListedMark, type MarkList, markListAddress, type NumberedMark } from '@/lib/mark-list'
import { yearOf } from '@/lib/partial-date'
import { CountryLink } from '../record/links'
import { Mark, Wind } from '../record/mark'
import { placeText } from '../record/places'
import { RecordTags } from '../record/tags'
import { CompetitionLink, Venue } from '../record/venue'
import { roundName } from '../record/words'
import { SheetFlag } from '../ui/flag-sheet'
import { TableHead } from '../ui/table-head'
import { Unknown } from '../ui/unknown'
import { When } from '../ui/when'

/** Marks of one discipline, best first, each with its number in the list and, where it does not count, the reason. */
export function MarkTable({
  marks,
  list,
  caption,
}: {
  marks: readonly NumberedMark[]
  list: MarkList
  caption: string
}) {
  const isTagged = marks.some(({ records }) => records.length > 0)
  return (
    <table className="table marks" data-copy="">
      <caption className="sr-only">{caption}</caption>
      <TableHead
        columns={[
          ['No.', 'num', 'Rank in the list'],
          ['Mark', 'num'],
          'Athlete',
          ['Born', 'wide'],
          ['Place', 'num wide'],
          ['Competition', 'wide'],
          ['Date', 'wide'],
        ]}
      />
      <tbody>
        {marks.map((mark) => (
          <tr key={mark.id} id={`r-${mark.id}`}>
            <td className="num quiet">
              {mark.number}
              {mark.shared && '='}
            </td>
            <td className="num nowrap">
              <a className="to-sources" href={`/results/${mark.id}`} title="Sources and history">
                <Mark result={mark} />
              </a>
              <Wind wind={mark.wind} />
              {isTagged && <MarkTags mark={mark} />}
            </td>
            <th scope="row">
              <Athlete mark={mark} />
              <span className="narrow font-normal">
                <CompetitionLink competition={mark.competition} />,{' '}
                <a className="unlined" href={yearAddress(list, mark)}>
                  <When date={mark.date} />
                </a>
              </span>
              <Reasons mark={mark} />
            </th>
            <td className="wide nowrap">
              <When date={mark.athlete?.birthDate ?? null} />
            </td>
            <td className="num wide nowrap">
              <PlaceInRace mark={mark} />
            </td>
            <td className="wide">
              <CompetitionLink competition={mark.competition} /> <Venue of={mark.competition} />
            </td>
            <td className="wide nowrap">
              <a className="unlined" href={yearAddress(list, mark)} title={`The list of ${yearOf(mark.date)}`}>
                <When date={mark.date} />
              </a>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** The same list, of the mark's year alone. */
function yearAddress(list: MarkList, { date }: ListedMark): string {
  return markListAddress({ ...list, year: yearOf(date) })
}

/** Whose mark it is, and for which country. */
export function Athlete({ mark: { id, athlete, team, countryCode } }: { mark: ListedMark }) {
  return (
    <>
      {athlete ? <a href={`/athletes/${athlete.slug}#r-${id}`}>{athlete.displayName}</a> : (team ?? <Unknown />)}{' '}
      {countryCode && (
        <span className="nowrap font-normal">
          <CountryLink code={countryCode}>
            <SheetFlag code={countryCode} /> {countryCode}
          </CountryLink>
        </span>
      )}
    </>
  )
}

function MarkTags({ mark: { records } }: { mark: ListedMark }) {
  return (
    <span className="tags">
      <RecordTags records={records} />
    </span>
  )
}

/** "3rd"; "3rd, heat 2" where the race was none of the last. */
function PlaceInRace({ mark: { place, round, raceNumber } }: { mark: ListedMark }) {
  if (!place) return <Unknown what="place unknown" />
  if (round === 'FINAL') return placeText(place)
  return `${placeText(place)}, ${roundName({ round, raceNumber }).toLowerCase()}`
}

function Reasons({ mark }: { mark: ListedMark }) {
  const reasons = ineligibility(mark)
  return reasons.length > 0 && <span className="remark block font-normal">Does not count: {reasons.join('; ')}</span>
}
