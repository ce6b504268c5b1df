import { type ListedMark, type MarkList, markListAddress, type NumberedMark } from '@/lib/pages/mark-list'
import { ineligibility } from '@/lib/sport/eligibility'
import { yearOf } from '@/lib/sport/partial-date'
import { MAIN_LIST } from '@/lib/sport/separate-lists'
import { roundName } from '../record/labels'
import { placeText } from '../record/places'
import { CompetitionLink, Venue } from '../record/venue'
import { TableHead } from '../ui/table-head'
import { Unknown } from '../ui/unknown'
import { When } from '../ui/when'
import { HolderAndCountry, MarkCell } from './listed-mark'

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
  const tagged = marks.some(({ records }) => records.length > 0)
  return (
    <table className="record-table max-sm:[&_.wind]:m-0 max-sm:[&_.wind]:block" data-copy="">
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
          <MarkRow key={mark.id} mark={mark} list={list} tagged={tagged} />
        ))}
      </tbody>
    </table>
  )
}

/** One mark; what a phone has no columns for stands under the athlete. */
function MarkRow({ mark, list, tagged }: { mark: NumberedMark; list: MarkList; tagged: boolean }) {
  const year = yearAddress(list, mark)
  return (
    <tr id={`r-${mark.id}`}>
      <td className="num text-quiet">
        {mark.number}
        {mark.shared && '='}
      </td>
      <MarkCell mark={mark} tagged={tagged} />
      <th scope="row">
        <HolderAndCountry mark={mark} />
        <span className="narrow font-normal">
          <CompetitionLink competition={mark.competition} />,{' '}
          <a className="[--underline:transparent]" href={year}>
            <When date={mark.date} bounds={mark} />
          </a>
        </span>
        {list.key === MAIN_LIST && <Reasons mark={mark} />}
      </th>
      <td className="wide nowrap">
        <When date={mark.athlete?.birthDate ?? null} />
      </td>
      <td className="num wide nowrap">
        <PlaceInRace mark={mark} />
      </td>
      <td className="wide">
        <CompetitionLink competition={mark.competition} /> <Venue of={mark.venue} />
      </td>
      <td className="wide nowrap">
        <a className="[--underline:transparent]" href={year} title={`The list of ${yearOf(mark.date)}`}>
          <When date={mark.date} bounds={mark} />
        </a>
      </td>
    </tr>
  )
}

/** The same list, of the mark's year alone. */
function yearAddress(list: MarkList, { date }: ListedMark): string {
  return markListAddress({ ...list, year: yearOf(date) })
}

/** "3rd"; "3rd, heat 2" where the race was not a final. */
function PlaceInRace({ mark: { place, round, raceNumber } }: { mark: ListedMark }) {
  if (!place) return <Unknown what="place unknown" />
  if (round === 'FINAL') return placeText(place)
  return `${placeText(place)}, ${roundName({ round, raceNumber }).toLowerCase()}`
}

function Reasons({ mark }: { mark: ListedMark }) {
  const reasons = ineligibility(mark)
  return reasons.length > 0 && <span className="remark block font-normal">Does not count: {reasons.join('; ')}</span>
}
