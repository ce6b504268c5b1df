/** The web process: Next behind the edge. Started by scripts/serve.ts, which owns the database. */
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer, type RequestListener, type Server } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import next from 'next'
import { boundConnections } from '../edge/door'
import { edgeHandler } from '../edge/handler'
import { createClient } from '../prisma/client'
import { DESK_COOKIE } from '../server/accounts/desk-cookie'
import { clientNetwork } from '../server/accounts/network'
import { isReading, Reads, writeReads } from '../server/athletes/page-reads'
import { readSettings } from '../server/env'
import { currentGeneration } from '../server/history/generation'

const settings = readSettings(process.env)
const home = mkdtempSync(join(tmpdir(), 'palmares-web-'))
const innerSocket = join(home, 'next.sock')

const app = next({ dev: false, dir: join(import.meta.dirname, '..'), hostname: settings.HOST, port: settings.PORT })
await app.prepare()
const handle = app.getRequestHandler()
const application: RequestListener = (incoming, outgoing) => {
  handle(incoming, outgoing).catch((error: unknown) => {
    console.error(error)
    outgoing.destroy()
  })
}

const inner = await listen(createServer(application), { path: innerSocket })
const db = createClient(process.env.DATABASE_URL ?? '', 1)
const reads = new Reads((day, counts) => writeReads(db, day, counts))
reads.start(Number(process.env.PALMARES_READS_MS) || undefined)
const edge = edgeHandler({
  application,
  inner: innerSocket,
  variantCookie: DESK_COOKIE,
  currentGeneration,
  networkOf: ({ headers }) => clientNetwork(headers),
  onRead: (request, path, isDesk) => {
    if (isReading(request, isDesk)) reads.count(path, clientNetwork(request.headers))
  },
})
// The door before it (edge/door.ts) is put there with the first request, as before every server: server/request.ts.
const outer = await listen(createServer(edge), { port: settings.PORT, host: settings.HOST })
process.send?.('ready')

let stopping = false
async function stop(): Promise<void> {
  if (stopping) return
  stopping = true
  // Requests under way are finished and idle connections closed; nobody can delay the end for longer than this.
  const patience = setTimeout(() => process.exit(0), 5_000)
  await Promise.all([outer, inner].map((server) => new Promise((done) => server.close(done))))
  await reads.flush()
  await Promise.all([app.close(), db.$disconnect()])
  clearTimeout(patience)
  rmSync(home, { recursive: true, force: true })
  process.exit(0)
}
process.on('SIGTERM', stop).on('SIGINT', stop).on('disconnect', stop)

function listen(server: Server, where: { path: string } | { port: number; host: string }): Promise<Server> {
  return new Promise((done) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      process.send?.({ failed: error.code ?? error.message })
      process.exit(1)
    })
    // Longer than proxies and clients keep an idle connection, so that they close it: a server that closes first resets
    // a request that is just being sent.
    server.keepAliveTimeout = 75_000
    boundConnections(server)
    server.listen(where, () => done(server))
  })
}
