import 'server-only'
import { type Client, createClient } from '@/prisma/client'

const keep = globalThis as { palmaresClient?: Client }

/** The application's client, one a process; made at the first use, so that a build needs no database. */
export function db(): Client {
  if (!keep.palmaresClient) {
    const url = process.env.DATABASE_URL
    if (!url) throw new Error('DATABASE_URL is not set: start Palmarès with `npm start`.')
    keep.palmaresClient = createClient(url)
  }
  return keep.palmaresClient
}

/** A function that takes a database, on the application's own: what app calls, which never sees a client. */
export function onDatabase<Rest extends unknown[], Answer>(
  work: (db: Client, ...rest: Rest) => Answer,
): (...rest: Rest) => Answer {
  return (...rest) => work(db(), ...rest)
}
