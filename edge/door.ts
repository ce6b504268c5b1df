/**
 * What holds for every request before any handler sees it: that its target is an address, that its body is no larger
 * than its address takes and arrives in time, and that its answer has the site's headers. It knows HTTP alone.
 */
import type { IncomingMessage, RequestListener, Server, ServerResponse } from 'node:http'
import type { Duplex } from 'node:stream'
import { plainPage } from '../lib/pages/plain-page'

export interface DoorRules {
  /** The most bytes that a body sent to this path may have. */
  bodyBound: (path: string) => number
  /** The headers of every answer, where its handler does not set them itself. */
  headers: (path: string) => Record<string, string>
  /** Whether a connection may be taken over for another protocol, as Next's development server does. */
  takesUpgrades: boolean
}

type Refusal = keyof typeof REFUSALS

const REFUSALS = {
  400: ['This is no address', 'What was asked for is no address of a page. Go <a href="/">home</a>.'],
  405: ['This cannot be done here', 'Pages of this site can be read, and forms sent to them. Go <a href="/">home</a>.'],
  408: ['It took too long', 'What was sent did not arrive in time, and nothing was saved. Try again.'],
  413: [
    'That is too much',
    'More was sent than this page takes, and nothing was saved. Go back, and send less at a time.',
  ],
  500: ['This page cannot be shown at the moment', 'Something went wrong on our side. Try again in a minute.'],
} as const

const METHODS = ['GET', 'HEAD', 'POST', 'OPTIONS']
/** A body of up to so many bytes arrives within two minutes even by a slow telephone; a larger one is a file. */
const SMALL_BODY = 2 * 1024 * 1024
const SMALL_BODY_MS = 120_000
/** How long what is still being sent is read and thrown away, so that the client sees the answer. */
const LINGER_MS = 3_000

/** The same listener, behind the door. */
export function door(listener: RequestListener, rules: DoorRules): RequestListener {
  return (request, response) => {
    // Without a listener, a write after the answer has ended would end the process.
    response.on('error', () => {})
    if (request.url === '*') return void response.writeHead(204, { allow: METHODS.join(', ') }).end()
    const path = readTarget(request)
    addHeaders(response, rules.headers(path ?? '/'))
    if (path === null) return refuse(request, response, 400)
    if (!METHODS.includes(request.method ?? '')) return refuse(request, response, 405)
    const bound = rules.bodyBound(path)
    if (Number(request.headers['content-length'] ?? 0) > bound) return refuse(request, response, 413)
    watchBody(request, response, bound)
    if (/^100-continue$/i.test(request.headers.expect ?? '')) response.writeContinue()
    try {
      const handled: unknown = listener(request, response)
      if (handled instanceof Promise) handled.catch((error: unknown) => fail(request, response, error))
    } catch (error) {
      fail(request, response, error)
    }
  }
}

const guarded = new WeakSet<Server>()

/** Puts all handlers of a server behind the door. A second call changes nothing. */
export function guardServer(server: Server, rules: DoorRules): void {
  if (guarded.has(server)) return
  guarded.add(server)
  const handlers = server.listeners('request') as RequestListener[]
  server.removeAllListeners('request')
  for (const handler of handlers) server.on('request', door(handler, rules))
  // Node would ask for the body itself, before the door has looked at its length.
  server.on('checkContinue', (request, response) => server.emit('request', request, response))
  if (!rules.takesUpgrades) server.prependListener('upgrade', refuseUpgrade)
}

/** Next answers no upgrade in production, and would leave the connection open, where no time limit of a request ends it. */
function refuseUpgrade(_: IncomingMessage, socket: Duplex): void {
  socket.on('error', () => {})
  socket.end('HTTP/1.1 400 Bad Request\r\nConnection: close\r\nContent-Length: 0\r\n\r\n', () => socket.destroy())
}

/** Bounds what connections may cost: their number, the requests of each, and the time that a request may take to arrive. */
export function boundConnections(server: Server): void {
  server.maxConnections = 2_000
  server.maxRequestsPerSocket = 1_000
  server.headersTimeout = 30_000
  // A list of 200 MB by a slow line.
  server.requestTimeout = 20 * 60_000
}

