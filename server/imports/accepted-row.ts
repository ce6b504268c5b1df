import type { ListedChange } from '@/lib/import/compare'
import type { Listing } from '@/lib/import/listing'
import type { Change } from '../history/change'

/** A row that is written, with the athlete and the competition that it names. */
export interface AcceptedRow {
  line: number
  listing: Listing
  kind: 'NEW' | 'SAME' | 'CHANGES' | 'CONTRADICTS'
  resultId: string | null
  changes: ListedChange[] | null
  athleteId: string
  competitionId: string
}

/** What the rows of one transaction are written under. */
export interface Batch {
  change: Change
  importId: string
  sourceId: string
  /** Where in the source, if that is the same for all; otherwise each row is cited by its line. */
  locator: string | null
}
