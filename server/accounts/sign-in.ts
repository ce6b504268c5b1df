/** Signing in, step by step. No session is made before everything that an account asks for was given. */
import 'server-only'
import { createHash } from 'node:crypto'
import type {
  AuthenticationResponseJSON,
  PublicKeyCredentialCreationOptionsJSON,
  PublicKeyCredentialRequestOptionsJSON,
  RegistrationResponseJSON,
} from '@simplewebauthn/server'
import { cookies, headers } from 'next/headers'
import { db } from '../db'
import { acceptLink, type LinkOutcome } from './account-links'
import { recordEvent } from './audit'
import { attemptSignIn, forgiveAttempts, sessionCookie } from './auth'
import type { Person } from './factor-changes'
import { findFactors, hasSecondFactor } from './factors'
import { beginOidc, findOidcAccount, finishOidc, isOidcSetUp } from './oidc'
import { askForNewPasskey, askForPasskey, savePasskey, takePasskey } from './passkeys'
import { takeRecoveryCode } from './recovery-codes'
import { openSession } from './session'
import { refreshSession, startSession } from './sessions'
import { isSecure } from './signing'
import { readTicket, type TicketKind, writeTicket } from './tickets'
import { takeAppCode } from './totp'
import { checkPassword, isPassword, plainEmail } from './users'
import { visitOf } from './visit'

const LONGEST_PASSWORD = 1000
const SECOND_STEP_SECONDS = 10 * 60
const PASSKEY_SECONDS = 5 * 60

/** 'second-step': the password was right, and the account has a second factor. */
export type SignInOutcome = 'signed-in' | 'second-step' | 'refused' | 'limited'

export async function signInWithPassword(email: string, password: string): Promise<SignInOutcome> {
  if (password.length > LONGEST_PASSWORD) return 'refused'
  const asked = await headers()
  const outcome = await attemptSignIn(email, asked, () => checkPassword(db(), email, password))
  if (outcome === 'refused') {
    const known = await db().user.findUnique({ where: { email: plainEmail(email) }, select: { id: true } })
    await recordEvent(db(), { kind: 'sign-in-failed', userId: known?.id ?? null, visit: visitOf(asked) })
  }
  return typeof outcome === 'string' ? outcome : continueSignIn(outcome.found.id, 'password')
}

/** After the first proof of who somebody is: to the second step where the account has one, else in. */
export async function continueSignIn(userId: string, by: string): Promise<'signed-in' | 'second-step'> {
  if (!(await hasSecondFactor(db(), userId))) {
    await completeSignIn(userId, by)
    return 'signed-in'
  }
  const ticket = { user: userId, password: await passwordMark(userId), by }
  await giveTicket('second-step', ticket, SECOND_STEP_SECONDS)
  return 'second-step'
}

async function completeSignIn(userId: string, by: string): Promise<void> {
  const asked = await headers()
  const visit = visitOf(asked)
  const { email } = await db().user.findUniqueOrThrow({ where: { id: userId }, select: { email: true } })
  await openSession([await sessionCookie(userId, await startSession(db(), userId, visit))])
  await forgiveAttempts(email, asked)
  await dropTicket('second-step')
  await recordEvent(db(), { kind: 'sign-in', userId, visit, details: { by } })
}

export interface SecondStep {
  userId: string
  email: string
  /** By what the first step was passed. */
  by: string
  hasApp: boolean
  hasPasskeys: boolean
}

/** The second step that this browser has to take; null where the first was not taken, or too long ago. */
export async function findSecondStep(): Promise<SecondStep | null> {
  const ticket = await heldTicket('second-step')
  if (typeof ticket?.user !== 'string') return null
  const user = await db().user.findFirst({ where: { id: ticket.user, disabledAt: null }, select: { email: true } })
  if (!user || ticket.password !== (await passwordMark(ticket.user))) return null
  const { app, passkeys } = await findFactors(db(), ticket.user)
  const by = String(ticket.by)
  return { userId: ticket.user, email: user.email, by, hasApp: app, hasPasskeys: passkeys.length > 0 }
}

