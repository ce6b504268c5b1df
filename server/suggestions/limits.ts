import type { Client } from '@/prisma/client'
import { consume } from '../accounts/limiter'

/** Suggestions from one network: so many an hour. */
const FROM_NETWORK = { keyPrefix: 'suggestion', points: 20, duration: 60 * 60 }

/** Counts a suggestion in the database. @returns false where there have been too many from this network. */
export async function limitSuggestions(db: Client, network: string): Promise<boolean> {
  return (await consume(db, FROM_NETWORK, network)).isWithin
}
