/**
 * `npm run user -- …`: accounts, for the operator of the machine, who may be locked out. What it prints on stdout is the
 * answer; everything else goes to stderr.
 */
import { readSettings } from '../server/env'
import { generateClient } from './build'
import type { Db } from './user-commands'

const USAGE = `npm run user -- list
npm run user -- add EMAIL NAME [contributor|editor|admin]   makes an account, an editor's where nothing else is said
npm run user -- password EMAIL [--without-factors]          sets a new password; removes the second factors too
npm run user -- role EMAIL contributor|editor|admin
npm run user -- close EMAIL                                 closes it for good; what was contributed stays`

console.log = console.error

try {
  await generateClient()
  const { openOrJoinDatabase } = await import('./database')
  const database = await openOrJoinDatabase(readSettings(process.env))
  try {
    await work(database)
  } finally {
    await database.close()
  }
} catch (error) {
  console.error(`✖ ${(error as Error).message}`)
  process.exitCode = 1
}

async function work({ url, isServed }: { url: string; isServed: boolean }): Promise<void> {
  const { migrate } = await import('../prisma/migrate')
  const { createClient } = await import('../prisma/client')
  if (!isServed) await migrate(url)
  const db = createClient(url, 2)
  try {
    process.stdout.write(`${await answer(db, process.argv.slice(2))}\n`)
  } finally {
    await db.$disconnect()
  }
}

async function answer(db: Db, [command, ...given]: string[]): Promise<string> {
  const commands = await import('./user-commands')
  const withoutFactors = given.includes('--without-factors')
  const [email = '', second = '', third = 'editor'] = given.filter((word) => !word.startsWith('--'))
  if (command === 'list') return commands.listUsers(db)
  if (command === 'add' && email && second) return commands.addUser(db, { email, name: second, role: third })
  if (command === 'password' && email) return commands.givePassword(db, email, withoutFactors)
  if (command === 'role' && email && second) return commands.giveRole(db, email, second)
  if (command === 'close' && email) return commands.closeUser(db, email)
  throw new Error(`That is not enough to go by:\n${USAGE}`)
}
