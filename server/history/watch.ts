/**
 * Notices what other processes write: a command, or another server on the same database. Our own saves move the
 * generation on themselves, at once; of others' this process hears within a second.
 */
import type { Client } from '@/prisma/client'
import { advanceGeneration } from './generation'

const EVERY_MS = 1_000

/** Looks at the history's last number every second, and makes pages anew where it has moved. */
export function watchOthers(db: Client): void {
  let seen: number | null = null
  const look = async () => {
    try {
      const [last] = await db.$queryRaw<{ id: number | null }[]>`SELECT max(id) AS id FROM revisions`
      const id = last?.id ?? 0
      if (seen !== null && id !== seen) advanceGeneration()
      seen = id
    } catch {
      // The database is busy or being stopped; the next look tells.
    }
  }
  setInterval(look, EVERY_MS).unref()
}
