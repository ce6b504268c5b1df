/** Counts in the database of how often something was done, so that a restart or a second server forgets nothing. */
import { RateLimiterPrisma, RateLimiterRes } from 'rate-limiter-flexible'
import type { Client } from '@/prisma/client'

export interface Limit {
  keyPrefix: string
  points: number
  /** In seconds. */
  duration: number
}

export function limiter(db: Client, limit: Limit): RateLimiterPrisma {
  return new RateLimiterPrisma({
    ...limit,
    storeClient: db,
    tableName: 'rateLimiterFlexible',
    clearExpiredByTimeout: false,
  })
}

/** Counts one more, and says how many there are, whether that is within the limit, and for how long they count. */
export async function consume(
  db: Client,
  limit: Limit,
  key: string,
): Promise<{ count: number; isWithin: boolean; seconds: number }> {
  const answer = await limiter(db, limit)
    .consume(key)
    .catch((refusal: unknown) => {
      if (refusal instanceof RateLimiterRes) return refusal
      throw refusal
    })
  const { consumedPoints, msBeforeNext } = answer
  return { count: consumedPoints, isWithin: consumedPoints <= limit.points, seconds: Math.ceil(msBeforeNext / 1000) }
}
