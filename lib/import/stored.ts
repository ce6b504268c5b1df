/**
 * What imports keep as JSON, read again. It may have been written by another version, or by hand: whatever is wrong in it
 * becomes nothing, so that a page shows the rest.
 */
import { z } from 'zod'
import { isDisciplineSlug } from '../sport/disciplines'
import { isPartialDate } from '../sport/partial-date'
import { ROUNDS, SEXES, TIMINGS } from '../sport/performance'
import { STATUSES } from '../sport/status'
import { SURROUNDED } from './agreement'
import type { ListedChange } from './compare'
import { FORMATS } from './format'
import type { Column, Listing } from './listing'
import type { Cells } from './row-cells'
import type { ImportSetup } from './setup'

const COLUMNS: Readonly<Record<Column, true>> = {
  rank: true,
  place: true,
  mark: true,
  hours: true,
  minutes: true,
  seconds: true,
  hundredths: true,
  wind: true,
  name: true,
  givenName: true,
  familyName: true,
  birthDate: true,
  country: true,
  affiliation: true,
  sex: true,
  ageGroup: true,
  paraClass: true,
  discipline: true,
  round: true,
  date: true,
  year: true,
  day: true,
  month: true,
  competition: true,
  venue: true,
  city: true,
  hostCountry: true,
  classification: true,
  records: true,
  status: true,
  note: true,
  remark: true,
  athleteAddress: true,
  competitionAddress: true,
  ignored: true,
}

/** Whether a text is the name of a column, as forms and remembered lists have it. */
export function isColumn(text: unknown): text is Column {
  return typeof text === 'string' && Object.hasOwn(COLUMNS, text)
}

const column = z.custom<Column>(isColumn).nullable().catch(null)
const discipline = z.string().refine(isDisciplineSlug)
const partialDate = z.string().refine(isPartialDate)
const whole = z.int().min(-2_147_483_648).max(2_147_483_647)
const orNull = <Value extends z.ZodType>(value: Value) => value.nullable().catch(null)
const texts = z.array(z.string().catch('')).catch([])

/** Cells by their columns. */
const cells = z.partialRecord(z.custom<Column>(isColumn), z.string())

const FIELDS = {
  discipline,
  sex: z.enum(SEXES),
  ageGroup: z.string(),
  paraClass: z.string(),
  round: z.enum(ROUNDS),
  raceNumber: whole,
  wind: whole,
  date: partialDate,
  slashedDate: z.string(),
  competition: z.string(),
  city: z.string(),
  countryCode: z.string(),
  athlete: z.string(),
}

/** Only fields that are there and can be read are in it. */
const context = z
  .record(z.string(), z.unknown())
  .catch({})
  .transform((stored) => {
    const read = Object.entries(FIELDS).flatMap(([name, field]) => {
      const value = Object.hasOwn(stored, name) ? field.nullable().safeParse(stored[name]) : null
      return value?.success ? [[name, value.data]] : []
    })
    return Object.fromEntries(read) as ImportSetup['context']
  })

const table = z.object({
  title: orNull(z.string()),
  context,
  header: orNull(z.array(z.string().catch(''))),
  columns: z.array(column).catch([]),
  reasons: texts,
  sample: z.array(texts).catch([]),
  leftOut: z.boolean().catch(false),
  headRows: whole.optional().catch(undefined),
})

const FORMAT_NAMES = FORMATS.map(({ format }) => format)

const setup = z.object({
  encoding: z.string().refine(isEncoding).catch('utf-8'),
  encodingReason: z.string().catch(''),
  format: z.enum(FORMAT_NAMES).catch('csv'),
  formatReason: z.string().catch(''),
  delimiter: orNull(z.string().length(1)),
  context,
  named: context.optional().catch(undefined),
  answers: z
    .partialRecord(z.enum(SURROUNDED), z.enum(['near', 'far']))
    .optional()
    .catch(undefined),
  corrections: z
    .array(z.object({ line: whole, raw: z.string(), cells }))
    .optional()
    .catch(undefined),
  dayOrder: orNull(z.enum(['DMY', 'MDY'])),
  tables: z.array(table.nullable().catch(null)).catch([]),
  sheet: z.record(z.string(), texts).optional().catch(undefined),
})

/** How a file is read, as it was stored. */
export function readStoredSetup(stored: unknown): ImportSetup {
  const { sheet, named, answers, corrections, tables, ...read } = setup.parse(isObject(stored) ? stored : {})
  return {
    ...read,
    tables: tables.filter((one) => one !== null),
    ...(sheet && { sheet }),
    ...(named && { named }),
    ...(answers && { answers }),
    ...(corrections && { corrections }),
  }
}

/** The columns of a list as they were remembered; null where they cannot be read. */
export function readStoredColumns(stored: unknown): (Column | null)[] | null {
  return Array.isArray(stored) ? stored.map((one) => column.parse(one)) : null
}

const listing = z.object({
  line: whole,
  name: z.string(),
  discipline,
  sex: z.enum(SEXES),
  date: partialDate,
  round: z.enum(ROUNDS),
  mark: z.object({ text: z.string(), value: whole, precision: whole, timing: z.enum(TIMINGS).nullable() }).nullable(),
  status: z.enum(STATUSES).nullable(),
  wind: whole.nullable(),
  flags: z.array(z.string()),
  records: z.array(z.string()),
  warnings: z.array(z.string()),
  place: whole.nullable(),
  countryCode: z.string().nullable(),
  competition: z.object({
    name: z.string().nullable(),
    city: z.string().nullable(),
    venue: z.string().nullable(),
    countryCode: z.string().nullable(),
  }),
})

/** The cells of a refused row, as they were stored. */
export function readStoredCells(stored: unknown): Cells | null {
  const read = cells.safeParse(stored)
  return read.success ? (read.data as Cells) : null
}

/** What a row says, as it was stored; null where a part without which it cannot be shown is missing or wrong. */
export function readStoredListing(stored: unknown): Listing | null {
  return listing.safeParse(stored).success ? (stored as Listing) : null
}

const changes = z.array(
  z.object({ field: z.string(), before: z.string().nullable(), after: z.string(), fills: z.boolean() }),
)

/** What a row says otherwise than the record, as it was stored. */
export function readStoredChanges(stored: unknown): ListedChange[] | null {
  const read = changes.safeParse(stored)
  return read.success ? read.data : null
}

/** Those whom a list may mean, as they were stored: `key` says under which name each has an id. */
export function readStoredCandidates<Key extends string>(
  stored: unknown,
  key: Key,
): (Record<Key | 'why', string> & { together: boolean })[] {
  return (Array.isArray(stored) ? stored : []).flatMap((one: unknown) => {
    if (!isObject(one) || typeof one[key] !== 'string') return []
    const why = typeof one.why === 'string' ? one.why : ''
    return { [key]: one[key], why, together: one.together === true } as Record<Key | 'why', string> & {
      together: boolean
    }
  })
}

function isEncoding(label: string): boolean {
  try {
    return Boolean(new TextDecoder(label))
  } catch {
    return false
  }
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
