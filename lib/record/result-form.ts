/**
 * A result as an editor types it: flat text by field (so that it can be merged and shown again as it was typed), and
 * the way from there to what the database keeps.
 *
 * A place has the field `place:<classification>`, a record claim `record:<code>` with its scope as the value ("yes"
 * where the code says it all). '' is a place or a claim that is not there.
 */

import type { FieldErrors } from '../form/field-errors'
import { plainText } from '../form/plain-text'
import type { Typed } from '../form/typed'
import { country } from '../sport/countries'
import { type DisciplineSlug, isDisciplineSlug } from '../sport/disciplines'
import { formatWind, parseMark, parseWind } from '../sport/marks'
import { dateHeld, parsePartialDate } from '../sport/partial-date'
import type { Round, Sex, Timing } from '../sport/performance'
import type { Status } from '../sport/status'
import { statusInWords } from '../sport/status'
import type { Competition } from './competition'
import { changedFields, type Draft } from './merge'
import type { Result } from './result'

export const ROUNDS = ['FINAL', 'SEMIFINAL', 'QUARTERFINAL', 'HEAT', 'QUALIFICATION'] as const satisfies Round[]
export const STATUSES = ['DNF', 'DNS', 'DQ', 'NM', 'NH', 'OTL'] as const satisfies Status[]
export const TIMINGS = ['ELECTRONIC', 'HAND', 'GUN', 'NET'] as const satisfies Timing[]
export const SEXES = ['M', 'F', 'X'] as const satisfies Sex[]
const NO_SCOPE = 'yes'
const FLAGS = ['h', 'i', 'A', 'w', 'W', '+', 'dh', 'x', 'e']

/** The fields that every result has; places and records come on top. */
export const RESULT_FIELDS = [
  'competition',
  'discipline',
  'sex',
  'ageGroup',
  'paraClass',
  'round',
  'raceNumber',
  'mark',
  'timing',
  'status',
  'wind',
  'date',
  'countryCode',
  'club',
  'flags',
  'qualification',
  'note',
] as const

/** The fields that say which race it was, rather than what was done in it. */
export const RACE_FIELDS = ['competition', 'discipline', 'sex', 'ageGroup', 'paraClass', 'round', 'raceNumber']

export interface ResultInput {
  /** The competition's slug. */
  competition: string
  discipline: DisciplineSlug
  sex: Sex
  ageGroup: string | null
  paraClass: string | null
  round: Round
  raceNumber: number | null
  mark: string | null
  value: number | null
  precision: number | null
  timing: Timing | null
  status: Status | null
  /** Millimetres a second. */
  wind: number | null
  date: string | null
  countryCode: string | null
  club: string | null
  flags: string[]
  qualification: string | null
  note: string | null
  places: { classification: string; place: number; tied: boolean }[]
  records: { code: string; scope: string | null }[]
}

export type CheckedResult =
  | { ok: true; input: ResultInput; warnings: FieldErrors }
  | { ok: false; errors: FieldErrors; warnings: FieldErrors }

/** What a result and its checked form have in common, and a draft is written from. */
type Drawn = Pick<
  ResultInput,
  | 'discipline'
  | 'sex'
  | 'ageGroup'
  | 'paraClass'
  | 'round'
  | 'raceNumber'
  | 'mark'
  | 'timing'
  | 'status'
  | 'wind'
  | 'date'
  | 'countryCode'
  | 'club'
  | 'flags'
  | 'qualification'
  | 'note'
  | 'places'
  | 'records'
>

/** A result as its form shows it. */
export function draftOf(result: Result): Draft {
  return drawn(result, result.competition.slug)
}

/** A checked form as it will be shown once it is saved: marks, winds and dates written as the record writes them. */
export function draftOfInput(input: ResultInput): Draft {
  return drawn(input, input.competition)
}

