import { isRecordStep, type NationalStep } from '@/lib/career/national-progression'
import type { ListedMark } from '@/lib/pages/mark-list'
import { discipline } from '@/lib/sport/disciplines'
import { formatGap } from '@/lib/sport/marks'
import { type Claimant, Claimants } from '../record/claimants'
import { TableHead } from '../ui/table-head'
import { RecordCells } from './record-table'

/**
 * How the best marks of a country fell, oldest first, each with what it gained on the best before it. What sources call
 * a national record says who does; the best on record here that nobody calls one stands in quiet rows.
 */
export function Progression({
  steps,
  claimants,
  caption,
}: {
  steps: readonly NationalStep<ListedMark>[]
  claimants: ReadonlyMap<string, Claimant>
  caption: string
}) {
  const tagged = steps.some(({ mark }) => mark.records.length > 0)
  return (
    <table className="record-table" data-copy="">
      <caption className="sr-only">{caption}</caption>
      <TableHead columns={[['Mark', 'num'], 'Athlete', ['Competition', 'wide'], ['Date', 'wide']]} />
      <tbody>
        {steps.map((step) => (
          <tr key={step.mark.id} className={isRecordStep(step) ? undefined : 'text-quiet'}>
            <RecordCells
              mark={step.mark}
              tagged={tagged}
              remark={
                <>
                  {stepWords(step)}
                  {step.claim && (
                    <>
                      {'; '}
                      <Claimants claim={step.claim} by={claimants.get(step.claim.id)} />
                    </>
                  )}
                </>
              }
            />
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** "national record, better by 10 s; stands": what a mark was in the progression, without who says so. */
export function stepWords(step: NationalStep): string {
  const { claim, isBest, stands, isBestToday } = step
  const what = isRecordStep(step) ? 'national record' : claim ? 'called a national record once' : 'best on record here'
  return [
    [what, isBest ? gained(step) : 'a mark before it was better'].filter(Boolean).join(', '),
    stands && 'stands',
    !isRecordStep(step) && isBestToday && 'no source here calls it a record',
  ]
    .filter(Boolean)
    .join('; ')
}

/** "better by 10 s"; null for the first. */
export function gained({ improvement, mark }: Pick<NationalStep, 'improvement' | 'mark'>): string | null {
  if (improvement === null) return 'the first known here'
  if (improvement === 0) return 'equals the best before it'
  return `better by ${formatGap(improvement, mark.precision ?? discipline(mark.discipline).precision, mark.discipline)}`
}
