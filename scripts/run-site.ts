/** One web process on one database: from the settings to a served record, and down again in order. */
import type { ChildProcess } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { readSettings, type Settings, siteUrl } from '../server/env'
import { generateClient } from './build'
import { openDatabase } from './database'

/** The first admin, where it has just been made with a generated password. */
export type NewAdmin = { email: string; password: string } | null

export interface WebProcess {
  /** The settings that this way of serving starts from. */
  settings?: (environment: NodeJS.ProcessEnv) => Settings
  /** What must be done before the process can start. */
  prepare?: () => Promise<void>
  /**
   * Starts the process in a process group of its own: Ctrl-C then reaches it through here, and in order.
   *
   * @param environment what it needs to know: where it listens, the database, the secret.
   */
  start: (environment: NodeJS.ProcessEnv, settings: Settings, admin: NewAdmin) => ChildProcess
}

/** Serves the record until this process is told to stop. Errors are one line, and end the process. */
export async function runSite({ settings: read = readSettings, prepare, start }: WebProcess): Promise<void> {
  try {
    const settings = read(process.env)
    settings.PORT = await freePort(settings)
    await generateClient()
    await serve(settings, { prepare, start })
  } catch (error) {
    console.error(`✖ ${(error as Error).message}`)
    process.exit(1)
  }
}

async function serve(settings: Settings, { prepare, start }: WebProcess): Promise<void> {
  let web: ChildProcess | undefined
  let isStopping = false
  const database = await openDatabase(settings)
  const end = async (code: number): Promise<never> => {
    await database.close()
    process.exit(code)
  }
  const stop = () => {
    if (!isStopping) console.log('\n• Stopping …')
    isStopping = true
    if (web) web.kill('SIGTERM')
    else void end(0)
  }
  process.on('SIGINT', stop).on('SIGTERM', stop).on('SIGHUP', stop)

  try {
    const { prepareRecord } = await import('./prepare-record')
    const admin = await prepareRecord(database.url, settings)
    await prepare?.()
    if (isStopping) return await end(0)
    web = start(webEnvironment(settings, database.url), settings, admin)
    web.on('exit', (code) => {
      if (!isStopping) console.error('✖ The web process ended by itself.')
      void end(isStopping ? 0 : code || 1)
    })
  } catch (error) {
    console.error(`✖ ${(error as Error).message}`)
    await end(1)
  }
}

function webEnvironment(settings: Settings, databaseUrl: string): NodeJS.ProcessEnv {
  return {
    ...process.env,
    PORT: String(settings.PORT),
    HOST: settings.HOST,
    DATABASE_URL: databaseUrl,
    PALMARES_SECRET: settings.PALMARES_SECRET ?? storedSecret(settings.PALMARES_DATA),
    PALMARES_URL: siteUrl(settings),
  }
}

/**
 * The key that signs sessions, made once and kept beside the data, for the owner of the folder alone: also where a
 * backup has put it back with the rights of any file. Several, with commas between them, where it has been replaced.
 */
export function storedSecret(folder: string): string {
  const path = join(folder, 'secret')
  if (!existsSync(path)) {
    mkdirSync(folder, { recursive: true })
    writeFileSync(path, randomBytes(48).toString('base64url'), { mode: 0o600, flag: 'wx' })
  }
  chmodSync(path, 0o600)
  return readFileSync(path, 'utf8').trim()
}

/** The port that was asked for, if it is free; any free one where 0 was. */
function freePort({ PORT, HOST }: Settings): Promise<number> {
  return new Promise((done, refuse) => {
    const probe = createServer()
    probe.once('error', (error: NodeJS.ErrnoException) =>
      refuse(
        new Error(
          error.code === 'EADDRINUSE'
            ? `Port ${PORT} is in use. Choose another: PORT=${PORT + 1} npm start`
            : `Cannot listen on ${HOST}:${PORT}: ${error.message}`,
        ),
      ),
    )
    probe.listen(PORT, HOST, () => {
      const address = probe.address()
      probe.close(() => done(typeof address === 'object' && address ? address.port : PORT))
    })
  })
}
