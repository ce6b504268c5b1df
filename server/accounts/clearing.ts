/**
 * What nobody needs any longer goes once a day: sessions that have ended, links that have expired, counts of failures,
 * and what changes have touched, which every server has heard of long ago.
 */
import type { Client } from '@/prisma/client'

const DAY_MS = 24 * 60 * 60 * 1000
const SOON_MS = 60_000
/** Ended sessions are shown to their owner for a while. */
const KEPT_MS = 30 * DAY_MS

/** @returns how many rows went. */
export async function clearExpired(db: Client, now = new Date()): Promise<number> {
  const kept = new Date(now.getTime() - KEPT_MS)
  const cleared = await db.$transaction([
    db.session.deleteMany({ where: { OR: [{ expiresAt: { lt: kept } }, { revokedAt: { lt: kept } }] } }),
    db.accountLink.deleteMany({ where: { expiresAt: { lt: kept } } }),
    db.rateLimiterFlexible.deleteMany({ where: { expire: { lt: now } } }),
    db.touch.deleteMany({ where: { createdAt: { lt: new Date(now.getTime() - DAY_MS) } } }),
  ])
  return cleared.reduce((sum, { count }) => sum + count, 0)
}

/** Clears soon, when it need not keep the first readers waiting, and once a day as long as the server runs. Several servers on one database do no harm to each other. */
export function clearDaily(db: Client): void {
  const clear = () =>
    clearExpired(db).catch((error: unknown) => console.error('Old sessions could not be cleared:', error))
  setTimeout(clear, SOON_MS).unref()
  setInterval(clear, DAY_MS).unref()
}
