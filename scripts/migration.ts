/**
 * `npm run migration -- NAME`: writes prisma/migrations/<time>_NAME/migration.sql, which takes a database from the schema
 * that the last committed migration left to what prisma/schema says now. It needs git, no database and no download.
 */
import { execFileSync } from 'node:child_process'
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { migrationSql, type SchemaFile } from './migration-sql'

const ROOT = join(import.meta.dirname, '..')
const SCHEMA = 'prisma/schema'
const MIGRATIONS = 'prisma/migrations'

const HEAD = `-- TODO: what this changes, in one line.
-- Reason: TODO. Why the record needs it, and what would go wrong without it.
-- Prisma's schema knows tables, columns, enums and plain indexes. CHECKs, triggers, the revision triggers of a new table
-- and moves of data are written by hand below.

`

try {
  const [name = ''] = process.argv.slice(2)
  if (!/^[a-z][a-z0-9_]*$/.test(name)) throw new Error('Name it in lower case: npm run migration -- add_club_colours')
  const sql = await migrationSql(schemaOfLastMigration(), await schemaNow())
  const time = new Date().toISOString().replace(/\D/g, '').slice(0, 14)
  const folder = join(MIGRATIONS, `${time}_${name}`)
  await mkdir(join(ROOT, folder))
  await writeFile(join(ROOT, folder, 'migration.sql'), HEAD + sql)
  console.log(`✔ Wrote ${folder}/migration.sql`)
  if (sql.trim() === '') console.log('  The schema has not changed: the file holds only its head, for SQL by hand.')
  process.exit(0)
} catch (error) {
  console.error(`✖ ${(error as Error).message}`)
  process.exit(1)
}

async function schemaNow(): Promise<SchemaFile[]> {
  const names = (await readdir(join(ROOT, SCHEMA))).filter((name) => name.endsWith('.prisma'))
  return Promise.all(
    names.map(async (name) => ({
      path: `${SCHEMA}/${name}`,
      content: await readFile(join(ROOT, SCHEMA, name), 'utf8'),
    })),
  )
}

/** The schema as it was committed together with the last migration. */
function schemaOfLastMigration(): SchemaFile[] {
  const git = (...args: string[]) => execFileSync('git', args, { cwd: ROOT, encoding: 'utf8' }).trim()
  if (git('status', '--porcelain', '--', MIGRATIONS) !== '') {
    throw new Error(`Commit or remove first what is not committed in ${MIGRATIONS}.`)
  }
  const commit = git('log', '-1', '--format=%H', '--', MIGRATIONS)
  const paths = git('ls-tree', '--name-only', commit, `${SCHEMA}/`).split('\n')
  return paths.map((path) => ({ path, content: git('show', `${commit}:${path}`) }))
}
