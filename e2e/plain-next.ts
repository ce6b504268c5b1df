/** The production build under `next start`, with nothing in front of it, on a PostgreSQL of its own. */
import { spawn, spawnSync } from 'node:child_process'
import { createServer } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import { startCluster } from '../testing/cluster'
import { PASSWORD, USERS } from './people'
import type { Site } from './site'

/** @returns null where there is no PostgreSQL on the machine. */
export async function startPlainNext(): Promise<Site | null> {
  const cluster = await startCluster()
  if (!cluster) return null
  const url = `http://127.0.0.1:${await freePort()}`
  const { port } = new URL(url)
  const env = {
    ...process.env,
    DATABASE_URL: cluster.url,
    PALMARES_URL: url,
    PALMARES_SECRET: 'for the tests alone, nobody signs in with it',
    PALMARES_ADMIN_EMAIL: USERS.admin.email,
    PALMARES_ADMIN_PASSWORD: PASSWORD,
    NEXT_TELEMETRY_DISABLED: '1',
  }
  const prepared = spawnSync(process.execPath, ['scripts/command.mjs', 'migrate'], { env, encoding: 'utf8' })
  if (prepared.status !== 0) throw new Error(`The database could not be prepared:\n${prepared.stderr}`)
  const server = spawn(
    process.execPath,
    ['node_modules/next/dist/bin/next', 'start', '--hostname', '127.0.0.1', '--port', port],
    { env: { ...env, NODE_ENV: 'production' }, stdio: ['ignore', 'ignore', 'inherit'] },
  )
  const ended = new Promise((done) => server.on('exit', done))
  while (!(await fetch(`${url}/api/v1/athletes`).catch(() => null))) {
    if (server.exitCode !== null) throw new Error(`next start ended with ${server.exitCode}.`)
    await sleep(100)
  }
  return {
    url,
    data: '',
    run: '',
    pid: server.pid ?? 0,
    stop: async () => {
      server.kill('SIGTERM')
      await ended
      await cluster.stop()
    },
  }
}

function freePort(): Promise<number> {
  return new Promise((done) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() => done(typeof address === 'object' && address ? address.port : 0))
    })
  })
}
