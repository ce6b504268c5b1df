/** A record, made in a data folder, and a site that serves a copy of one from the production build. */
import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startCluster } from '../testing/cluster'

const SERVER = ['--conditions=react-server', '--import', 'tsx']

/** Runs one of the tests' own scripts on a data folder. */
export function runScript(script: string, folder: string): void {
  const { status } = spawnSync(process.execPath, [...SERVER, script, folder], {
    stdio: 'inherit',
    env: { ...process.env, DATABASE_URL: '' },
  })
  if (status !== 0) throw new Error(`${script} has failed.`)
}

/** Makes the first record, with the people of e2e/people.ts, in a data folder or at the address of a PostgreSQL. */
export function fillRecord(where: string): void {
  runScript('e2e/make-record.ts', where)
}

/** The same in a new folder to copy from. */
export function makeRecord(): { folder: string; remove: () => void } {
  const folder = mkdtempSync(join(tmpdir(), 'palmares-record-'))
  fillRecord(folder)
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) }
}

export interface Site {
  url: string
  /** The data folder it serves, or the address of its database. */
  data: string
  /** Where its processes listen: 0.sock is the application's, behind the edge. */
  run: string
  /** Of its first process, which has started the others. */
  pid: number
  stop(): Promise<void>
}

/** Serves a copy of a record on a port of its own. What the server complains about goes to this process's stderr. */
export async function startSite(record: string): Promise<Site> {
  const data = mkdtempSync(join(tmpdir(), 'palmares-site-'))
  cpSync(record, data, { recursive: true })
  const site = await serveData(data)
  return {
    ...site,
    stop: async () => {
      await site.stop()
      rmSync(data, { recursive: true, force: true })
    },
  }
}

/** Serves a data folder, which stays. @param port any free one where it is 0. */
export async function serveData(data: string, port = 0): Promise<Site> {
  return serve({ PORT: String(port), PALMARES_DATA: data, DATABASE_URL: '' })
}

/** Serves the first record from a PostgreSQL of its own; null where there is none on the machine. */
export async function startSiteOnServer(): Promise<Site | null> {
  const cluster = await startCluster()
  if (!cluster) return null
  fillRecord(cluster.url)
  const site = await serveDatabase(cluster.url)
  return {
    ...site,
    stop: async () => {
      await site.stop()
      await cluster.stop()
    },
  }
}

/** Serves a database to which others may write, too. */
export async function serveDatabase(url: string, environment: Record<string, string> = {}): Promise<Site> {
  const data = mkdtempSync(join(tmpdir(), 'palmares-site-'))
  const site = await serve({ ...environment, PORT: '0', PALMARES_DATA: data, DATABASE_URL: url })
  return {
    ...site,
    stop: async () => {
      await site.stop()
      rmSync(data, { recursive: true, force: true })
    },
  }
}

async function serve(settings: Record<string, string>): Promise<Site> {
  const run = mkdtempSync(join(tmpdir(), 'palmares-run-'))
  const server = spawn(process.execPath, [...SERVER, 'scripts/serve.ts'], {
    env: {
      ...process.env,
      HOST: '127.0.0.1',
      PALMARES_URL: '',
      PALMARES_RUN: run,
      // A test that reads the counts of readers need not wait half a minute for them.
      PALMARES_READS_MS: '1000',
      ...settings,
    },
  })
  server.stderr.pipe(process.stderr)
  const url = await addressOf(server)
  return {
    url,
    data: settings.DATABASE_URL || (settings.PALMARES_DATA ?? ''),
    run,
    pid: server.pid ?? 0,
    stop: async () => {
      const ended = new Promise((done) => server.on('exit', done))
      server.kill('SIGTERM')
      await ended
      rmSync(run, { recursive: true, force: true })
    },
  }
}

function addressOf(server: ChildProcess): Promise<string> {
  return new Promise((done, fail) => {
    let output = ''
    server.stdout?.on('data', (data: Buffer) => {
      output += data
      const address = /Palmarès is at (\S+)/.exec(output)?.[1]
      if (address) done(address)
    })
    server.on('exit', (code) => fail(new Error(`The server ended with ${code}:\n${output}`)))
  })
}
