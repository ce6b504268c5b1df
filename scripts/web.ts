/** The edge: the process that the public reaches. Started by scripts/serve.ts, beside those that run the application. */
import { createServer } from 'node:http'
import { Backends } from '../edge/backends'
import { boundConnections, guardServer } from '../edge/door'
import { edgeHandler } from '../edge/handler'
import { knownAddress } from '../lib/pages/known-parameters'
import { createClient } from '../prisma/client'
import { DESK_COOKIE } from '../server/accounts/desk-cookie'
import { clientNetwork } from '../server/accounts/network'
import { isReading, Reads, writeReads } from '../server/athletes/page-reads'
import { DOOR_RULES } from '../server/door'
import { proxyHops, readSettings } from '../server/env'
import { watchTouched } from '../server/freshness/watch'
import { nameClient } from '../server/request'

const settings = readSettings(process.env)
const databaseUrl = process.env.DATABASE_URL ?? ''
const db = createClient(databaseUrl, 2)
const reads = new Reads((day, counts) => writeReads(db, day, counts))
reads.start(Number(process.env.PALMARES_READS_MS) || undefined)
const backends = new Backends((process.env.PALMARES_SOCKETS ?? '').split(':'))
const edge = edgeHandler({
  backends,
  freshness: await watchTouched(db, databaseUrl),
  knownAddress,
  variantCookie: DESK_COOKIE,
  networkOf: ({ headers }) => clientNetwork(headers),
  onRead: (request, path, isDesk) => {
    if (isReading(request, isDesk)) reads.count(path, clientNetwork(request.headers))
  },
})

const hops = proxyHops(process.env)
const server = createServer((incoming, outgoing) => {
  nameClient(incoming, hops)
  edge(incoming, outgoing)
})
guardServer(server, DOOR_RULES)
boundConnections(server)
// Longer than proxies and clients keep an idle connection, so that they close it: a server that closes first resets a
// request that is just being sent.
server.keepAliveTimeout = 75_000
server.once('error', (error: NodeJS.ErrnoException) => {
  process.send?.({ failed: error.code ?? error.message })
  process.exit(1)
})
server.listen({ port: settings.PORT, host: settings.HOST }, () => process.send?.('ready'))

let stopping = false
async function stop(): Promise<void> {
  if (stopping) return
  stopping = true
  // Requests under way are finished and idle connections closed; nobody can delay the end for longer than this.
  const patience = setTimeout(() => process.exit(0), 5_000)
  await new Promise((done) => server.close(done))
  await reads.flush()
  backends.close()
  await db.$disconnect()
  clearTimeout(patience)
  process.exit(0)
}
process.on('SIGTERM', stop).on('SIGINT', stop).on('disconnect', stop)
