/** The rules of this application for what comes in and goes out (edge/door.ts applies them). */
import type { DoorRules } from '@/edge/door'
import { LARGEST_UPLOAD } from '@/lib/record/photo'
import { LARGEST_FILE } from './imports/files'

const KB = 1024
const MB = 1024 * KB

/**
 * The most that is taken, by address. A form around a file needs some more than the file; a picture that is somewhat too
 * large is read and refused in the form's own words.
 */
const BODY_BOUNDS: readonly (readonly [address: RegExp, bytes: number])[] = [
  [/^\/admin\/import\/upload$/, LARGEST_FILE + MB],
  [/^\/admin\/photos\/upload$/, 4 * LARGEST_UPLOAD],
  // Next itself takes no more of a form.
  [/^\/admin\//, MB + 64 * KB],
]
const OTHER_BODY = 64 * KB

export function bodyBound(path: string): number {
  return BODY_BOUNDS.find(([address]) => address.test(path))?.[1] ?? OTHER_BODY
}

/** What other sites may put into their pages: open data and pictures. */
const OPEN = /^\/(api\/v1|photos)\/|\.(csv|xml|json)$/

/** Nothing of what a browser can do is used here, but for passkeys and the clipboard. */
const PERMISSIONS = [
  ...['accelerometer', 'browsing-topics', 'camera', 'display-capture', 'geolocation', 'gyroscope', 'magnetometer'],
  ...['microphone', 'midi', 'payment', 'serial', 'usb', 'xr-spatial-tracking'],
].map((feature) => `${feature}=()`)

/** For what is no page of Next's: data, files, and the few plain pages, which have a style and at most a form. */
const POLICY =
  "default-src 'none'; style-src 'unsafe-inline'; img-src 'self' data:; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"

/** The headers of every answer. A page's own content security policy, with its nonce, is set in proxy.ts. */
export function answerHeaders(path: string, siteUrl = process.env.PALMARES_URL): Record<string, string> {
  return {
    'content-security-policy': POLICY,
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': OPEN.test(path) ? 'cross-origin' : 'same-origin',
    'permissions-policy': PERMISSIONS.join(', '),
    'referrer-policy': 'strict-origin-when-cross-origin',
    'x-content-type-options': 'nosniff',
    'x-frame-options': 'DENY',
    ...(siteUrl?.startsWith('https:') && { 'strict-transport-security': 'max-age=31536000' }),
  }
}

export const DOOR_RULES: DoorRules = {
  bodyBound,
  headers: (path) => answerHeaders(path),
  takesUpgrades: process.env.NODE_ENV === 'development',
}
