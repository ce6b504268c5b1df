/**
 * The record's domain types: what `server/` reads out of the database and everything in `lib/` computes from.
 * Pure data, safe to hand to a component. Field names are the database's.
 */
import type { DisciplineSlug } from './disciplines'

/**
 * ISO 8601, cut to what is known: "2014", "2014-12", "2014-12-07". A trailing "~" says approximately: "2014-04~".
 * Such texts sort in date order as they stand.
 */
export type PartialDate = string

export type Sex = 'M' | 'F' | 'X'
export type NameOrder = 'GIVEN_FAMILY' | 'FAMILY_GIVEN' | 'PATRONYMIC_GIVEN'
export type AffiliationKind = 'CLUB' | 'CORPORATE_TEAM' | 'COACH' | 'SCHOOL' | 'SPONSOR'
export type Unit = 'MILLISECOND' | 'MILLIMETRE' | 'POINT'
export type Timing = 'ELECTRONIC' | 'HAND' | 'GUN' | 'NET'
export type Status = 'DNF' | 'DNS' | 'DQ' | 'NM' | 'NH' | 'OTL'
export type Round = 'FINAL' | 'SEMIFINAL' | 'QUARTERFINAL' | 'HEAT' | 'QUALIFICATION'
export type RecordState = 'CLAIMED' | 'PENDING' | 'RATIFIED' | 'RESCINDED'
export type Rejection = 'SUPERSEDED' | 'MISPRINT' | 'OTHER_CLASSIFICATION' | 'STALE' | 'LESS_PRECISE' | 'CONTRADICTED'
export type Category =
  | 'OLYMPIC_GAMES'
  | 'WORLD_CHAMPIONSHIPS'
  | 'CONTINENTAL_GAMES'
  | 'CONTINENTAL_CHAMPIONSHIPS'
  | 'REGIONAL_GAMES'
  | 'NATIONAL_CHAMPIONSHIPS'
  | 'ROAD_RACE'
  | 'TRACK_MEETING'
  | 'RELAY'

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

/** What a source says of a computed figure: no value to be shown, but one to be checked. */
export interface Claim {
  id: string
  source: Source
  locator: string
  kind: ClaimKind
  /** What it speaks of besides the athlete: one of these three, or none. */
  resultId: string | null
  seriesSlug: string | null
  disciplineSlug: DisciplineSlug | null
  /** WORLD: Olympic Games and World Championships. REGIONAL: continental and regional ones. Null: everywhere. */
  level: 'WORLD' | 'REGIONAL' | null
  /** A count, an age in years, a place or a rank. */
  number: number | null
  /** A mark, or a difference between two, as the record writes it, "about" before it where the source rounds. */
  text: string | null
  /** From when it counts: "2010" for "the fifth that year". */
  since: PartialDate | null
  /** When it was said, or the moment it speaks of; null where the source is undated. */
  asOf: PartialDate | null
}

export interface NameVariant {
  id: string
  text: string
  /** ISO 15924: Latn, Cyrl, Jpan … */
  script: string
  /** BCP 47: en, mn, ja … */
  language: string | null
  usedBy: string | null
  citations: Citation[]
}

export interface Affiliation {
  id: string
  kind: AffiliationKind
  name: string
  place: string | null
  note: string | null
  startDate: PartialDate | null
  endDate: PartialDate | null
  citations: Citation[]
}

export interface Representation {
  id: string
  countryCode: string
  startDate: PartialDate | null
  endDate: PartialDate | null
}

export interface BiographyChapter {
  id: string
  position: number
  title: string
  /** See lib/biography.ts for the bindings it may hold. */
  body: string
  language: string
}

export interface Series {
  id: string
  slug: string
  name: string
  category: Category
}

export interface Competition {
  id: string
  slug: string
  name: string
  /** "XXXII Olympiad, Tokyo 2020" and the like, where it differs from the name. */
  officialName: string | null
  /** The year in which it was held. */
  year: number
  startDate: PartialDate | null
  endDate: PartialDate | null
  city: string | null
  venue: string | null
  countryCode: string | null
  latitude: number | null
  longitude: number | null
  category: Category
  series: Series | null
  citations: Citation[]
}

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

/** One athlete's (or team's) performance in one race, with everything needed to show it in a row. */
export interface Result {
  id: string
  version: number
  athleteId: string | null
  team: string | null
  /** Members of the team in the order of their legs; empty for an individual result. */
  members: { athleteId: string; slug: string; name: string; leg: number | null }[]
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
  note: string | null
  competition: Competition
  places: Place[]
  records: RecordClaim[]
  /** Citations on the result's own fields; those on a place or a record claim hang there. */
  citations: Citation[]
}

export interface Athlete {
  id: string
  slug: string
  displayName: string
  sortName: string
  nativeName: string | null
  nameOrder: NameOrder
  nickname: string | null
  sex: Sex
  birthDate: PartialDate | null
  deathDate: PartialDate | null
  birthPlace: string | null
  /** As World Athletics and the IOC write it: MGL, not MNG. */
  countryCode: string | null
  heightCm: number | null
  weightKg: number | null
  names: NameVariant[]
  affiliations: Affiliation[]
  representations: Representation[]
  chapters: BiographyChapter[]
  citations: Citation[]
}

/** Everything the profile page, the open data and the CSV are made of. */
export interface AthleteRecord {
  athlete: Athlete
  /** Newest first; withdrawn ones left out. */
  results: Result[]
  /** What sources say of figures that are computed from the rest. */
  claims: Claim[]
  /** Every source cited anywhere in this record, in the order of their dates. */
  sources: Source[]
  /** Years in which each series that he entered was held, as far as the record knows: series slug to years, ascending. */
  editions: Record<string, number[]>
  /** ISO instant of the last accepted change, and its revision number. */
  updatedAt: string
  revision: number
}
