/**
 * The HTTP request that is being answered. What is here holds under `next start`, `next dev` and the edge alike, because
 * Node itself announces each request before any handler sees it: the door, the address of the client, a status of the
 * page's own, which Next does not offer, and for whoever keeps the answer, what it shows.
 */
import { AsyncLocalStorage } from 'node:async_hooks'
import { subscribe } from 'node:diagnostics_channel'
import type { IncomingMessage, Server, ServerResponse } from 'node:http'
import { boundConnections, guardServer } from '@/edge/door'
import { FRESH_HEADER, KEEP_HEADER } from '@/edge/headers'
import { clientAddress } from './accounts/network'
import { DOOR_RULES } from './door'
import { proxyHops } from './env'
import { holdAnswer, tellNumber } from './freshness/answer'

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
      nameClient(request, hops)
    } else {
      // The edge asks: it has passed the door, and knows the client.
      tellNumber(response)
      if (request.headers[KEEP_HEADER] !== undefined) holdAnswer(response, request.headers[FRESH_HEADER] !== undefined)
    }
    responses.enterWith(response)
  })
}

/** Leaves in X-Forwarded-For one address, the client's: limits and counts go by it (accounts/network.ts). */
export function nameClient(request: IncomingMessage, hops: number): void {
  const forwarded = String(request.headers['x-forwarded-for'] ?? '')
  request.headers['x-forwarded-for'] = clientAddress(forwarded, request.socket.remoteAddress, hops)
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
