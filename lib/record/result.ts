import type { PartialDate } from '../sport/partial-date'
import type { Outcome, Performance } from '../sport/performance'
import type { Competition, Venue } from './competition'
import type { Citation, Source } from './source'

export const RECORD_STATES = ['CLAIMED', 'PENDING', 'RATIFIED', 'RESCINDED'] as const
export type RecordState = (typeof RECORD_STATES)[number]

export interface Place {
  id: string
  /** overall, asian-championship, asian, national, heat, team … */
  classification: string
  place: number
  tied: boolean
  placeAsPublished: number | null
  citations: Citation[]
}

export interface RecordClaim {
  id: string
  /** NR, AR, CR, WR …, true when it was set. */
  code: string
  scope: string | null
  authority: string | null
  state: RecordState
  equalled: boolean
  citations: Citation[]
}

export interface Split {
  id: string
  /** Millimetres from the start, and milliseconds since it. */
  distance: number
  value: number
}

export interface Attempt {
  id: string
  /** Of the series; in a vertical jump at its height. */
  number: number
  /** Millimetres; of the bar. */
  height: number | null
  outcome: Outcome
  /** Millimetres. */
  value: number | null
  /** Millimetres a second. */
  wind: number | null
}

/** A place as a list gave it on a day, before somebody above was annulled. */
export interface PublishedPlace {
  id: string
  classification: string
  place: number
  publishedOn: PartialDate | null
  source: Source | null
  locator: string | null
}

/** A performance in the record, with everything needed to show it in a row. */
export interface Result extends Performance {
  id: string
  version: number
  athleteId: string | null
  /** Members of the team in the order of their legs; empty for an individual result. */
  members: { athleteId: string; slug: string; name: string; leg: number | null }[]
  competition: Competition
  /** Where the race was: in its own town where it has one, else where its competition was. */
  venue: Venue
  /** The first and the last day on which the race can have been, where no source gives the day itself. */
  notBefore: PartialDate | null
  notAfter: PartialDate | null
  places: Place[]
  records: RecordClaim[]
  /** By distance. */
  splits: Split[]
  /** By height, then by number. */
  attempts: Attempt[]
  /** The latest published last. */
  publishedPlaces: PublishedPlace[]
  /** Citations on the result's own fields; those on a place or a record claim hang there. */
  citations: Citation[]
}
