import type { FieldChange } from '@/lib/record/history'
import { excerpts } from '@/lib/text/excerpts'
import { columnName, columnValue } from './column-words'

/** Fields, from what to what. */
export function BeforeAfter({ entity = '', fields }: { entity?: string; fields: readonly FieldChange[] }) {
  const shown = withoutEchoes(fields)
  if (shown.length === 0) return null
  return (
    <dl className="text-md lining-nums tabular-nums *:flex *:flex-wrap *:gap-x-3 [&_del]:text-quiet [&_del]:decoration-champ [&_dt]:min-w-24 [&_dt]:text-quiet [&_ins]:font-semibold [&_ins]:no-underline">
      {shown.map(({ field, before, after }) => (
        <Line
          key={field}
          label={columnName(entity, field)}
          texts={excerpts(columnValue(entity, field, before), columnValue(entity, field, after))}
        />
      ))}
    </dl>
  )
}

function Line({ label, texts: [before, after] }: { label: string; texts: readonly [before: string, after: string] }) {
  return (
    <div>
      <dt>{label}</dt>
      <dd className="min-w-0 wrap-anywhere">
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

/** A mark's value and precision only say in numbers what the mark says. */
export function withoutEchoes<Field extends { field: string }>(fields: readonly Field[]): readonly Field[] {
  if (!fields.some(({ field }) => field === 'mark')) return fields
  return fields.filter(({ field }) => field !== 'value' && field !== 'precision')
}
