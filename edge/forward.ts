/** Passes a request on to the application and its answer back, as they come. */
import type { IncomingMessage, ServerResponse } from 'node:http'
import { pipeline } from 'node:stream/promises'
import { type Backends, NoAnswer } from './backends'
import { FRESH_HEADER, KEEP_HEADER, NUMBER_HEADER, SUBJECTS_HEADER } from './headers'
import type { Freshness } from './page-cache'

/** Of the connection, not of the message. */
const HOP_BY_HOP = ['connection', 'keep-alive', 'proxy-connection', 'transfer-encoding', 'upgrade', 'te', 'expect']

/**
 * @param freshness the application answers with what is known here, and what it has just saved is known here before its
 *   answer is sent on.
 * @throws NoAnswer where the application did not answer.
 */
export async function forward(
  backends: Backends,
  freshness: Freshness,
  incoming: IncomingMessage,
  outgoing: ServerResponse,
): Promise<void> {
  const abort = new AbortController()
  outgoing.once('close', () => {
    if (!outgoing.writableFinished) abort.abort()
  })
  const headers: Record<string, string | string[] | undefined> = { ...incoming.headers }
  for (const name of [...HOP_BY_HOP, KEEP_HEADER, FRESH_HEADER]) delete headers[name]
  headers[NUMBER_HEADER] = String(freshness.number)
  const { method = 'GET', url: path = '/' } = incoming
  const body = method === 'GET' || method === 'HEAD' ? undefined : incoming
  if (body && incoming.headers['content-length'] === undefined) headers['transfer-encoding'] = 'chunked'
  try {
    const answer = await backends.ask({ method, path, headers, body }, abort.signal)
    await freshness.reach(Number(answer.headers[NUMBER_HEADER]) || 0)
    for (const [name, value] of Object.entries(answer.headers)) {
      const isOwn = HOP_BY_HOP.includes(name) || name === NUMBER_HEADER || name === SUBJECTS_HEADER
      if (!isOwn && value !== undefined) outgoing.setHeader(name, value)
    }
    outgoing.writeHead(answer.statusCode ?? 502)
    await pipeline(answer, outgoing)
    if (!incoming.complete) incoming.unpipe().resume()
  } catch (error) {
    if (abort.signal.aborted) return
    throw error instanceof NoAnswer || outgoing.headersSent ? error : new NoAnswer(String(error))
  }
}
