/**
 * The one view of a process on what has been touched. Own saves are read before they are acknowledged; of what others
 * write (a command, another server), PostgreSQL tells at once, and a cheap look finds whatever was missed.
 */
import { setTimeout as sleep } from 'node:timers/promises'
import { Client as PgClient } from 'pg'
import type { Client } from '@/prisma/client'
import { Touched, type TouchedBy } from './touched'

/** The embedded database has one session for all, and tells nobody. */
const LOOK_EMBEDDED_MS = 250
const LOOK_MS = 1_000
const RECONNECT_MS = 1_000
const CHANNEL = 'palmares'

// On the process, because Next bundles pages and the server around them apart.
const state = globalThis as { palmaresTouched?: Touched }

/** Null in a command, which keeps nothing. */
export function touched(): Touched | null {
  return state.palmaresTouched ?? null
}

/** Called once a process, before it keeps anything. */
export async function watchTouched(db: Client, url: string): Promise<Touched> {
  if (state.palmaresTouched) return state.palmaresTouched
  const read = async (since: number) => {
    // One statement, so that the number and what led to it are of one moment.
    const rows = await db.$queryRaw<(TouchedBy & { last: number })[]>`
      SELECT c.number AS last, coalesce(t.number, 0) AS number, coalesce(t.subjects, '{}') AS subjects
      FROM record_clock c LEFT JOIN touches t ON t.number > ${since}::int ORDER BY t.number`
    const last = rows[0]?.last ?? since
    return { last, touches: rows.filter(({ number }) => number > 0) }
  }
  const { last } = await read(2_147_483_647)
  const view = new Touched(read, last)
  state.palmaresTouched = view
  const isEmbedded = await isSingleSession(db)
  look(view, isEmbedded ? LOOK_EMBEDDED_MS : LOOK_MS)
  if (!isEmbedded) void listen(view, url)
  return view
}

/** After a save: what it touched is known here before it is acknowledged. */
export async function catchUp(): Promise<void> {
  // A database that cannot be asked now is asked again by the next look, and by the next reader.
  await touched()
    ?.catchUp()
    .catch(() => {})
}

/**
 * What batches of an import have gathered is numbered, and known to this process and to the others of its site when it
 * returns: nobody who acknowledges it passes them by, as the answer to a save passes by the edge, so they are given the
 * time of two looks.
 */
export async function publishGathered(db: Client): Promise<void> {
  await db.$executeRaw`SELECT publish_gathered_touches()`
  await catchUp()
  if (touched()) await sleep(2 * LOOK_EMBEDDED_MS)
}

function look(view: Touched, every: number): void {
  setInterval(() => void view.catchUp().catch(() => {}), every).unref()
}

async function listen(view: Touched, url: string): Promise<never> {
  for (;;) {
    const client = new PgClient({ connectionString: url, keepAlive: true })
    try {
      const ended = new Promise((done) => client.once('end', done).once('error', done))
      await client.connect()
      client.on('notification', () => void view.catchUp().catch(() => {}))
      await client.query(`LISTEN ${CHANNEL}`)
      // What was committed before it listened.
      await view.catchUp()
      await ended
    } catch {
      // Tried again below; the look goes on meanwhile.
    }
    await client.end().catch(() => {})
    await sleep(RECONNECT_MS, undefined, { ref: false })
  }
}

async function isSingleSession(db: Client): Promise<boolean> {
  const [row] = await db.$queryRaw<{ single: boolean }[]>`SELECT version() ILIKE '%emscripten%' AS single`
  return row?.single === true
}
