import { memo } from 'react'
import { ErrorMessage, Warning } from '@/components/form/messages'
import { type Column, NOBODY_KNOWN } from '@/lib/import/listing'
import type { Cells } from '@/lib/import/row-cells'
import { cellInput, SHEET_COLUMNS, type SheetColumn, type SheetHead, sheetInput } from '@/lib/import/sheet'
import { checkRow } from '@/lib/import/sheet-check'
import { athleteInWords, type PersonFound } from '@/lib/import/sheet-people'
import { CELL_LABEL, idOf, sheetLabel } from './sheet-labels'

interface RowProps {
  index: number
  row: Cells
  head: SheetHead
  /** Whom it means; undefined where that is not known yet. */
  found: PersonFound | null | undefined
  /** Whether it is being typed: what is missing in it may still come. */
  isHere: boolean
  onCell: (row: number, column: Column, text: string) => void
}

/** One row of a sheet: a line of inputs and, where there is something to say of it, a line below. On a phone, a card. */
export const SheetRow = memo(function SheetRow({ index, row, head, found, isHere, onCell }: RowProps) {
  const { errors: wrong, warnings } = checkRow(row, head)
  const columns: readonly SheetColumn[] = SHEET_COLUMNS[head.kind]
  const shown = columns.filter((column) => wrong[column] && !(isHere && (row[column] ?? '') === ''))
  const errors = Object.fromEntries(shown.map((column) => [column, wrong[column]])) as typeof wrong
  const isAsking = found?.state === 'ASK'
  const hasMore = isAsking || warnings.length > 0 || shown.length > 0
  return (
    <tbody className="max-sm:mb-3 max-sm:block max-sm:rounded max-sm:border max-sm:border-rule max-sm:bg-sheet max-sm:p-3">
      <tr className="max-sm:grid max-sm:grid-cols-4 max-sm:gap-x-3 max-sm:gap-y-2">
        <th scope="row" className="text-quiet max-sm:col-span-4">
          <span className="sm:hidden">Row </span>
          {index + 1}
          {!isAsking && <input type="hidden" name={sheetInput('athleteAddress')} value={row.athleteAddress ?? ''} />}
        </th>
        {columns.map((column, at) => (
          <td key={column} className={ON_A_PHONE[column] ?? 'max-sm:col-span-2'}>
            <Cell {...{ index, at, column, onCell }} text={row[column] ?? ''} error={errors[column]}>
              {column === 'name' && found ? inWords(found, row) : null}
            </Cell>
          </td>
        ))}
      </tr>
      {hasMore && (
        <tr className="max-sm:block">
          <td className="max-sm:hidden" />
          <td colSpan={columns.length} className="max-sm:block">
            {shown.map((column) => (
              <ErrorMessage key={column} id={`${idOf(cellInput(column, index))}-error`}>
                {CELL_LABEL[column]}: {errors[column]}
              </ErrorMessage>
            ))}
            {warnings.map((warning) => (
              <Warning key={warning}>{warning}</Warning>
            ))}
            {isAsking && <WhoIsMeant {...{ index, row, found, onCell }} />}
          </td>
        </tr>
      )}
    </tbody>
  )
})

/** How many of four columns an input has in its card; two unless it is said here. */
const ON_A_PHONE: Partial<Record<SheetColumn, string>> = {
  place: 'max-sm:col-span-1',
  name: 'max-sm:col-span-3',
  status: 'max-sm:col-span-1',
  wind: 'max-sm:col-span-1',
  remark: 'max-sm:col-span-4',
  date: 'max-sm:col-span-4',
  competition: 'max-sm:col-span-4',
}

/** Smaller than 16 px, and a phone zooms in on the input. */
const INPUT =
  'block w-full min-w-0 rounded-[2px] border border-rule bg-sheet px-1.5 py-1 text-md text-ink lining-nums tabular-nums focus-visible:-outline-offset-1 aria-invalid:border-champ aria-invalid:shadow-[inset_3px_0_0_var(--color-champ)] max-sm:min-h-10 max-sm:border-quiet max-sm:text-base'

function Cell({
  index,
  at,
  column,
  text,
  error,
  onCell,
  children,
}: Pick<RowProps, 'index' | 'onCell'> & {
  at: number
  column: SheetColumn
  text: string
  error: string | undefined
  /** What is known of it. */
  children: string | null
}) {
  const input = cellInput(column, index)
  const id = idOf(input)
  const described = [error && `${id}-error`, children && `${id}-known`].filter(Boolean).join(' ')
  return (
    <>
      <label htmlFor={id} className="block text-sm font-semibold">
        <span className="sr-only">{sheetLabel(input)}</span>
        <span className="sm:hidden" aria-hidden="true">
          {CELL_LABEL[column]}
        </span>
      </label>
      <input
        id={id}
        name={sheetInput(column)}
        className={INPUT}
        value={text}
        onChange={(event) => onCell(index, column, event.currentTarget.value)}
        data-row={index}
        data-column={at}
        aria-invalid={error ? true : undefined}
        aria-describedby={described || undefined}
        autoComplete="off"
        spellCheck={false}
        enterKeyHint="next"
      />
      {children && (
        <span id={`${id}-known`} className="block text-xs leading-snug text-quiet">
          {children}
        </span>
      )}
    </>
  )
}

function inWords({ state, athletes }: PersonFound, { athleteAddress }: Cells): string {
  if (state === 'NEW' || athleteAddress === NOBODY_KNOWN) return 'new'
  const meant = state === 'KNOWN' ? athletes[0] : athletes.find(({ slug }) => slug === athleteAddress)
  return meant ? athleteInWords(meant) : 'Who is meant? Choose below.'
}

/** Asks which athlete of the record a row means; left open, the preview asks again. */
function WhoIsMeant({
  index,
  row,
  found,
  onCell,
}: Pick<RowProps, 'index' | 'row' | 'onCell'> & { found: PersonFound }) {
  const id = idOf(cellInput('athleteAddress', index))
  return (
    <p className="mt-1 flex flex-wrap items-center gap-x-2 text-sm">
      <label htmlFor={id} className="font-semibold">
        Who is {row.name}, in row {index + 1}?
      </label>
      <select
        id={id}
        name={sheetInput('athleteAddress')}
        className="min-h-8 max-w-full rounded border border-quiet bg-sheet max-sm:min-h-10 max-sm:text-base"
        value={row.athleteAddress ?? ''}
        onChange={(event) => onCell(index, 'athleteAddress', event.currentTarget.value)}
      >
        <option value="">Not decided</option>
        {found.athletes.map((athlete) => (
          <option key={athlete.slug} value={athlete.slug}>
            {athleteInWords(athlete)}
          </option>
        ))}
        <option value={NOBODY_KNOWN}>Somebody whom the record does not have</option>
      </select>
    </p>
  )
}
