/**
 * Workbooks of spreadsheets (.xlsx): each sheet is a table, its cells as they are shown there, so that 9.80 stays 9.80.
 * Runs in the thread that reads lists.
 */
import { inflateRawSync } from 'node:zlib'
import { read, utils, type WorkSheet } from '@e965/xlsx'
import { tableOfGrid } from '@/lib/import/tables/grid'
import type { ListedTable } from '@/lib/import/tables/table'

/** What a workbook may be unpacked, in bytes: a list of 100,000 rows has a quarter of it. */
export const LARGEST_UNPACKED = 120 * 1024 * 1024
const MOST_FILES = 2_000
const MOST_ROWS = 200_000
const MOST_COLUMNS = 100

/** The workbook cannot be read; the message says why, for people. */
export class BrokenWorkbook extends Error {
  override name = 'BrokenWorkbook'
}

/** @throws BrokenWorkbook where it is none, or would be too large when it is unpacked. */
export function readWorkbook(bytes: Buffer): ListedTable[] {
  checkSize(bytes)
  try {
    const book = read(bytes, {
      type: 'buffer',
      cellDates: false,
      cellFormula: false,
      cellHTML: false,
      sheetRows: MOST_ROWS,
    })
    return book.SheetNames.flatMap((name) => tableOfSheet(name, book.Sheets[name]) ?? [])
  } catch (error) {
    throw new BrokenWorkbook('This spreadsheet cannot be opened: save it as CSV and try again.', { cause: error })
  }
}

function tableOfSheet(name: string, sheet: WorkSheet | undefined): ListedTable | null {
  if (!sheet?.['!ref']) return null
  const range = utils.decode_range(sheet['!ref'])
  const filled = { ...range, e: { r: Math.min(range.e.r, MOST_ROWS), c: Math.min(range.e.c, MOST_COLUMNS) } }
  const rows = utils.sheet_to_json<unknown[]>(sheet, {
    header: 1,
    raw: false,
    defval: '',
    blankrows: true,
    range: filled,
  })
  const cells = rows.map((row) => row.map((cell) => String(cell ?? '')))
  // Cells that are one over several rows or columns say the same in each of them.
  for (const { s, e } of (sheet['!merges'] ?? []).slice(0, 10_000)) {
    const text = cells[s.r - range.s.r]?.[s.c - range.s.c] ?? ''
    for (let row = s.r; row <= Math.min(e.r, s.r + 1_000); row++) {
      for (let column = s.c; column <= Math.min(e.c, MOST_COLUMNS); column++) {
        const line = cells[row - range.s.r]
        if (line) line[column - range.s.c] = text
      }
    }
  }
  return tableOfGrid(
    name,
    cells.map((row, index) => ({ line: range.s.r + index + 1, cells: row })),
  )
}

const END_OF_DIRECTORY = 0x06054b50
const ENTRY = 0x02014b50
const STORED = 0
const DEFLATED = 8

/**
 * Unpacks each file of the archive once, to a bound, and forgets it: what an archive says of its own size need not be
 * true, and what reads it afterwards believes it.
 */
function checkSize(bytes: Buffer): void {
  const broken = () => new BrokenWorkbook('This is not a whole spreadsheet file: save it again, or as CSV.')
  const tooLarge = () => new BrokenWorkbook('This spreadsheet is too large when it is unpacked: save it as CSV.')
  let end = bytes.length - 22
  const lowest = Math.max(0, end - 65_536)
  while (end >= lowest && bytes.readUInt32LE(end) !== END_OF_DIRECTORY) end--
  if (end < lowest) throw broken()
  const files = bytes.readUInt16LE(end + 10)
  if (files > MOST_FILES) throw tooLarge()
  let at = bytes.readUInt32LE(end + 16)
  let left = LARGEST_UNPACKED
  for (let file = 0; file < files; file++) {
    if (at + 46 > bytes.length || bytes.readUInt32LE(at) !== ENTRY) throw broken()
    const [method, packed] = [bytes.readUInt16LE(at + 10), bytes.readUInt32LE(at + 20)]
    const head = bytes.readUInt32LE(at + 42)
    if (head + 30 > bytes.length) throw broken()
    const start = head + 30 + bytes.readUInt16LE(head + 26) + bytes.readUInt16LE(head + 28)
    const content = bytes.subarray(start, start + packed)
    if (method === STORED) left -= content.length
    else if (method === DEFLATED) left -= unpackedLength(content, left, tooLarge, broken)
    else throw broken()
    if (left < 0) throw tooLarge()
    at += 46 + bytes.readUInt16LE(at + 28) + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32)
  }
}

function unpackedLength(content: Buffer, left: number, tooLarge: () => Error, broken: () => Error): number {
  try {
    return inflateRawSync(content, { maxOutputLength: Math.max(1, left) }).length
  } catch (error) {
    throw (error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE' ? tooLarge() : broken()
  }
}
