/**
 * Reading and writing marks. A mark is an integer, never a float: milliseconds, millimetres or points, with the
 * precision to which it was measured. A text is either understood, with a warning where something had to be
 * inferred, or refused with the reason; nothing is guessed.
 */

import type { Unit } from './disciplines'
import { type Discipline, type DisciplineSlug, discipline } from './disciplines'
import { type PartialDate, yearOf } from './partial-date'
import type { Timing } from './performance'

export type ParsedMark =
  | {
      ok: true
      /** As it is shown: "1:13:15" for "73:15", "10.7h" for a hand time. */
      mark: string
      /** Milliseconds, millimetres or points. */
      value: number
      /** The finest step of the measurement, in the value's unit. */
      precision: number
      /** HAND where the text says so, otherwise null. */
      timing: Timing | null
      /** Any of h i A w W + dh x e, in the order of the text. They are not part of the mark. */
      flags: string[]
      /** Millimetres a second, where the text gives a reading beside the mark. */
      wind: number | null
      /** What was inferred, in sentences for the person who typed it. */
      warnings: string[]
    }
  | { ok: false; reason: string }

/** One way to understand a text; where that way leads nowhere, the reason in a sentence. */
type Understood = { value: number; precision: number; warnings: string[] }
type Reading = Understood | string

/** How a time was taken, as far as it decides how its text is read. */
interface Timed {
  isHand: boolean
  /** Before electronic timing. */
  isEarly: boolean
}

const SECOND = 1000
const MINUTE = 60 * SECOND
const HOUR = 60 * MINUTE
const METRE = 1000
const CENTIMETRE = 10
const LONGEST_TEXT = 40
export const ONLY_TIMES = 'Only times are taken by hand (h).'

/** World Athletics records times of races outside the stadium to the whole second, hand times on the track to 0.1 s. */
const HAND_PRECISION = 100
const PHOTO_FINISH_PRECISION = 10

/**
 * The first year from which only electronic times were records up to 400 m. Before it the watch was the rule, also at
 * the longest races, and a time is as precise as it is written: 2:29:19.2 for a marathon, 14:08.8 for 5000 m.
 */
const ELECTRONIC_SINCE = 1977

/** T31–34 and T51–54 race in wheelchairs, which no runner can keep up with over the longer distances. */
const WHEELCHAIR = /^T(?:3[1-4]|5[1-4])$/
const WHEELCHAIR_SHARE = 0.55

const FLAGS = '(?:(?:dh|[hiAwWxe+]) ?)*'
const WIND = '\\((?<boxed>[^()]*)\\)|(?<= )(?<bare>[+-]\\d{1,2}\\.\\d(?: ?m/s)?)'
const MARK = new RegExp(`^(?<body>.*?) ?(?<before>${FLAGS})(?:${WIND})? ?(?<after>${FLAGS})$`)

/**
 * Reads a mark as federations, newspapers and spreadsheets write it. One colon separates minutes from seconds, two
 * separate hours, minutes and seconds, and the leading unit may pass 59, so "73:15" is 1:13:15. Never throws.
 *
 * Races outside the stadium are rounded up to the whole second, hand times on the track to 0.1 s, lengths down to the
 * centimetre (World Athletics, Technical Rules on timing and on measuring): a mark is never made better than it was.
 * What nobody could do in the discipline is refused; `paraClass` allows for wheelchairs. A time of before electronic
 * timing, as `date` tells, is not rounded: it is read to the precision in which it is written.
 */
