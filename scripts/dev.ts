/**
 * `npm run dev`: the same record under `next dev`, which shows each change of a page or a style without a build. The
 * embedded database is one of its own, with an admin whose password everybody knows.
 */
import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { createClient } from '../prisma/client'
import { checkPassword } from '../server/accounts/users'
import { readSettings, type Settings, siteUrl } from '../server/env'
import { DEV_FOLDER } from './dev-folder'
import { type NewAdmin, runSite } from './run-site'

const KNOWN = { email: 'admin@palmares.localhost', password: 'palmares-dev' }

const isEmbedded = !process.env.DATABASE_URL

await runSite({
  settings: (environment) =>
    readSettings({
      ...environment,
      PALMARES_DATA: environment.PALMARES_DATA || DEV_FOLDER,
      // A database elsewhere may be reachable by others: its admin gets a password that nobody can guess.
      ...(isEmbedded && {
        PALMARES_ADMIN_EMAIL: environment.PALMARES_ADMIN_EMAIL || KNOWN.email,
        PALMARES_ADMIN_PASSWORD: environment.PALMARES_ADMIN_PASSWORD || KNOWN.password,
      }),
    }),
  start: async (processes, environment, settings, admin) => {
    const next = join(import.meta.dirname, '..', 'node_modules', 'next', 'dist', 'bin', 'next')
    const address = ['--hostname', settings.HOST, '--port', String(settings.PORT)]
    void processes.run('The development server', () =>
      spawn(process.execPath, [next, 'dev', ...address], {
        detached: true,
        stdio: 'inherit',
        env: { ...environment, NODE_ENV: 'development', NODE_OPTIONS: '', NEXT_TELEMETRY_DISABLED: '1' },
      }),
    )
    await announce(settings, environment.DATABASE_URL ?? '', admin)
  },
})

/** Says where and how to sign in, once the first page has been compiled. */
async function announce(settings: Settings, databaseUrl: string, admin: NewAdmin): Promise<void> {
  const url = siteUrl(settings)
  const local = `http://${settings.HOST.includes(':') ? `[${settings.HOST}]` : settings.HOST}:${settings.PORT}`
  while (!(await fetch(`${local}/sign-in`).catch(() => null))) await sleep(200)
  console.log(`✔ Palmarès is at ${url}`)
  console.log(`  ${await howToSignIn(databaseUrl, admin)}`)
}

async function howToSignIn(databaseUrl: string, admin: NewAdmin): Promise<string> {
  if (admin) return `Sign in at /sign-in as ${admin.email} with the password ${admin.password} (shown this once)`
  const db = createClient(databaseUrl, 1)
  try {
    const { email, password } = KNOWN
    const isKnown = await checkPassword(db, email, password)
    return `Sign in at /sign-in${isKnown ? ` as ${email} with the password ${password}` : ''}`
  } finally {
    await db.$disconnect()
  }
}
