/** A site on one database: from the settings to a served record, and down again in order. */
import { randomBytes } from 'node:crypto'
import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { readSettings, type Settings, siteUrl } from '../server/env'
import { generateClient } from './build'
import { openDatabase } from './database'
import { Processes } from './processes'

/** The first admin, where it has just been made with a generated password. */
export type NewAdmin = { email: string; password: string } | null

export interface Serving {
  /** The settings that this way of serving starts from. */
  settings?: (environment: NodeJS.ProcessEnv) => Settings
  /** What must be done before the first process can start. */
  prepare?: () => Promise<void>
  /**
   * Starts the processes that serve the site; returns when it is served.
   *
   * @param environment what they need to know: where to listen, the database, the secret.
   */
  start: (processes: Processes, environment: NodeJS.ProcessEnv, settings: Settings, admin: NewAdmin) => Promise<void>
}

/** Serves the record until this process is told to stop. Errors are one line, and end the process. */
export async function runSite({ settings: read = readSettings, prepare, start }: Serving): Promise<void> {
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

async function serve(settings: Settings, { prepare, start }: Serving): Promise<void> {
  let isStopping = false
  const database = await openDatabase(settings)
  const end = async (code: number): Promise<never> => {
    await processes.stop()
    await database.close()
    process.exit(code)
  }
  const processes = new Processes((why) => {
    console.error(`✖ ${why}`)
    void end(1)
  })
  const stop = () => {
    if (isStopping) return
    isStopping = true
    console.log('\n• Stopping …')
    void end(0)
  }
  process.on('SIGINT', stop).on('SIGTERM', stop).on('SIGHUP', stop)

  try {
    const { prepareRecord } = await import('./prepare-record')
    const admin = await prepareRecord(database.url, settings)
    await prepare?.()
    if (isStopping) return
    await start(processes, webEnvironment(settings, database.url), settings, admin)
  } catch (error) {
    if (isStopping) return
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
