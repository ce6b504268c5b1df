/**
 * The HTTP request that is being answered. What is here holds under `next start`, `next dev` and the edge alike, because
 * Node itself announces each request before any handler sees it: the door, the address of the client, and a status of
 * the page's own, which Next does not offer.
 */
import { AsyncLocalStorage } from 'node:async_hooks'
import { subscribe } from 'node:diagnostics_channel'
import type { IncomingMessage, Server, ServerResponse } from 'node:http'
import { boundConnections, guardServer } from '@/edge/door'
import { clientAddress } from './accounts/network'
import { DOOR_RULES } from './door'
import { proxyHops } from './env'

// On the process, because Next bundles the instrumentation and the pages apart.
const state = globalThis as { palmaresResponses?: AsyncLocalStorage<ServerResponse> }

/** Called once, before the server listens. */
export function followRequests(): void {
  if (state.palmaresResponses) return
  const responses = new AsyncLocalStorage<ServerResponse>()
  state.palmaresResponses = responses
  const hops = proxyHops(process.env)
  subscribe('http.server.request.start', (message) => {
    const { request, response, server } = message as {
      request: IncomingMessage
      response: ServerResponse
      server: Server
    }
    if (isPublicServer(server)) {
      boundConnections(server)
      guardServer(server, DOOR_RULES)
    }
    // From here on the header has one address, the client's: limits and counts go by it (accounts/network.ts).
    const forwarded = String(request.headers['x-forwarded-for'] ?? '')
    request.headers['x-forwarded-for'] = clientAddress(forwarded, request.socket.remoteAddress, hops)
    responses.enterWith(response)
  })
}

/** Whether a server can be reached from elsewhere; the edge asks Next for pages on a Unix socket. */
function isPublicServer(server: Server): boolean {
  return typeof server.address() === 'object'
}

/**
 * Gives the page that is being rendered a status. Next itself has only "found" and "not found", the latter with a page
 * that cannot say why.
 */
export function setStatus(status: 404 | 410): void {
  const response = state.palmaresResponses?.getStore()
  if (response && !response.headersSent) response.statusCode = status
}
