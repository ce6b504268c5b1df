/**
 * Notices what other processes write: a command, or another server on the same database. Our own saves start a new
 * generation at once; others' are noticed within a second.
 */
import type { Client } from '@/prisma/client'
import { advanceGeneration } from './generation'

const EVERY_MS = 1_000

/** Looks at the history's last number every second, and starts a new generation where it has changed. */
export function watchOthers(db: Client): void {
  let lastSeen: number | null = null
  const look = async () => {
    try {
      const [last] = await db.$queryRaw<{ id: number | null }[]>`SELECT max(id) AS id FROM revisions`
      const id = last?.id ?? 0
      if (lastSeen !== null && id !== lastSeen) advanceGeneration()
      lastSeen = id
    } catch {
      // The database is busy or being stopped; the next look decides.
    }
  }
  setInterval(look, EVERY_MS).unref()
}