/**
 * The path that a request asks for, undecoded. What is asked for in the form of proxies ("GET http://host/path") is cut
 * to it, also for those who come after. Null where the target is no address: URL and router would throw on it.
 */
function readTarget(request: IncomingMessage): string | null {
  const target = request.url ?? ''
  const whole = /^https?:\/\//i.test(target) && URL.canParse(target) ? new URL(target) : null
  if (whole) request.url = whole.pathname + whole.search
  const [path = ''] = (request.url ?? '').split('?')
  // A database text cannot hold a NUL, and nothing has a name with one.
  const isAddress = /^\/(?![/\\])/.test(path) && !/%00|\0/.test(request.url ?? '') && isDecodable(path)
  return isAddress ? path : null
}

function isDecodable(path: string): boolean {
  try {
    decodeURIComponent(path)
    return true
  } catch {
    return false
  }
}

/** Adds headers at the last moment: a handler that finds one there already would leave its own out. */
function addHeaders(response: ServerResponse, headers: Record<string, string>): void {
  const writeHead = response.writeHead
  response.writeHead = ((...args: Parameters<typeof writeHead>) => {
    for (const [name, value] of Object.entries(headers)) if (!response.hasHeader(name)) response.setHeader(name, value)
    response.writeHead = writeHead
    return writeHead.apply(response, args)
  }) as typeof writeHead
}

/** Refuses a body that grows beyond the bound or takes too long, and one that nobody wants once the answer is sent. */
function watchBody(request: IncomingMessage, response: ServerResponse, bound: number): void {
  const push = request.push
  let bytes = 0
  let isRefused = false
  const stop = (status: Refusal) => {
    if (isRefused || request.complete || request.destroyed) return
    isRefused = true
    if (response.headersSent) request.destroy()
    else refuse(request, response, status)
  }
  request.push = (chunk: Uint8Array | null, ...rest) => {
    bytes += chunk?.length ?? 0
    if (bytes > bound) stop(413)
    // What follows is neither kept nor handed on; the handler sees the connection end.
    return isRefused && chunk !== null ? true : push.call(request, chunk, ...rest)
  }
  const isSmall = bound <= SMALL_BODY
  const tooSlow = isSmall ? setTimeout(() => stop(408), SMALL_BODY_MS).unref() : undefined
  response.once('close', () => clearTimeout(tooSlow))
  response.once('finish', () => {
    if (!request.complete) linger(request)
  })
}

/** Answers in place of the handlers, at once, and ends the connection where a body is still on its way. */
function refuse(request: IncomingMessage, response: ServerResponse, status: Refusal): void {
  const [title, words] = REFUSALS[status]
  const body = plainPage(title, `<p>${words}</p>`)
  const isSending = !request.complete && hasBody(request)
  response.writeHead(status, {
    'content-type': 'text/html; charset=utf-8',
    'content-length': Buffer.byteLength(body),
    'cache-control': 'no-store',
    ...(isSending && { connection: 'close' }),
    ...(status === 405 && { allow: METHODS.join(', ') }),
  })
  if (!isSending) return void response.end(body)
  // Ended only later: a connection that is closed while its client still sends loses the answer.
  response.write(request.method === 'HEAD' ? '' : body)
  linger(request, () => response.end())
}

function hasBody({ headers }: IncomingMessage): boolean {
  return headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) > 0
}

/** Reads on for a moment without keeping anything, then ends the connection. */
function linger(request: IncomingMessage, end: () => void = () => {}): void {
  const timer = setTimeout(() => {
    end()
    request.destroy()
  }, LINGER_MS)
  const finish = () => {
    clearTimeout(timer)
    end()
  }
  request.removeAllListeners('data').removeAllListeners('readable')
  request.once('end', finish).once('close', finish).on('error', finish).resume()
}

function fail(request: IncomingMessage, response: ServerResponse, error: unknown): void {
  console.error(error)
  if (response.headersSent) response.destroy()
  else refuse(request, response, 500)
}
