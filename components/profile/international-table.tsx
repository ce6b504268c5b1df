import { championshipsWithin } from '@/lib/career/honours'
import type { InnerChampionship } from '@/lib/record/competition'
import type { Result } from '@/lib/record/result'
import { isChampionship } from '@/lib/sport/championships'
import { discipline } from '@/lib/sport/disciplines'
import { yearOf } from '@/lib/sport/partial-date'
import { hasStarted } from '@/lib/sport/status'
import { CorrectLink } from '../record/desk-link'
import { Disputed } from '../record/disputed'
import { groupBy } from '../record/group-by'
import { classificationName } from '../record/labels'
import { MarkLink } from '../record/mark-link'
import { Places, placeText } from '../record/places'
import { Tags } from '../record/tags'
import { VenueText } from '../record/venue'
import type { RecordView } from '../record/view'
import { TableHead } from '../ui/table-head'

/** A title decided inside another race; a national one is no international competition. */
const INTERNATIONAL = /^(?!national-).*-championship$/

/** A result at a championship, or its place in a championship decided within another race. */
interface Row {
  result: Result
  within: string | null
  /** Where that championship is a competition of its own. */
  championship: InnerChampionship | null
}

/** The rows of the table, newest first: championships, and championships decided inside a road race. */
export function internationalRows(results: readonly Result[]): Row[] {
  return results.filter(hasStarted).flatMap((result): Row[] => {
    if (isChampionship(result.competition)) return [{ result, within: null, championship: null }]
    const inner = result.places.find(({ classification }) => INTERNATIONAL.test(classification))
    const championship = championshipsWithin(result)[0]?.championship ?? null
    return inner ? [{ result, within: inner.classification, championship }] : []
  })
}

const TABLE = [
  'record-table stacked-table sticky-head',
  '[&_.group-start>*]:border-t [&_.group-start>*]:border-t-quiet [&_.mark>span]:whitespace-nowrap',
  // On a phone the year and the competition stand above the rows of their races.
  'max-sm:[&_tbody_tr]:border-b-0 max-sm:[&_tbody_tr]:py-0.5 max-sm:[&_.line]:order-none',
  'max-sm:[&_tbody_tr:has(.line)]:border-t max-sm:[&_tbody_tr:has(.line)]:pt-1.5 max-sm:[&_th[scope]]:basis-full',
  'max-sm:[&_.group-start>td]:border-t-0 max-sm:[&_.place]:w-14 max-sm:[&_.place]:text-left max-sm:[&_.mark]:ml-auto',
].join(' ')

/** International competitions grouped by year and competition, as such tables are printed. */
export function InternationalTable({ rows, view }: { rows: readonly Row[]; view: RecordView }) {
  const years = [...groupBy(rows, ({ result }) => yearOf(result.date))]
  return (
    <table className={TABLE}>
      <caption className="sr-only">International competitions by year</caption>
      <TableHead columns={['Year', 'Competition', ['Place', 'num'], 'Event', ['Mark', 'num mark']]} />
      <tbody>
        {years.map(([year, inYear]) =>
          [...groupBy(inYear, (row) => row.result.competition.id).values()].map((inCompetition, nth) =>
            inCompetition.map((row, index) => (
              <tr key={row.result.id} className={nth === 0 && index === 0 ? 'group-start' : undefined}>
                {nth === 0 && index === 0 && (
                  <th scope="rowgroup" rowSpan={inYear.length}>
                    {year}
                  </th>
                )}
                {index === 0 && (
                  <td rowSpan={inCompetition.length} className="line">
                    <CompetitionName row={row} /> <VenueText of={row.result.venue} />
                  </td>
                )}
                <RaceCells row={row} view={view} />
              </tr>
            )),
          ),
        )}
      </tbody>
    </table>
  )
}

function CompetitionName({ row: { result, within, championship } }: { row: Row }) {
  return (
    <>
      {(championship ?? result.competition).name}
      {championship ? (
        <span className="remark">, within the {result.competition.name}</span>
      ) : (
        within && <span className="remark">, as the {classificationName(within)}</span>
      )}
    </>
  )
}

function RaceCells({ row: { result, within }, view }: { row: Row; view: RecordView }) {
  return (
    <>
      <td className="num place">
        <PlaceIn result={result} classification={within} view={view} />
      </td>
      <td>{discipline(result.discipline).name}</td>
      <td className="num mark">
        <span>
          <MarkLink result={result} view={view} />
          <Disputed result={result} field="mark" view={view} />
        </span>
        <span className="slot">
          <Tags result={result} view={view} />
        </span>
        {view.desk && <CorrectLink id={result.id} name={result.competition.name} />}
      </td>
    </>
  )
}

function PlaceIn({
  result,
  classification,
  view,
}: Pick<Row, 'result'> & { classification: string | null; view: RecordView }) {
  const place = result.places.find((place) => place.classification === classification)
  if (!place) return <Places result={result} view={view} />
  return (
    <>
      {placeText(place)}
      <Disputed result={result} field={`place:${classification}`} view={view} />
    </>
  )
}
