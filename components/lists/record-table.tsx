import { allTimeList, type ListedMark, markListAddress } from '@/lib/pages/mark-list'
import { pageAddress } from '@/lib/pages/page-address'
import type { DisciplineSlug } from '@/lib/sport/disciplines'
import { discipline } from '@/lib/sport/disciplines'
import { yearOf } from '@/lib/sport/partial-date'
import { CompetitionLink, Venue } from '../record/venue'
import { TableHead } from '../ui/table-head'
import { When } from '../ui/when'
import { Holder, MarkCell } from './listed-mark'

export interface RecordRow {
  discipline: DisciplineSlug
  /** The best marks that count, several where they are equal. */
  records: readonly ListedMark[]
  /** What a source calls the record, where it is none of those. */
  claimed: ListedMark | null
}

/** A country's records of one sex: computed, and beside them what sources claim where that differs. */
export function RecordTable({
  rows,
  countryCode,
  caption,
}: {
  rows: readonly RecordRow[]
  countryCode: string
  caption: string
}) {
  const tagged = rows.some(({ records, claimed }) =>
    [...records, ...(claimed ? [claimed] : [])].some((mark) => mark.records.length > 0),
  )
  return (
    <table className="record-table" data-copy="">
      <caption className="sr-only">{caption}</caption>
      <TableHead columns={['Event', ['Mark', 'num'], 'Athlete', ['Competition', 'wide'], ['Date', 'wide']]} />
      {rows.map((row) => (
        <tbody key={row.discipline}>
          {row.records.map((mark, index) => (
            <tr key={mark.id}>
              {index === 0 && (
                <th scope="rowgroup" rowSpan={row.records.length + Number(row.claimed !== null)}>
                  <a href={pageAddress(`/records/${countryCode}`, { discipline: row.discipline })}>
                    {discipline(row.discipline).name}
                    <span className="sr-only">, how the record fell</span>
                  </a>
                </th>
              )}
              <RecordCells mark={mark} tagged={tagged} />
            </tr>
          ))}
          {row.claimed && (
            <tr className="text-quiet">
              {row.records.length === 0 && <th scope="row">{discipline(row.discipline).name}</th>}
              <RecordCells mark={row.claimed} tagged={tagged} remark="is what a source calls the national record" />
            </tr>
          )}
        </tbody>
      ))}
    </table>
  )
}

/** Mark, athlete, competition and date: four cells. */
export function RecordCells({ mark, tagged, remark }: { mark: ListedMark; tagged: boolean; remark?: React.ReactNode }) {
  const { competition } = mark
  return (
    <>
      <MarkCell mark={mark} tagged={tagged} />
      <td>
        <Holder mark={mark} />
        {remark && <span className="remark block">{remark}</span>}
        <span className="narrow">
          <CompetitionLink competition={competition} />, <YearLink mark={mark} />
        </span>
      </td>
      <td className="wide">
        <CompetitionLink competition={competition} /> <Venue of={competition} />
      </td>
      <td className="wide nowrap">
        <YearLink mark={mark} />
      </td>
    </>
  )
}

/** The date, leading to the list of its year. */
function YearLink({ mark: { discipline, sex, date } }: { mark: ListedMark }) {
  const list = { ...allTimeList(discipline, sex), year: yearOf(date) }
  return (
    <a className="[--underline:transparent]" href={markListAddress(list)} title={`The list of ${list.year}`}>
      <When date={date} />
    </a>
  )
}
