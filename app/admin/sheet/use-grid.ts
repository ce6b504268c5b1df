'use client'

import { type ClipboardEvent, type FocusEvent, type KeyboardEvent, useCallback, useRef, useState } from 'react'
import type { Column } from '@/lib/import/listing'
import type { Cells } from '@/lib/import/row-cells'
import { cellInput, SHEET_COLUMNS, type SheetKind, withRoom } from '@/lib/import/sheet'
import { filledDown, moved, type Position, pasted, readGrid, withCell } from '@/lib/import/sheet-grid'
import { idOf } from './sheet-labels'

/** The rows of a sheet, typed, pasted and walked through as in a spreadsheet. */
export function useGrid(kind: SheetKind, initial: readonly Cells[], onTouch: () => void) {
  const [rows, setRows] = useState<Cells[]>([...initial])
  /** The column where a walk by Tab began. */
  const from = useRef<number | null>(null)
  /** A cell as it was when it was entered. */
  const before = useRef<{ at: Position; text: string } | null>(null)

  const setCell = useCallback(
    (row: number, column: Column, text: string) => {
      setRows((known) => withRoom(known.with(row, withCell(known[row] ?? {}, column, text)), kind))
      onTouch()
    },
    [kind, onTouch],
  )
  const goTo = (at: Position | null) => {
    const column = at && SHEET_COLUMNS[kind][at.column]
    const input = column && document.getElementById(idOf(cellInput(column, at.row)))
    if (!(input instanceof HTMLInputElement)) return
    input.focus()
    input.select()
  }
  const restore = ({ row, column: index }: Position) => {
    const column = SHEET_COLUMNS[kind][index]
    const text = before.current?.text
    if (column && text !== undefined) setCell(row, column, text)
  }

  const onKeyDown = (event: KeyboardEvent) => {
    const at = positionOf(event.target)
    if (!at || event.nativeEvent.isComposing || event.altKey) return
    if (event.key === 'Tab') {
      from.current = event.shiftKey ? null : (from.current ?? at.column)
    } else if (event.key === 'Escape') restore(at)
    else if (event.ctrlKey || event.metaKey) {
      if (event.key.toLowerCase() !== 'd') return
      event.preventDefault()
      setRows((known) => filledDown(known, kind, at))
      onTouch()
    } else if (['Enter', 'ArrowUp', 'ArrowDown'].includes(event.key)) {
      event.preventDefault()
      goTo(moved(event.key, at, { rows: rows.length, from: from.current }))
      from.current = null
    }
  }
  const onPaste = (event: ClipboardEvent) => {
    const at = positionOf(event.target)
    const grid = readGrid(event.clipboardData.getData('text/plain'))
    // One cell is text, and goes where the caret is.
    if (!at || (grid.length < 2 && (grid[0]?.length ?? 0) < 2)) return
    event.preventDefault()
    setRows((known) => pasted(known, kind, at, grid))
    onTouch()
  }
  const onFocus = (event: FocusEvent) => {
    const at = positionOf(event.target)
    before.current = at && { at, text: (event.target as HTMLInputElement).value }
  }
  const onPointerDown = () => {
    from.current = null
  }
  return { rows, setRows, setCell, handlers: { onKeyDown, onPaste, onFocus, onPointerDown } }
}

/** The cell that an event is about; null for anything else in the table. */
export function positionOf(target: EventTarget): Position | null {
  if (!(target instanceof HTMLInputElement)) return null
  const { row, column } = target.dataset
  return row === undefined || column === undefined ? null : { row: Number(row), column: Number(column) }
}
