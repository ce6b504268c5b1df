/**
 * Counts how often profiles are read: a path and a number, nothing about the reader. In memory while pages are
 * answered, and in the database every half a minute, never while somebody waits. A profile counts once an hour for each
 * network, so that nobody can read somebody to the top.
 */
import { createHash, randomBytes } from 'node:crypto'
import type { IncomingMessage } from 'node:http'
import { isbot } from 'isbot'
import type { Client } from '@/prisma/client'

const PROFILE = /^\/athletes\/[a-z0-9-]+$/

/** The most pages counted between two writes; whoever asks for more than that is no reader. */
const MOST_PATHS = 20_000
const EVERY_MS = 30_000
/** The most readings of an hour that are remembered; beyond that nothing more is counted until the next. */
const MOST_READINGS = 200_000
const HOUR_MS = 3_600_000
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
  /** Which network has read what in this hour, as salted hashes: neither can be found out from them. */
  private readings = new Set<string>()
  private hour = 0
  private salt = ''

  /** @param write takes a day's counts (writeReads, below). */
  constructor(private readonly write: (day: string, counts: ReadonlyMap<string, number>) => Promise<void>) {}

  /** @param network from where it was read; kept nowhere. */
  count(path: string, network: string): void {
    if (!PROFILE.test(path) || !this.isFirst(path, network)) return
    const known = this.counts.get(path)
    if (known !== undefined || this.counts.size < MOST_PATHS) this.counts.set(path, (known ?? 0) + 1)
  }

  private isFirst(path: string, network: string): boolean {
    const hour = Math.floor(Date.now() / HOUR_MS)
    if (hour !== this.hour) {
      this.hour = hour
      this.readings = new Set()
      this.salt = randomBytes(16).toString('base64url')
    }
    const reading = createHash('sha256').update(`${this.salt} ${network} ${path}`).digest('base64url').slice(0, 16)
    if (this.readings.has(reading) || this.readings.size >= MOST_READINGS) return false
    this.readings.add(reading)
    return true
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
