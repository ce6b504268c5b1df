/**
 * The words of an import: from the text of a file to what each of its lines says of one result.
 *
 *   bytes → text → rows of cells, with what the headings above them say → a listing, or the reason why not
 *
 * Everything here is pure data; `server/imports` matches listings with the record.
 */
import type { DisciplineSlug } from '../sport/disciplines'
import type { PartialDate } from '../sport/partial-date'
import type { Round, Sex, Timing } from '../sport/performance'
import type { Status } from '../sport/status'
import type { Clash, Origin, Surrounded } from './agreement'

export type ImportFormat =
  /** Comma, semicolon or tab separated, with or without a header; a federation's list is one of these. */
  | 'csv'
  /** Tables of a wiki page, `{{AchievementTable}}` included. */
  | 'wikitext'
  /** Tables of a web page. */
  | 'html'
  /** A table that was copied from a page and pasted as text, one cell a line. */
  | 'cells'
  /** "1. Name (Country) - 20.87" under headings, as news sites print them. */
  | 'result-list'
  /** Columns separated by spaces, as timing systems print them. */
  | 'fixed-width'
  /** JSON: our own open data, an athlete of `/api/v1/athletes/{slug}` or a list of them, or any lists of things. */
  | 'api'
  /** A workbook of a spreadsheet: .xlsx. */
  | 'xlsx'

/** What a column of a table can be. */
export type Column =
  | 'rank'
  | 'place'
  | 'mark'
  /** Parts of a mark that stands in several columns. */
  | 'hours'
  | 'minutes'
  | 'seconds'
  | 'hundredths'
  | 'wind'
  | 'name'
  | 'givenName'
  | 'familyName'
  | 'birthDate'
  /** The athlete's. */
  | 'country'
  | 'affiliation'
  | 'sex'
  /** Those of the event: "U20", "T54"; `NO_GROUP` where it has none, whatever a heading says. */
  | 'ageGroup'
  | 'paraClass'
  | 'discipline'
  | 'round'
  | 'date'
  | 'year'
  /** Parts of a date that stands in several columns, beside the year. */
  | 'day'
  | 'month'
  /** Name of the competition: "World Championships". */
  | 'competition'
  /** "Stadio Olimpico, Roma (ITA)" */
  | 'venue'
  | 'city'
  /** The country in which it was held. */
  | 'hostCountry'
  /** In which of the record's classifications the place is: "overall", "asian-championship". */
  | 'classification'
  | 'records'
  | 'status'
  | 'note'
  /** Kept with the result as it stands; of a `note`, only codes are read. */
  | 'remark'
  /** Who and what is meant, by the address in the record; `NOBODY_KNOWN` is an athlete whom the record does not have. */
  | 'athleteAddress'
  | 'competitionAddress'
  /** Known, and of no use to the record: a score, a running number. */
  | 'ignored'

/** In a column of age groups or para classes: the event is open to all. */
export const NO_GROUP = 'open'

/** In a column of athletes' addresses: somebody new, whoever has the name already. */
export const NOBODY_KNOWN = 'new'

/** Whether an address says that: "new", or "new:14" where namesakes who are both new must be kept apart. */
export function isNobodyKnown(address: string | null): boolean {
  return address === NOBODY_KNOWN || (address?.startsWith(`${NOBODY_KNOWN}:`) ?? false)
}

/** What the headings of a table, the name of a file or the editor say of all the rows below. */
export interface RowContext {
  discipline: DisciplineSlug | null
  sex: Sex | null
  ageGroup: string | null
  paraClass: string | null
  round: Round | null
  raceNumber: number | null
  /** Millimetres a second, of the whole race. */
  wind: number | null
  date: PartialDate | null
  /** A date that can be read in two ways, as it is written: "3/4/2026", "3/4/2026 - 3/5/2026". */
  slashedDate: string | null
  competition: string | null
  city: string | null
  countryCode: string | null
  /** Whose results these are, where the table is of one athlete. */
  athlete: string | null
}

/** One row of a table as it was read, before anything is understood. */
export interface RawRow {
  /** Line of the file at which the row begins, from 1. */
  line: number
  /** The row as it was, cut to 2,000 characters. */
  raw: string
  cells: string[]
  /** What the headings above it say. */
  context: Partial<RowContext>
  /** Why the row cannot be read: no closing quote, too long. */
  problem: string | null
}

/** A mark as lib/marks reads it. */
export interface ListedMark {
  /** The text as published: "12.8". */
  text: string
  value: number
  precision: number
  timing: Timing | null
}

/** Where and at what the result was achieved, as far as the row says. */
export interface ListedCompetition {
  name: string | null
  city: string | null
  venue: string | null
  countryCode: string | null
}

/** What one line of a list says of one athlete's performance. */
export interface Listing {
  line: number
  raw: string
  /** As printed: "Ser-Od BAT-OCHIR". */
  name: string
  birthDate: PartialDate | null
  /** World Athletics' three letters. */
  countryCode: string | null
  /** Club, school or company. */
  club: string | null
  discipline: DisciplineSlug
  sex: Sex
  ageGroup: string | null
  paraClass: string | null
  round: Round
  raceNumber: number | null
  mark: ListedMark | null
  status: Status | null
  /** Millimetres a second: +0.7 m/s = 700. */
  wind: number | null
  /** h i A w W + dh x e */
  flags: string[]
  qualification: string | null
  /** Place in the race; the record's classification "overall". Null where the list says none. */
  place: number | null
  tied: boolean
  /** The place in a classification within the race; `place` is null then. */
  otherPlace?: { classification: string; place: number; tied: boolean }
  /** Places that other lines give of the same performance, once these have been put together. */
  morePlaces?: { classification: string; place: number; tied: boolean }[]
  /** Codes of the records that it was: NR, CR. */
  records: string[]
  /** The day of the race, as far as it is known; the last day, where a range is given, in `endDate`. */
  date: PartialDate
  endDate: PartialDate | null
  competition: ListedCompetition
  /** Where the list says itself who and what of the record is meant. */
  athleteAddress?: string
  competitionAddress?: string
  remark?: string
  /** Where its fields come from that stand in no cell of the row. */
  from?: Partial<Record<Surrounded, Origin>>
  /** Where the row and its surroundings disagree: until that is answered, it cannot be written. */
  clashes?: Clash[]
  /** What was read otherwise than its letters say: "Read as 9.80: a spreadsheet drops the zero at the end." */
  warnings: string[]
}

/** A line that cannot become a result, and what its editor can do about it. */
export interface Refusal {
  line: number
  raw: string
  /** "A marathon of 22:08 cannot be." */
  reason: string
}

/** A guess, with its reason, that an editor may change. */
export interface Guess<T> {
  value: T
  /** "The first line names the columns Rank, Mark and Competitor." */
  reason: string
}
