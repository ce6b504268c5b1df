/** Asks the application for a public page and makes of its answer what is kept and sent. */
import { createHash } from 'node:crypto'
import { type IncomingMessage, request } from 'node:http'
import { promisify } from 'node:util'
import { gzip } from 'node:zlib'
import { asDocument, documentPolicy } from './document'
import type { StoredPage } from './page-cache'

const zip = promisify(gzip)

/** An address that no route has: its answer is the whole "not found" page. */
export const MISSING = '/404'

/** The application's headers that are sent on; the edge writes those about caching itself. */
const PASSED_ON = [
  'content-type',
  'content-disposition',
  'location',
  'content-security-policy',
  'x-robots-tag',
  'access-control-allow-origin',
]

/**
 * Renders a page.
 *
 * @param inner the Unix socket on which the application listens.
 * @param cookie sent with the request, where the page has a variant for those who have it.
 * @param missing the page "not found": of a thing that does not exist, Next answers with an empty body that only its
 *   runtime could fill.
 * @returns null where the application failed.
 */
export async function render(
  inner: string,
  path: string,
  cookie?: string,
  missing?: () => Promise<StoredPage | null>,
): Promise<StoredPage | null> {
  const page = await ask(inner, path, cookie)
  const isEmpty = page?.status === 404 && page.plain.includes('<html id="__next_error__"')
  return isEmpty && missing ? missing() : page
}

async function ask(inner: string, path: string, cookie?: string): Promise<StoredPage | null> {
  // A fixed host: the name by which one reader reached the site must not appear in the page that others get.
  const headers = { host: 'localhost', 'accept-encoding': 'identity', ...(cookie && { cookie }) }
  const answer = await new Promise<IncomingMessage>((resolve, reject) => {
    request({ socketPath: inner, path, headers }, resolve).on('error', reject).end()
  })
  const chunks: Buffer[] = []
  for await (const chunk of answer) chunks.push(chunk)
  const status = answer.statusCode ?? 500
  if (status >= 500) return null
  const body = Buffer.concat(chunks)
  const passedOn = headersOf(answer)
  const plain = passedOn['content-type']?.startsWith('text/html') ? Buffer.from(asDocument(body.toString())) : body
  const etag = `"${createHash('sha256').update(plain).digest('base64url').slice(0, 22)}"`
  return { status, headers: passedOn, etag, plain, gzip: await zip(plain) }
}

function headersOf({ headers }: IncomingMessage): Record<string, string> {
  const passedOn: Record<string, string> = { 'content-type': 'text/html; charset=utf-8' }
  for (const name of PASSED_ON) {
    const value = headers[name]
    if (typeof value === 'string') passedOn[name] = value
  }
  const policy = passedOn['content-security-policy']
  if (policy) passedOn['content-security-policy'] = documentPolicy(policy)
  const fonts = fontPreloads(headers.link)
  if (fonts) passedOn.link = fonts
  return passedOn
}

/** Of the files that Next would have fetched early, the fonts: its scripts are not in the document. */
function fontPreloads(link: string | string[] | undefined): string {
  return String(link ?? '')
    .split(/,\s*(?=<)/)
    .filter((entry) => /\bas="?font/.test(entry))
    .join(', ')
}
