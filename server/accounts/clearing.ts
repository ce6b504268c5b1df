/** What nobody needs any longer goes once a day: sessions that have ended, links that have expired, counts of failures. */
import type { Client } from '@/prisma/client'

const DAY_MS = 24 * 60 * 60 * 1000
/** Ended sessions are shown to their owner for a while. */
const KEPT_MS = 30 * DAY_MS

/** @returns how many rows went. */
export async function clearExpired(db: Client, now = new Date()): Promise<number> {
  const kept = new Date(now.getTime() - KEPT_MS)
  const cleared = await db.$transaction([
    db.session.deleteMany({ where: { OR: [{ expiresAt: { lt: kept } }, { revokedAt: { lt: kept } }] } }),
    db.accountLink.deleteMany({ where: { expiresAt: { lt: kept } } }),
    db.rateLimiterFlexible.deleteMany({ where: { expire: { lt: now } } }),
  ])
  return cleared.reduce((sum, { count }) => sum + count, 0)
}

/** Clears now, and once a day as long as the server runs. Several servers on one database do no harm to each other. */
export function clearDaily(db: Client): void {
  const clear = () =>
    clearExpired(db).catch((error: unknown) => console.error('Old sessions could not be cleared:', error))
  void clear()
  setInterval(clear, DAY_MS).unref()
}
