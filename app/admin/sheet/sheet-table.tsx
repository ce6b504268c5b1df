'use client'

import { type ComponentProps, type FocusEvent, useState } from 'react'
import type { Column } from '@/lib/import/listing'
import type { Cells } from '@/lib/import/row-cells'
import { cellInput, SHEET_COLUMNS, type SheetColumn, type SheetHead } from '@/lib/import/sheet'
import { checkRow } from '@/lib/import/sheet-check'
import type { PersonFound } from '@/lib/import/sheet-people'
import { CELL_LABEL, sheetLabel } from './sheet-labels'
import { SheetRow } from './sheet-row'
import { positionOf } from './use-grid'

const WIDTH: Partial<Record<SheetColumn, string>> = {
  place: 'w-16',
  country: 'w-20',
  birthDate: 'w-28',
  mark: 'w-28',
  status: 'w-20',
  wind: 'w-18',
  date: 'w-30',
  city: 'w-36',
  discipline: 'w-36',
}

/** The rows of a sheet, as a table of inputs. */
export function SheetTable({
  rows,
  head,
  foundFor,
  onCell,
  onFocus,
  ...handlers
}: {
  rows: readonly Cells[]
  head: SheetHead
  foundFor: (row: Cells) => PersonFound | null | undefined
  onCell: (row: number, column: Column, text: string) => void
  onFocus: (event: FocusEvent) => void
} & Pick<ComponentProps<'table'>, 'onKeyDown' | 'onPaste' | 'onPointerDown'>) {
  const [said, setSaid] = useState('')
  /** The row that is being typed. */
  const [here, setHere] = useState<number | null>(null)
  // What is wrong with a cell is read out when it is left: said at each letter, it would be in the way.
  const onBlur = (event: FocusEvent) => {
    setHere(null)
    const at = positionOf(event.target)
    const [row, column] = at ? [rows[at.row], SHEET_COLUMNS[head.kind][at.column]] : []
    const error = row && column && row[column] && checkRow(row, head).errors[column]
    setSaid(at && column && error ? `${sheetLabel(cellInput(column, at.row))}: ${error}` : '')
  }
  return (
    <>
      <table
        className="record-table table-fixed max-sm:block max-sm:[&_td]:pr-0 [&_td]:border-0 [&_td]:py-0.5 [&_td]:align-top [&_tr>th]:border-0"
        onBlur={onBlur}
        onFocus={(event) => {
          setHere(positionOf(event.target)?.row ?? null)
          onFocus(event)
        }}
        {...handlers}
      >
        <caption className="sr-only">{head.kind === 'race' ? 'Runners of the race' : 'Results of the athlete'}</caption>
        <thead className="max-sm:hidden">
          <tr>
            <th scope="col" className="num w-10">
              <span className="sr-only">Row</span>
            </th>
            {SHEET_COLUMNS[head.kind].map((column) => (
              <th key={column} scope="col" className={WIDTH[column]}>
                {CELL_LABEL[column]}
              </th>
            ))}
          </tr>
        </thead>
        {rows.map((row, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a row is its number
          <SheetRow key={index} {...{ index, row, head, onCell }} found={foundFor(row)} isHere={index === here} />
        ))}
      </table>
      <p role="status" className="sr-only">
        {said}
      </p>
    </>
  )
}