/** @param code of the authenticator app, or a recovery code. */
export async function signInWithCode(code: string): Promise<SignInOutcome> {
  const step = await findSecondStep()
  if (!step) return 'refused'
  const outcome = await takeCode(step, code)
  if (outcome === 'refused') await failed('second-step-failed', step.userId)
  if (typeof outcome === 'string') return outcome
  await completeSignIn(step.userId, `${step.by}, ${outcome.found}`)
  return 'signed-in'
}

/** Tries a code of the app or, where it has not six digits, a recovery code. */
async function takeCode({ userId, email }: { userId: string; email: string }, code: string) {
  const asked = await headers()
  return attemptSignIn(email, asked, async () => {
    if (/^[\d\s]+$/.test(code)) return (await takeAppCode(db(), userId, code)) ? 'app' : null
    if (!(await takeRecoveryCode(db(), userId, code))) return null
    await recordEvent(db(), { kind: 'recovery-code-used', userId, visit: visitOf(asked) })
    return 'recovery code'
  })
}

/** What a browser is asked for: a passkey of the second step's account, or any where there is no second step. */
export async function askSignInPasskey(isSecondStep: boolean): Promise<PublicKeyCredentialRequestOptionsJSON> {
  const step = isSecondStep ? await findSecondStep() : null
  return askPasskeyOf(step?.userId)
}

async function askPasskeyOf(userId: string | undefined): Promise<PublicKeyCredentialRequestOptionsJSON> {
  const { options, challenge } = await askForPasskey(db(), userId)
  await giveTicket('passkey', { challenge, user: userId ?? '' }, PASSKEY_SECONDS)
  return options
}

export async function signInWithPasskey(response: AuthenticationResponseJSON): Promise<SignInOutcome> {
  const ticket = await spendPasskeyTicket()
  if (!ticket) return 'refused'
  const step = ticket.user ? await findSecondStep() : null
  if (ticket.user && step?.userId !== ticket.user) return 'refused'
  const userId = await takePasskey(db(), { challenge: ticket.challenge, response, userId: ticket.user || undefined })
  if (!userId) {
    await failed('second-step-failed', step?.userId ?? null)
    return 'refused'
  }
  await completeSignIn(userId, step ? `${step.by}, passkey` : 'passkey')
  return 'signed-in'
}

/** Opens the account or sets the password of a link, and signs in. */
export async function signInWithLink(
  token: string,
  { name, password }: { name: string; password: string },
): Promise<Exclude<LinkOutcome, { used: true }> | { used: true; next: 'signed-in' | 'second-step' }> {
  const outcome = await acceptLink(db(), token, { name, password, visit: visitOf(await headers()) })
  return outcome.used ? { used: true, next: await continueSignIn(outcome.userId, 'link') } : outcome
}

/** @returns the address at the provider of OpenID Connect; null where none is set up. */
export async function leaveForOidc(next: string): Promise<string | null> {
  if (!isOidcSetUp()) return null
  const { to, cookies: given } = await beginOidc()
  const jar = await cookies()
  for (const { name, value, options } of given) jar.set(name, value, options)
  await giveTicket('oidc', { next }, SECOND_STEP_SECONDS)
  return to
}

/** @param search of the address that the provider led to. */
export async function returnFromOidc(
  search: string,
): Promise<{ outcome: 'signed-in' | 'second-step' | 'refused'; next?: string }> {
  const ticket = await heldTicket('oidc')
  await dropTicket('oidc')
  const asked = await headers()
  const person = isOidcSetUp() && ticket ? await finishOidc(search, asked.get('cookie') ?? '') : null
  const userId = person && (await findOidcAccount(db(), person, visitOf(asked)))
  if (!userId) {
    await recordEvent(db(), {
      kind: 'sign-in-failed',
      userId: null,
      visit: visitOf(asked),
      details: { by: 'OpenID Connect' },
    })
    return { outcome: 'refused' }
  }
  return { outcome: await continueSignIn(userId, 'OpenID Connect'), next: String(ticket?.next) }
}

export type AgainOutcome = 'done' | 'refused' | 'limited'

