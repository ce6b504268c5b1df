import { createClient } from '../prisma/client'
import { openEmbedded } from '../prisma/embedded'
import { prepareRecord } from '../scripts/prepare-record'
import { createUser } from '../server/accounts/users'
import { readSettings } from '../server/env'
import { KEEP_ORIGINAL } from './original'
import { PASSWORD, USERS } from './people'

const embedded = await openEmbedded(process.argv[2] ?? '')
await prepareRecord(
  embedded.url,
  readSettings({ PALMARES_ADMIN_EMAIL: USERS.admin.email, PALMARES_ADMIN_PASSWORD: PASSWORD }),
)
const db = createClient(embedded.url)
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
await embedded.close()
