import { Client } from 'pg'
import { DataFolderInUse, joinEmbedded, openEmbedded } from '../prisma/embedded'
import type { Settings } from '../server/env'

export interface OpenDatabase {
  url: string
  close(): Promise<void>
}

/**
 * The database that the settings name: the PostgreSQL at DATABASE_URL, or the embedded one in the data folder.
 *
 * @throws an Error of one line when it cannot be reached, is too old, or is open elsewhere.
 */
export async function openDatabase({ DATABASE_URL, PALMARES_DATA }: Settings): Promise<OpenDatabase> {
  if (!DATABASE_URL) {
    console.log(`• Opening the embedded database in ${PALMARES_DATA} …`)
    return openEmbedded(PALMARES_DATA)
  }
  const { host, pathname } = new URL(DATABASE_URL)
  console.log(`• Connecting to PostgreSQL at ${host}${pathname} …`)
  const client = new Client({ connectionString: DATABASE_URL, connectionTimeoutMillis: 10_000 })
  try {
    await client.connect()
    const { rows } = await client.query<{ server_version_num: string }>('SHOW server_version_num')
    if (Number(rows[0]?.server_version_num) < 150000) throw new Error('it is older than PostgreSQL 15')
  } catch (error) {
    const { message, code } = error as NodeJS.ErrnoException
    throw new Error(`The database at DATABASE_URL (${host}${pathname}) cannot be used: ${message || code}`)
  } finally {
    await client.end().catch(() => {})
  }
  return { url: DATABASE_URL, close: async () => {} }
}

/**
 * The same for a command that only reads: where a running Palmarès has the data folder open, its database is read
 * through that process.
 *
 * @returns `isServed`: whether another process keeps the database, and has brought it up to date.
 */
export async function openOrJoinDatabase(settings: Settings): Promise<OpenDatabase & { isServed: boolean }> {
  try {
    return { ...(await openDatabase(settings)), isServed: false }
  } catch (error) {
    if (!(error instanceof DataFolderInUse)) throw error
    console.log('  … which is open already: reading through the process that has it')
    return { ...(await joinEmbedded(settings.PALMARES_DATA)), isServed: true }
  }
}