export function parseMark(
  text: string,
  slug: DisciplineSlug,
  paraClass: string | null = null,
  date: PartialDate | null = null,
): ParsedMark {
  const refuse = (reason: string): ParsedMark => ({ ok: false, reason })
  if (text.length > LONGEST_TEXT) return refuse('This is too long to be a mark.')
  const plain = plainText(text)
  if (/^-*$/.test(plain)) return refuse('There is no mark here.')
  if (plain.startsWith('-')) return refuse('A mark cannot be negative.')
  if (/^(?:DNF|DNS|DQ|NM|NH|OTL)$/i.test(plain)) return refuse(`${plain.toUpperCase()} is a status, not a mark.`)

  const { body = '', before = '', boxed, bare, after = '' } = MARK.exec(plain)?.groups ?? {}
  const flags = [...new Set(`${before}${after}`.match(/dh|\S/g))]
  const windText = boxed ?? bare
  const unread = windText !== undefined && /^NWI$/i.test(windText)
  const wind = windText === undefined || unread ? null : parseWind(windText)
  if (windText !== undefined && !unread && wind === null) return refuse(`“${windText}” is not a wind reading.`)

  const rules = discipline(slug)
  const isHand = flags.includes('h')
  if (isHand && rules.unit === 'MILLIMETRE') return refuse(ONLY_TIMES)
  const { least, most } = plausibleMarks(rules, paraClass)
  const how = { isHand, isEarly: date !== null && yearOf(date) < ELECTRONIC_SINCE }
  const readings = READ[rules.unit](body, rules, how)
  const found = readings.find((one) => typeof one !== 'string' && least <= one.value && one.value <= most)
  if (found === undefined || typeof found === 'string') return refuse(whyNot(readings[0], rules, least, most))

  const { value, precision, warnings } = found
  return {
    ok: true,
    mark: formatMark(value, precision, slug, isHand),
    value,
    precision,
    timing: isHand ? 'HAND' : null,
    flags,
    wind,
    warnings: unread ? [...warnings, 'No wind was read.'] : warnings,
  }
}

/**
 * The display text of a value in the discipline's unit: "2:08:50", "29:17.72", "9.80", "8.95", "8312". Hours count on
 * beyond a day. A hand time is written with its `h`, "10.7h", so that it is never taken for an electronic one.
 */
export function formatMark(value: number, precision: number, slug: DisciplineSlug, isHand = false): string {
  return `${plainMark(value, precision, discipline(slug))}${isHand ? 'h' : ''}`
}

function plainMark(value: number, precision: number, { unit, duration }: Discipline): string {
  if (unit === 'POINT') return String(value)
  if (duration !== null) return distanceCovered(value, duration)
  if (unit === 'MILLIMETRE') return decimal(value, CENTIMETRE)
  if (precision >= MINUTE) return wholeMinutesInWords(value)
  const [h, m] = [Math.floor(value / (60 * MINUTE)), Math.floor(value / MINUTE) % 60]
  const s = decimal(value % MINUTE, precision)
  const twoDigits = (part: number | string) => String(part).replace(/^\d(?!\d)/, '0$&')
  if (h > 0) return `${h}:${twoDigits(m)}:${twoDigits(s)}`
  return m > 0 ? `${m}:${twoDigits(s)}` : s
}

/** "2 h 31 min", "58 min": for a time of which no more is known, which "2:31" would not say. */
function wholeMinutesInWords(value: number): string {
  const minutes = Math.round(value / MINUTE)
  return minutes < 60 ? `${minutes} min` : `${Math.floor(minutes / 60)} h ${minutes % 60} min`
}

/** "21,330 m" in an hour; longer races are written in kilometres, "319.614 km". */
function distanceCovered(value: number, duration: number): string {
  const metres = Math.floor(value / METRE)
  return duration > HOUR ? `${decimal(metres, 1)} km` : `${String(metres).replace(/\d(?=(\d{3})+$)/g, '$&,')} m`
}

/**
 * A difference between two marks, known to `precision`, in words and without a sign: "2 min 10 s", "0.35 s", "12 cm", "1.25 m", "156 points".
 */