function drawn(given: Drawn, competition: string): Draft {
  const draft: Draft = {
    competition,
    discipline: given.discipline,
    sex: given.sex,
    ageGroup: given.ageGroup ?? '',
    paraClass: given.paraClass ?? '',
    round: given.round,
    raceNumber: given.raceNumber === null ? '' : String(given.raceNumber),
    mark: given.mark ?? '',
    timing: given.timing ?? '',
    status: given.status ?? '',
    wind: given.wind === null ? '' : formatWind(given.wind),
    date: given.date ?? '',
    countryCode: given.countryCode ?? '',
    club: given.club ?? '',
    flags: given.flags.join(' '),
    qualification: given.qualification ?? '',
    note: given.note ?? '',
  }
  for (const { classification, place, tied } of given.places) {
    draft[`place:${classification}`] = `${place}${tied ? '=' : ''}`
  }
  for (const { code, scope } of given.records) draft[`record:${code}`] = scope ?? NO_SCOPE
  return draft
}

/**
 * The result that a checked form describes, whole enough to compute from: what a save would make of `before`, or a new
 * one. A blank date leans on the competition's, as it does in the database.
 */
export function resultOf(input: ResultInput, competition: Competition, before: Result | null): Result {
  const { places, records, competition: _slug, date, ...performance } = input
  const place = (classification: string) => before?.places.find((place) => place.classification === classification)
  const claim = (code: string) => before?.records.find((record) => record.code === code)
  return {
    id: before?.id ?? 'new',
    version: before?.version ?? 1,
    athleteId: before?.athleteId ?? 'new',
    team: before?.team ?? null,
    members: before?.members ?? [],
    ...performance,
    date: date ?? dateHeld(competition),
    competition,
    places: places.map((given) => ({
      id: place(given.classification)?.id ?? given.classification,
      placeAsPublished: place(given.classification)?.placeAsPublished ?? null,
      citations: [],
      ...given,
    })),
    records: records.map((given) => ({
      id: claim(given.code)?.id ?? given.code,
      authority: claim(given.code)?.authority ?? null,
      state: claim(given.code)?.state ?? 'CLAIMED',
      equalled: claim(given.code)?.equalled ?? false,
      citations: [],
      ...given,
    })),
    citations: before?.citations ?? [],
  }
}

export interface SubmittedDraft {
  draft: Draft
  /** What is wrong with the added rows, by the input it is wrong in: `newPlace.0`. */
  errors: FieldErrors
  /** The input that a field of the draft was typed in, where it is an added row. */
  inputs: Record<string, string>
}

/**
 * A draft out of a submitted form. Text is trimmed and composed (NFC).
 *
 * A place stands in `place:<classification>`. A record is a box `record:<code>` with its scope in `scope:<code>`; one
 * that is not ticked is taken away. Beside the named fields come added rows, paired in order: `newClassification` with
 * `newPlace` (overall where no classification is given), `newRecord` with `newScope`.
 */
export function readDraft(form: FormData): SubmittedDraft {
  const draft: Draft = {}
  const errors: FieldErrors = {}
  const inputs: Record<string, string> = {}
  for (const field of RESULT_FIELDS) draft[field] = plainText(form.get(field))
  for (const [name, value] of form) {
    const [kind, rest = ''] = name.split(/:(.*)/)
    if (kind === 'place') draft[name] = plainText(value)
    if (kind === 'record') draft[name] = plainText(form.get(`scope:${rest}`)) || NO_SCOPE
  }
  const add = (field: string, value: string, input: string, valueInput: string) => {
    if (draft[field]) errors[input] = 'This stands in the form already: correct it there.'
    draft[field] ||= value
    inputs[field] = valueInput
  }

  const places = form.getAll('newPlace')
  form.getAll('newClassification').forEach((given, row) => {
    const [typed, place] = [plainText(given), plainText(places[row] ?? null)]
    if (typed === '' && place === '') return
    const classification = typed === '' ? 'overall' : classificationSlug(typed)
    if (place === '') errors[`newPlace.${row}`] = 'Which place was it?'
    if (classification === '') errors[`newClassification.${row}`] = 'Write it in Latin letters: Asian championship.'
    else add(`place:${classification}`, place, `newClassification.${row}`, `newPlace.${row}`)
  })
  const scopes = form.getAll('newScope')
  form.getAll('newRecord').forEach((given, row) => {
    const [code, scope] = [plainText(given).toUpperCase(), plainText(scopes[row] ?? null)]
    if (code !== '') add(`record:${code}`, scope || NO_SCOPE, `newRecord.${row}`, `newRecord.${row}`)
    else if (scope !== '') errors[`newRecord.${row}`] = 'Which record was it? NR, AR, CR, WR …'
  })
  return { draft, errors, inputs }
}

