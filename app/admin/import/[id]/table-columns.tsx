import { Choice } from '@/components/form/choice'
import { Group } from '@/components/form/group'
import { Sideways } from '@/components/ui/sideways'
import type { Column } from '@/lib/import/listing'
import type { TableSetup } from '@/lib/import/setup'
import { COLUMN } from '../import-labels'

const COLUMNS = Object.entries(COLUMN) as [Column, string][]

/** The columns of one table, each with the choice of what it is, above the table's first rows. */
export function TableColumns({ table, index }: { table: TableSetup; index: number }) {
  const { title, columns, reasons, header, sample, leftOut } = table
  return (
    <Group legend={title ?? 'Columns'}>
      <Sideways label={`The columns of ${title ?? 'the list'}`}>
        <table className="record-table">
          <caption className="sr-only">The columns of {title ?? 'the list'}, and its first rows</caption>
          <thead>
            <tr>
              {columns.map((column, number) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: a column is its number
                <th key={number} scope="col">
                  <ColumnChoice
                    place={`${index}.${number}`}
                    column={column}
                    label={`Column ${number + 1}${header?.[number] ? `, ${header[number]}` : ''}`}
                    reason={reasons[number]}
                  />
                </th>
              ))}
            </tr>
            {header && (
              <tr>
                {header.map((name, number) => (
                  // biome-ignore lint/suspicious/noArrayIndexKey: a column is its number
                  <th key={number} scope="col">
                    {name}
                  </th>
                ))}
              </tr>
            )}
          </thead>
          <tbody>
            {sample.map((cells, row) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: rows of a file, in its order
              <tr key={row}>
                {cells.map((cell, number) => (
                  // biome-ignore lint/suspicious/noArrayIndexKey: a column is its number
                  <td key={number}>{cell}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </Sideways>
      <Choice type="checkbox" name={`leftOut.${index}`} defaultChecked={leftOut}>
        Leave this table out
      </Choice>
    </Group>
  )
}

/** The choice, and beside it the guess, so that the action can tell which columns were changed by hand. */
function ColumnChoice({
  place,
  column,
  label,
  reason,
}: {
  place: string
  column: Column | null
  label: string
  reason: string | undefined
}) {
  return (
    <>
      <input type="hidden" name={`guessed.${place}`} value={column ?? ''} />
      <select
        name={`column.${place}`}
        className="min-h-8 max-w-44 rounded border border-quiet bg-sheet text-sm tracking-normal text-ink normal-case max-sm:text-base"
        defaultValue={column ?? ''}
        aria-label={label}
        title={reason}
      >
        <option value="">Not known</option>
        {COLUMNS.map(([value, words]) => (
          <option key={value} value={value}>
            {words}
          </option>
        ))}
      </select>
    </>
  )
}
