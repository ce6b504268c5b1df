import { createClient } from '../prisma/client'
import { openEmbedded } from '../prisma/embedded'
import { prepareRecord } from '../scripts/prepare-record'
import { readSettings } from '../server/env'
import { createUser } from '../server/users'
import { PASSWORD, USERS } from './people'

const embedded = await openEmbedded(process.argv[2] ?? '')
await prepareRecord(
  embedded.url,
  readSettings({ PALMARES_ADMIN_EMAIL: USERS.admin.email, PALMARES_ADMIN_PASSWORD: PASSWORD }),
)
const db = createClient(embedded.url)
const { admin, ...others } = USERS
for (const user of Object.values(others)) await createUser(db, { ...user, password: PASSWORD })
await db.$disconnect()
await embedded.close()