/** A draft as its form holds it: what `readDraft` reads the same draft from. */
export function typedFrom(draft: Draft): Typed {
  const typed: Typed = {}
  for (const [field, value] of Object.entries(draft)) {
    const [kind, code = ''] = field.split(/:(.*)/)
    if (kind !== 'record') typed[field] = [value]
    else {
      if (value !== '') typed[field] = [NO_SCOPE]
      typed[`scope:${code}`] = [value === NO_SCOPE ? '' : value]
    }
  }
  return typed
}

/**
 * Settles what two editors changed differently: for each field that the form names in `clash`, `choice:<field>` says
 * whether `mine` (what stands in the form) or `theirs` is saved.
 */
export function applyChoices(form: FormData, draft: Draft, theirs: Draft): { draft: Draft; errors: FieldErrors } {
  const settled = { ...draft }
  const errors: FieldErrors = {}
  for (const field of form.getAll('clash').map(plainText)) {
    const choice = form.get(`choice:${field}`)
    if (choice === 'theirs') settled[field] = theirs[field] ?? ''
    else if (choice !== 'mine') errors[`choice:${field}`] = 'Choose which of the two stands.'
  }
  return { draft: settled, errors }
}

/** "Asian championship" → "asian-championship"; '' where nothing of it is Latin. */
function classificationSlug(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 60)
    .replace(/^-+|-+$/g, '')
}

/**
 * Checks a draft against the rules of the sport. Warnings do not stop a save; errors name the field and say why.
 */
