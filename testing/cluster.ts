/** A throw-away PostgreSQL, where its programs are on the machine. */
import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { Client } from 'pg'
import { migrate } from '@/prisma/migrate'

export interface Cluster {
  /** The address of its database `postgres`. */
  url: string
  stop: () => Promise<void>
}

/** A cluster of its own, with a migrated database `base`, gone when it is stopped; null where there is no PostgreSQL. */
export async function startCluster(): Promise<Cluster | null> {
  const bin = postgresPrograms()
  if (!bin) return null
  const home = mkdtempSync(join(tmpdir(), 'palmares-pg-'))
  // PostgreSQL refuses to run as root; "nobody" will do for a cluster that lives for a minute.
  const as = process.getuid?.() === 0 ? { uid: 65534, gid: 65534 } : {}
  if (as.uid) chownSync(home, as.uid, as.gid)
  const data = join(home, 'data')
  const made = spawnSync(
    join(bin, 'initdb'),
    ['-D', data, '-U', 'postgres', '--auth=trust', '-E', 'UTF8', '--locale=C'],
    as,
  )
  if (made.status !== 0) throw new Error(`initdb: ${made.stderr}`)
  const server: ChildProcess = spawn(
    join(bin, 'postgres'),
    ['-D', data, '-k', home, '-c', 'listen_addresses=', '-c', 'fsync=off'],
    { ...as, stdio: 'ignore' },
  )
  // A run that ends before its time leaves no server behind.
  const killServer = () => server.kill('SIGKILL')
  process.once('exit', killServer)
  const url = `postgresql://postgres@localhost/postgres?host=${encodeURIComponent(home)}`
  const admin = await connectSoon(url)
  await admin.query('CREATE DATABASE base')
  await admin.end()
  await migrate(databaseUrl(url, 'base'))
  return {
    url,
    stop: async () => {
      process.off('exit', killServer)
      const ended = new Promise((done) => server.on('exit', done))
      server.kill('SIGINT')
      await ended
      rmSync(home, { recursive: true, force: true })
    },
  }
}

/** The address of another database of the same cluster. */
export function databaseUrl(clusterUrl: string, database: string): string {
  return clusterUrl.replace('/postgres?', `/${database}?`)
}

function postgresPrograms(): string | null {
  const debian = '/usr/lib/postgresql'
  const folders = existsSync(debian) ? readdirSync(debian).sort((a, b) => Number(b) - Number(a)) : []
  const places = [...folders.map((version) => join(debian, version, 'bin')), ...(process.env.PATH ?? '').split(':')]
  return places.find((place) => existsSync(join(place, 'initdb')) && existsSync(join(place, 'postgres'))) ?? null
}

async function connectSoon(url: string): Promise<Client> {
  for (let attempt = 0; ; attempt++) {
    const client = new Client({ connectionString: url })
    try {
      await client.connect()
      return client
    } catch (error) {
      if (attempt === 100) throw error
      await sleep(100)
    }
  }
}
