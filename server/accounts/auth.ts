import 'server-only'
import { setTimeout as sleep } from 'node:timers/promises'
import { encode, getToken } from '@auth/core/jwt'
import { db } from '../db'
import { knownDevice, rememberDevice } from './device'
import { clientNetwork } from './network'
import { SESSION_SECONDS } from './sessions'
import { forgiveSignIn, limitSignIn, type SignInAttempt } from './sign-in-limits'
import { isSecure, secrets, siteOrigin } from './signing'

export interface AuthCookie {
  name: string
  value: string
  options: Record<string, unknown>
}

/**
 * Looks at a password or a code as one attempt to sign in. Attempts count until `forgiveAttempts`, which follows once
 * everything that was asked for was given: a right password does not forgive wrong codes after it.
 *
 * @param headers the request's own: they carry the address that attempts are counted by.
 * @param check null for a wrong password or code.
 * @returns 'refused' for a wrong one, 'limited' where the next attempt has to wait.
 */
export async function attemptSignIn<Found>(
  email: string,
  headers: Headers,
  check: () => Promise<Found | null>,
): Promise<{ found: Found } | 'refused' | 'limited'> {
  const admission = await limitSignIn(db(), await attemptOf(email, headers))
  if (!admission.admitted) return 'limited'
  await sleep(admission.delay)
  const found = await check()
  return found === null ? 'refused' : { found }
}

/** After somebody has signed in: forgets the attempts, and remembers the device. */
export async function forgiveAttempts(email: string, headers: Headers): Promise<void> {
  await forgiveSignIn(db(), await attemptOf(email, headers))
  await rememberDevice(email)
}

async function attemptOf(email: string, headers: Headers): Promise<SignInAttempt> {
  return { email, network: clientNetwork(headers), device: await knownDevice(email) }
}

const sessionCookieName = () => `${isSecure() ? '__Secure-' : ''}authjs.session-token`

/** The cookie that names a session. */
export async function sessionCookie(userId: string, sessionId: string): Promise<AuthCookie> {
  const name = sessionCookieName()
  const token = { sub: userId, sessionId }
  return {
    name,
    value: await encode({ token, secret: secrets(), salt: name, maxAge: SESSION_SECONDS }),
    options: { httpOnly: true, sameSite: 'lax', path: '/', secure: isSecure(), maxAge: SESSION_SECONDS },
  }
}

/** The session id in a request's cookies, if its signature is ours; the session may have ended since. */
export async function sessionIdOf(cookieHeader: string): Promise<string | null> {
  const token = await getToken({
    req: new Request(siteOrigin(), { headers: { cookie: cookieHeader } }),
    secret: secrets(),
    secureCookie: isSecure(),
    salt: sessionCookieName(),
  })
  return typeof token?.sessionId === 'string' ? token.sessionId : null
}

/** The session's cookie, and the chunks that a long one is cut into. */
export function isSessionCookie(name: string): boolean {
  return /^(__Secure-)?authjs\.session-token/.test(name)
}
