import { randomBytes } from 'node:crypto'
import { createClient } from '../prisma/client'
import { migrate } from '../prisma/migrate'
import { keepDisciplines, loadSeed, readSeedFiles } from '../prisma/seed/load'
import { createUser } from '../server/accounts/users'
import type { Settings } from '../server/env'

/** Migrations, and the first record in an empty database. */
export async function loadFirstRecord(url: string): Promise<void> {
  const applied = await migrate(url, undefined, (name) => console.log(`  migration ${name}`))
  if (applied > 0) console.log(`✔ The database is up to date (${applied} applied)`)
  const db = createClient(url, 2)
  try {
    if ((await db.athlete.count()) > 0) return await keepDisciplines(db)
    console.log('• Loading the first record …')
    const rows = await loadSeed(db, await readSeedFiles())
    console.log(`✔ Loaded ${rows} rows`)
  } finally {
    await db.$disconnect()
  }
}

/**
 * Migrations, the first record in an empty database, and the first admin.
 *
 * @returns the admin's address and password when one was made with a generated password, to be shown once; else null.
 */
export async function prepareRecord(
  url: string,
  settings: Settings,
): Promise<{ email: string; password: string } | null> {
  await loadFirstRecord(url)
  const db = createClient(url, 2)
  try {
    if ((await db.user.count({ where: { role: 'ADMIN' } })) > 0) return null
    const email = settings.PALMARES_ADMIN_EMAIL ?? 'admin@palmares.localhost'
    const password = settings.PALMARES_ADMIN_PASSWORD ?? randomBytes(12).toString('base64url')
    await createUser(db, { email, name: 'Admin', role: 'ADMIN', password })
    console.log(`✔ Made the first admin, ${email}`)
    return settings.PALMARES_ADMIN_PASSWORD ? null : { email, password }
  } finally {
    await db.$disconnect()
  }
}
