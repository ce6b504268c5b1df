/** Rows of a list that an editor has put right: what was typed counts over what the file has. */
import { type Column, NO_GROUP, type RawRow } from './listing'
import type { Correction } from './setup'
import { PARTS } from './split-cells'

export class Corrections {
  private readonly open = new Map<string, Correction[]>()

  constructor(corrections: readonly Correction[]) {
    for (const correction of [...corrections].sort((a, b) => a.line - b.line)) {
      const known = this.open.get(correction.raw)
      if (known) known.push(correction)
      else this.open.set(correction.raw, [correction])
    }
  }

  /**
   * The row as it is corrected, with its columns; each correction is used once. Rows of one line have numbers of their
   * own in the preview, at or behind the line, so a row is known by its text as well.
   */
  apply(row: RawRow, columns: readonly (Column | null)[]): { row: RawRow; columns: readonly (Column | null)[] } {
    const waiting = this.open.get(row.raw)
    const at = waiting?.findIndex(({ line }) => line >= row.line) ?? -1
    if (!waiting || at < 0) return { row, columns }
    const [correction] = waiting.splice(at, 1)
    const typed = Object.entries(correction?.cells ?? {}) as [Column, string][]
    const kept = columns.map((column) => (typed.some(([other]) => isIn(other, column)) ? null : column))
    return {
      row: {
        ...row,
        cells: [
          ...columns.map((_, index) => row.cells[index] ?? ''),
          ...typed.map(([column, text]) => said(column, text)),
        ],
        problem: null,
      },
      columns: [...kept, ...typed.map(([column]) => column)],
    }
  }
}

/** A whole date or mark counts over one that stands in several columns. */
function isIn(typed: Column, column: Column | null): boolean {
  if (typed === column) return true
  return (typed === 'date' || typed === 'mark') && PARTS[typed].some((part) => part === column)
}

/** Whoever empties an age group means that there is none: a heading would fill it again. */
function said(column: Column, text: string): string {
  return text === '' && (column === 'ageGroup' || column === 'paraClass') ? NO_GROUP : text
}
