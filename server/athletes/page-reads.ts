/**
 * Counts how often profiles are read: a path and a number, nothing about who. In memory while pages are answered, and
 * into the database now and then, never while somebody waits.
 */
import type { IncomingMessage } from 'node:http'
import type { Client } from '@/prisma/client'

const PROFILE = /^\/athletes\/[a-z0-9-]+$/

/** Programs that say so, or say nothing. */
const PROGRAM =
  /(?<!cu)bot\b|crawl|spider|slurp|archiv|preview|headless|lighthouse|monitor|uptime|scan|fetch|http|curl|wget|python|java\/|okhttp|axios|node|perl|ruby|php|libww|facebookexternal|embedly|validator/i

/** So many different pages between two writings; whoever asks for more than that is no reader. */
const MOST_PATHS = 20_000
const EVERY_MS = 30_000
const KEPT_DAYS = 90

/** Whether a request is somebody's who is going to read: no program, no prefetch, and nobody at the desk. */
export function isReading({ method, headers }: Pick<IncomingMessage, 'method' | 'headers'>, isDesk: boolean): boolean {
  const agent = headers['user-agent'] ?? ''
  const purpose = [headers['sec-purpose'], headers.purpose, headers['x-moz'], headers['x-purpose']].join(' ')
  return method === 'GET' && !isDesk && !/prefetch|prerender|preview/i.test(purpose) && isBrowser(agent)
}

function isBrowser(agent: string): boolean {
  return /^Mozilla\/|^Opera\//.test(agent) && !PROGRAM.test(agent)
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

  /** Hands on what was counted since the last time. What cannot be written is counted on with the next. */
  async flush(): Promise<void> {
    const day = new Date().toISOString().slice(0, 10)
    if (this.counts.size === 0 && this.trimmed === day) return
    const counted = this.counts
    this.counts = new Map()
    try {
      await this.write(day, counted)
      this.trimmed = day
    } catch (error) {
      console.error('Reads could not be written down:', error)
      for (const [path, count] of counted) {
        const since = this.counts.get(path)
        if (since !== undefined || this.counts.size < MOST_PATHS) this.counts.set(path, count + (since ?? 0))
      }
    }
  }

  /** Flushes now and then; the process may end without waiting for the next time. */
  start(everyMs = EVERY_MS): void {
    setInterval(() => void this.flush(), everyMs).unref()
  }
}

/** Adds a day's counts in one statement, and forgets what is older than three months. */
export async function writeReads(db: Client, day: string, counts: ReadonlyMap<string, number>): Promise<void> {
  await db.$executeRaw`
    WITH forgotten AS (DELETE FROM page_views WHERE day < ${day}::date - ${KEPT_DAYS}::int)
    INSERT INTO page_views (path, day, count)
    SELECT path, ${day}::date, count FROM unnest(${[...counts.keys()]}::text[], ${[...counts.values()]}::int[]) read(path, count)
    ON CONFLICT (path, day) DO UPDATE SET count = page_views.count + excluded.count`
}
