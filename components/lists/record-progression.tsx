import type { ListedMark } from '@/lib/pages/mark-list'
import { discipline } from '@/lib/sport/disciplines'
import { formatGap } from '@/lib/sport/marks'
import { TableHead } from '../ui/table-head'
import { RecordCells } from './record-table'

export interface FallenRecord {
  mark: ListedMark
  /** Whether it was at least as good as every mark of the country before it. */
  computed: boolean
  /** Whether a source calls it a national record. */
  claimed: boolean
}

/** How a national record fell, oldest first, each step with what it gained; claims that were no step say so. */
export function Progression({ steps, caption }: { steps: readonly FallenRecord[]; caption: string }) {
  let best: ListedMark | null = null
  const rows = steps.map((step) => {
    const before = best
    if (step.computed) best = step.mark
    return { ...step, before }
  })
  const standing = best as ListedMark | null
  // Where no source claims any record, the rows do not mention it.
  const isClaimed = steps.some(({ claimed }) => claimed)
  const tagged = steps.some(({ mark }) => mark.records.length > 0)
  return (
    <table className="record-table" data-copy="">
      <caption className="sr-only">{caption}</caption>
      <TableHead columns={[['Mark', 'num'], 'Athlete', ['Competition', 'wide'], ['Date', 'wide']]} />
      <tbody>
        {rows.map(({ mark, computed, claimed, before }) => (
          <tr key={mark.id} className={computed ? undefined : 'text-quiet'}>
            <RecordCells
              mark={mark}
              tagged={tagged}
              remark={[
                computed && gained(mark, before),
                !computed && 'a source calls it a national record; a mark before it was better',
                computed && isClaimed && !claimed && 'no source here calls it a record',
                computed && mark.rank === standing?.rank && 'stands',
              ]
                .filter(Boolean)
                .join('; ')}
            />
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function gained(mark: ListedMark, before: ListedMark | null): string | null {
  if (!before) return 'the first known here'
  const gap = before.rank - mark.rank
  if (gap === 0) return 'equals the record'
  return `better by ${formatGap(gap, mark.precision ?? discipline(mark.discipline).precision, mark.discipline)}`
}
