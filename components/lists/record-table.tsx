import type { ListedMark } from '@/lib/pages/mark-list'
import { allTimeList, markListAddress } from '@/lib/pages/mark-list'
import { pageAddress } from '@/lib/pages/page-address'
import type { DisciplineSlug } from '@/lib/sport/disciplines'
import { discipline } from '@/lib/sport/disciplines'
import { yearOf } from '@/lib/sport/partial-date'
import { type Claimant, Claimants } from '../record/claimants'
import { CompetitionLink, Venue } from '../record/venue'
import { TableHead } from '../ui/table-head'
import { When } from '../ui/when'
import { Holder, MarkCell } from './listed-mark'

export interface RecordRow {
  discipline: DisciplineSlug
  /** Equal marks share a record. */
  marks: readonly ListedMark[]
}

/** Marks of one country and sex, a discipline a row: its national records, or the best marks on record here. */
export function RecordTable({
  rows,
  countryCode,
  caption,
  claimants,
}: {
  rows: readonly RecordRow[]
  countryCode: string
  caption: string
  /** Who claims the records, by the claim's id; null for marks that nobody calls a record. */
  claimants: ReadonlyMap<string, Claimant> | null
}) {
  const tagged = rows.some(({ marks }) => marks.some((mark) => mark.records.length > 0))
  return (
    <table className="record-table" data-copy="">
      <caption className="sr-only">{caption}</caption>
      <TableHead columns={['Event', ['Mark', 'num'], 'Athlete', ['Competition', 'wide'], ['Date', 'wide']]} />
      {rows.map((row) => (
        <tbody key={row.discipline}>
          {row.marks.map((mark, index) => (
            <tr key={mark.id}>
              {index === 0 && (
                <th scope="rowgroup" rowSpan={row.marks.length}>
                  <a href={pageAddress(`/records/${countryCode}`, { discipline: row.discipline })}>
                    {discipline(row.discipline).name}
                    <span className="sr-only">, how the record fell</span>
                  </a>
                </th>
              )}
              <RecordCells mark={mark} tagged={tagged} remark={claimants && <Claim mark={mark} by={claimants} />} />
            </tr>
          ))}
        </tbody>
      ))}
    </table>
  )
}

function Claim({ mark, by }: { mark: ListedMark; by: ReadonlyMap<string, Claimant> }) {
  const claim = mark.records.find(({ code }) => code === 'NR')
  return claim ? <Claimants claim={claim} by={by.get(claim.id)} /> : null
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
        <CompetitionLink competition={competition} /> <Venue of={mark.venue} />
      </td>
      <td className="wide nowrap">
        <YearLink mark={mark} />
      </td>
    </>
  )
}

/** The date, leading to the list of its year. */
function YearLink({ mark }: { mark: ListedMark }) {
  const list = { ...allTimeList(mark.discipline, mark.sex), year: yearOf(mark.date) }
  return (
    <a className="[--underline:transparent]" href={markListAddress(list)} title={`The list of ${list.year}`}>
      <When date={mark.date} bounds={mark} />
    </a>
  )
}
