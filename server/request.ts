/**
 * The HTTP request that is being answered, for the two things that Next does not offer: a status of the page's own, and
 * the address of the client. Both hold under `next start`, `next dev` and the edge alike, because Node itself announces
 * each request before any handler sees it.
 */
import { AsyncLocalStorage } from 'node:async_hooks'
import { subscribe } from 'node:diagnostics_channel'
import type { IncomingMessage, ServerResponse } from 'node:http'

// On the process, because Next bundles the instrumentation and the pages apart.
const state = globalThis as { palmaresResponses?: AsyncLocalStorage<ServerResponse> }

/** Called once, before the server listens. */
export function followRequests(): void {
  if (state.palmaresResponses) return
  const responses = new AsyncLocalStorage<ServerResponse>()
  state.palmaresResponses = responses
  const isBehindProxy = process.env.PALMARES_BEHIND_PROXY === '1'
  subscribe('http.server.request.start', (message) => {
    const { request, response } = message as { request: IncomingMessage; response: ServerResponse }
    // Sign-in attempts are counted by address, so only a proxy of ours may name another address than the socket's.
    if (!isBehindProxy) request.headers['x-forwarded-for'] = request.socket.remoteAddress ?? ''
    responses.enterWith(response)
  })
}

/**
 * Gives the page that is being rendered a status. Next itself has only "found" and "not found", the latter with a page
 * that cannot say why.
 */
export function setStatus(status: 404 | 410): void {
  const response = state.palmaresResponses?.getStore()
  if (response && !response.headersSent) response.statusCode = status
}
