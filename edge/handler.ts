/**
 * The edge: answers public pages from memory and passes everything else to the application. It knows HTTP alone; what
 * it must know of the application, it is given.
 */
import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http'
import { plainPage } from '../lib/pages/plain-page'
import type { Backends } from './backends'
import { encodingFor } from './encodings'
import { forward } from './forward'
import { type Freshness, PageCache, type StoredPage } from './page-cache'
import { MISSING, render } from './render'
import { AT_ONCE_EACH, BOUNDS, RenderQueue, TooBusy } from './render-queue'

/** Never answered from memory: what belongs to somebody, and files that Next serves well itself. */
const PRIVATE = /^\/(account|admin|sign-in|sign-out|suggest|_next)(\/|$)/
const FILE = /\.(?!csv$|xml$|json$)[a-z0-9]+$/
/** What does not wait for its turn: editing, whose pages no stranger can have rendered, and files. */
const UNQUEUED = /^\/(admin|_next)(\/|$)/

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

/** What was sent may have arrived: nobody should send it again without looking. */
const UNKNOWN_OUTCOME = plainPage(
  'The answer to what you sent was lost',
  '<p>It may have been saved. Look at the page you changed before you send it again, or go <a href="/">home</a>.</p>',
)

const API_TROUBLE = JSON.stringify({ error: 'The record cannot be read at the moment. Try again in a minute.' })

export interface EdgeOptions {
  backends: Backends
  freshness: Freshness
  /** What an address asks for, without what means nothing, and whether the answer may be kept. */
  knownAddress: (path: string, parameters: URLSearchParams, today: string) => { address: string; isKept: boolean }
  /** The name of the cookie that, with the value 1, asks for the pages' other variant. */
  variantCookie: string
  /** Where a request comes from: those from one place wait for each other first. */
  networkOf: (request: IncomingMessage) => string
  /** Called for each page that was found and sent. */
  onRead?: (request: IncomingMessage, path: string, isVariant: boolean) => void
}

export function edgeHandler(options: EdgeOptions): RequestListener {
  const { backends, freshness, knownAddress, onRead } = options
  const cache = new PageCache(freshness)
  const queue = new RenderQueue({ ...BOUNDS, atOnce: AT_ONCE_EACH * backends.count })
  const variant = new RegExp(`(^|;\\s*)${options.variantCookie}=1`)
  return (incoming, outgoing) => {
    const asked = new URL(incoming.url ?? '/', 'http://localhost')
    const { pathname } = asked
    const network = options.networkOf(incoming)
    const fail = (error: unknown) => {
      if (!(error instanceof TooBusy)) console.error(`${incoming.url}:`, error)
      if (outgoing.headersSent) outgoing.destroy()
      else sendTrouble(incoming, outgoing, error instanceof TooBusy ? 503 : 500)
    }
    if (!isPublic(incoming, asked)) {
      const answer = () => forward(backends, freshness, incoming, outgoing)
      inItsTurn(queue, { incoming, asked, network }, answer).catch(fail)
      return
    }
    const { address, isKept } = knownAddress(pathname, asked.searchParams, new Date().toISOString().slice(0, 10))
    const isVariant = variant.test(incoming.headers.cookie ?? '')
    const cookie = isVariant ? `${options.variantCookie}=1` : undefined
    const keyOf = (path: string) => `${validFor(pathname)} ${isVariant} ${path}`
    const renderNow = (path: string, missing?: () => Promise<StoredPage | null>) =>
      render({ backends, path, number: freshness.number, cookie, missing })
    // One page for all that does not exist: rendered once.
    const missing = () => cache.get(keyOf(MISSING), () => renderNow(MISSING))
    const renderPage = () => queue.run(network, () => renderNow(address, address === MISSING ? undefined : missing))
    const answer = isKept ? cache.get(keyOf(address), renderPage, address === pathname) : renderPage()
    answer
      .then(async (page) => {
        if (!page) return sendTrouble(incoming, outgoing, 500)
        await send(page, incoming, outgoing, isKept)
        if (page.status === 200) onRead?.(incoming, pathname, isVariant)
      })
      .catch(fail)
  }
}

/** What is saved comes before every page that waits; editing and files wait for none. */
function inItsTurn(
  queue: RenderQueue,
  { incoming: { method }, asked: { pathname }, network }: { incoming: IncomingMessage; asked: URL; network: string },
  answer: () => Promise<void>,
): Promise<void> {
  if (method !== 'GET' && method !== 'HEAD') return queue.runAhead(answer)
  return UNQUEUED.test(pathname) || FILE.test(pathname) ? answer() : queue.run(network, answer)
}

/** "Age today" changes at midnight, so a day's pages are that day's; what is most read may change with the hour. */
function validFor(path: string): string {
  return new Date().toISOString().slice(0, path === '/' ? 13 : 10)
}

function isPublic(incoming: IncomingMessage, { pathname, search, searchParams }: URL): boolean {
  if (incoming.method !== 'GET' && incoming.method !== 'HEAD') return false
  if (PRIVATE.test(pathname) || FILE.test(pathname)) return false
  // Next's own client asks for data, not for a document.
  if (incoming.headers.rsc !== undefined || searchParams.has('_rsc')) return false
  return search.length <= 4_000 && pathname.length <= 300
}

function sendTrouble(incoming: IncomingMessage, outgoing: ServerResponse, status: 500 | 503): void {
  const isApi = incoming.url?.startsWith('/api/') === true
  const isReading = incoming.method === 'GET' || incoming.method === 'HEAD'
  const page = isReading ? TROUBLE[status] : UNKNOWN_OUTCOME
  outgoing
    .writeHead(status, {
      'content-type': `${isApi ? 'application/json' : 'text/html'}; charset=utf-8`,
      'cache-control': 'no-store',
      'retry-after': status === 503 ? '3' : '10',
    })
    .end(isApi ? API_TROUBLE : page)
}

/** @param isShared whether others get the same answer. */
async function send(
  page: StoredPage,
  incoming: IncomingMessage,
  outgoing: ServerResponse,
  isShared: boolean,
): Promise<void> {
  const encoding = encodingFor(String(incoming.headers['accept-encoding'] ?? ''))
  const etag = encoding ? page.etag.replace(/"$/, `-${encoding}"`) : page.etag
  const headers: Record<string, string | number> = {
    ...page.headers,
    // A browser may keep the page but asks each time whether it is still valid: a correction is seen at once.
    'cache-control': isShared ? 'public, max-age=0, must-revalidate' : 'no-store',
    vary: 'accept-encoding, cookie',
    etag,
  }
  if (page.status === 200 && incoming.headers['if-none-match'] === etag) {
    outgoing.writeHead(304, headers).end()
    return
  }
  const body = await page.body.as(encoding)
  if (encoding) headers['content-encoding'] = encoding
  headers['content-length'] = body.length
  outgoing.writeHead(page.status, headers)
  outgoing.end(incoming.method === 'HEAD' ? undefined : body)
}
