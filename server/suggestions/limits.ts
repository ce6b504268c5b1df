import { RateLimiterPrisma, RateLimiterRes } from 'rate-limiter-flexible'
import type { Client } from '@/prisma/client'

/** Suggestions from one network: so many an hour. */
const FROM_NETWORK = { keyPrefix: 'suggestion', points: 20, duration: 60 * 60 }

/** Counts a suggestion in the database. @returns false where there have been too many from this network. */
export async function limitSuggestions(db: Client, network: string): Promise<boolean> {
  const limiter = new RateLimiterPrisma({
    ...FROM_NETWORK,
    storeClient: db,
    tableName: 'rateLimiterFlexible',
    clearExpiredByTimeout: false,
  })
  try {
    await limiter.consume(network)
    return true
  } catch (refusal) {
    if (refusal instanceof RateLimiterRes) return false
    throw refusal
  }
}
