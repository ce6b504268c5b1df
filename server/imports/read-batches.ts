/** From a stored file to what each of its rows says, batch by batch. Runs in the thread that reads lists. */
import { PILED } from '@/lib/form/plain-text'
import type { Listing, RawRow } from '@/lib/import/listing'
import { readListing } from '@/lib/import/read-listing'
import { contextFor, type ImportSetup, type TableSetup } from '@/lib/import/setup'
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
  for await (const { row, table } of readRows(importId, setup, onBytes)) {
    rows.push(readRow(importId, row, table, setup))
    if (rows.length < BATCH) continue
    yield { rows, bytes }
    rows = []
  }
  if (rows.length > 0) yield { rows, bytes }
}

function readRow(importId: string, found: RawRow, table: TableSetup, setup: ImportSetup): ReadRow {
  const row = { ...found, raw: storable(found.raw), cells: found.cells.map(storable) }
  const context = contextFor(row.context, table.context, setup.context)
  const read = readListing(row, table.columns, context, { dayOrder: setup.dayOrder })
  const { line, raw } = row
  if (!read.ok) return { importId, line, raw, listing: null, kind: 'REFUSED', reason: read.refusal.reason }
  // The raw text has a column of its own.
  const listing = { ...read.listing, raw: '' }
  const reason = listing.warnings.length > 0 ? listing.warnings.join(' ') : null
  return { importId, line, raw, listing, kind: 'NEW', reason, digest: digestOf(listing) }
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
function digestOf({ line: _line, warnings: _warnings, ...listing }: Listing): string {
  return stableId(JSON.stringify(listing))
}
