/** Databases for tests: real ones, copied from the templates of testing/setup.ts. */
import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Client as PgClient } from 'pg'
import { inject } from 'vitest'
import { type Client, createClient } from '@/prisma/client'
import { openEmbedded } from '@/prisma/embedded'
import { databaseUrl } from './cluster'

export type Engine = 'embedded' | 'server'
export type Template = 'base' | 'loaded'

/** The engines there are on this machine: the embedded one always, a PostgreSQL server where its programs are. */
export function engines(): Engine[] {
  return inject('serverUrl') === null ? ['embedded'] : ['embedded', 'server']
}

export interface TestDatabase {
  url: string
  db: Client
  close(): Promise<void>
}

/** A database of its own: migrated and empty, or with the first record loaded. */
export async function openTestDatabase(engine: Engine, template: Template = 'base'): Promise<TestDatabase> {
  return engine === 'embedded' ? openCopy(template) : createFromTemplate(template)
}

/** Copies a template's data folder to `folder`, to be opened there. */
export function copyTemplate(template: Template, folder: string): void {
  cpSync(join(inject('embeddedTemplates'), template), folder, { recursive: true })
}

async function openCopy(template: Template): Promise<TestDatabase> {
  const folder = mkdtempSync(join(tmpdir(), 'palmares-db-'))
  copyTemplate(template, folder)
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

async function createFromTemplate(template: Template): Promise<TestDatabase> {
  const server = inject('serverUrl')
  if (!server) throw new Error('There is no PostgreSQL server here.')
  const name = `test_${process.pid}_${Math.random().toString(36).slice(2)}`
  const admin = async (sql: string) => {
    const client = new PgClient({ connectionString: server })
    await client.connect()
    await client.query(sql)
    await client.end()
  }
  await admin(`CREATE DATABASE ${name} TEMPLATE ${template}`)
  const url = databaseUrl(server, name)
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
