/** What is asked of the thread that reads lists, and what it answers; both are copied from one thread to the other. */
import type { Listing } from '@/lib/import/listing'
import type { ImportSetup, TableSetup } from '@/lib/import/setup'
import type { NewRow } from './row-state'

/** How a file is read, as far as its editor has said. */
export type ChosenForm = Partial<Pick<ImportSetup, 'encoding' | 'format' | 'delimiter'>>

export type ListTask =
  | { ask: 'inspect'; importId: string; fileName: string; chosen: ChosenForm }
  /** Its rows are asked for by `next`, a batch at a time. */
  | { ask: 'read'; importId: string; setup: ImportSetup }

export type ListQuestion = ListTask | { ask: 'next' }

export type Form = Pick<ImportSetup, 'encoding' | 'encodingReason' | 'format' | 'formatReason' | 'delimiter'>

/** What a file is taken for, each table with the rows from which its columns were guessed. */
export interface Inspected {
  form: Form
  tables: { table: TableSetup; cells: string[][] }[]
}

/** A row as it was read, before anybody it names is looked up. */
export interface ReadRow extends Omit<NewRow, 'listing'> {
  listing: Listing | null
}

export interface RowBatch {
  rows: ReadRow[]
  /** How many bytes of the file have been read so far. */
  bytes: number
}

export type ListAnswer =
  | { inspected: Inspected }
  /** No rows once all have been read. */
  | { batch: RowBatch }
  /** A sentence for the person who sent the list. */
  | { problem: string }
  /** A fault of ours, or a list that no reader can bear. */
  | { fault: string; isTooMuch: boolean }
