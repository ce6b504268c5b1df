import type { RawRow } from '../listing'
import { findTableHead, isTitles } from '../table-head'
import { type ListedTable, rawRow, titleOf } from './table'

/** A table from rows of cells, each with its line: the sheet of a workbook. Null where no row has two cells. */
export function tableOfGrid(name: string, grid: readonly { line: number; cells: string[] }[]): ListedTable | null {
  const rows = grid.flatMap(({ line, cells }): RawRow[] =>
    cells.some((cell) => cell.trim() !== '') ? [rawRow(line, cells.filter(Boolean).join(' | '), cells, {})] : [],
  )
  if (!rows.some(({ cells }) => cells.filter((cell) => cell.trim() !== '').length > 1)) return null
  const head = findTableHead(rows)
  if (head) {
    const { header, context, title } = head
    return {
      context,
      title: titleOf([name, title].filter(Boolean).join(': ')),
      header,
      columns: null,
      rows: rows.slice(head.rows),
    }
  }
  const [first] = rows
  const header = first && isTitles(first.cells) ? first.cells : null
  return { context: {}, title: titleOf(name), header, columns: null, rows: header ? rows.slice(1) : rows }
}
