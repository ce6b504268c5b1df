/**
 * Where what holds for a row comes from, and where two of these places disagree. A row's own cells count first, then the
 * headings above it, then what was typed for the whole list, then the name of the file. Two that disagree are asked about,
 * once for the list; until then the row waits.
 */
import { country, findCountry } from '../sport/countries'
import { discipline, isDisciplineSlug } from '../sport/disciplines'
import { formatDates } from '../sport/partial-date'
import { type DayOrder, readSlashed } from './dates'
import type { RowContext } from './listing'
import { NOTHING } from './setup'

/** From the nearest to the farthest. */
export const ORIGINS = ['row', 'heading', 'typed', 'file name'] as const
export type Origin = (typeof ORIGINS)[number]

/** What lists leave to their surroundings, and what must therefore agree with them. */
export const SURROUNDED = ['discipline', 'sex', 'date', 'dayOrder', 'round', 'countryCode'] as const
export type Surrounded = (typeof SURROUNDED)[number]

/** Two places that say different things of one field. */
export interface Clash {
  field: Surrounded
  /** What the nearer place says, as the record writes it: "F", "long-jump". */
  near: string
  nearFrom: Origin
  far: string
  farFrom: Origin
}

/** Which of the two an editor chose to be right, for all rows of the list. */
export type ClashAnswer = 'near' | 'far'
export type ClashAnswers = Partial<Record<Surrounded, ClashAnswer>>

/** What the places around a row say of it. */
export interface Surroundings {
  context: RowContext
  /** Where each part of the context comes from. */
  origins: Partial<Record<Surrounded, Origin>>
  clashes: Clash[]
}

type Levels = Readonly<Record<Exclude<Origin, 'row'>, readonly Partial<RowContext>[]>>

/**
 * What headings, form and file name say together, each over the next; and where they disagree, unless that is answered.
 *
 * @param dayOrder what "3/4/2026" means in the list, as far as that is known.
 */
export function surroundingsOf(
  levels: Levels,
  answers: ClashAnswers = {},
  dayOrder: DayOrder | null = null,
): Surroundings {
  const found: Surroundings = { context: { ...NOTHING }, origins: {}, clashes: [] }
  for (const origin of ORIGINS) {
    if (origin === 'row') continue
    const all: Partial<RowContext> = Object.assign({}, ...levels[origin].map(filled))
    const { said, clash } = withDateRead(all, [...levels.typed, ...levels['file name']], {
      dayOrder,
      origin,
    })
    if (clash) found.clashes.push(clash)
    for (const [key, value] of Object.entries(said) as [keyof RowContext, RowContext[keyof RowContext]][]) {
      const field = SURROUNDED.find((one) => one === key)
      const known = found.context[key]
      if (known === null) Object.assign(found.context, { [key]: value })
      if (!field) continue
      const nearFrom = found.origins[field]
      if (known === null || nearFrom === undefined) found.origins[field] = origin
      else if (!agree(field, String(known), String(value))) {
        const clash = { field, near: String(known), nearFrom, far: String(value), farFrom: origin }
        if (answers[field] === undefined) found.clashes.push(clash)
        else if (answers[field] === 'far') {
          Object.assign(found.context, { [field]: value })
          found.origins[field] = origin
        }
      }
    }
  }
  return found
}

/** What was answered of dates that can be read in two ways. */
export function answeredOrder({ dayOrder }: ClashAnswers): DayOrder | null {
  return dayOrder === undefined ? null : dayOrder === 'near' ? 'DMY' : 'MDY'
}

/**
 * A heading's date that can be read in two ways is read as the rest of the list says. Where nothing does, its rows ask:
 * the date is then the first of the two until somebody has answered.
 */
function withDateRead(
  { slashedDate, ...said }: Partial<RowContext>,
  others: readonly Partial<RowContext>[],
  { dayOrder, origin }: { dayOrder: DayOrder | null; origin: Origin },
): { said: Partial<RowContext>; clash: Clash | null } {
  if (!slashedDate || said.date) return { said, clash: null }
  const { DMY: near, MDY: far } = readSlashed(slashedDate)
  if (near === null || far === null) {
    const date = near ?? far
    return { said: { ...said, ...(date && { date }) }, clash: null }
  }
  if (dayOrder !== null) return { said: { ...said, date: dayOrder === 'DMY' ? near : far }, clash: null }
  const fitting = [near, far].filter((date) => others.every((one) => !one.date || agree('date', one.date, date)))
  const [only] = fitting
  if (fitting.length === 1 && only) return { said: { ...said, date: only }, clash: null }
  const clash: Clash = { field: 'dayOrder', near, nearFrom: origin, far, farFrom: origin }
  return { said: { ...said, date: near }, clash }
}

function filled({ countryCode, ...context }: Partial<RowContext>): Partial<RowContext> {
  // Whoever says "Mongolia" means MGL; the record holds codes alone.
  const all = { ...context, countryCode: countryCode ? (findCountry(countryCode)?.code ?? null) : null }
  return Object.fromEntries(Object.entries(all).filter(([, value]) => value !== null && value !== undefined))
}

/** Whether two places say the same, one perhaps more exactly. */
export function agree(field: Surrounded, one: string, other: string): boolean {
  if (one === other) return true
  if (field === 'date') return one.startsWith(other.replace('~', '')) || other.startsWith(one.replace('~', ''))
  // Men have a heptathlon in halls alone, and lists seldom say which of the two it is.
  return field === 'discipline' && [one, other].every((slug) => slug.startsWith('heptathlon'))
}

const FIELD_NAMES: Record<Surrounded, string> = {
  discipline: 'event',
  sex: 'sex',
  date: 'date',
  dayOrder: 'date',
  round: 'round',
  countryCode: 'country of the venue',
}

export function surroundedName(field: Surrounded): string {
  return FIELD_NAMES[field]
}

const PLACES: Record<Origin, string> = {
  row: 'the row',
  heading: 'the heading',
  typed: 'what was chosen for the list',
  'file name': 'the name of the file',
}

/** "the heading": who says something, in a sentence. */
export function originInWords(origin: Origin): string {
  return PLACES[origin]
}

const SEX_WORDS: Readonly<Record<string, string>> = { M: 'men', F: 'women', X: 'mixed' }

/** A value of one of these fields as a sentence says it: "women", "Long jump". */
export function surroundedValue(field: Surrounded, value: string): string {
  if (field === 'sex') return SEX_WORDS[value] ?? value
  if (field === 'discipline') return isDisciplineSlug(value) ? discipline(value).name : value
  if (field === 'countryCode') return country(value)?.name ?? value
  if (field === 'date' || field === 'dayOrder') return formatDates(value, null) || value
  return value.toLowerCase()
}

/** "The row says women; what was chosen for the list says men." */
export function clashInWords({ field, near, nearFrom, far, farFrom }: Clash): string {
  if (field === 'dayOrder') {
    const [dayFirst, monthFirst] = [surroundedValue(field, near), surroundedValue(field, far)]
    return `The date in ${originInWords(nearFrom)} can be read as ${dayFirst} (day first) or ${monthFirst} (month first).`
  }
  const said = (from: Origin, value: string) => `${originInWords(from)} says ${surroundedValue(field, value)}`
  const [first, second] = [
    said(nearFrom, near),
    nearFrom === farFrom ? `its event says ${surroundedValue(field, far)}` : said(farFrom, far),
  ]
  return `${first.charAt(0).toUpperCase()}${first.slice(1)}; ${second}.`
}
