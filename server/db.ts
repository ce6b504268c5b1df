import 'server-only'
import { AsyncLocalStorage } from 'node:async_hooks'
import { type Client, createClient, type Db } from '@/prisma/client'

// Of the process, and not of this module: a build may load it several times.
const keep = globalThis as { palmaresClient?: Client; palmaresReading?: AsyncLocalStorage<Db> }
keep.palmaresReading ??= new AsyncLocalStorage()
const reading = keep.palmaresReading

/** The application's client, one a process; made at the first use, so that a build needs no database. */
export function db(): Client {
  const transaction = reading.getStore()
  // Whatever reads in a transaction opens none of its own.
  if (transaction) return transaction as Client
  if (!keep.palmaresClient) {
    const url = process.env.DATABASE_URL
    if (!url) throw new Error('DATABASE_URL is not set: start Palmarès with `npm start`.')
    keep.palmaresClient = createClient(url)
  }
  return keep.palmaresClient
}

/** Has everything that `read` reads come from one transaction: how pages and forms see the record with a draft. */
export function readingFrom<T>(transaction: Db, read: () => Promise<T>): Promise<T> {
  return reading.run(transaction, read)
}

/** Whether what is read now is of a transaction, and so nobody else's. */
export function isInTransaction(): boolean {
  return reading.getStore() !== undefined
}

/** A function that takes a database, on the application's own: what app calls, which never sees a client. */
export function onDatabase<Rest extends unknown[], Answer>(
  work: (db: Client, ...rest: Rest) => Answer,
): (...rest: Rest) => Answer {
  return (...rest) => work(db(), ...rest)
}
