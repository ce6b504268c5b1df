import type { FieldChange } from '@/lib/record/history'
import { excerpts } from '@/lib/text/excerpts'
import { fieldName } from '../record/labels'
import { valueInWords } from './value-words'

/** Fields, from what to what. */
export function BeforeAfter({ fields }: { fields: readonly FieldChange[] }) {
  const shown = withoutEchoes(fields)
  if (shown.length === 0) return null
  return (
    <dl className="text-md lining-nums tabular-nums *:flex *:flex-wrap *:gap-x-3 [&_del]:text-quiet [&_del]:decoration-champ [&_dt]:min-w-24 [&_dt]:text-quiet [&_ins]:font-semibold [&_ins]:no-underline">
      {shown.map(({ field, before, after }) => (
        <Line key={field} label={fieldName(field)} texts={excerpts(inWords(field, before), inWords(field, after))} />
      ))}
    </dl>
  )
}

function Line({ label, texts: [before, after] }: { label: string; texts: readonly [before: string, after: string] }) {
  return (
    <div>
      <dt>{label}</dt>
      <dd>
        <del>
          <span className="sr-only">before: </span>
          {before}
        </del>{' '}
        <span aria-hidden="true">→</span>{' '}
        <ins>
          <span className="sr-only">after: </span>
          {after}
        </ins>
      </dd>
    </div>
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
