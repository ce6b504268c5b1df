import type { ReactNode } from 'react'
import { withoutEchoes } from '@/components/history/entry'
import { valueInWords } from '@/components/history/value-words'
import { fieldName } from '@/components/record/labels'
import { TableHead } from '@/components/ui/table-head'
import { Unknown } from '@/components/ui/unknown'
import type { FieldState } from '@/lib/record/history'

/** A row of the record before a change, after it and now, field by field. */
export function RowStates({
  states,
  isNew,
}: {
  states: readonly FieldState[]
  /** Whether the row did not exist before. */
  isNew: boolean
}) {
  if (states.length === 0) return <p className="lead">This row says no more than what belongs to what.</p>
  return (
    <div className="sideways">
      <table className="table states">
        <caption className="sr-only">The row before this change, after it, and now</caption>
        <TableHead columns={['Field', 'Before', 'After', 'Now']} />
        <tbody>
          {withoutEchoes(states).map(({ field, before, after, now }) => (
            <tr key={field}>
              <th scope="row">{fieldName(field)}</th>
              <td>{shown(field, before, isNew ? 'not there yet' : 'nothing')}</td>
              <td className={after !== before && !isNew ? 'differs' : undefined}>{shown(field, after)}</td>
              <td className={now !== after ? 'differs' : undefined}>{shown(field, now)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="hint">Shaded is what differs from the column at its left.</p>
    </div>
  )
}

function shown(field: string, value: string | null, nothing = 'nothing'): ReactNode {
  return value === null ? <Unknown what={nothing} /> : valueInWords(field, value)
}
