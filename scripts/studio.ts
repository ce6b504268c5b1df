/** `npm run studio`: Prisma Studio on the database of `npm run dev`, which may have it open. */
import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { readSettings } from '../server/env'
import { generateClient } from './build'
import { openOrJoinDatabase } from './database'
import { DEV_FOLDER } from './dev-folder'

try {
  const settings = readSettings({ ...process.env, PALMARES_DATA: process.env.PALMARES_DATA || DEV_FOLDER })
  await generateClient()
  const database = await openOrJoinDatabase(settings)
  if (!database.isServed) {
    const { loadFirstRecord } = await import('./prepare-record')
    await loadFirstRecord(database.url)
  }
  const prisma = join(import.meta.dirname, '..', 'node_modules', '.bin', 'prisma')
  const studio = spawn(process.execPath, [prisma, 'studio', '--url', database.url, ...process.argv.slice(2)], {
    stdio: 'inherit',
    detached: true,
    env: { ...process.env, NODE_OPTIONS: '', PRISMA_HIDE_UPDATE_MESSAGE: '1', CHECKPOINT_DISABLE: '1' },
  })
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => studio.kill(signal))
  studio.on('exit', async (code, signal) => {
    await database.close()
    process.exit(code ?? (signal ? 0 : 1))
  })
} catch (error) {
  console.error(`✖ ${(error as Error).message}`)
  process.exit(1)
}
