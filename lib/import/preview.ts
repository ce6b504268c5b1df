/** What an import's page shows, as plain data. */
import type { ListedChange } from './compare'
import type { Listing } from './listing'
import type { Cells } from './row-cells'

export const ROW_KINDS = ['NEW', 'SAME', 'CHANGES', 'CONTRADICTS', 'UNDECIDED', 'REFUSED'] as const
export type RowKind = (typeof ROW_KINDS)[number]

/**
 * What has to be decided of a row: who it is, where it was, which of two marks is meant; or whether it is wanted now,
 * where the same row was left open or left out before.
 */
export type RowQuestion = 'ATHLETE' | 'COMPETITION' | 'MARK' | 'AGAIN' | 'READING'

/** How many rows there are of each kind; those left out are counted apart, those written as well. */
export type RowCounts = Record<RowKind | 'LEFT_OUT' | 'WRITTEN', number>

export interface PreviewRow {
  line: number
  raw: string
  kind: RowKind
  question: RowQuestion | null
  reason: string | null
  leftOut: boolean
  written: boolean
  listing: Listing | null
  changes: ListedChange[] | null
  resultId: string | null
  /** Of a refused row, by column. */
  cells: Cells | null
  personId: string | null
  athlete: { slug: string; name: string } | null
  competition: { slug: string; name: string; year: number } | null
  personState: string | null
  meetingState: string | null
}

/** Why an answer decided nothing: none was chosen, nothing has the address that was typed, or words were not typed. */
export type Missed = 'choice' | 'address' | 'words'

/** Stands in a form for all that is still to be decided. */
export const EVERYTHING = 'everything'

export interface OpenPerson {
  id: string
  name: string
  birthDate: string | null
  countryCode: string | null
  rows: number
  reason: string | null
  candidates: {
    id: string
    name: string
    slug: string | null
    birthDate: string | null
    countryCode: string | null
    why: string
    /** How many results the record has of this athlete, and how many of them these rows may be. */
    results: number
    matching: number
  }[]
}

export interface OpenMeeting {
  /** Days and disciplines that are asked about together. */
  ids: string[]
  name: string | null
  city: string | null
  countryCode: string | null
  startDate: string
  endDate: string
  rows: number
  reason: string | null
  candidates: {
    id: string
    slug: string
    name: string
    year: number
    startDate: string | null
    endDate: string | null
    series: string | null
  }[]
}

/** Somebody, or a competition, about whom an editor has decided, and what. */
export interface Decided {
  id: string
  name: string
  rows: number
  /** Whom or what it was decided to be; null for somebody new, or nobody. */
  is: string | null
  state: string
  /** The row that was pointed at somebody by itself. */
  line: number | null
}

export interface Suggestion {
  meetingId: string
  competitionId: string
  /** "Otsu" */
  listed: string
  countryCode: string | null
  series: string
}

export interface Vanished {
  resultId: string
  athlete: string
  slug: string
  mark: string | null
  competition: string
  year: number
}
