/**
 * A result as an editor types it: flat text by field (so that it can be merged and shown again as it was typed), and
 * the way from there to what the database keeps.
 *
 * A place has the field `place:<classification>`, a record claim `record:<code>` with its scope as the value.
 */
import { country } from './countries'
import { type DisciplineSlug, isDisciplineSlug } from './disciplines'
import { formatWind, parseMark, parseWind } from './marks'
import type { Draft } from './merge'
import { isPartialDate, parsePartialDate } from './partial-date'
import type { Result, Round, Sex, Status, Timing } from './record'
import { slugify } from './slug'

export const ROUNDS = ['FINAL', 'SEMIFINAL', 'QUARTERFINAL', 'HEAT', 'QUALIFICATION'] as const satisfies Round[]
export const STATUSES = ['DNF', 'DNS', 'DQ', 'NM', 'NH', 'OTL'] as const satisfies Status[]
export const TIMINGS = ['ELECTRONIC', 'HAND', 'GUN', 'NET'] as const satisfies Timing[]
export const SEXES = ['M', 'F', 'X'] as const satisfies Sex[]
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

export type FieldErrors = Record<string, string>

export type CheckedResult =
  | { ok: true; input: ResultInput; warnings: FieldErrors }
  | { ok: false; errors: FieldErrors; warnings: FieldErrors }

/** A result as its form shows it. */
export function draftOf(result: Result): Draft {
  const draft: Draft = {
    competition: result.competition.slug,
    discipline: result.discipline,
    sex: result.sex,
    ageGroup: result.ageGroup ?? '',
    paraClass: result.paraClass ?? '',
    round: result.round,
    raceNumber: result.raceNumber === null ? '' : String(result.raceNumber),
    mark: result.mark ?? '',
    timing: result.timing ?? '',
    status: result.status ?? '',
    wind: result.wind === null ? '' : formatWind(result.wind),
    date: result.date,
    countryCode: result.countryCode ?? '',
    club: result.club ?? '',
    flags: result.flags.join(' '),
    qualification: result.qualification ?? '',
    note: result.note ?? '',
  }
  for (const { classification, place, tied } of result.places)
    draft[`place:${classification}`] = `${place}${tied ? '=' : ''}`
  for (const { code, scope } of result.records) draft[`record:${code}`] = scope ?? 'yes'
  return draft
}

/**
 * A draft out of a submitted form. Beside the named fields it takes added rows: `newClassification` with `newPlace`,
 * and `newRecord` with `newScope`, any number of each, paired in order. Text is trimmed and composed (NFC).
 */
