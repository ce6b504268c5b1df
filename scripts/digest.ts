/**
 * `npm run digest`: mails what changed in what people watch to those who asked for it, where SMTP_URL is set. The server
 * does so by itself once a day; this is for an operator who would rather have it done by a timer of the machine.
 */
import { readSettings } from '../server/env'
import { generateClient } from './build'

console.log = console.error

try {
  if (!process.env.SMTP_URL) throw new Error('SMTP_URL is not set, so no mail can be sent.')
  await generateClient()
  const { openOrJoinDatabase } = await import('./database')
  const database = await openOrJoinDatabase(readSettings(process.env))
  try {
    await mail(database)
  } finally {
    await database.close()
  }
} catch (error) {
  console.error(`✖ ${(error as Error).message}`)
  process.exitCode = 1
}

async function mail({ url, isServed }: { url: string; isServed: boolean }): Promise<void> {
  const { migrate } = await import('../prisma/migrate')
  const { createClient } = await import('../prisma/client')
  const { mailDigests } = await import('../server/watching/mailing')
  if (!isServed) await migrate(url)
  const db = createClient(url, 2)
  try {
    console.log(`✔ Sent ${await mailDigests(db)}`)
  } finally {
    await db.$disconnect()
  }
}
