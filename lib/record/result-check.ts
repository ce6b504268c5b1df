/** Checks a result's form: each field by itself, then the rules of the sport between them. */

import type { z } from 'zod'
import type { FieldErrors } from '../form/field-errors'
import { firstReason, readFields } from '../form/form-fields'
import { isDisciplineSlug } from '../sport/disciplines'
import { formatWind, type ParsedMark, parseMark } from '../sport/marks'
import { statusInWords } from '../sport/status'
import type { Draft } from './merge'
import { PLACE, RECORD, RESULT, type ResultInput } from './result-fields'

export type CheckedResult =
  | { ok: true; input: ResultInput; warnings: FieldErrors }
  | { ok: false; errors: FieldErrors; warnings: FieldErrors }

/** What the rules between fields look at. */
interface Entry {
  /** As they were typed; a field that could not be read is not there. */
  fields: Partial<z.output<typeof RESULT>>
  mark: Extract<ParsedMark, { ok: true }> | null
  /** From its own field, or from the text of the mark. */
  timing: ResultInput['timing']
  flags: string[]
  places: ResultInput['places']
}

/** Returns the errors by field; null where the rule is kept. */
type Rule = (entry: Entry) => FieldErrors | null

/** Warnings do not stop a save; errors name the field and say why. */
export function checkDraft(draft: Draft): CheckedResult {
  const read = readFields(RESULT, (field) => draft[field] ?? '')
  const { places, records, errors: partErrors } = readParts(draft)
  const reading = readMark(draft)
  const mark = reading?.ok ? reading : null
  const entry: Entry = {
    fields: read.values,
    mark,
    timing: read.values.timing ?? mark?.timing ?? null,
    flags: [...new Set([...(read.values.flags ?? []), ...(mark?.flags ?? [])])],
    places,
  }
  const errors: FieldErrors = {
    ...read.errors,
    ...partErrors,
    ...(reading?.ok === false ? { mark: reading.reason } : {}),
    ...Object.assign({}, ...RULES.map((rule) => rule(entry))),
  }
  const warnings: FieldErrors = mark && mark.warnings.length > 0 ? { mark: mark.warnings.join(' ') } : {}
  if (!read.ok || Object.keys(errors).length > 0) return { ok: false, errors, warnings }
  return {
    ok: true,
    warnings,
    input: {
      ...read.values,
      mark: mark?.mark ?? null,
      value: mark?.value ?? null,
      precision: mark?.precision ?? null,
      timing: mark ? entry.timing : null,
      wind: read.values.wind ?? mark?.wind ?? null,
      flags: entry.flags,
      places,
      records,
    },
  }
}

/** How the mark of a draft reads in its discipline; null where there is no mark, or no discipline. */
export function readMark({ mark = '', discipline: slug = '', paraClass = '' }: Draft): ParsedMark | null {
  return mark === '' || !isDisciplineSlug(slug) ? null : parseMark(mark, slug, paraClass || null)
}

/** The places and records of a draft, which have a field each. */
function readParts(draft: Draft): Pick<ResultInput, 'places' | 'records'> & { errors: FieldErrors } {
  const errors: FieldErrors = {}
  const partsOf = <Part>(kind: string, schema: z.ZodType<Part>): Part[] =>
    Object.entries(draft).flatMap(([field, text]) => {
      const [start, name = ''] = field.split(/:(.*)/)
      if (start !== kind || text === '' || name === '') return []
      const read = schema.safeParse({ name, text })
      if (!read.success) errors[field] = firstReason(read.error)
      return read.success ? [read.data] : []
    })
  return { places: partsOf('place', PLACE), records: partsOf('record', RECORD), errors }
}

const windIsGivenOnce: Rule = ({ fields: { wind = null }, mark }) =>
  mark && mark.wind !== null && wind !== null && mark.wind !== wind
    ? { wind: `Beside the mark stands ${formatWind(mark.wind)}: leave one of the two.` }
    : null

const handTimingIsNoOther: Rule = ({ flags, timing }) =>
  flags.includes('h') && timing !== null && timing !== 'HAND'
    ? { timing: 'The letter h says that the time was taken by hand: leave one of the two.' }
    : null

/** A disqualified mark may be kept, struck; so may one outside the time limit. */
const markIsOfAFinish: Rule = ({ fields: { status }, mark }) =>
  mark && status && status !== 'DQ' && status !== 'OTL'
    ? { mark: `Who ${statusInWords(status)} has no mark: clear one of the two.` }
    : null

const placeIsOfAStart: Rule = ({ fields: { status }, places }) =>
  status === 'DNS' && places.length > 0 ? { status: 'Who did not start has no place.' } : null

const RULES = [windIsGivenOnce, handTimingIsNoOther, markIsOfAFinish, placeIsOfAStart]