interface SignedIn {
  userId: string
  email: string
  sessionId: string
}

/** Somebody who is signed in gives the password again. */
export async function giveAgain(
  person: SignedIn,
  given: { password: string } | { code: string },
): Promise<AgainOutcome> {
  const asked = await headers()
  const outcome =
    'code' in given
      ? await takeCode(person, given.code)
      : await attemptSignIn(person.email, asked, async () =>
          (await isPassword(db(), person.userId, given.password)) ? 'password' : null,
        )
  if (outcome === 'refused') await failed('fresh-sign-in-failed', person.userId)
  if (typeof outcome === 'string') return outcome
  await forgiveAttempts(person.email, asked)
  await makeFresh(person, outcome.found)
  return 'done'
}

export async function askPasskeyAgain({ userId }: SignedIn): Promise<PublicKeyCredentialRequestOptionsJSON> {
  return askPasskeyOf(userId)
}

export async function givePasskeyAgain(person: SignedIn, response: AuthenticationResponseJSON): Promise<AgainOutcome> {
  const ticket = await spendPasskeyTicket()
  const { userId } = person
  const isTheirs =
    ticket?.user === userId && (await takePasskey(db(), { challenge: ticket.challenge, response, userId })) === userId
  if (!isTheirs) {
    await failed('fresh-sign-in-failed', userId)
    return 'refused'
  }
  await makeFresh(person, 'passkey')
  return 'done'
}

async function makeFresh({ userId, sessionId }: SignedIn, by: string): Promise<void> {
  await refreshSession(db(), sessionId)
  await recordEvent(db(), { kind: 'fresh-sign-in', userId, visit: visitOf(await headers()), details: { by } })
}

export async function beginPasskey(userId: string): Promise<PublicKeyCredentialCreationOptionsJSON> {
  const { options, challenge } = await askForNewPasskey(db(), userId)
  await giveTicket('passkey', { challenge, user: userId }, PASSKEY_SECONDS)
  return options
}

/** @returns the recovery codes to show once, or none; null where the passkey cannot be kept. */
export async function addPasskey(
  person: Person,
  name: string,
  response: RegistrationResponseJSON,
): Promise<{ recoveryCodes: string[] } | null> {
  const ticket = await spendPasskeyTicket()
  if (ticket?.user !== person.userId) return null
  return savePasskey(db(), person, { name, challenge: ticket.challenge, response })
}

async function failed(kind: 'second-step-failed' | 'fresh-sign-in-failed', userId: string | null): Promise<void> {
  await recordEvent(db(), { kind, userId, visit: visitOf(await headers()) })
}

/** Recognises the password that was right: with another one, the first step counts no more. */
async function passwordMark(userId: string): Promise<string> {
  const user = await db().user.findUnique({ where: { id: userId }, select: { passwordHash: true } })
  return createHash('sha256')
    .update(user?.passwordHash ?? '')
    .digest('base64url')
    .slice(0, 16)
}

const cookieOf = (kind: TicketKind) => `${isSecure() ? '__Host-' : ''}palmares-${kind}`

async function giveTicket(kind: TicketKind, content: Record<string, string>, seconds: number): Promise<void> {
  const options = { httpOnly: true, sameSite: 'lax', path: '/', secure: isSecure(), maxAge: seconds } as const
  ;(await cookies()).set(cookieOf(kind), await writeTicket(kind, content, seconds), options)
}

async function heldTicket(kind: TicketKind): Promise<Record<string, unknown> | null> {
  return readTicket(kind, (await cookies()).get(cookieOf(kind))?.value)
}

async function dropTicket(kind: TicketKind): Promise<void> {
  ;(await cookies()).delete(cookieOf(kind))
}

/** A challenge is answered once. */
async function spendPasskeyTicket(): Promise<{ challenge: string; user: string } | null> {
  const ticket = await heldTicket('passkey')
  await dropTicket('passkey')
  if (typeof ticket?.challenge !== 'string' || typeof ticket.user !== 'string') return null
  return { challenge: ticket.challenge, user: ticket.user }
}
