import type { NationalRecordHistory } from '@/lib/career/national-record-history'
import { discipline } from '@/lib/sport/disciplines'
import { formatGap } from '@/lib/sport/marks'
import { Disputed } from '../record/disputed'
import { CountryLink, DisciplineLink } from '../record/links'
import { MarkLink } from '../record/mark-link'
import { CompetitionLink } from '../record/venue'
import type { RecordView } from '../record/view'
import { groupedTableClass } from '../ui/table-class'
import { TableHead } from '../ui/table-head'
import { tagClass } from '../ui/tag-class'
import { When } from '../ui/when'

/** How the national records fell, discipline by discipline, oldest first. */
export function NationalRecordsTable({
  histories,
  view,
}: {
  histories: readonly NationalRecordHistory[]
  view: RecordView
}) {
  return (
    <table className={`${groupedTableClass} sm:[&_.name]:w-40`} data-copy="">
      <caption className="sr-only">National records when they were set</caption>
      <TableHead columns={['Date', ['Mark', 'num mark'], 'Competition', ['Better by', 'wide']]} />
      {histories.map(({ discipline: slug, scope, sex, steps }) => (
        <tbody key={`${slug} ${scope} ${sex}`}>
          <tr>
            <th colSpan={4} scope="rowgroup">
              <DisciplineLink slug={slug} sex={sex} /> <small>{scope && <CountryLink code={scope} />}</small>
            </th>
          </tr>
          {steps.map(({ result, standing, improvement }) => {
            const gap =
              improvement === null ? null : formatGap(improvement, result.precision ?? discipline(slug).precision, slug)
            return (
              <tr key={result.id}>
                <td className="name">
                  <When date={result.date} />
                  <Disputed result={result} field="date" view={view} />
                </td>
                <td className="num mark">
                  <MarkLink result={result} view={view} />
                  <Disputed result={result} field="mark" view={view} />
                  <span className="slot">
                    {standing && (
                      <span className={tagClass.gold} title="the best of these, as far as this record knows">
                        stands
                      </span>
                    )}
                  </span>
                </td>
                <td>
                  <CompetitionLink competition={result.competition} />
                  {gap && <span className="narrow">better by {gap}</span>}
                </td>
                <td className="wide">{gap}</td>
              </tr>
            )
          })}
        </tbody>
      ))}
    </table>
  )
}