export function formatGap(value: number, precision: number, slug: DisciplineSlug): string {
  const { unit, duration } = discipline(slug)
  const size = Math.abs(value)
  if (duration !== null) return size < METRE * METRE ? `${size / METRE} m` : distanceCovered(size, duration)
  if (unit === 'POINT') return size === 1 ? '1 point' : `${size} points`
  if (unit === 'MILLIMETRE') return size < METRE ? `${size / CENTIMETRE} cm` : `${decimal(size, CENTIMETRE)} m`
  if (precision >= MINUTE) return size < MINUTE ? 'less than 1 min' : wholeMinutesInWords(size)
  const [h, m, s] = [Math.floor(size / (60 * MINUTE)), Math.floor(size / MINUTE) % 60, size % MINUTE]
  const parts = [h > 0 && `${h} h`, m > 0 && `${m} min`, (s > 0 || size < MINUTE) && `${decimal(s, precision)} s`]
  return parts.filter(Boolean).join(' ')
}

/**
 * A wind reading in millimetres a second: "+0.7", "0.7", "−0,2 m/s". Null for anything else. World Athletics reads the
 * gauge to the next tenth in the positive direction: +2.03 is +2.1, −2.03 is −2.0 (Technical Rules on wind).
 */
export function parseWind(text: string): number | null {
  if (text.length > LONGEST_TEXT) return null
  const match = /^([+-]?)(\d{1,2})(?:\.(\d{1,2}))?(?: ?m\/s)?$/i.exec(plainText(text))
  if (!match) return null
  const [, sign, whole, fraction = ''] = match
  const hundredths = Number(`${sign}${whole}${fraction.padEnd(2, '0')}`)
  const strongest = 20_00
  // Adding 0 turns the negative zero that rounding can leave into a plain one.
  return Math.abs(hundredths) > strongest ? null : Math.ceil(hundredths / 10) * 100 + 0
}

/** "+0.7 m/s", "0.0 m/s", "−0.2 m/s" with a true minus sign, from millimetres a second. */
export function formatWind(wind: number): string {
  const sign = wind > 0 ? '+' : wind < 0 ? '\u2212' : ''
  return `${sign}${decimal(Math.abs(wind), 100)} m/s`
}

/** A reaction time in milliseconds: "0.152", "0,152 s", "−0.04" for a start before the gun. Null for anything else. */
export function parseReaction(text: string): number | null {
  const [, sign, whole, fraction = ''] = /^([+-]?)(\d)\.(\d{1,3})(?: ?s)?$/i.exec(plainText(text)) ?? []
  return whole === undefined ? null : Number(`${sign}${whole}${fraction.padEnd(3, '0')}`) + 0
}

/** "0.152", "−0.040", in seconds. */
export function formatReaction(milliseconds: number): string {
  return `${milliseconds < 0 ? '\u2212' : ''}${decimal(Math.abs(milliseconds), 1)}`
}

