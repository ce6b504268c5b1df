/**
 * `npm run migrate`: brings the database of the settings up to date, as `npm start` does before it serves: migrations,
 * the first record in an empty one, the first admin.
 */
import { readSettings } from '../server/env'
import { generateClient } from './build'
import { openDatabase } from './database'

try {
  const settings = readSettings(process.env)
  await generateClient()
  const database = await openDatabase(settings)
  try {
    const { prepareRecord } = await import('./prepare-record')
    const admin = await prepareRecord(database.url, settings)
    if (admin) console.log(`  Sign in as ${admin.email} with the password ${admin.password} (shown this once)`)
    console.log('✔ The database is up to date')
  } finally {
    await database.close()
  }
} catch (error) {
  console.error(`✖ ${(error as Error).message}`)
  process.exitCode = 1
}
