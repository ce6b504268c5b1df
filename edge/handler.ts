/**
 * The edge: answers public pages from memory and passes everything else to the application. It knows HTTP alone; what
 * it must know of the application, it is given.
 */
import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http'
import { plainPage } from '../lib/pages/plain-page'
import { PageCache, type StoredPage } from './page-cache'
import { MISSING, render } from './render'
import { RenderQueue, TooBusy } from './render-queue'

/** Never answered from memory: what belongs to somebody, and files that Next serves well itself. */
const PRIVATE = /^\/(account|admin|sign-in|sign-out|suggest|_next)(\/|$)/
const FILE = /\.(?!csv$|xml$|json$)[a-z0-9]+$/
/** What does not wait for its turn: editing, whose pages no stranger can have rendered, and files. */
const UNQUEUED = /^\/(admin|_next)(\/|$)/
/** A reader who takes an answer slowly does not keep others from having theirs made. */
const LONGEST_TURN_MS = 10_000

/** Addresses with any other query are answered, but not kept: nobody can fill the memory with made-up ones. */
const KNOWN_QUERY = new Set([
  ...['query', 'before', 'cursor', 'asOf', 'revision', 'page'],
  ...['sex', 'country', 'year', 'marks', 'list', 'discipline', 'letter', 'event', 'athletes', 'add'],
  ...['athlete', 'competition', 'editor', 'source', 'kind', 'thing', 'day', 'patrolled'],
  'saved',
])

/** For when a page cannot be rendered, which may be because nothing else works, or because too many wait for others. */
const TROUBLE = {
  500: plainPage(
    'This page cannot be shown at the moment',
    '<p>The record is safe; it is the showing that failed. Try again in a minute, or go <a href="/">home</a>.</p>',
  ),
  503: plainPage(
    'Too many pages are being asked for',
    '<p>The record is safe, and there is only more to do than can be done at once. Try again in a few seconds.</p>',
  ),
}

const API_TROUBLE = JSON.stringify({ error: 'The record cannot be read at the moment. Try again in a minute.' })

export interface EdgeOptions {
  /** Next's own request handler. */
  application: RequestListener
  /** The Unix socket on which the same handler listens, for renders that are kept. */
  inner: string
  /** The name of the cookie that, with the value 1, asks for the pages' other variant. */
  variantCookie: string
  /** A number that grows with every save: no page from before is served after it. */
  currentGeneration: () => number
  /** Where a request comes from: those from one place wait for each other first. */
  networkOf: (request: IncomingMessage) => string
  /** Called for each page that was found and sent. */
  onRead?: (request: IncomingMessage, path: string, isVariant: boolean) => void
}

export function edgeHandler(options: EdgeOptions): RequestListener {
  const { application, inner, currentGeneration, onRead } = options
  const cache = new PageCache(currentGeneration)
  const queue = new RenderQueue()
  const variant = new RegExp(`(^|;\\s*)${options.variantCookie}=1`)
  return (incoming, outgoing) => {
    const address = new URL(incoming.url ?? '/', 'http://localhost')
    const network = options.networkOf(incoming)
    const fail = (error: unknown) => {
      if (!(error instanceof TooBusy)) console.error(`${incoming.url}:`, error)
      if (outgoing.headersSent) outgoing.destroy()
      else sendTrouble(outgoing, address.pathname, error instanceof TooBusy ? 503 : 500)
    }
    if (!isPublic(incoming, address)) {
      if (!waitsItsTurn(incoming, address)) return application(incoming, outgoing)
      queue.run(network, () => answered(application, incoming, outgoing)).catch(fail)
      return
    }
    const isVariant = variant.test(incoming.headers.cookie ?? '')
    const cookie = isVariant ? `${options.variantCookie}=1` : undefined
    const path = address.pathname + address.search
    const keyOf = (asked: string) => `${validFor(address.pathname)} ${isVariant} ${asked}`
    // One page for all that does not exist: rendered once.
    const missing = () => cache.get(keyOf(MISSING), () => render(inner, MISSING, cookie))
    const other = path === MISSING ? undefined : missing
    const renderPage = () => queue.run(network, () => render(inner, path, cookie, other))
    const isListed = address.search === ''
    const answer = isKept(address) ? cache.get(keyOf(path), renderPage, isListed) : renderPage()
    answer
      .then((page) => {
        if (!page) return sendTrouble(outgoing, address.pathname, 500)
        send(page, incoming, outgoing, isPassing(address))
        if (page.status === 200) onRead?.(incoming, address.pathname, isVariant)
      })
      .catch(fail)
  }
}

