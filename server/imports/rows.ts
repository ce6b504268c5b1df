/** Many rows with one statement, and ids that come out the same when the same work is done again. */
import { createHash } from 'node:crypto'
import type { Db } from '@/prisma/client'

/** Names of tables and columns are ours, never a file's. */
type Table =
  | 'import_rows'
  | 'import_people'
  | 'import_meetings'
  | 'athletes'
  | 'competitions'
  | 'events'
  | 'races'
  | 'results'
  | 'places'
  | 'record_claims'
  | 'citations'
  | 'name_variants'

/**
 * Inserts rows, columns by their names; rows whose id is there already are left as they are. Every row must have the
 * same columns as the first: what it leaves out is null, not the column's default.
 */
export async function insertRows(tx: Db, table: Table, rows: readonly object[]): Promise<void> {
  const [first] = rows
  if (!first) return
  const columns = Object.keys(first)
    .map((column) => `"${column}"`)
    .join(', ')
  await tx.$executeRawUnsafe(
    `INSERT INTO "${table}" (${columns})
     SELECT ${columns} FROM jsonb_populate_recordset(NULL::"${table}", $1::jsonb) ON CONFLICT DO NOTHING`,
    JSON.stringify(rows),
  )
}

/** What may stand in the record's texts: no NUL, no half of a surrogate pair, no mark that turns the direction. */
export function storable(text: string): string {
  return text
    .replaceAll('\0', '')
    .replace(/\p{Bidi_Control}/gu, '')
    .replace(/\p{Surrogate}/gu, '�')
}

/** Twelve characters, the same for the same words. */
export function stableId(...words: (string | number | null)[]): string {
  return createHash('sha256').update(JSON.stringify(words)).digest('base64url').replace(/[-_]/g, '').slice(0, 12)
}

/** A list in pieces of at most `size`. */
export function* inPieces<T>(items: readonly T[], size: number): Generator<T[]> {
  for (let from = 0; from < items.length; from += size) yield items.slice(from, from + size)
}
