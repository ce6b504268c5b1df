import type { ReactNode } from 'react'
import { Hint } from '@/components/form/messages'
import { withoutEchoes } from '@/components/history/before-after'
import { valueInWords } from '@/components/history/value-words'
import { fieldName } from '@/components/record/labels'
import { Lead } from '@/components/ui/lead'
import { Sideways } from '@/components/ui/sideways'
import { TableHead } from '@/components/ui/table-head'
import { Unknown } from '@/components/ui/unknown'
import type { FieldState } from '@/lib/record/history'

const DIFFERS = 'bg-gold-wash shadow-[-0.4rem_0_0_var(--color-gold-wash)]'

/** A row of the record before a change, after it and now, field by field. */
export function RowStates({
  states,
  isNew,
}: {
  states: readonly FieldState[]
  /** Whether the row did not exist before. */
  isNew: boolean
}) {
  if (states.length === 0) return <Lead>This row says no more than what belongs to what.</Lead>
  return (
    <Sideways label="The row before this change, after it, and now">
      <table className="record-table [&_td]:wrap-anywhere">
        <caption className="sr-only">The row before this change, after it, and now</caption>
        <TableHead columns={['Field', 'Before', 'After', 'Now']} />
        <tbody>
          {withoutEchoes(states).map(({ field, before, after, now }) => (
            <tr key={field}>
              <th scope="row">{fieldName(field)}</th>
              <td>{shown(field, before, isNew ? 'not there yet' : 'nothing')}</td>
              <td className={after !== before && !isNew ? DIFFERS : undefined}>{shown(field, after)}</td>
              <td className={now !== after ? DIFFERS : undefined}>{shown(field, now)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <Hint>Shaded is what differs from the column at its left.</Hint>
    </Sideways>
  )
}

function shown(field: string, value: string | null, nothing = 'nothing'): ReactNode {
  return value === null ? <Unknown what={nothing} /> : valueInWords(field, value)
}
