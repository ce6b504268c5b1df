import type { Assertion, Dispute } from '@/lib/record/disputes'
import { about, Reason, valueText } from '../profile/disputes'
import { type RecordView, resultAddress } from '../record/view'
import { TableHead } from '../ui/table-head'
import { When } from '../ui/when'

const DISPUTES = [
  'sm:[&_td]:w-[37%] sm:[&_th[scope=row]]:w-[26%]',
  '[&_b]:font-serif [&_b]:text-base sm:[&_b]:text-lg max-sm:[&_b]:hyphens-auto',
  '[&_td>div+div]:mt-3 [&_td>div+div]:border-rule [&_td>div+div]:border-t [&_td>div+div]:pt-2.5 [&_td>div>div]:mt-1',
  // On a phone the figure is above what the sources say of it, which would have no room beside it.
  'max-sm:[&_tr]:grid max-sm:[&_tr]:grid-cols-[repeat(2,minmax(0,1fr))] max-sm:[&_tr]:border-rule max-sm:[&_tr]:border-b',
  'max-sm:[&_thead>tr]:border-strong max-sm:[&_:is(td,th)]:border-b-0',
  'max-sm:[&_th[scope=row]]:col-span-full max-sm:[&_th[scope=row]]:pb-0 max-sm:[&_thead_th:first-child]:hidden',
].join(' ')

/** Every figure on which sources disagree, a row each: what is recorded, on which source, and what the others say. */
export function DisputesTable({
  disputes,
  view,
  dates,
  caption,
}: {
  disputes: readonly Dispute[]
  view: RecordView
  /** When each citation was last changed: ISO instants by its id. */
  dates: ReadonlyMap<string, string>
  caption: string
}) {
  return (
    <table className={`record-table ${DISPUTES}`} data-copy="">
      <caption className="sr-only">{caption}</caption>
      <TableHead columns={['Figure', 'Recorded', 'Not used']} />
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
                    <Asserted key={assertion.value} assertion={assertion} field={field} dates={dates} />
                  ))}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function Asserted({
  assertion: { value, citations },
  field,
  dates,
}: {
  assertion: Assertion
  field: string
  dates: ReadonlyMap<string, string>
}) {
  return (
    <div>
      <b>{valueText(field, value)}</b>
      {citations.length === 0 && <p className="text-quiet text-sm">The recorded value; no source is cited for it.</p>}
      {citations.map(({ id, source, locator, reason, rejection }) => (
        <div key={id}>
          <a href={`/sources/${source.slug}`}>{source.publication}</a>, {locator}
          <Reason reason={reason} rejection={rejection} />
          {dates.has(id) && (
            <p className="text-quiet text-sm">
              Recorded <When date={dates.get(id)?.slice(0, 'YYYY-MM-DD'.length) ?? null} />
            </p>
          )}
        </div>
      ))}
    </div>
  )
}
