/** What the coded values of the record are called where they are chosen and where the history speaks of them. */

import type { Category } from '../../sport/championships'
import type { Company, Outcome, Round, Sex } from '../../sport/performance'
import type { AffiliationKind, NameOrder } from '../athlete'
import type { ClaimKind } from '../claim'

export const ATHLETE_SEX: Record<Exclude<Sex, 'X'>, string> = { M: 'Man', F: 'Woman' }

export const EVENT_SEX: Record<Sex, string> = { M: 'Men', F: 'Women', X: 'Mixed' }

export const NAME_ORDER: Record<NameOrder, string> = {
  GIVEN_FAMILY: 'Given name, then family name',
  FAMILY_GIVEN: 'Family name, then given name',
  PATRONYMIC_GIVEN: 'Patronymic, then given name; there is no family name',
}

export const AFFILIATION: Record<AffiliationKind, string> = {
  CLUB: 'Club',
  CORPORATE_TEAM: 'Corporate team',
  COACH: 'Coach',
  SCHOOL: 'School',
  SPONSOR: 'Sponsor',
}

export const CATEGORY: Record<Category, string> = {
  OLYMPIC_GAMES: 'Olympic Games',
  WORLD_CHAMPIONSHIPS: 'World championships',
  CONTINENTAL_GAMES: 'Continental games',
  CONTINENTAL_CHAMPIONSHIPS: 'Continental championships',
  REGIONAL_GAMES: 'Regional games',
  NATIONAL_CHAMPIONSHIPS: 'National championships',
  ROAD_RACE: 'Road race',
  TRACK_MEETING: 'Track meeting',
  RELAY: 'Relay',
}

export const OUTCOME: Record<Outcome, string> = {
  VALID: 'Valid, or cleared',
  FOUL: 'Foul, or failed',
  PASSED: 'Passed',
  RETIRED: 'Retired',
}

export const COMPANY: Record<Company, string> = {
  WOMEN_ONLY: 'Women only',
  MEN_ONLY: 'Men only',
  MIXED: 'Men and women together',
}

export const ROUND: Record<Round, string> = {
  FINAL: 'Final',
  SEMIFINAL: 'Semi-final',
  QUARTERFINAL: 'Quarter-final',
  HEAT: 'Heat',
  QUALIFICATION: 'Qualification',
}

export const CLAIM_LEVEL = {
  WORLD: 'Olympic Games and World Championships',
  REGIONAL: 'Continental and regional games and championships',
} as const

/** What a source says, as the start of a sentence about the athlete. */
export const CLAIM: Record<ClaimKind, string> = {
  AGE_ON: 'Was this old (number) at a result',
  TIMES_OLYMPIAN: 'Has been at this many Olympic Games (number)',
  APPEARANCES: 'Has been at this many editions (number) of a series',
  NTH_CONSECUTIVE_APPEARANCE: 'A result was the nth (number) edition of its series in a row',
  STREAK: 'Has been at this many editions in a row (number) of a series',
  FINISHED_ALL: 'Has finished every one',
  NEVER_BETTER_THAN: 'Has never been placed better than this (number)',
  FIRST_IN_TOP: 'A result was the first among the best so many (number)',
  MARATHONS_RUN: 'Has run this many marathons (number)',
  NTH_BEST_OF_CAREER: 'A result was the nth best (number) of the career',
  IMPROVEMENT: 'A result improved the best by this much (figure)',
  IMPROVEMENT_MORE_THAN: 'A result improved the best by more than this (figure)',
  PERSONAL_BEST: 'The personal best is this (figure)',
  SEASON_BEST: 'The season’s best is this (figure)',
  COURSE_RECORD: 'The course record is this (figure)',
  WITHIN_COURSE_RECORD: 'A result was inside the course record of the time',
  BEHIND_WINNER: 'A result was this much (figure) behind the winner',
  WINNING_MARGIN: 'A result was won by this much (figure)',
  AHEAD_OF: 'A result was ahead of another athlete’s (their name, as published, for the figure)',
}
