/** Sources, and what each of them asserts. Field names are the database's. */
import type { PartialDate } from '../sport/partial-date'

export type Rejection = 'SUPERSEDED' | 'MISPRINT' | 'OTHER_CLASSIFICATION' | 'STALE' | 'LESS_PRECISE' | 'CONTRADICTED'

export interface Source {
  id: string
  slug: string
  publication: string
  title: string
  author: string | null
  translator: string | null
  date: PartialDate | null
  language: string | null
  url: string | null
  accessed: PartialDate | null
}

/** What one source asserts of one field of one thing. */
export interface Citation {
  id: string
  source: Source
  /** Where in the source: "Career, After 2012, paragraph 2". */
  locator: string
  /** The cited field of the thing: mark, date, status, place, birthDate, name … */
  field: string
  /** The asserted value as the record would write it; null where the citation supports the thing as a whole. */
  asserts: string | null
  accepted: boolean
  rejection: Rejection | null
  reason: string | null
}