/** Lets the application answer by itself. @returns when it has, or the reader has taken a turn's time. */
function answered(application: RequestListener, incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
  return new Promise((done) => {
    const timer = setTimeout(done, LONGEST_TURN_MS)
    const end = () => {
      clearTimeout(timer)
      done()
    }
    outgoing.once('finish', end).once('close', end)
    if (!outgoing.closed) application(incoming, outgoing)
  })
}

function waitsItsTurn({ method }: IncomingMessage, { pathname }: URL): boolean {
  return (method === 'GET' || method === 'HEAD') && !UNQUEUED.test(pathname) && !FILE.test(pathname)
}

/** "Age today" changes at midnight, so a day's pages are that day's; what is most read may change with the hour. */
function validFor(path: string): string {
  return new Date().toISOString().slice(0, path === '/' ? 13 : 10)
}

function isPublic(incoming: IncomingMessage, address: URL): boolean {
  if (incoming.method !== 'GET' && incoming.method !== 'HEAD') return false
  if (PRIVATE.test(address.pathname) || FILE.test(address.pathname)) return false
  // Next's own client asks for data, not for a document.
  if (incoming.headers.rsc !== undefined || address.searchParams.has('_rsc')) return false
  if (address.search.length > 500 || address.pathname.length > 300) return false
  return [...address.searchParams.keys()].every((name) => KNOWN_QUERY.has(name))
}

/**
 * A day that does not exist or is still to come, and a revision that is no number, are answered and not kept; nor is
 * what somebody typed, of which there is no end, and which would push out of the memory what others read.
 */
function isKept(address: URL): boolean {
  const { searchParams } = address
  if (searchParams.has('query') || isPassing(address)) return false
  const asOf = searchParams.get('asOf')
  const revision = searchParams.get('revision')
  const today = new Date().toISOString().slice(0, 10)
  if (asOf !== null && !(/^\d{4}-\d\d-\d\d$/.test(asOf) && asOf <= today)) return false
  return revision === null || /^[1-9]\d{0,8}$/.test(revision)
}

/** What a save has just led to is shown once, to one editor. */
function isPassing({ searchParams }: URL): boolean {
  return searchParams.has('saved')
}

function sendTrouble(outgoing: ServerResponse, path: string, status: keyof typeof TROUBLE): void {
  const isApi = path.startsWith('/api/')
  outgoing
    .writeHead(status, {
      'content-type': `${isApi ? 'application/json' : 'text/html'}; charset=utf-8`,
      'cache-control': 'no-store',
      'retry-after': status === 503 ? '3' : '10',
    })
    .end(isApi ? API_TROUBLE : TROUBLE[status])
}

function send(page: StoredPage, incoming: IncomingMessage, outgoing: ServerResponse, passes: boolean): void {
  const zipped = /\bgzip\b/.test(String(incoming.headers['accept-encoding'] ?? ''))
  const etag = zipped ? page.etag.replace(/"$/, '-gz"') : page.etag
  const headers: Record<string, string | number> = {
    ...page.headers,
    // A browser may keep the page but asks each time whether it is still valid: a correction is seen at once.
    'cache-control': passes ? 'no-store' : 'public, max-age=0, must-revalidate',
    vary: 'accept-encoding, cookie',
    etag,
  }
  if (page.status === 200 && incoming.headers['if-none-match'] === etag) {
    outgoing.writeHead(304, headers).end()
    return
  }
  const body = zipped ? page.gzip : page.plain
  if (zipped) headers['content-encoding'] = 'gzip'
  headers['content-length'] = body.length
  outgoing.writeHead(page.status, headers)
  outgoing.end(incoming.method === 'HEAD' ? undefined : body)
}
