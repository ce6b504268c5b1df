/** The forms with which an editor cites a source and settles a disputed figure, as they are sent. */

import type { FieldErrors } from '../form/field-errors'
import { plainText } from '../form/plain-text'
import { type Owner, REJECTIONS } from './cited-thing'
import { readReason } from './evidence'
import type { Rejection } from './source'

const KINDS = ['result', 'athlete', 'competition'] as const satisfies Owner['kind'][]

/** Null for a kind of thing that has no sources. */
export function readOwner(kind: string, key: string): Owner | null {
  const known = KINDS.find((one) => one === kind)
  return known ? { kind: known, key } : null
}

/** The version that a form carries; null where it carries none. */
export function readVersion(form: FormData): number | null {
  const text = plainText(form.get('version'))
  return /^[1-9]\d{0,8}$/.test(text) ? Number(text) : null
}

export function readRejection(form: FormData, input = 'rejection'): Rejection | null {
  const text = plainText(form.get(input))
  return REJECTIONS.find((known) => known === text) ?? null
}

/** What is cited, what it asserts, and what the record does about it where it differs. */
export function readNewCitation(form: FormData): {
  citation: { field: string; asserts: string; stance: 'keep' | 'accept' | null; rejection: Rejection | null }
  errors: FieldErrors
} {
  const [field, asserts, given] = [
    plainText(form.get('field')),
    plainText(form.get('asserts')),
    plainText(form.get('stance')),
  ]
  const errors: FieldErrors = {}
  if (field === '') errors.field = 'Say what the source is cited for.'
  if (asserts.length > MOST) errors.asserts = TOO_LONG
  const stance = given === 'keep' || given === 'accept' ? given : null
  return { citation: { field, asserts, stance, rejection: readRejection(form) }, errors }
}

const MOST = 2000
const TOO_LONG = `This is longer than ${MOST} characters.`

/** A citation put right. */
export function readCitationEdit(form: FormData): {
  edit: { locator: string; asserts: string; rejection: Rejection | null; reason: string }
  errors: FieldErrors
} {
  const { reason, errors: unreasoned } = readReason(form)
  const [locator, asserts] = [plainText(form.get('locator')), plainText(form.get('asserts'))]
  const errors: FieldErrors = { ...unreasoned }
  if (locator === '') errors.locator = 'Say where it stands: a page, a paragraph, a row of a table.'
  if (locator.length > 300) errors.locator = 'This is longer than 300 characters.'
  if (asserts.length > MOST) errors.asserts = TOO_LONG
  return { edit: { locator, asserts, rejection: readRejection(form), reason }, errors }
}

/**
 * The chosen value (`accepted`) and, for each value that the form showed (`value.0`, `value.1` …), why it is not followed
 * (`why.0` …).
 */
export function readDisputeResolution(form: FormData): {
  settlement: { accepted: string; why: Record<string, Rejection>; reason: string }
  errors: FieldErrors
} {
  const { reason, errors: unreasoned } = readReason(form)
  const accepted = plainText(form.get('accepted'))
  const errors: FieldErrors = { ...unreasoned }
  if (accepted === '') errors.accepted = 'Choose the value that the record follows.'
  const why: Record<string, Rejection> = {}
  for (const [name, value] of form) {
    const row = /^value\.(\d{1,3})$/.exec(name)?.[1]
    const rejection = row === undefined ? null : readRejection(form, `why.${row}`)
    if (rejection !== null) why[plainText(value)] = rejection
  }
  return { settlement: { accepted, why, reason }, errors }
}