export function readDraft(form: FormData): Draft {
  const draft: Draft = {}
  const text = (value: FormDataEntryValue | null) => (typeof value === 'string' ? value.normalize('NFC').trim() : '')
  for (const field of RESULT_FIELDS) draft[field] = text(form.get(field))
  for (const [name, value] of form) if (/^(place|record):/.test(name)) draft[name] = text(value)
  const added = (nameField: string, valueField: string, prefix: string, key: (name: string) => string) => {
    const values = form.getAll(valueField)
    form.getAll(nameField).forEach((name, index) => {
      const value = text(values[index] ?? null)
      if (text(name) !== '' || (prefix === 'place' && value !== ''))
        draft[`${prefix}:${key(text(name))}`] = value || 'yes'
    })
  }
  added('newClassification', 'newPlace', 'place', (name) => (name === '' ? 'overall' : slugify(name)))
  added('newRecord', 'newScope', 'record', (name) => name.toUpperCase())
  return draft
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
    const parsed = parseMark(value('mark'), discipline)
    if (parsed.ok) {
      mark = { mark: parsed.mark, value: parsed.value, precision: parsed.precision }
      timing ??= parsed.timing
      wind ??= parsed.wind
      for (const flag of parsed.flags) flags.add(flag)
      if (parsed.warnings.length > 0) warnings.mark = parsed.warnings.join(' ')
    } else errors.mark = parsed.reason
  }
  if (mark && status && status !== 'DQ' && status !== 'OTL') {
    errors.mark = `Who ${status === 'DNF' ? 'did not finish' : `has ${status}`} has no mark: clear one of the two.`
  }

  let date: string | null = null
  if (value('date') !== '') {
    date = isPartialDate(value('date')) ? value('date') : parsePartialDate(value('date'))
    if (date === null) errors.date = 'Write the date as far as it is known: 2014, 2014-12 or 2014-12-07.'
  }
  const countryCode = value('countryCode').toUpperCase() || null
  if (countryCode !== null && country(countryCode) === null) {
    errors.countryCode = `“${countryCode}” is not a World Athletics country code (Mongolia is MGL).`
  }

  const places: ResultInput['places'] = []
  const records: ResultInput['records'] = []
  for (const [field, text] of Object.entries(draft)) {
    const [kind, name = ''] = field.split(/:(.*)/)
    if (text === '' || name === '') continue
    if (kind === 'place') {
      const read = /^(\d{1,5})(?:\.0)?\s*(=?)$/.exec(text)
      const place = Number(read?.[1])
      if (!read || place < 1) errors[field] = 'A place is a whole number from 1; a shared one is written 3=.'
      else places.push({ classification: name, place, tied: read[2] === '=' })
    }
    if (kind === 'record') {
      if (!/^[A-Z0-9]{2,8}$/.test(name)) errors[field] = 'A record is written NR, AR, CR, WR …'
      else records.push({ code: name, scope: text === 'yes' ? null : text })
    }
  }
  if (status === 'DNS' && places.length > 0) errors.status = 'Who did not start has no place.'

  const input = {
    ageGroup: limited('ageGroup', 10),
    paraClass: limited('paraClass', 10),
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

/** null for nothing, undefined for what is not a whole number from 1. */
function wholeNumber(text: string): number | null | undefined {
  if (text === '') return null
  return /^[1-9]\d{0,4}$/.test(text) ? Number(text) : undefined
}

// ---------------------------------------------------------------------------------------------------------------------
// Why, and from where: what every save must say
// ---------------------------------------------------------------------------------------------------------------------

export interface Evidence {
  reason: string
  /** Where in the source. */
  locator: string
  source:
    | { slug: string }
    | { publication: string; title: string; url: string | null; date: string | null; author: string | null }
}

/** Reads the reason and the source of a change; a source is chosen by slug or described anew. */
export function readEvidence(
  form: FormData,
): { ok: true; evidence: Evidence; values: Draft } | { ok: false; errors: FieldErrors; values: Draft } {
  const names = ['reason', 'source', 'locator', 'publication', 'title', 'url', 'sourceDate', 'author']
  const values: Draft = {}
  for (const name of names) {
    const given = form.get(name)
    values[name] = typeof given === 'string' ? given.normalize('NFC').trim() : ''
  }
  const {
    reason = '',
    source = '',
    locator = '',
    publication = '',
    title = '',
    url = '',
    sourceDate = '',
    author = '',
  } = values
  const errors: FieldErrors = {}
  if (reason === '') errors.reason = 'Say why: the reason stands in the public history.'
  else if (reason.length > 1000) errors.reason = 'The reason is longer than 1000 characters.'
  const described = publication !== '' || title !== ''
  if (source === '' && !described) errors.source = 'Choose the source, or describe a new one below.'
  if (source === '' && described && publication === '') errors.publication = 'Where was it published?'
  if (source === '' && described && title === '') errors.title = 'What is its title?'
  if (url !== '' && !/^https?:\/\/\S+$/.test(url)) errors.url = 'An address begins with https://'
  if (sourceDate !== '' && !isPartialDate(sourceDate)) errors.sourceDate = 'Write 2014, 2014-12 or 2014-12-07.'
  if (locator === '') errors.locator = 'Where in the source does it stand? A page, a paragraph, a row.'
  if (Object.keys(errors).length > 0) return { ok: false, errors, values }
  return {
    ok: true,
    values,
    evidence: {
      reason,
      locator,
      source:
        source !== ''
          ? { slug: source }
          : { publication, title, url: url || null, date: sourceDate || null, author: author || null },
    },
  }
}
