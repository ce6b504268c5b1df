/** What is signed, and with which keys. */
import { createHmac, timingSafeEqual } from 'node:crypto'
import { secretsOf } from '../env'

/** The canonical origin; the address in a request is not trusted. */
export function siteOrigin(): string {
  return process.env.PALMARES_URL || 'http://localhost:3000'
}

export function isSecure(): boolean {
  return siteOrigin().startsWith('https:')
}

/** The keys that sign cookies, the newest first: what an older one has signed is valid as long as it is listed. */
export function secrets(): string[] {
  const { PALMARES_SECRET } = process.env
  if (!PALMARES_SECRET) throw new Error('PALMARES_SECRET is not set: start Palmarès with `npm start`.')
  return secretsOf(PALMARES_SECRET)
}

/** A text of ours, to be carried by an address: `readSigned` takes it back, and nobody else can make one. */
export function signText(text: string): string {
  return `${Buffer.from(text).toString('base64url')}.${macOf(text, secrets()[0] ?? '')}`
}

/** The text; '' for whatever we did not sign. */
export function readSigned(value: unknown): string {
  const [written = '', mac = ''] = typeof value === 'string' ? value.split('.') : []
  const text = Buffer.from(written, 'base64url').toString()
  return secrets().some((secret) => isSame(mac, macOf(text, secret))) ? text : ''
}

function macOf(text: string, secret: string): string {
  return createHmac('sha256', secret).update(`palmares text ${text}`).digest('base64url').slice(0, 32)
}

function isSame(one: string, other: string): boolean {
  const [first, second] = [Buffer.from(one), Buffer.from(other)]
  return first.length === second.length && timingSafeEqual(first, second)
}
