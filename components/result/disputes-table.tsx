import type { Assertion, Dispute } from '@/lib/record/disputes'
import { about, Reason, valueText } from '../profile/disputes'
import { type RecordView, resultAddress } from '../record/view'
import { TableHead } from '../ui/table-head'
import { When } from '../ui/when'

/** Every figure on which sources disagree, a row each: what is recorded and who says so, and what the others say. */
export function DisputesTable({
  disputes,
  view,
  dates,
  caption,
}: {
  disputes: readonly Dispute[]
  view: RecordView
  /** When each citation was last touched: ISO instants by its id. */
  dates: ReadonlyMap<string, string>
  caption: string
}) {
  return (
    <table className="table disputes" data-copy="">
      <caption className="sr-only">{caption}</caption>
      <TableHead columns={['Figure', 'Recorded', 'Not followed']} />
      <tbody>
        {disputes.map(({ subject, resultId, field, assertions }) => (
          <tr key={`${resultId} ${subject} ${field}`}>
            <th scope="row">
              {resultId ? <a href={resultAddress({ id: resultId }, view)}>{subject}</a> : subject}
              <span className="remark block">{about(subject, field)}</span>
            </th>
            {[true, false].map((accepted) => (
              <td key={String(accepted)}>
                {assertions
                  .filter((assertion) => assertion.accepted === accepted)
                  .map((assertion) => (
                    <Said key={assertion.value} assertion={assertion} field={field} dates={dates} />
                  ))}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function Said({
  assertion: { value, citations },
  field,
  dates,
}: {
  assertion: Assertion
  field: string
  dates: ReadonlyMap<string, string>
}) {
  return (
    <div className="asserted">
      <b className="value">{valueText(field, value)}</b>
      {citations.length === 0 && <p className="reason">What the record holds; no source says so.</p>}
      {citations.map(({ id, source, locator, reason, rejection }) => (
        <div key={id} className="by">
          <a href={`/sources/${source.slug}`}>{source.publication}</a>, {locator}
          <Reason reason={reason} rejection={rejection} />
          {dates.has(id) && (
            <p className="reason">
              Recorded <When date={dates.get(id)?.slice(0, 'YYYY-MM-DD'.length) ?? null} />
            </p>
          )}
        </div>
      ))}
    </div>
  )
}
