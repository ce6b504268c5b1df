/** How secrets are kept: what must be read again is encrypted, what must only be recognised is hashed. */
import { createCipheriv, createDecipheriv, createHash, hkdfSync, randomBytes } from 'node:crypto'
import { secrets } from './signing'

const CIPHER = 'aes-256-gcm'
const IV_BYTES = 12
const TAG_BYTES = 16

/**
 * A text encrypted with a key derived from PALMARES_SECRET, in base64url.
 *
 * @param context whose it is: in another context it cannot be read.
 */
export function seal(text: string, context: string): string {
  const iv = randomBytes(IV_BYTES)
  const cipher = createCipheriv(CIPHER, keyOf(secrets()[0] ?? ''), iv).setAAD(Buffer.from(context))
  const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()])
  return Buffer.concat([iv, cipher.getAuthTag(), sealed]).toString('base64url')
}

/** The text again; null where it was sealed in another context, or with a key that is no longer listed. */
export function unseal(sealed: string, context: string): string | null {
  const bytes = Buffer.from(sealed, 'base64url')
  const [iv, tag] = [bytes.subarray(0, IV_BYTES), bytes.subarray(IV_BYTES, IV_BYTES + TAG_BYTES)]
  for (const secret of secrets()) {
    try {
      const decipher = createDecipheriv(CIPHER, keyOf(secret), iv).setAAD(Buffer.from(context)).setAuthTag(tag)
      return decipher.update(bytes.subarray(IV_BYTES + TAG_BYTES), undefined, 'utf8') + decipher.final('utf8')
    } catch {
      // An older key may fit.
    }
  }
  return null
}

function keyOf(secret: string): Uint8Array {
  return new Uint8Array(hkdfSync('sha256', secret, '', 'palmares sealed secrets', 32))
}

/** SHA-256 in base64url, of something random enough to need no slow hash. */
export function tokenHash(token: string): string {
  return createHash('sha256').update(token).digest('base64url')
}
