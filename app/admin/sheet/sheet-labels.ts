/** What the inputs of a sheet are called, and their ids. */
import { fieldLabel } from '@/components/form/labels'
import type { Column } from '@/lib/import/listing'
import { cellOf, type SheetColumn } from '@/lib/import/sheet'

export const CELL_LABEL: Record<SheetColumn, string> = {
  place: 'Place',
  name: 'Name',
  country: 'Country',
  birthDate: 'Born',
  mark: 'Mark',
  status: 'Status',
  wind: 'Wind',
  remark: 'Note',
  date: 'Date',
  competition: 'Competition',
  city: 'City',
  discipline: 'Discipline',
}

const HEAD_LABEL: Record<string, string> = { city: 'City', hostCountry: 'Country of the venue' }

export const idOf = (input: string) => `s-${input}`

/** "Mark, row 4"; of an input of the head, its own. */
export function sheetLabel(input: string): string {
  const cell = cellOf(input)
  return cell ? `${cellLabel(cell.column)}, row ${cell.row + 1}` : (HEAD_LABEL[input] ?? fieldLabel(input))
}

function cellLabel(column: Column): string {
  return (CELL_LABEL as Partial<Record<Column, string>>)[column] ?? column
}
