/**
 * Counts how often profiles are read: a path and a number, nothing about the reader. In memory while pages are
 * answered, and in the database every half a minute, never while somebody waits.
 */
import type { IncomingMessage } from 'node:http'
import { isbot } from 'isbot'
import type { Client } from '@/prisma/client'

const PROFILE = /^\/athletes\/[a-z0-9-]+$/

/** The most pages counted between two writes; whoever asks for more than that is no reader. */
const MOST_PATHS = 20_000
const EVERY_MS = 30_000
const KEPT_DAYS = 90

/** Whether a request comes from a person who is going to read: no program, no prefetch, and no editor. */
export function isReading({ method, headers }: Pick<IncomingMessage, 'method' | 'headers'>, isDesk: boolean): boolean {
  const agent = headers['user-agent'] ?? ''
  const purpose = [headers['sec-purpose'], headers.purpose, headers['x-moz'], headers['x-purpose']].join(' ')
  return method === 'GET' && !isDesk && !/prefetch|prerender|preview/i.test(purpose) && isBrowser(agent)
}

function isBrowser(agent: string): boolean {
  return /^Mozilla\/|^Opera\//.test(agent) && !isbot(agent)
}

export class Reads {
  private counts = new Map<string, number>()
  private trimmed = ''

  /** @param write takes a day's counts (writeReads, below). */
  constructor(private readonly write: (day: string, counts: ReadonlyMap<string, number>) => Promise<void>) {}

  count(path: string): void {
    if (!PROFILE.test(path)) return
    const known = this.counts.get(path)
    if (known !== undefined || this.counts.size < MOST_PATHS) this.counts.set(path, (known ?? 0) + 1)
  }

  /** Writes what was counted since the last time. What cannot be written is added to the next counts. */
  async flush(): Promise<void> {
    const day = new Date().toISOString().slice(0, 10)
    if (this.counts.size === 0 && this.trimmed === day) return
    const counted = this.counts
    this.counts = new Map()
    try {
      await this.write(day, counted)
      this.trimmed = day
    } catch (error) {
      console.error('Reads could not be saved:', error)
      for (const [path, count] of counted) {
        const since = this.counts.get(path)
        if (since !== undefined || this.counts.size < MOST_PATHS) this.counts.set(path, count + (since ?? 0))
      }
    }
  }

  /** Flushes at intervals that do not keep the process alive. */
  start(everyMs = EVERY_MS): void {
    setInterval(() => void this.flush(), everyMs).unref()
  }
}

/** Adds a day's counts in one statement, and deletes what is older than three months. */
export async function writeReads(db: Client, day: string, counts: ReadonlyMap<string, number>): Promise<void> {
  await db.$executeRaw`
    WITH expired AS (DELETE FROM page_views WHERE day < ${day}::date - ${KEPT_DAYS}::int)
    INSERT INTO page_views (path, day, count)
    SELECT path, ${day}::date, count FROM unnest(${[...counts.keys()]}::text[], ${[...counts.values()]}::int[]) read(path, count)
    ON CONFLICT (path, day) DO UPDATE SET count = page_views.count + excluded.count`
}
