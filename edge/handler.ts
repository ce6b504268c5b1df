/**
 * What stands between the socket and Next: public pages are answered from memory, everything else is passed on.
 */
import { createHash } from 'node:crypto'
import { type IncomingMessage, type RequestListener, request, type ServerResponse } from 'node:http'
import { promisify } from 'node:util'
import { gzip } from 'node:zlib'
import { DESK_COOKIE } from '@/server/accounts/desk-cookie'
import { isReading } from '@/server/athletes/page-reads'
import { asDocument, ownStatus } from './document'
import { PageCache, type StoredPage } from './page-cache'
import { plainPage } from './plain-page'

const zip = promisify(gzip)

/** Never answered from memory: what belongs to somebody, and files that Next serves well itself. */
const PRIVATE = /^\/(admin|sign-in|sign-out|api\/auth|_next)(\/|$)/
const FILE = /\.(?!csv$|xml$|json$)[a-z0-9]+$/

/** Addresses with any other query are answered, but not kept: nobody can fill the memory with made-up ones. */
const KNOWN_QUERY = new Set([
  ...['query', 'before', 'cursor', 'asOf', 'revision', 'page'],
  ...['sex', 'country', 'year', 'marks', 'list', 'discipline', 'letter', 'event', 'athletes', 'add'],
])

const DOCUMENT_POLICY = [
  "default-src 'self'",
  "img-src 'self' data:",
  "style-src 'self' 'unsafe-inline'",
  "script-src 'self' 'inline-speculation-rules'",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
].join('; ')

/** For when a page cannot be made, which may be because nothing else works. */
const TROUBLE = plainPage(
  'This page cannot be shown at the moment',
  '<p>The record is safe; it is the showing that failed. Try again in a minute, or go <a href="/">home</a>.</p>',
)

const API_TROUBLE = JSON.stringify({ error: 'The record cannot be read at the moment. Try again in a minute.' })

const FOREIGN = plainPage(
  'This form was sent from another site',
  '<p>Nothing was saved. If it was you who sent it, open the page here and send it again.</p>',
)

const behindProxy = process.env.PALMARES_BEHIND_PROXY === '1'

/**
 * @param application Next's own request handler.
 * @param inner the Unix socket on which the same handler listens, for renders that are to be kept.
 * @param onRead told the path of each page that a reader was given.
 */
export function edgeHandler(
  application: RequestListener,
  inner: string,
  onRead: (path: string) => void = () => {},
  cache = new PageCache(),
): RequestListener {
  return (incoming, outgoing) => {
    const address = new URL(incoming.url ?? '/', 'http://localhost')
    // Nothing has such a name, and what comes after would stumble over it.
    if (!isReadable(address.pathname)) address.pathname = incoming.url = MISSING
    // Sign-in attempts are counted by address, so only a proxy of ours may say that it is another's.
    if (!behindProxy) incoming.headers['x-forwarded-for'] = incoming.socket.remoteAddress ?? ''
    if (isForeign(incoming)) return sendPlain(outgoing, 403, FOREIGN)
    if (!isPublic(incoming, address)) return application(incoming, outgoing)

    const desk = new RegExp(`(^|;\\s*)${DESK_COOKIE}=1`).test(incoming.headers.cookie ?? '')
    const path = address.pathname + address.search
    const key = `${validFor(address.pathname)} ${desk ? 'desk' : 'read'} ${path}`
    const make = () => render(inner, path, desk)
    const answer = isKept(address) ? cache.get(key, make) : make()
    answer
      .then((page) => {
        if (!page) return sendTrouble(outgoing, address.pathname)
        send(page, incoming, outgoing)
        if (page.status === 200 && isReading(incoming, desk)) onRead(address.pathname)
      })
      .catch((error: unknown) => {
        console.error(`${path}:`, error)
        if (outgoing.headersSent) outgoing.destroy()
        else sendTrouble(outgoing, address.pathname)
      })
  }
}

/** Whether a form was sent from a page of another site: its visitor's cookie does not say that the visitor meant it. */
function isForeign({ method, headers }: IncomingMessage): boolean {
  const { origin } = headers
  if (method === 'GET' || method === 'HEAD' || origin === undefined || origin === 'null') return false
  const ours = [headers.host, behindProxy && headers['x-forwarded-host'], hostOf(process.env.PALMARES_URL)]
  const from = hostOf(origin)
  return from === undefined || !ours.includes(from)
}

function hostOf(address: string | undefined): string | undefined {
  return address !== undefined && URL.canParse(address) ? new URL(address).host : undefined
}

/** "Age today" turns at midnight, so a day's pages are that day's; what is most read may turn with the hour. */
function validFor(path: string): string {
  return new Date().toISOString().slice(0, path === '/' ? 13 : 10)
}

