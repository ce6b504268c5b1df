/** The record served by a role that may not change its tables (prisma/roles.sql). */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Client as PgClient } from 'pg'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { seedChange } from '@/server/history/change'
import { databaseUrl } from '@/testing/cluster'
import { type Client, createClient } from './client'
import { migrate } from './migrate'

const server = inject('serverUrl')

describe.skipIf(server === null)('a PostgreSQL with a role that owns the record and one that serves it', () => {
  const urlAs = (role: string) => databaseUrl(server ?? '', 'palmares').replace('//postgres@', `//${role}@`)
  let db: Client

  /** Runs SQL as a role. */
  async function run(url: string, sql: string): Promise<void> {
    const client = new PgClient({ connectionString: url })
    await client.connect()
    try {
      await client.query(sql)
    } finally {
      await client.end()
    }
  }

  beforeAll(async () => {
    await run(server ?? '', 'CREATE DATABASE palmares')
    await run(databaseUrl(server ?? '', 'palmares'), readFileSync(join(import.meta.dirname, 'roles.sql'), 'utf8'))
    await migrate(urlAs('palmares_owner'))
    db = createClient(urlAs('palmares'))
  })
  afterAll(() => db?.$disconnect())

  test('the second finds nothing to migrate, and saves changes with their history', async () => {
    expect(await migrate(urlAs('palmares'))).toBe(0)
    await seedChange(db, { authorName: 'test', reason: 'test' }, ({ tx }) =>
      tx.athlete.create({ data: { slug: 'a', displayName: 'A', sortName: 'A', sex: 'M' } }),
    )
    expect(await db.revision.count()).toBe(1)
  })

  test.each([
    ['switch off what writes the history', 'ALTER TABLE athletes DISABLE TRIGGER ALL'],
    ['rewrite the history', "UPDATE revisions SET after = '{}'"],
    ['remove from it', 'DELETE FROM revisions'],
    ['remove all of it', 'TRUNCATE revisions'],
    ['change without it', 'UPDATE athletes SET "displayName" = \'B\''],
    ['pretend that triggers had run already', 'SET session_replication_role = replica'],
    ['change or remove tables', 'DROP TABLE athletes'],
    ['read files of the machine', "COPY athletes FROM '/etc/passwd'"],
    ['run programs', "COPY athletes TO PROGRAM 'true'"],
  ])('it cannot %s', async (_, sql) => {
    await expect(run(urlAs('palmares'), sql)).rejects.toThrow()
  })
})
