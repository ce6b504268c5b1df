/** From a stored file to what each of its rows says, batch by batch. Runs in the thread that reads lists. */
import { PILED } from '@/lib/form/plain-text'
import { answeredOrder, surroundingsOf } from '@/lib/import/agreement'
import { repaired } from '@/lib/import/broken-encoding'
import { Corrections } from '@/lib/import/corrections'
import type { Listing, RawRow } from '@/lib/import/listing'
import { readListing } from '@/lib/import/read-listing'
import { heldCells } from '@/lib/import/row-cells'
import type { ImportSetup, TableSetup } from '@/lib/import/setup'
import { readRows } from './file-rows'
import type { ReadRow, RowBatch } from './list-task'
import { stableId } from './stable-id'

const BATCH = 1000

export async function* readBatches(importId: string, setup: ImportSetup): AsyncGenerator<RowBatch> {
  let bytes = 0
  let rows: ReadRow[] = []
  const onBytes = (read: number) => {
    bytes = read
  }
  const corrections = new Corrections(setup.corrections ?? [])
  for await (const { row, table } of readRows(importId, setup, onBytes)) {
    rows.push(readRow(importId, row, table, { setup, corrections }))
    if (rows.length < BATCH) continue
    yield { rows, bytes }
    rows = []
  }
  if (rows.length > 0) yield { rows, bytes }
}

function readRow(
  importId: string,
  found: RawRow,
  { columns: guessed, context: ofTable }: TableSetup,
  { setup, corrections }: { setup: ImportSetup; corrections: Corrections },
): ReadRow {
  const storableRow = { ...found, raw: storable(found.raw), cells: found.cells.map((cell) => repaired(storable(cell))) }
  const { row, columns } = corrections.apply(storableRow, guessed)
  const { sheet, answers = {} } = setup
  const dayOrder = setup.dayOrder ?? answeredOrder(answers)
  const levels = { heading: [ofTable, row.context], typed: [setup.context], 'file name': [setup.named ?? {}] }
  const { context, ...surroundings } = surroundingsOf(levels, answers, dayOrder)
  const options = { dayOrder, answers, ...(!sheet && { surroundings }) }
  const read = readListing(row, columns, context, options)
  const { line, raw } = row
  if (!read.ok) {
    const cells = heldCells(row, columns)
    return { importId, line, raw, listing: null, kind: 'REFUSED', reason: read.refusal.reason, cells }
  }
  // The raw text has a column of its own.
  const isRepaired = found.cells.some((cell, at) => storable(cell) !== storableRow.cells[at])
  const more = isRepaired ? ['Its letters were broken when the file was converted, and are put together again.'] : []
  const listing = { ...read.listing, raw: '', warnings: [...read.listing.warnings, ...more] }
  const { clashes, warnings } = listing
  const reason = warnings.length > 0 ? warnings.join(' ') : null
  const digest = digestOf(listing)
  if (clashes) return { importId, line, raw, listing, kind: 'UNDECIDED', question: 'READING', reason, digest }
  return { importId, line, raw, listing, kind: 'NEW', reason, digest }
}

/** What the record's texts may hold: no NUL, no half of a surrogate pair, no mark that changes the direction, no pile of accents. */
function storable(text: string): string {
  return text
    .replaceAll('\0', '')
    .replace(/\p{Bidi_Control}/gu, '')
    .replace(PILED, '$1')
    .replace(/\p{Surrogate}/gu, '�')
}

/** The same for two rows that say the same, wherever in a list they are. */
function digestOf({ line: _line, warnings: _warnings, from: _from, clashes: _clashes, ...listing }: Listing): string {
  return stableId(JSON.stringify(listing))
}