/** Whether a path's letters are written as they should be, and none of them is NUL. */
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
 * A day that is none, or is still to come, and a revision that is no number are answered, and forgotten; so is whatever
 * somebody typed, of which there is no end, and which would push out of the memory what others read.
 */
function isKept({ searchParams }: URL): boolean {
  if (searchParams.has('query')) return false
  const asOf = searchParams.get('asOf')
  const revision = searchParams.get('revision')
  const today = new Date().toISOString().slice(0, 10)
  if (asOf !== null && !(/^\d{4}-\d\d-\d\d$/.test(asOf) && asOf <= today)) return false
  return revision === null || /^[1-9]\d{0,8}$/.test(revision)
}

// An address that no route has: its answer is the whole "not found" page.
const MISSING = '/404'

async function render(inner: string, path: string, desk: boolean): Promise<StoredPage | null> {
  const page = await ask(inner, path, desk)
  // For a thing that is not there, Next answers with an empty body that only its runtime could fill.
  const isEmpty = page?.status === 404 && page.plain.includes('<html id="__next_error__"')
  return isEmpty ? ask(inner, MISSING, desk) : page
}

function ask(inner: string, path: string, desk: boolean): Promise<StoredPage | null> {
  return new Promise((resolve, reject) => {
    // A fixed host: what one reader's request calls the site must not stand in the page that others get.
    const headers: Record<string, string> = { host: 'localhost', 'accept-encoding': 'identity' }
    if (desk) headers.cookie = `${DESK_COOKIE}=1`
    request({ socketPath: inner, path, headers }, (answer) => {
      const chunks: Buffer[] = []
      answer.on('data', (chunk: Buffer) => chunks.push(chunk))
      answer.on('error', reject)
      answer.on('end', () => {
        const answered = answer.statusCode ?? 500
        if (answered >= 500) return resolve(null)
        const { 'content-type': contentType = 'text/html; charset=utf-8', location } = answer.headers
        const disposition = answer.headers['content-disposition']
        const fonts = fontPreloads(answer.headers.link)
        const whole = Buffer.concat(chunks)
        const html = contentType.startsWith('text/html') ? whole.toString() : null
        const status = (html === null ? null : ownStatus(html)) ?? answered
        const plain = html === null ? whole : Buffer.from(asDocument(html))
        zip(plain).then(
          (zipped) =>
            resolve({
              status,
              headers: {
                'content-type': contentType,
                ...(location && { location }),
                ...(disposition && { 'content-disposition': disposition }),
                ...(fonts && { link: fonts }),
              },
              etag: `"${createHash('sha256').update(plain).digest('base64url').slice(0, 22)}"`,
              plain,
              gzip: zipped,
            }),
          reject,
        )
      })
    })
      .on('error', reject)
      .end()
  })
}

/** Of the files that Next would have fetched early, the fonts: its scripts are not in the document. */
function fontPreloads(link: string | string[] | undefined): string {
  return String(link ?? '')
    .split(/,\s*(?=<)/)
    .filter((entry) => /\bas="?font/.test(entry))
    .join(', ')
}

function sendTrouble(outgoing: ServerResponse, path: string): void {
  outgoing.setHeader('retry-after', '10')
  if (path.startsWith('/api/')) sendPlain(outgoing, 500, API_TROUBLE, 'application/json')
  else sendPlain(outgoing, 500, TROUBLE)
}

function sendPlain(outgoing: ServerResponse, status: number, body: string, type = 'text/html'): void {
  outgoing.writeHead(status, { 'content-type': `${type}; charset=utf-8`, 'cache-control': 'no-store' }).end(body)
}

function send(page: StoredPage, incoming: IncomingMessage, outgoing: ServerResponse): void {
  const zipped = /\bgzip\b/.test(String(incoming.headers['accept-encoding'] ?? ''))
  const etag = zipped ? page.etag.replace(/"$/, '-gz"') : page.etag
  const headers: Record<string, string | number> = {
    ...page.headers,
    // A browser may keep the page but asks each time whether it still holds: a correction is seen at once.
    'cache-control': 'public, max-age=0, must-revalidate',
    vary: 'accept-encoding, cookie',
    etag,
    'content-security-policy': DOCUMENT_POLICY,
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'strict-origin-when-cross-origin',
  }
  // The past is for those who have its address, not for search engines.
  if (/[?&](asOf|revision)=/.test(incoming.url ?? '')) headers['x-robots-tag'] = 'noindex'
  if (page.headers['content-type'].startsWith('application/json')) headers['access-control-allow-origin'] = '*'
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
