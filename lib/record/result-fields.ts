/** The fields of a result's form: what each may hold, and what is wrong otherwise. */

import { z } from 'zod'
import { choiceOf, optionalText, parsedText, required } from '../form/form-fields'
import { findCountry } from '../sport/countries'
import { type DisciplineSlug, isDisciplineSlug } from '../sport/disciplines'
import { FLAG_LETTERS, flagsIn, isFlag } from '../sport/flags'
import { parseImplement } from '../sport/implements'
import { parseReaction, parseWind } from '../sport/marks'
import { parsePartialDate } from '../sport/partial-date'
import { ROUNDS, type Round, SEXES, TIMINGS } from '../sport/performance'
import { STATUSES } from '../sport/status'
import { RECORD_STATES, type RecordState } from './result'
import type { Member } from './team'
import { COUNTRY } from './things/field'

const PLACE_RULE = 'A place is a whole number from 1; a shared one is written 3=.'
const WHICH_DISCIPLINE = 'Which discipline was it?'

/** The fields that every result has; places and records come on top. */
export const RESULT = z.object({
  /** The competition's slug. */
  competition: z.string().min(1, 'Which competition was it?'),
  discipline: required(
    parsedText<DisciplineSlug>((text) => (isDisciplineSlug(text) ? text : null), WHICH_DISCIPLINE),
    WHICH_DISCIPLINE,
  ),
  sex: required(choiceOf(SEXES), 'Men’s, women’s or mixed?'),
  ageGroup: optionalText(10),
  paraClass: optionalText(10),
  round: choiceOf(ROUNDS).transform((round): Round => round ?? 'FINAL'),
  raceNumber: parsedText(
    (text) => (/^[1-9]\d{0,4}$/.test(text) ? Number(text) : null),
    'The number of the heat is a whole number from 1.',
  ),
  /** Of a relay; an individual result has none. */
  team: optionalText(120),
  /** Read together with the discipline: lib/record/result-check.ts. */
  mark: z.string().transform((text) => text || null),
  timing: choiceOf(TIMINGS),
  status: choiceOf(STATUSES),
  /** Millimetres a second. */
  wind: parsedText(parseWind, 'The wind is written in metres a second, such as +0.7 or −1.2.'),
  date: parsedText(parsePartialDate, 'Write the date as far as it is known: 2014, 2014-12 or 2014-12-07.'),
  countryCode: COUNTRY,
  club: optionalText(),
  flags: z
    .string()
    .transform(flagsIn)
    .refine((flags) => flags.every((flag): boolean => isFlag(flag)), {
      error: ({ input }) =>
        `“${(input as string[]).findLast((flag) => !isFlag(flag))}” is not a flag; use ${FLAG_LETTERS.join(' ')}.`,
    }),
  qualification: optionalText(5),
  /** Milliseconds. */
  reactionTime: parsedText(parseReaction, 'A reaction time is written in seconds: 0.152; −0.04 before the gun.'),
  ruleBroken: optionalText(40),
  implement: parsedText(parseImplement, 'An implement is written 6 kg or 800 g, the height of hurdles 99.1 cm.'),
  teamScore: parsedText(
    (text) => (/^\d{1,5}$/.test(text) ? Number(text) : null),
    'The points of a team are a whole number.',
  ),
  note: optionalText(2000),
})

export const RESULT_FIELDS = RESULT.keyof().options

/** The fields that say which race it was, rather than what was done in it. */
export const RACE_FIELDS: readonly string[] = [
  'competition',
  'discipline',
  'sex',
  'ageGroup',
  'paraClass',
  'round',
  'raceNumber',
] satisfies (keyof typeof RESULT.shape)[]

/** The scope in a form of a record whose code says it all. */
export const NO_SCOPE = 'yes'

export const CLASSIFICATION = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'A classification is written asian-championship.')
export const RECORD_CODE = z.string().regex(/^[A-Z0-9]{2,8}$/, 'A record is written NR, AR, CR, WR …')

/** A place, in `place:<classification>`, and what goes with it, in `placeAsPublished:<classification>`. */
export const PLACE = z.object({
  place: required(parsedText(readPlace, PLACE_RULE), PLACE_RULE),
  placeAsPublished: parsedText((text) => readPlace(text)?.place ?? null, PLACE_RULE),
})

/** A record claim, in `record:<code>` with its scope as the value, and what goes with it, in `authority:<code>` … */
export const RECORD = z.object({
  record: z.string().max(60, 'Whose record it is takes fewer than 60 characters: MGL, Asia.'),
  authority: optionalText(100),
  /** Blank for a claim that nobody has judged yet. */
  state: choiceOf(RECORD_STATES).transform((state): RecordState => state ?? 'CLAIMED'),
  equalled: z.string().transform((text) => text !== ''),
})

/** What a place is cited for, and a record: the fields of a draft before the colon. */
export const PLACE_FIELDS = ['place', 'placeAsPublished'] as const satisfies (keyof typeof PLACE.shape)[]
export const RECORD_FIELDS = [
  'record',
  'authority',
  'state',
  'equalled',
] as const satisfies (keyof typeof RECORD.shape)[]

/** Whose record it is; a national one (NR, NU20R …) is a country's, by its code or its name. */
export function scopeOf(code: string, text: string): string | null {
  if (text === NO_SCOPE) return null
  return (code.startsWith('N') ? findCountry(text)?.code : undefined) ?? text
}

/** A checked form: what the database keeps of a result. */
export type ResultInput = z.output<typeof RESULT> & {
  value: number | null
  precision: number | null
  places: { classification: string; place: number; tied: boolean; placeAsPublished: number | null }[]
  records: { code: string; scope: string | null; authority: string | null; state: RecordState; equalled: boolean }[]
  /** Of the team, in the order of their legs. */
  members: Member[]
}

/** "3" or "3=" for a shared one; "4.0", as spreadsheets have it, is 4. */
function readPlace(text: string): { place: number; tied: boolean } | null {
  const read = /^(\d{1,5})(?:\.0)?\s*(=?)$/.exec(text)
  const place = Number(read?.[1])
  return read && place >= 1 ? { place, tied: read[2] === '=' } : null
}
