/** `npm start`: the record, served by the production build behind the edge. */
import { fork } from 'node:child_process'
import { join } from 'node:path'
import { siteUrl } from '../server/env'
import { buildIfStale } from './build'
import { runSite } from './run-site'

await runSite({
  prepare: buildIfStale,
  start: (environment, settings, admin) => {
    const web = fork(join(import.meta.dirname, 'web.ts'), {
      execArgv: ['--import', 'tsx'],
      detached: true,
      env: { ...environment, NODE_ENV: 'production' },
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
    return web
  },
})
