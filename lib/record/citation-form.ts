/** The forms with which an editor cites a source and resolves a disputed figure, as they are sent. */

import { z } from 'zod'
import { choiceOf, limitedText, readFields, textIn } from '../form/form-fields'
import { plainText } from '../form/plain-text'
import { type Owner, REJECTIONS } from './cited-thing'
import { LOCATOR, REASON } from './evidence'
import type { Rejection } from './source'

const OWNER = z.object({
  kind: z.enum(['result', 'athlete', 'competition'] satisfies Owner['kind'][]),
  key: z.string(),
})
const VERSION = z
  .string()
  .regex(/^[1-9]\d{0,8}$/)
  .transform(Number)
const ASSERTS = limitedText(2000)
const REJECTED_AS = choiceOf(REJECTIONS).catch(null)

const NEW_CITATION = z.object({
  field: z.string().min(1, 'Say what the source is cited for.'),
  asserts: ASSERTS,
  /** What the record does where it says something else. */
  stance: choiceOf(['keep', 'accept', 'open']).catch(null),
  rejection: REJECTED_AS,
})
const CITATION_EDIT = z.object({ locator: LOCATOR, asserts: ASSERTS, rejection: REJECTED_AS, reason: REASON })
const RESOLUTION = z.object({
  accepted: z.string().min(1, 'Choose the value that the record follows.'),
  reason: REASON,
})

/** Null for a kind of thing that has no sources. */
export function readOwner(kind: string, key: string): Owner | null {
  return OWNER.safeParse({ kind, key }).data ?? null
}

/** The version that a form carries; null where it carries none. */
export function readVersion(form: FormData): number | null {
  return VERSION.safeParse(textIn(form)('version')).data ?? null
}

export function readNewCitation(form: FormData) {
  return readFields(NEW_CITATION, textIn(form))
}

export function readCitationEdit(form: FormData) {
  return readFields(CITATION_EDIT, textIn(form))
}

export function readDisputeResolution(form: FormData) {
  return readFields(RESOLUTION, textIn(form))
}

/** For each value that the form showed (`value.0`, `value.1` …), why it is not followed (`why.0` …). */
export function readRejections(form: FormData): Record<string, Rejection> {
  const rejections: Record<string, Rejection> = {}
  for (const [name, value] of form) {
    const row = /^value\.(\d{1,3})$/.exec(name)?.[1]
    const rejection = row === undefined ? null : REJECTED_AS.parse(textIn(form)(`why.${row}`))
    if (rejection !== null) rejections[plainText(value)] = rejection
  }
  return rejections
}
