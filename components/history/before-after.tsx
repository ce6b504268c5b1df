import type { FieldChange } from '@/lib/record/history'
import { fieldName } from '../record/labels'
import { valueInWords } from './value-words'

/** Fields, from what to what. */
export function BeforeAfter({ fields }: { fields: readonly FieldChange[] }) {
  const shown = withoutEchoes(fields)
  if (shown.length === 0) return null
  return (
    <dl className="text-md lining-nums tabular-nums *:flex *:flex-wrap *:gap-x-3 [&_del]:text-quiet [&_del]:decoration-champ [&_dt]:min-w-24 [&_dt]:text-quiet [&_ins]:font-semibold [&_ins]:no-underline">
      {shown.map(({ field, before, after }) => (
        <div key={field}>
          <dt>{fieldName(field)}</dt>
          <dd>
            <del>
              <span className="sr-only">before: </span>
              {inWords(field, before)}
            </del>{' '}
            <span aria-hidden="true">→</span>{' '}
            <ins>
              <span className="sr-only">after: </span>
              {inWords(field, after)}
            </ins>
          </dd>
        </div>
      ))}
    </dl>
  )
}

export function inWords(field: string, value: string | null): string {
  return value === null ? 'nothing' : valueInWords(field, value)
}

/** A mark's value and precision only say in numbers what the mark says. */
export function withoutEchoes<Field extends { field: string }>(fields: readonly Field[]): readonly Field[] {
  if (!fields.some(({ field }) => field === 'mark')) return fields
  return fields.filter(({ field }) => field !== 'value' && field !== 'precision')
}