export function checkDraft(draft: Draft): CheckedResult {
  const errors: FieldErrors = {}
  const warnings: FieldErrors = {}
  const value = (field: string) => draft[field] ?? ''
  const oneOf = <T extends string>(field: string, allowed: readonly T[]): T | null => {
    const given = value(field)
    if (given === '') return null
    const found = allowed.find((choice) => choice === given)
    if (!found) errors[field] = `“${given}” is not one of ${allowed.join(', ')}.`
    return found ?? null
  }
  const limited = (field: string, most = 200): string | null => {
    if (value(field).length > most) errors[field] = `This is longer than ${most} characters.`
    return value(field) || null
  }

  if (value('competition') === '') errors.competition = 'Which competition was it?'
  const slug = value('discipline')
  const discipline = isDisciplineSlug(slug) ? slug : null
  if (!discipline) errors.discipline = 'Which discipline was it?'
  const sex = oneOf('sex', SEXES)
  if (!sex) errors.sex ??= 'Men’s, women’s or mixed?'
  const round = oneOf('round', ROUNDS) ?? 'FINAL'
  const raceNumber = wholeNumber(value('raceNumber'))
  if (raceNumber === undefined) errors.raceNumber = 'The number of the heat is a whole number from 1.'
  const paraClass = limited('paraClass', 10)

  const status = oneOf('status', STATUSES)
  let timing = oneOf('timing', TIMINGS)
  const flags = new Set(
    value('flags')
      .split(/[\s,]+/)
      .filter(Boolean),
  )
  for (const flag of flags) if (!FLAGS.includes(flag)) errors.flags = `“${flag}” is not a flag; use ${FLAGS.join(' ')}.`
  let wind: number | null = null
  if (value('wind') !== '') {
    wind = parseWind(value('wind'))
    if (wind === null) errors.wind = 'The wind is written in metres a second, such as +0.7 or −1.2.'
  }

  let mark: { mark: string; value: number; precision: number } | null = null
  if (value('mark') !== '' && discipline) {
    const parsed = parseMark(value('mark'), discipline, paraClass)
    if (parsed.ok) {
      mark = { mark: parsed.mark, value: parsed.value, precision: parsed.precision }
      if (parsed.wind !== null && wind !== null && parsed.wind !== wind) {
        errors.wind = `Beside the mark stands ${formatWind(parsed.wind)}: leave one of the two.`
      }
      timing ??= parsed.timing
      wind ??= parsed.wind
      for (const flag of parsed.flags) flags.add(flag)
      if (parsed.warnings.length > 0) warnings.mark = parsed.warnings.join(' ')
    } else errors.mark = parsed.reason
  }
  if (flags.has('h') && timing !== null && timing !== 'HAND') {
    errors.timing = 'The letter h says that the time was taken by hand: leave one of the two.'
  }
  if (mark && status && status !== 'DQ' && status !== 'OTL') {
    errors.mark = `Who ${statusInWords(status)} has no mark: clear one of the two.`
  }

  let date: string | null = null
  if (value('date') !== '') {
    date = parsePartialDate(value('date'))
    if (date === null) errors.date = 'Write the date as far as it is known: 2014, 2014-12 or 2014-12-07.'
  }
  const countryGiven = value('countryCode').toUpperCase()
  const countryCode = countryGiven === '' ? null : (country(countryGiven)?.code ?? null)
  if (countryGiven !== '' && countryCode === null) {
    errors.countryCode = `“${countryGiven}” is not a World Athletics country code (Mongolia is MGL).`
  }

  const places: ResultInput['places'] = []
  const records: ResultInput['records'] = []
  for (const [field, text] of Object.entries(draft)) {
    const [kind, name = ''] = field.split(/:(.*)/)
    if (text === '' || name === '') continue
    if (kind === 'place') {
      const read = /^(\d{1,5})(?:\.0)?\s*(=?)$/.exec(text)
      const place = Number(read?.[1])
      if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(name)) errors[field] = 'A classification is written asian-championship.'
      else if (!read || place < 1) errors[field] = 'A place is a whole number from 1; a shared one is written 3=.'
      else places.push({ classification: name, place, tied: read[2] === '=' })
    }
    if (kind === 'record') {
      if (!/^[A-Z0-9]{2,8}$/.test(name)) errors[field] = 'A record is written NR, AR, CR, WR …'
      else if (text.length > 60) errors[field] = 'Whose record it is takes fewer than 60 characters: MGL, Asia.'
      else records.push({ code: name, scope: text === NO_SCOPE ? null : text })
    }
  }
  if (status === 'DNS' && places.length > 0) errors.status = 'Who did not start has no place.'

  const input = {
    ageGroup: limited('ageGroup', 10),
    paraClass,
    club: limited('club'),
    qualification: limited('qualification', 5),
    note: limited('note', 2000),
  }
  if (Object.keys(errors).length > 0 || !discipline || !sex || raceNumber === undefined) {
    return { ok: false, errors, warnings }
  }
  return {
    ok: true,
    warnings,
    input: {
      ...input,
      competition: value('competition'),
      discipline,
      sex,
      round,
      raceNumber,
      mark: mark?.mark ?? null,
      value: mark?.value ?? null,
      precision: mark?.precision ?? null,
      timing: mark ? timing : null,
      status,
      wind,
      date,
      countryCode,
      flags: [...flags],
      places,
      records,
    },
  }
}

/** The fields that a save would write: those that were touched, and what the text of a touched mark brings with it. */
export function writtenFields(before: Draft, typed: Draft, input: ResultInput): string[] {
  const touched = changedFields(before, typed)
  const isMark = touched.includes('mark')
  return changedFields(before, draftOfInput(input)).filter(
    (field) => touched.includes(field) || (isMark && ['timing', 'wind', 'flags'].includes(field)),
  )
}

/** null for nothing, undefined for what is not a whole number from 1. */
function wholeNumber(text: string): number | null | undefined {
  if (text === '') return null
  return /^[1-9]\d{0,4}$/.test(text) ? Number(text) : undefined
}
