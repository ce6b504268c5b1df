/** One process of the application: Next on a Unix socket, for the edge alone. Started by scripts/serve.ts. */
import { rmSync } from 'node:fs'
import { createServer } from 'node:http'
import { join } from 'node:path'
import next from 'next'
import { NUMBER_HEADER } from '../edge/headers'
import { readSettings } from '../server/env'
import { touched } from '../server/freshness/watch'

// The maps of Next's bundles would be read at the start and kept: two hundred megabytes.
process.setSourceMapsEnabled(false)
const settings = readSettings(process.env)
const socket = process.env.PALMARES_SOCKET ?? ''

const app = next({ dev: false, dir: join(import.meta.dirname, '..'), hostname: settings.HOST, port: settings.PORT })
await app.prepare()
const handle = app.getRequestHandler()

const server = createServer((incoming, outgoing) => {
  // The edge may know of changes that another process has saved: the answer shows them.
  const known = Number(incoming.headers[NUMBER_HEADER]) || 0
  Promise.resolve(touched()?.reach(known))
    .catch(() => {})
    .then(() => handle(incoming, outgoing))
    .catch((error: unknown) => {
      console.error(error)
      outgoing.destroy()
    })
})
// The edge keeps its connections open and takes another where one is closed.
server.keepAliveTimeout = 0
server.requestTimeout = 0
server.maxRequestsPerSocket = 0
// The socket of a process that was killed is still there.
rmSync(socket, { force: true })
server.listen(socket, () => process.send?.('ready'))

let stopping = false
async function stop(): Promise<void> {
  if (stopping) return
  stopping = true
  const patience = setTimeout(() => process.exit(0), 5_000)
  await new Promise((done) => {
    server.close(done)
    server.closeIdleConnections()
  })
  await app.close()
  clearTimeout(patience)
  process.exit(0)
}
process.on('SIGTERM', stop).on('SIGINT', stop).on('disconnect', stop)
