/**
 * Notices what other processes write: a command, or another server on the same database. This process's own saves
 * advance the generation at once; those of others do within a second.
 */
import type { Client } from '@/prisma/client'
import { advanceGeneration } from './generation'

const EVERY_MS = 1_000

/** Reads the number of the last revision every second, and has pages rendered again once it has changed. */
export function watchOthers(db: Client): void {
  let seen: number | null = null
  const look = async () => {
    try {
      const [last] = await db.$queryRaw<{ id: number | null }[]>`SELECT max(id) AS id FROM revisions`
      const id = last?.id ?? 0
      if (seen !== null && id !== seen) advanceGeneration()
      seen = id
    } catch {
      // The database is busy or being stopped; the next look will see.
    }
  }
  setInterval(look, EVERY_MS).unref()
}
