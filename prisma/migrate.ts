/**
 * Applies prisma/migrations over a plain connection, without Prisma's native engine (a download that not every place
 * can make). It keeps Prisma's own `_prisma_migrations` table, so `prisma migrate deploy` goes on working elsewhere.
 */
import { createHash, randomUUID } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Client } from 'pg'

// The lock that Prisma's own engine takes, so that the two never migrate at once.
const PRISMA_ADVISORY_LOCK = 72707369

const MIGRATIONS_TABLE = `
  CREATE TABLE _prisma_migrations (
    id varchar(36) PRIMARY KEY,
    checksum varchar(64) NOT NULL,
    finished_at timestamptz,
    migration_name varchar(255) NOT NULL,
    logs text,
    rolled_back_at timestamptz,
    started_at timestamptz NOT NULL DEFAULT now(),
    applied_steps_count integer NOT NULL DEFAULT 0
  )`

/**
 * Brings the database up to the newest migration; each one is one transaction.
 *
 * @param report called with the name of each migration as it is applied.
 * @returns how many were applied.
 * @throws when an applied migration's file has changed since, or one was left half done by another tool.
 */
export async function migrate(
  url: string,
  folder = join(import.meta.dirname, 'migrations'),
  report: (name: string) => void = () => {},
): Promise<number> {
  const client = new Client({ connectionString: url })
  await client.connect()
  try {
    await client.query('SELECT pg_advisory_lock($1)', [PRISMA_ADVISORY_LOCK])
    if (!(await hasMigrationsTable(client))) await client.query(MIGRATIONS_TABLE)
    const { rows } = await client.query<{ migration_name: string; checksum: string; finished_at: Date | null }>(
      'SELECT migration_name, checksum, finished_at FROM _prisma_migrations WHERE rolled_back_at IS NULL',
    )
    const known = new Map(rows.map((row) => [row.migration_name, row]))
    let applied = 0
    for (const name of await migrationNames(folder)) {
      const sql = await readFile(join(folder, name, 'migration.sql'), 'utf8')
      const checksum = createHash('sha256').update(sql).digest('hex')
      const before = known.get(name)
      if (before) {
        if (!before.finished_at) throw new Error(`The migration ${name} was begun and not finished.`)
        if (before.checksum !== checksum) throw new Error(`The migration ${name} has changed since it was applied.`)
        continue
      }
      report(name)
      await client.query('BEGIN')
      try {
        await client.query(sql)
        await client.query(
          `INSERT INTO _prisma_migrations (id, checksum, finished_at, migration_name, applied_steps_count)
           VALUES ($1, $2, now(), $3, 1)`,
          [randomUUID(), checksum, name],
        )
        await client.query('COMMIT')
      } catch (error) {
        await client.query('ROLLBACK')
        throw new Error(`The migration ${name} failed: ${(error as Error).message}`, { cause: error })
      }
      applied++
    }
    return applied
  } finally {
    // Closing the connection would free the lock, but embedded connections share one session.
    await client.query('SELECT pg_advisory_unlock($1)', [PRISMA_ADVISORY_LOCK]).catch(() => {})
    await client.end()
  }
}

/** Asked first: a role that may not make tables can still find out that none is to be made. */
async function hasMigrationsTable(client: Client): Promise<boolean> {
  const { rows } = await client.query<{ exists: boolean }>(
    "SELECT to_regclass('_prisma_migrations') IS NOT NULL AS exists",
  )
  return rows[0]?.exists === true
}

async function migrationNames(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true })
  return entries
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort()
}
