import { isRecordStep, type NationalProgression } from '@/lib/career/national-progression'
import { pageAddress } from '@/lib/pages/page-address'
import type { Result } from '@/lib/record/result'
import { discipline } from '@/lib/sport/disciplines'
import { gained } from '../lists/record-progression'
import { Claimants, claimantOf } from '../record/claimants'
import { Disputed } from '../record/disputed'
import { CountryLink, DisciplineLink } from '../record/links'
import { MarkLink } from '../record/mark-link'
import { CompetitionLink } from '../record/venue'
import type { RecordView } from '../record/view'
import { groupedTableClass } from '../ui/table-class'
import { TableHead } from '../ui/table-head'
import { tagClass } from '../ui/tag-class'
import { When } from '../ui/when'

/**
 * The athlete's steps in the progressions of the country, discipline by discipline, newest first: what sources call a
 * national record, and in quiet rows what was the best on record here and no more.
 */
export function NationalRecordsTable({
  progressions,
  results,
  view,
}: {
  progressions: readonly NationalProgression[]
  /** The athlete's. */
  results: readonly Result[]
  view: RecordView
}) {
  const own = new Map(results.map((result) => [result.id, result]))
  return (
    <table className={`${groupedTableClass} stacked-table sticky-head sm:[&_.name]:w-40`} data-copy="">
      <caption className="sr-only">National records, and the best national marks on record here</caption>
      <TableHead columns={['Date', ['Mark', 'num mark'], 'Competition', ['On the best before it', 'wide']]} />
      {progressions.map(({ discipline: slug, scope, sex, steps }) => (
        <tbody key={`${slug} ${scope} ${sex}`}>
          <tr>
            <th colSpan={4} scope="rowgroup">
              <DisciplineLink slug={slug} sex={sex} /> <small>{scope && <CountryLink code={scope} />}</small>{' '}
              {scope && (
                <small>
                  <a href={pageAddress(`/records/${scope}`, { discipline: slug })}>
                    how the record fell<span className="sr-only">: {discipline(slug).name}</span>
                  </a>
                </small>
              )}
            </th>
          </tr>
          {steps.toReversed().map((step) => {
            const result = own.get(step.mark.id)
            if (!result) return null
            const gap = step.isBest ? gained(step) : 'an earlier mark was better'
            const isRecord = isRecordStep(step)
            return (
              <tr key={result.id} className={isRecord ? undefined : 'text-quiet'}>
                <td className="name">
                  <When date={result.date} bounds={result} />
                  <Disputed result={result} field="date" view={view} />
                </td>
                <td className="num mark">
                  <MarkLink result={result} view={view} />
                  <Disputed result={result} field="mark" view={view} />
                  <span className="slot">
                    {step.stands && (
                      <span className={tagClass.gold} title="the best of what sources call the national record">
                        current
                      </span>
                    )}
                  </span>
                </td>
                <td className="line">
                  <CompetitionLink competition={result.competition} />
                  <span className="remark block">
                    {isRecord ? 'national record, ' : 'best on record here; no source here calls it a record'}
                    {step.claim && <Claimants claim={step.claim} by={claimantOf(result, step.claim.id)} />}
                  </span>
                  {gap && <span className="narrow">{gap}</span>}
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