/** Japanese full-width forms, typographic signs and the decimal comma become what a plain keyboard writes. */
function plainText(text: string): string {
  return text
    .replace(/[\uFF01-\uFF5E]/g, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0))
    .replace(/[½¼¾](?!\d)/g, (part) => ({ '½': '.5', '¼': '.25' })[part] ?? '.75')
    .replace(/[\u2010-\u2015\u2212]/g, '-')
    .replace(/[‘’′´`]/g, "'")
    .replace(/[“”″]|''/g, '"')
    .replaceAll(',', '.')
    .replace(/\s+/g, ' ')
    .trim()
}

/** The readings of a text in order of preference; the first one that can be is meant. */
const READ: Record<Unit, (body: string, rules: Discipline, how: Timed) => [Reading, ...Reading[]]> = {
  MILLISECOND: readTime,
  MILLIMETRE: (body, rules) => [rules.duration === null ? readLength(body, rules) : readCovered(body, rules)],
  POINT: (body, rules) => [readPoints(body, rules)],
}

function readTime(body: string, rules: Discipline, how: Timed): [Reading, ...Reading[]] {
  const asWritten = readClock(body, rules, how)
  if (rules.plausible.least < MINUTE || !body.includes('.')) return [asWritten]
  // Where nobody finishes within a minute, "2:08.50" for a marathon and "30.08" for 10 km can only mean colons.
  const respelt = [body.replaceAll('.', ':'), body.replace(/\.(?=.*\.)/g, ':')].map((spelling): Reading => {
    const clock = readClock(spelling, rules, how)
    if (typeof clock === 'string') return clock
    const misspelt = reading(
      clock.value,
      clock.precision,
      rules,
      'a dot or comma stands where a colon belongs',
      how.isHand,
    )
    return { ...misspelt, warnings: [...misspelt.warnings, ...clock.warnings] }
  })
  return [asWritten, ...respelt]
}

const HOURS = '(?:: ?| ?(?:hours?|hrs?|h|時間)[. ]*)'
const MINUTES = "(?:: ?| ?(?:minutes?|mins?|m|'|分)[. ]*)"
const SECONDS = '(?: ?(?:seconds?|secs?|s|"|秒))'
const CLOCK = new RegExp(
  `^(?:(?:(?<h>\\d{1,3})${HOURS})?(?<m>\\d{1,3})${MINUTES})?(?<s>\\d{1,2})(?:(?:\\.|${SECONDS})(?<f>\\d{1,3}))?${SECONDS}?\\.?$`,
  'i',
)

/** "2:08:50", "29:17.72", "2h08:50", "2hr.19min.05sec", "29'17"72", "29分17秒72", "50.3 s". */
function readClock(text: string, rules: Discipline, how: Timed): Reading {
  if (/:\d(?!\d)/.test(text)) return 'After a colon stand two digits, as in 2:08:50.'
  const clock = CLOCK.exec(text)?.groups ?? {}
  const { h, m, s, f: fraction = '' } = clock
  if (s === undefined) return wholeMinutes(text) ?? tooManyDigits(text, rules, how) ?? notATime(text, rules)
  const over = [
    ...(h !== undefined && Number(m) > 59 ? (['m'] as const) : []),
    ...(m !== undefined && Number(s) > 59 ? (['s'] as const) : []),
  ]
  const [only] = over
  if (only !== undefined)
    return over.length > 1 ? overFiftyNine('Minutes and seconds') : slipIn(clock, only, rules, how)
  return settle(millisecondsOf(clock), 10 ** (3 - fraction.length), rules, how)
}

const WHOLE_MINUTES = new RegExp(`^(?:(?<h>\\d{1,3})${HOURS})?(?<m>\\d{1,3})(?<unit>${MINUTES})?$`, 'i')

/** "2 h 31 min", "2h31", "58 min": only where the unit is named, for "2:31" is of minutes and seconds. */
function wholeMinutes(text: string): Reading | null {
  const { h, m, unit } = WHOLE_MINUTES.exec(text)?.groups ?? {}
  if (m === undefined || (h === undefined && unit === undefined) || text.includes(':')) return null
  if (h !== undefined && Number(m) > 59) return overFiftyNine('Minutes')
  return { value: millisecondsOf({ ...(h !== undefined && { h }), m }), precision: MINUTE, warnings: [] }
}

/** The parts of a clock time as they were typed. */
type Clock = Partial<Record<'h' | 'm' | 's' | 'f', string>>

function millisecondsOf({ h = '0', m = '0', s = '0', f = '' }: Clock): number {
  return ((Number(h) * 60 + Number(m)) * 60 + Number(s)) * SECOND + Number(f.padEnd(3, '0'))
}

function notATime(text: string, rules: Discipline): string {
  return `“${text}” is not a time. Write it like ${example(rules)}.`
}

/** Only the leading part of a time may pass 59: 73:15 is 1:13:15. */
function overFiftyNine(parts: string, meant: string | null = null): string {
  return `${parts} must be 00–59.${meant === null ? '' : ` Did you mean ${meant}?`}`
}

/** Digits that changed places are put back (93 is 39), and a 60 is carried on; anything else could mean too much. */
function slipIn(clock: Clock, part: 'm' | 's', rules: Discipline, how: Timed): string {
  const typed = clock[part] ?? ''
  const swapped = typed.replace(/^(\d)(\d)$/, '$2$1')
  const meant = typed === '60' ? clock : Number(swapped) <= 59 ? { ...clock, [part]: swapped } : null
  return overFiftyNine(part === 'm' ? 'Minutes' : 'Seconds', meant && proposal(meant, rules, how))
}

/** "2:31:300": a digit that was typed twice is one too many. */
function tooManyDigits(text: string, rules: Discipline, how: Timed): string | null {
  const { rest, seconds = '' } = /^(?<rest>.*:)(?<seconds>\d{3})$/.exec(text)?.groups ?? {}
  if (rest === undefined) return null
  const single = seconds.replace(/(\d)\1/, '$1')
  const clock = single.length === 2 ? CLOCK.exec(rest + single)?.groups : undefined
  return overFiftyNine('Seconds', clock && Number(single) <= 59 ? proposal(clock, rules, how) : null)
}

/** How a time that was probably meant is written; null where nobody could run it. */
function proposal(clock: Clock, rules: Discipline, how: Timed): string | null {
  const { plausible, slug } = rules
  const meant = settle(millisecondsOf(clock), 10 ** (3 - (clock.f ?? '').length), rules, how)
  const isPossible = plausible.least <= meant.value && meant.value <= plausible.most
  return isPossible ? formatMark(meant.value, meant.precision, slug, how.isHand) : null
}

/**
 * The precision of a published time. Only an explicit `h` makes a hand time, so on the track "9.8" is 9.80: a
 * spreadsheet has dropped the zero. Thousandths from the photo finish, which separate athletes level at 0.01 s, are
 * kept. Before electronic timing nothing is made of what is written.
 */
function settle(exact: number, published: number, rules: Discipline, { isHand, isEarly }: Timed): Understood {
  if (isEarly && !isHand) return reading(exact, published, rules)
  const isTrack = rules.surface === 'TRACK'
  const usual = isHand ? HAND_PRECISION : PHOTO_FINISH_PRECISION
  const finest = isTrack && isHand ? HAND_PRECISION : rules.precision === SECOND ? SECOND : 1
  const lostZero = isTrack && published > usual && (published < SECOND || exact < MINUTE)
  const precision = lostZero ? usual : Math.max(published, finest)
  const value = Math.ceil(exact / precision) * precision
  if (lostZero) {
    return reading(value, precision, rules, 'a spreadsheet drops the zero at the end; a hand time is written with h')
  }
  if (value === exact) return reading(value, precision, rules)
  const rule = isTrack ? 'hand times are rounded up to 0.1 s' : 'road marks are rounded up to the whole second'
  return reading(value, precision, rules, rule, isHand)
}

const INCHES_A_FOOT = 12

/** "8.95", "8.95 m", "8m95"; feet and inches as "43-01.00", "43' 1"" or "43 ft 1 in". */
function readLength(text: string, rules: Discipline): Reading {
  const metric = /^(\d{1,3})(?:\.(\d{1,3}) ?m?|( ?m) ?(\d{2})?)?$/i.exec(text)
  if (metric) {
    const [, metres, decimals, unit, centimetres] = metric
    const fraction = decimals ?? centimetres ?? ''
    const exact = Number(metres) * METRE + Number(fraction.padEnd(3, '0'))
    const isBare = fraction.length < 2 && unit === undefined
    const rounded = exact % CENTIMETRE > 0 ? 'lengths are rounded down to the whole centimetre' : undefined
    return toCentimetre(exact, rules, isBare ? 'a spreadsheet drops zeros at the end' : rounded)
  }
  const imperial = /^(\d{1,3}) ?(?:-|'|ft\.?|feet) ?(\d{1,2})(?:\.(\d{1,3}))? ?(?:"|in\.?|inches)?$/i.exec(text)
  if (!imperial) return `“${text}” is not a height or a distance. Write it in metres, like 8.95.`
  const [, feet, inches, fraction = ''] = imperial
  if (Number(inches) >= INCHES_A_FOOT) return 'A foot has twelve inches: the inches end at 11.'
  const thousandths = (Number(feet) * INCHES_A_FOOT + Number(inches)) * 1000 + Number(fraction.padEnd(3, '0'))
  return toCentimetre((thousandths * 254) / 10_000, rules, 'feet and inches were converted')
}

/**
 * How far somebody came in a race of a fixed time: "21,330 m", "21330", "319.614 km". The comma was made a point, and
 * nobody is timed for a few metres, so up to three digits before the point are kilometres. Incomplete metres do not
 * count (World Athletics, Competition Rules on the one hour race).
 */
function readCovered(text: string, rules: Discipline): Reading {
  const match = /^(?:(\d{1,3})(?:[. ](\d{1,3}))?|(\d{4,6})(?:\.(\d{1,3}))?) ?(?:km|m)?$/i.exec(text)
  if (!match)
    return `“${text}” is not a distance. Write it like ${rules.duration === HOUR ? '21,330 m' : '319.614 km'}.`
  const [, kilometres, part = '', metres, fraction] = match
  const covered = metres === undefined ? Number(`${kilometres}${part.padEnd(3, '0')}`) : Number(metres)
  const rounded = fraction === undefined || Number(fraction) === 0 ? undefined : 'incomplete metres do not count'
  return reading(covered * METRE, METRE, rules, rounded)
}

function toCentimetre(exact: number, rules: Discipline, inference?: string): Reading {
  return reading(Math.floor(exact / CENTIMETRE) * CENTIMETRE, CENTIMETRE, rules, inference)
}

/** "8312", "8,312", and "8312.0" as spreadsheets write it. */
function readPoints(text: string, rules: Discipline): Reading {
  const match = /^(\d{1,2})[. ](\d{3})$/.exec(text) ?? /^(\d{1,5})(?:\.0+)?$/.exec(text)
  if (!match) return `“${text}” is not a score. Write the points as a whole number, like 8312.`
  const [, leading = '', thousand = ''] = match
  return reading(Number(leading + thousand), 1, rules)
}

/** `inference` says which rule or convention made the value differ from the text. */
function reading(
  value: number,
  precision: number,
  { slug }: Discipline,
  inference?: string,
  isHand = false,
): Understood {
  const warnings = inference ? [`Read as ${formatMark(value, precision, slug, isHand)}: ${inference}.`] : []
  return { value, precision, warnings }
}

function plausibleMarks({ unit, plausible }: Discipline, paraClass: string | null): Discipline['plausible'] {
  const isFaster = unit === 'MILLISECOND' && paraClass !== null && WHEELCHAIR.test(paraClass)
  return isFaster ? { ...plausible, least: Math.round(plausible.least * WHEELCHAIR_SHARE) } : plausible
}

function whyNot(first: Reading, rules: Discipline, least: number, most: number): string {
  if (typeof first === 'string') return first
  const [from, to] = [least, most].map((value) => formatMark(value, rules.precision, rules.slug))
  const read = formatGap(first.value, first.precision, rules.slug)
  return `This reads as ${read}, but marks in the discipline ${rules.name} lie between ${from} and ${to}.`
}

/** A mark a little behind the best, to show how marks of the discipline are written. */
function example({ plausible, precision, slug }: Discipline): string {
  return formatMark(Math.round((plausible.least * 1.1) / precision) * precision, precision, slug)
}

/** Thousandths as a decimal number, with the digits that the precision vouches for: 8950 to the 10 is "8.95". */
function decimal(thousandths: number, precision: number): string {
  const digits = precision >= 1000 ? 0 : precision >= 100 ? 1 : precision >= 10 ? 2 : 3
  const fraction = String(thousandths % 1000)
    .padStart(3, '0')
    .slice(0, digits)
  return fraction === '' ? String(Math.floor(thousandths / 1000)) : `${Math.floor(thousandths / 1000)}.${fraction}`
}
