import type { DisciplineSlug } from '../sport/disciplines'
import type { PartialDate } from '../sport/partial-date'
import type { Source } from './source'

/** What a source can claim of something that the record computes; lib/findings/claims says how each is checked. */
export type ClaimKind =
  | 'AGE_ON'
  | 'TIMES_OLYMPIAN'
  | 'APPEARANCES'
  | 'NTH_CONSECUTIVE_APPEARANCE'
  | 'STREAK'
  | 'FINISHED_ALL'
  | 'NEVER_BETTER_THAN'
  | 'FIRST_IN_TOP'
  | 'MARATHONS_RUN'
  | 'NTH_BEST_OF_CAREER'
  | 'IMPROVEMENT'
  | 'IMPROVEMENT_MORE_THAN'
  | 'PERSONAL_BEST'
  | 'SEASON_BEST'
  | 'COURSE_RECORD'
  | 'WITHIN_COURSE_RECORD'
  | 'BEHIND_WINNER'
  | 'WINNING_MARGIN'
  | 'AHEAD_OF'

/** What a source says of a computed figure. It is checked, not shown as a value of the record. */
export interface Claim {
  id: string
  source: Source
  locator: string
  kind: ClaimKind
  /** What it refers to besides the athlete: a result, a series or a discipline, or none of them. */
  resultId: string | null
  /** Of who was ahead: the athlete who was behind, by id. */
  otherId: string | null
  seriesSlug: string | null
  disciplineSlug: DisciplineSlug | null
  /** WORLD: Olympic Games and World Championships. REGIONAL: continental and regional ones. Null: everywhere. */
  level: 'WORLD' | 'REGIONAL' | null
  /** A count, an age in years, a place or a rank. */
  number: number | null
  /** The name of somebody else as published; a mark or a difference between two as the record writes it, "about" before it where the source rounds. */
  text: string | null
  /** From when it counts: "2010" for "the fifth that year". */
  since: PartialDate | null
  /** When it was said, or the time it refers to; null where the source is undated. */
  asOf: PartialDate | null
}

/** What is claimed, whoever says it. */
export type Statement = Omit<Claim, 'source' | 'locator'>
