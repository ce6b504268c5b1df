/**
 * `npm run migration -- NAME`: writes prisma/migrations/<time>_NAME/migration.sql, which takes a database that has all
 * migrations so far to what prisma/schema says now. Nothing is downloaded and no database is needed: the migrations run
 * on one in memory.
 */
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { migrationSql } from './migration-sql'

const FOLDER = join(import.meta.dirname, '..', 'prisma')

const HEAD = `-- TODO: what this changes, in one line.
-- Reason: TODO. Why the record needs it, and what would go wrong without it.
-- Prisma's schema knows tables, columns, enums and plain indexes. CHECKs, triggers, the revision triggers of a new table
-- and moves of data are written by hand below.

`

try {
  const [name = ''] = process.argv.slice(2)
  if (!/^[a-z][a-z0-9_]*$/.test(name)) throw new Error('Name it in lower case: npm run migration -- add_club_colours')
  const schema = join(FOLDER, 'schema')
  const files = (await readdir(schema)).filter((file) => file.endsWith('.prisma')).map((file) => join(schema, file))
  const sql = await migrationSql(
    await Promise.all(files.map(async (path) => ({ path, content: await readFile(path, 'utf8') }))),
  )
  const time = new Date().toISOString().replace(/\D/g, '').slice(0, 14)
  const folder = join(FOLDER, 'migrations', `${time}_${name}`)
  await mkdir(folder)
  await writeFile(join(folder, 'migration.sql'), HEAD + sql)
  console.log(`✔ Wrote prisma/migrations/${time}_${name}/migration.sql`)
  if (sql.trim() === '') console.log('  The schema has not changed: the file holds only its head, for SQL by hand.')
  process.exit(0)
} catch (error) {
  console.error(`✖ ${(error as Error).message}`)
  process.exit(1)
}
