/** Databases for tests: real ones, each test file its own. */
import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Client as PgClient } from 'pg'
import { inject } from 'vitest'
import { type Client, createClient } from '@/prisma/client'
import { openEmbedded } from '@/prisma/embedded'

export type Engine = 'embedded' | 'server'

/** The engines there are on this machine: the embedded one always, a PostgreSQL server where its programs are. */
export function engines(): Engine[] {
  return inject('serverUrl') === null ? ['embedded'] : ['embedded', 'server']
}

export interface TestDatabase {
  url: string
  db: Client
  close(): Promise<void>
}

/** A migrated, empty database of one's own. */
export async function openTestDatabase(engine: Engine): Promise<TestDatabase> {
  return engine === 'embedded' ? openCopy() : createFromTemplate()
}

async function openCopy(): Promise<TestDatabase> {
  const folder = mkdtempSync(join(tmpdir(), 'palmares-db-'))
  cpSync(inject('embeddedBase'), folder, { recursive: true })
  const embedded = await openEmbedded(folder)
  const db = createClient(embedded.url)
  return {
    url: embedded.url,
    db,
    close: async () => {
      await db.$disconnect()
      await embedded.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

async function createFromTemplate(): Promise<TestDatabase> {
  const server = inject('serverUrl')
  if (!server) throw new Error('There is no PostgreSQL server here.')
  const name = `test_${process.pid}_${Math.random().toString(36).slice(2)}`
  const admin = async (sql: string) => {
    const client = new PgClient({ connectionString: server })
    await client.connect()
    await client.query(sql)
    await client.end()
  }
  await admin(`CREATE DATABASE ${name} TEMPLATE base`)
  const url = server.replace('/postgres?', `/${name}?`)
  const db = createClient(url)
  return {
    url,
    db,
    close: async () => {
      await db.$disconnect()
      await admin(`DROP DATABASE ${name} WITH (FORCE)`)
    },
  }
}
