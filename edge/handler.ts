/**
 * The edge: answers public pages from memory and passes everything else to the application. It knows HTTP alone; what
 * it must know of the application, it is given.
 */
import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http'
import { plainPage } from '../lib/pages/plain-page'
import { PageCache, type StoredPage } from './page-cache'
import { MISSING, render } from './render'

/** Never answered from memory: what belongs to somebody, and files that Next serves well itself. */
const PRIVATE = /^\/(admin|sign-in|sign-out|api\/auth|_next)(\/|$)/
const FILE = /\.(?!csv$|xml$|json$)[a-z0-9]+$/

/** Addresses with any other query are answered, but not kept: nobody can fill the memory with made-up ones. */
const KNOWN_QUERY = new Set([
  ...['query', 'before', 'cursor', 'asOf', 'revision', 'page'],
  ...['sex', 'country', 'year', 'marks', 'list', 'discipline', 'letter', 'event', 'athletes', 'add'],
])

/** For when a page cannot be rendered, which may be because nothing else works. */
const TROUBLE = plainPage(
  'This page cannot be shown at the moment',
  '<p>The record is safe; it is the showing that failed. Try again in a minute, or go <a href="/">home</a>.</p>',
)

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
  /** Called for each page that was found and sent. */
  onRead?: (request: IncomingMessage, path: string, isVariant: boolean) => void
}

export function edgeHandler(options: EdgeOptions): RequestListener {
  const { application, inner, currentGeneration, onRead } = options
  const cache = new PageCache(currentGeneration)
  const variant = new RegExp(`(^|;\\s*)${options.variantCookie}=1`)
  return (incoming, outgoing) => {
    const address = new URL(incoming.url ?? '/', 'http://localhost')
    // Nothing has such a name, and the application would fail on it.
    if (!isReadable(address.pathname)) address.pathname = incoming.url = MISSING
    if (!isPublic(incoming, address)) return application(incoming, outgoing)

    const isVariant = variant.test(incoming.headers.cookie ?? '')
    const path = address.pathname + address.search
    const key = `${validFor(address.pathname)} ${isVariant} ${path}`
    const renderPage = () => render(inner, path, isVariant ? `${options.variantCookie}=1` : undefined)
    const answer = isKept(address) ? cache.get(key, renderPage) : renderPage()
    answer
      .then((page) => {
        if (!page) return sendTrouble(outgoing, address.pathname)
        send(page, incoming, outgoing)
        if (page.status === 200) onRead?.(incoming, address.pathname, isVariant)
      })
      .catch((error: unknown) => {
        console.error(`${path}:`, error)
        if (outgoing.headersSent) outgoing.destroy()
        else sendTrouble(outgoing, address.pathname)
      })
  }
}

/** "Age today" changes at midnight, so a day's pages are that day's; what is most read may change with the hour. */
function validFor(path: string): string {
  return new Date().toISOString().slice(0, path === '/' ? 13 : 10)
}

/** Whether a path is correctly encoded and contains no NUL. */
function isReadable(path: string): boolean {
  try {
    return !decodeURIComponent(path).includes('\0')
  } catch {
    return false
  }
}

function isPublic(incoming: IncomingMessage, address: URL): boolean {
  if (incoming.method !== 'GET' && incoming.method !== 'HEAD') return false
  if (PRIVATE.test(address.pathname) || FILE.test(address.pathname)) return false
  // Next's own client asks for data, not for a document.
  if (incoming.headers.rsc !== undefined || address.searchParams.has('_rsc')) return false
  if (address.search.length > 500) return false
  return [...address.searchParams.keys()].every((name) => KNOWN_QUERY.has(name))
}

/**
 * A day that does not exist or is still to come, and a revision that is no number, are answered and not kept; nor is
 * what somebody typed, of which there is no end, and which would push out of the memory what others read.
 */
function isKept({ searchParams }: URL): boolean {
  if (searchParams.has('query')) return false
  const asOf = searchParams.get('asOf')
  const revision = searchParams.get('revision')
  const today = new Date().toISOString().slice(0, 10)
  if (asOf !== null && !(/^\d{4}-\d\d-\d\d$/.test(asOf) && asOf <= today)) return false
  return revision === null || /^[1-9]\d{0,8}$/.test(revision)
}

function sendTrouble(outgoing: ServerResponse, path: string): void {
  const isApi = path.startsWith('/api/')
  outgoing
    .writeHead(500, {
      'content-type': `${isApi ? 'application/json' : 'text/html'}; charset=utf-8`,
      'cache-control': 'no-store',
      'retry-after': '10',
    })
    .end(isApi ? API_TROUBLE : TROUBLE)
}

function send(page: StoredPage, incoming: IncomingMessage, outgoing: ServerResponse): void {
  const zipped = /\bgzip\b/.test(String(incoming.headers['accept-encoding'] ?? ''))
  const etag = zipped ? page.etag.replace(/"$/, '-gz"') : page.etag
  const headers: Record<string, string | number> = {
    ...page.headers,
    // A browser may keep the page but asks each time whether it is still valid: a correction is seen at once.
    'cache-control': 'public, max-age=0, must-revalidate',
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
