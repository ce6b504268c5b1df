/**
 * From the settings to a served record: opens the database, brings it up to date, fills an empty one, builds what is
 * stale, starts the web process, and takes all of it down again in order.
 */
import { type ChildProcess, fork } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { readSettings, type Settings, siteUrl } from '../server/env'
import { buildIfStale, generateClient } from './build'
import { openDatabase } from './database'

let settings: Settings
try {
  settings = readSettings(process.env)
  settings.PORT = await freePort(settings)
  await generateClient()
  await serve()
} catch (error) {
  console.error(`✖ ${(error as Error).message}`)
  process.exit(1)
}

async function serve(): Promise<void> {
  let web: ChildProcess | undefined
  let asked = false
  const database = await openDatabase(settings)
  const end = async (code: number): Promise<never> => {
    await database.close()
    process.exit(code)
  }
  const stop = () => {
    if (!asked) console.log('\n• Stopping …')
    asked = true
    if (web) web.kill('SIGTERM')
    else void end(0)
  }
  process.on('SIGINT', stop).on('SIGTERM', stop).on('SIGHUP', stop)

  try {
    const { prepareRecord } = await import('./prepare-record')
    const admin = await prepareRecord(database.url, settings)
    await buildIfStale()
    if (asked) return await end(0)

    web = fork(join(import.meta.dirname, 'web.ts'), {
      execArgv: ['--import', 'tsx'],
      // Its own group: Ctrl-C reaches it through here, after this process knows, and in order.
      detached: true,
      env: {
        ...process.env,
        NODE_ENV: 'production',
        PORT: String(settings.PORT),
        HOST: settings.HOST,
        DATABASE_URL: database.url,
        PALMARES_SECRET: settings.PALMARES_SECRET ?? keptSecret(settings.PALMARES_DATA),
        PALMARES_URL: siteUrl(settings),
      },
    })
    web.on('message', (message: 'ready' | { failed: string }) => {
      if (message !== 'ready') return console.error(`✖ The web process could not listen: ${message.failed}`)
      console.log(`✔ Palmarès is at ${siteUrl(settings)}`)
      if (admin) {
        console.log(`  Sign in at /sign-in as ${admin.email} with the password ${admin.password}`)
        console.log('  (shown this once; PALMARES_ADMIN_EMAIL and PALMARES_ADMIN_PASSWORD would have set it)')
      } else {
        console.log('  Sign in at /sign-in')
      }
    })
    web.on('exit', (code) => {
      if (!asked) console.error('✖ The web process ended by itself.')
      void end(asked ? 0 : code || 1)
    })
  } catch (error) {
    console.error(`✖ ${(error as Error).message}`)
    await end(1)
  }
}

/** The key that signs sessions, made once and kept beside the data. */
function keptSecret(folder: string): string {
  const path = join(folder, 'secret')
  if (!existsSync(path)) {
    mkdirSync(folder, { recursive: true })
    writeFileSync(path, randomBytes(48).toString('base64url'), { mode: 0o600, flag: 'wx' })
  }
  return readFileSync(path, 'utf8')
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
