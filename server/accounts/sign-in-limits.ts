/**
 * How often somebody may try to sign in. Failures are counted by the network together with the account, so that nobody
 * elsewhere can lock the owner out; by the network alone; and by the account alone, which only slows attempts down. A
 * device from which the account's owner has signed in before has a count of its own. All of it is in the database, so
 * that a restart or a second server forgets nothing.
 */
import { createHash } from 'node:crypto'
import type { Client } from '@/prisma/client'
import { consume, type Limit, limiter } from './limiter'

const MINUTE = 60
const DAY = 24 * 60 * MINUTE

/** From one network, on whichever accounts. */
const BY_NETWORK = { keyPrefix: 'sign-in-network', points: 30, duration: 15 * MINUTE }
/** From one device that its owner has used before; beyond that it is a stranger's. */
const BY_DEVICE = { keyPrefix: 'sign-in-device', points: 10, duration: 15 * MINUTE }
/** On one account from one network: after these, each attempt must wait twice as long as the one before. */
const BY_PAIR = { keyPrefix: 'sign-in-pair', points: 5, duration: DAY }
const LONGEST_WAIT = 15 * MINUTE
/** The attempt that may be made in such a wait. */
const TURN = { keyPrefix: 'sign-in-turn', points: 1 }
/** On one account from everywhere: after these, each attempt is answered later than the one before, and none refused. */
const BY_ACCOUNT = { keyPrefix: 'sign-in-account', points: 10, duration: 60 * MINUTE }
const DELAY_STEP_MS = 250
const LONGEST_DELAY_MS = 5_000

export interface SignInAttempt {
  email: string
  /** As `clientNetwork` tells it. */
  network: string
  /** A device from which this account's owner has signed in before; null for any other. */
  device: string | null
}

export type SignInAdmission =
  /** After this many milliseconds the password may be looked at. */
  | { admitted: true; delay: number }
  /** Nothing is looked at before this many seconds have passed. */
  | { admitted: false; wait: number }

/** Counts an attempt as failed, which it stays unless `forgiveSignIn` follows. */
export async function limitSignIn(db: Client, attempt: SignInAttempt): Promise<SignInAdmission> {
  const { device, network } = attempt
  if (device !== null && (await consume(db, BY_DEVICE, device)).isWithin) return { admitted: true, delay: 0 }

  const fromNetwork = await consume(db, BY_NETWORK, network)
  if (!fromNetwork.isWithin) return { admitted: false, wait: fromNetwork.seconds }
  const wait = await waitOfPair(db, attempt)
  if (wait > 0) return { admitted: false, wait }
  const onAccount = await consume(db, BY_ACCOUNT, accountKey(attempt.email))
  const delay = Math.max(0, onAccount.count - BY_ACCOUNT.points) * DELAY_STEP_MS
  return { admitted: true, delay: Math.min(delay, LONGEST_DELAY_MS) }
}

/** Takes an attempt that succeeded out of the counts: only failures count. */
export async function forgiveSignIn(db: Client, { email, network, device }: SignInAttempt): Promise<void> {
  await forgetPair(db, pairKey(email, network))
  if (device !== null) await limiter(db, BY_DEVICE).delete(device)
  await giveBack(db, BY_NETWORK, network)
  await giveBack(db, BY_ACCOUNT, accountKey(email))
}

/** Forgets all failures on an account, from wherever they came: what an admin does for somebody who has to wait. */
export async function clearSignInLimits(db: Client, email: string): Promise<void> {
  const account = accountKey(email)
  const keys = [BY_PAIR, TURN].map(({ keyPrefix }) => ({ key: { startsWith: `${keyPrefix}:${account}` } }))
  await db.rateLimiterFlexible.deleteMany({ where: { OR: [{ key: `${BY_ACCOUNT.keyPrefix}:${account}` }, ...keys] } })
}

/** An account as the limits name it: no e-mail address is kept of those who only tried. */
export function accountKey(email: string): string {
  return createHash('sha256').update(email.trim().toLowerCase()).digest('hex').slice(0, 32)
}

function pairKey(email: string, network: string): string {
  return `${accountKey(email)} ${network}`
}

/** @returns in seconds; 0 where the attempt may be made now. An attempt that must wait does not count. */
async function waitOfPair(db: Client, { email, network }: SignInAttempt): Promise<number> {
  const key = pairKey(email, network)
  const { count, isWithin } = await consume(db, BY_PAIR, key)
  if (isWithin) return 0
  const duration = Math.min(2 ** (count - BY_PAIR.points), LONGEST_WAIT)
  // Of attempts at the same time one takes the turn; the row that says so goes when the wait is over.
  const turn = await consume(db, { ...TURN, duration }, key)
  if (turn.isWithin) return 0
  await giveBack(db, BY_PAIR, key)
  return turn.seconds
}

async function forgetPair(db: Client, key: string): Promise<void> {
  await limiter(db, BY_PAIR).delete(key)
  await limiter(db, { ...TURN, duration: 1 }).delete(key)
}

async function giveBack(db: Client, { keyPrefix }: Limit, key: string): Promise<void> {
  await db.rateLimiterFlexible.updateMany({
    where: { key: `${keyPrefix}:${key}`, points: { gt: 0 } },
    data: { points: { decrement: 1 } },
  })
}
