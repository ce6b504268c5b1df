import { RateLimiterPrisma, RateLimiterRes } from 'rate-limiter-flexible'
import type { Client } from '@/prisma/client'

const MINUTES = 60
/** Attempts in a quarter of an hour: on one account from anywhere, and from one address on any account. */
const ON_ACCOUNT = { keyPrefix: 'sign-in-account', points: 10, duration: 15 * MINUTES }
const FROM_ADDRESS = { keyPrefix: 'sign-in-address', points: 30, duration: 15 * MINUTES }

type Attempt = [limiter: RateLimiterPrisma, key: string][]

function attempt(db: Client, address: string, email: string): Attempt {
  const limiter = (limit: typeof ON_ACCOUNT) =>
    new RateLimiterPrisma({ ...limit, storeClient: db, tableName: 'rateLimiterFlexible', clearExpiredByTimeout: false })
  return [
    [limiter(FROM_ADDRESS), address],
    [limiter(ON_ACCOUNT), email.trim().toLowerCase().slice(0, 200)],
  ]
}

/**
 * Counts an attempt to sign in, in the database, so that a restart or a second server forgets nothing.
 *
 * @returns false when there have been too many.
 */
export async function limitSignIn(db: Client, address: string, email: string): Promise<boolean> {
  try {
    for (const [limiter, key] of attempt(db, address, email)) await limiter.consume(key)
    return true
  } catch (refusal) {
    if (refusal instanceof RateLimiterRes) return false
    throw refusal
  }
}

/** Removes a successful attempt from the count: only failures count against an account or an address. */
export async function forgiveSignIn(db: Client, address: string, email: string): Promise<void> {
  for (const [limiter, key] of attempt(db, address, email)) await limiter.reward(key)
}
