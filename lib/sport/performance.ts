import type { DisciplineSlug } from './disciplines'
import type { PartialDate } from './partial-date'
import type { Status } from './status'

export const SEXES = ['M', 'F', 'X'] as const
export type Sex = (typeof SEXES)[number]

export const TIMINGS = ['ELECTRONIC', 'HAND', 'GUN', 'NET'] as const
export type Timing = (typeof TIMINGS)[number]

/** The last that is run comes first. */
export const ROUNDS = ['FINAL', 'SEMIFINAL', 'QUARTERFINAL', 'HEAT', 'QUALIFICATION'] as const
export type Round = (typeof ROUNDS)[number]

/** World Athletics keeps women's road records by it: women's races alone, and those run together with men. */
export const COMPANIES = ['WOMEN_ONLY', 'MEN_ONLY', 'MIXED'] as const
export type Company = (typeof COMPANIES)[number]

/** How an attempt went: a throw, a jump, or a try at a height. */
export const OUTCOMES = ['VALID', 'FOUL', 'PASSED', 'RETIRED'] as const
export type Outcome = (typeof OUTCOMES)[number]

/** What one athlete, or one team, did in one race: everything that the rules of the sport look at. */
export interface Performance {
  /** The team that ran; null for an individual performance. */
  team: string | null
  discipline: DisciplineSlug
  sex: Sex
  ageGroup: string | null
  paraClass: string | null
  round: Round
  raceNumber: number | null
  /** The text as published; null where unknown. */
  mark: string | null
  /** Milliseconds, millimetres or points, by the discipline; null where unknown. */
  value: number | null
  /** Finest step of the measurement, in the value's unit: 1000 = a whole second, 10 = 0.01 s or 1 cm. */
  precision: number | null
  timing: Timing | null
  status: Status | null
  /** Millimetres a second, of the attempt or of the race: +0.7 m/s = 700. */
  wind: number | null
  /** The day of this race; where only the competition's is known, that. Null never: the year is always known. */
  date: PartialDate
  countryCode: string | null
  club: string | null
  /** h i A w W + dh x e (DOMAIN.md, rule 7). */
  flags: string[]
  qualification: string | null
  /** Milliseconds from the gun to the first push against the blocks; negative for one that came too early. */
  reactionTime: number | null
  /** The rule under which the athlete was disqualified, or warned: "TR16.8". */
  ruleBroken: string | null
  /** Weight of the implement or height of the hurdles, where it is not the seniors': "6 kg", "99.1 cm". */
  implement: string | null
  /** Points of a team: in cross country the sum of its places. */
  teamScore: number | null
  /** Who measured the course, and how it was certified. */
  certification: string | null
  /** How far the course falls from start to finish, in metres; negative where it climbs. */
  drop: number | null
  /** From start to finish in a straight line, in metres. */
  separation: number | null
  /** Whether men and women ran together; null where it is not known. */
  company: Company | null
  /** How many finished the race, as a list says. */
  finishers: number | null
  note: string | null
}
