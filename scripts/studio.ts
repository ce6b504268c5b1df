/** `npm run studio`: Prisma Studio on the database of `npm run dev`, which may have it open. */
import { spawn } from 'node:child_process'
import { type AddressInfo, connect, createServer } from 'node:net'
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
  const studio = spawn(
    process.execPath,
    [prisma, 'studio', '--url', await reachableUrl(database.url), ...process.argv.slice(2)],
    {
      stdio: 'inherit',
      detached: true,
      env: { ...process.env, NODE_OPTIONS: '', PRISMA_HIDE_UPDATE_MESSAGE: '1', CHECKPOINT_DISABLE: '1' },
    },
  )
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => studio.kill(signal))
  studio.on('exit', async (code, signal) => {
    await database.close()
    process.exit(code ?? (signal ? 0 : 1))
  })
} catch (error) {
  console.error(`✖ ${(error as Error).message}`)
  process.exit(1)
}

/**
 * Studio's own driver knows no Unix sockets: while it runs, the embedded database is reachable through a port of this
 * machine alone.
 */
async function reachableUrl(url: string): Promise<string> {
  const folder = new URL(url).searchParams.get('host')
  if (folder === null) return url
  const server = createServer((client) => {
    const socket = connect(join(folder, '.s.PGSQL.5432'))
    client.pipe(socket).pipe(client)
    client.on('error', () => socket.destroy())
    socket.on('error', () => client.destroy())
  })
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  const { port } = server.address() as AddressInfo
  return `postgresql://postgres@127.0.0.1:${port}/postgres?sslmode=disable`
}
