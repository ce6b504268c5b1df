import type { FieldState } from '@/lib/history'
import { fieldName } from '../record/words'
import { Unknown } from '../ui/unknown'

/** A row of the record before a change, after it and now, field by field. */
export function RowStates({
  states,
  isNew,
}: {
  states: readonly FieldState[]
  /** Whether the row did not exist before. */
  isNew: boolean
}) {
  return (
    <div className="sideways">
      <table className="table states">
        <caption className="sr-only">The row before this change, after it, and now</caption>
        <thead>
          <tr>
            <th scope="col">Field</th>
            <th scope="col">Before</th>
            <th scope="col">After</th>
            <th scope="col">Now</th>
          </tr>
        </thead>
        <tbody>
          {states.map(({ field, before, after, now }) => (
            <tr key={field}>
              <th scope="row">{fieldName(field)}</th>
              <td>{before ?? <Unknown what={isNew ? 'not there yet' : 'nothing'} />}</td>
              <td className={after !== before && !isNew ? 'differs' : undefined}>
                {after ?? <Unknown what="nothing" />}
              </td>
              <td className={now !== after ? 'differs' : undefined}>{now ?? <Unknown what="nothing" />}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="hint">Shaded is what differs from the column at its left.</p>
    </div>
  )
}
