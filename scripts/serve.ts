/** `npm start`: the record, served by the production build behind the edge. */
import { type ChildProcess, fork } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { siteUrl } from '../server/env'
import { buildIfStale } from './build'
import { runSite } from './run-site'

await runSite({
  prepare: buildIfStale,
  start: async (processes, environment, settings, admin) => {
    // The folder of the processes' sockets.
    const home = process.env.PALMARES_RUN || mkdtempSync(join(tmpdir(), 'palmares-web-'))
    process.on('exit', () => rmSync(home, { recursive: true, force: true }))
    const sockets = Array.from({ length: settings.WEB_CONCURRENCY }, (_, number) => join(home, `${number}.sock`))
    const begin = (script: string, own: Record<string, string>) => startScript(script, { ...environment, ...own })
    await Promise.all([
      ...sockets.map((socket, number) =>
        processes.run(`The application's process ${number}`, () =>
          begin('application.ts', { PALMARES_SOCKET: socket, PALMARES_WORKER: String(number) }),
        ),
      ),
      processes.run('The edge', () => begin('web.ts', { PALMARES_SOCKETS: sockets.join(':') })),
    ])
    console.log(`✔ Palmarès is at ${siteUrl(settings)}`)
    if (admin) {
      console.log(`  Sign in at /sign-in as ${admin.email} with the password ${admin.password}`)
      console.log('  (shown this once; PALMARES_ADMIN_EMAIL and PALMARES_ADMIN_PASSWORD would have set it)')
    } else {
      console.log('  Sign in at /sign-in')
    }
  },
})

/**
 * In a process group of its own: Ctrl-C then reaches it through this process, and in order. The bound on its heap, in
 * megabytes, is several times what it needs; without one, Node would let it grow with the machine's memory.
 */
function startScript(name: string, environment: NodeJS.ProcessEnv): ChildProcess {
  return fork(join(import.meta.dirname, name), {
    execArgv: ['--conditions=react-server', '--import', 'tsx', '--max-old-space-size=640'],
    detached: true,
    env: { ...environment, NODE_ENV: 'production' },
  })
}
