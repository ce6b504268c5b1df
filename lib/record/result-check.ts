/** Checks a result's form: each field by itself, then the rules of the sport between them. */

import type { z } from 'zod'
import type { FieldErrors } from '../form/field-errors'
import { type FieldsRead, type FormField, firstReason, readFields } from '../form/form-fields'
import { isDisciplineSlug } from '../sport/disciplines'
import { isHandTimed } from '../sport/eligibility'
import { flagsIn } from '../sport/flags'
import { type ParsedMark, parseMark } from '../sport/marks'
import { parsePartialDate } from '../sport/partial-date'
import type { Draft } from './merge'
import { CLASSIFICATION, PLACE, RECORD, RECORD_CODE, RESULT, type ResultInput, scopeOf } from './result-fields'
import { type Entry, RULES } from './result-rules'
import { membersIn } from './team'

export type CheckedResult =
  | { ok: true; input: ResultInput; warnings: FieldErrors }
  | { ok: false; errors: FieldErrors; warnings: FieldErrors }

/** Warnings do not stop a save; errors name the field and say why. */
export function checkDraft(draft: Draft): CheckedResult {
  const read = readFields(RESULT, (field) => draft[field] ?? '')
  const { places, records, members, errors: partErrors } = readParts(draft)
  const reading = readMark(draft)
  const mark = reading?.ok ? reading : null
  const typedFlags = read.values.flags ?? []
  const timing = read.values.timing ?? mark?.timing ?? null
  const flags = [...new Set([...typedFlags, ...(mark?.flags ?? [])])]
  const entry: Entry = { fields: read.values, mark, timing, flags, places, members }
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
      timing: mark ? timing : null,
      wind: read.values.wind ?? mark?.wind ?? null,
      flags,
      places,
      records,
      members,
    },
  }
}

/**
 * How the mark of a draft reads in its discipline; null where there is no mark, or no discipline. The letter h, beside
 * the mark or among its letters, and the timing by hand say the same, so either makes it a hand time.
 */
export function readMark({
  mark = '',
  discipline: slug = '',
  paraClass = '',
  date = '',
  timing,
  flags = '',
}: Draft): ParsedMark | null {
  if (mark === '' || !isDisciplineSlug(slug)) return null
  const day = parsePartialDate(date)
  const read = parseMark(mark, slug, paraClass || null, day)
  const isHand = isHandTimed({ timing: timing === 'HAND' ? 'HAND' : null, flags: flagsIn(flags) })
  if (!read.ok || read.timing === 'HAND' || !isHand) return read
  const byHand = parseMark(`${mark}h`, slug, paraClass || null, day)
  return byHand.ok ? byHand : read
}

/** The places, records and members of a draft, which have fields of their own. */
function readParts(draft: Draft): Pick<ResultInput, 'places' | 'records' | 'members'> & { errors: FieldErrors } {
  const errors: FieldErrors = {}
  const places = partsIn(draft, 'place', CLASSIFICATION, PLACE, errors).map(([classification, { place, ...rest }]) => ({
    classification,
    ...place,
    ...rest,
  }))
  const records = partsIn(draft, 'record', RECORD_CODE, RECORD, errors).map(([code, { record, ...rest }]) => ({
    code,
    scope: scopeOf(code, record),
    ...rest,
  }))
  const { members, errors: memberErrors } = membersIn(draft)
  return { places, records, members, errors: { ...errors, ...memberErrors } }
}

/** The parts of one kind by name; each field of a part is in the draft as `<field>:<name>`. */
function partsIn<Fields extends Record<string, FormField>>(
  draft: Draft,
  kind: string,
  nameRule: z.ZodType,
  fields: z.ZodObject<Fields>,
  errors: FieldErrors,
): [name: string, values: Extract<FieldsRead<Fields>, { ok: true }>['values']][] {
  return Object.entries(draft).flatMap(([field, text]) => {
    const [start, name = ''] = field.split(/:(.*)/)
    if (start !== kind || text === '' || name === '') return []
    const named = nameRule.safeParse(name)
    const read = readFields(fields, (part) => draft[`${part}:${name}`] ?? '')
    for (const [part, reason] of Object.entries(read.errors)) errors[`${part}:${name}`] = reason
    if (!named.success) errors[field] = firstReason(named.error)
    return named.success && read.ok ? [[name, read.values]] : []
  })
}
