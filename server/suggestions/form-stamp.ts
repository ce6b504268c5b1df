/**
 * A signed note of when a form was opened, which also names the form: it tells forms that a program filled in within
 * a second, and forms that were sent twice, from those of people.
 */
import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto'

/** People need longer than this to fill in the form, in milliseconds. */
export const LEAST_TIME = 3_000
/** How long a form can be left open. */
const MOST_TIME = 24 * 60 * 60 * 1000

export type StampRead = { ok: true; formId: string } | { ok: false; why: 'too-quick' | 'too-old' | 'unsigned' }

/** @param now milliseconds since 1970. */
export function stampForm(secret: string, now = Date.now()): string {
  const signed = `${now.toString(36)}.${randomBytes(12).toString('base64url')}`
  return `${signed}.${signatureOf(secret, signed)}`
}

export function readStamp(secret: string, stamp: string, now = Date.now()): StampRead {
  const [time = '', formId = '', signature = ''] = stamp.split('.')
  const expected = Buffer.from(signatureOf(secret, `${time}.${formId}`))
  const given = Buffer.from(signature)
  if (given.length !== expected.length || !timingSafeEqual(given, expected)) return { ok: false, why: 'unsigned' }
  const age = now - Number.parseInt(time, 36)
  if (age < LEAST_TIME) return { ok: false, why: 'too-quick' }
  return age > MOST_TIME ? { ok: false, why: 'too-old' } : { ok: true, formId }
}

function signatureOf(secret: string, text: string): string {
  return createHmac('sha256', secret).update(`palmares.suggestion ${text}`).digest('base64url')
}
