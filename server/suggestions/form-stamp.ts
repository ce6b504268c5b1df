/**
 * A signed note of when a form was opened, which also names the form: it tells forms that a program filled in within
 * a second, and forms that were sent twice, from those of people.
 */
import { randomBytes } from 'node:crypto'
import { readSigned, signText } from '../accounts/signing'

/** People need longer than this to fill in the form, in milliseconds. */
export const LEAST_TIME = 3_000
/** How long a form can be left open. */
const MOST_TIME = 24 * 60 * 60 * 1000

export type StampRead = { ok: true; formId: string } | { ok: false; why: 'too-quick' | 'too-old' | 'unsigned' }

/** @param now milliseconds since 1970. */
export function stampForm(now = Date.now()): string {
  return signText(`suggestion ${now} ${randomBytes(12).toString('base64url')}`)
}

export function readStamp(stamp: string, now = Date.now()): StampRead {
  const [, opened, formId] = /^suggestion (\d+) (\S+)$/.exec(readSigned(stamp)) ?? []
  if (opened === undefined || formId === undefined) return { ok: false, why: 'unsigned' }
  const age = now - Number(opened)
  if (age < LEAST_TIME) return { ok: false, why: 'too-quick' }
  return age > MOST_TIME ? { ok: false, why: 'too-old' } : { ok: true, formId }
}
