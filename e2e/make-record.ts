/** Makes the first record, with the people of people.ts, in a data folder or a PostgreSQL: its argument says where. */
import { createClient } from '../prisma/client'
import { openEmbedded } from '../prisma/embedded'
import { prepareRecord } from '../scripts/prepare-record'
import { createUser } from '../server/accounts/users'
import { readSettings } from '../server/env'
import { KEEP_ORIGINAL } from './original'
import { PASSWORD, USERS } from './people'
import { isUrl, joinServer } from './record-url'

const where = process.argv[2] ?? ''
const database = isUrl(where) ? joinServer(where) : await openEmbedded(where)
await prepareRecord(
  database.url,
  readSettings({ PALMARES_ADMIN_EMAIL: USERS.admin.email, PALMARES_ADMIN_PASSWORD: PASSWORD }),
)
const db = createClient(database.url)
const { admin, ...others } = USERS
// The first record is dated back, past the trigger that forbids it, so that there are days between it and the tests.
for (const sql of [
  'ALTER TABLE change_sets DISABLE TRIGGER USER',
  `UPDATE change_sets SET "createdAt" = '2024-07-01T12:00:00Z'`,
  'ALTER TABLE change_sets ENABLE TRIGGER USER',
]) {
  await db.$executeRawUnsafe(sql)
}
for (const user of Object.values(others)) await createUser(db, { ...user, password: PASSWORD })
await db.$executeRawUnsafe(KEEP_ORIGINAL)
await db.$disconnect()
await database.close()
