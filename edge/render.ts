/** Asks the application for a public page and makes of its answer what is kept and sent. */
import { createHash } from 'node:crypto'
import type { IncomingMessage } from 'node:http'
import type { Backends } from './backends'
import { asDocument, documentPolicy } from './document'
import { Encoded } from './encodings'
import { KEEP_HEADER, NUMBER_HEADER, SUBJECTS_HEADER } from './headers'
import type { StoredPage } from './page-cache'

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

export interface Rendering {
  backends: Backends
  path: string
  /** The last change that is known here: the answer shows it. */
  number: number
  /** Sent with the request, where the page has a variant for those who have it. */
  cookie?: string
  /** The page "not found": of a thing that does not exist, Next answers with an empty body that only its runtime could fill. */
  missing?: () => Promise<StoredPage | null>
}

/** @returns null where the application failed. */
export async function render({ missing, ...asked }: Rendering): Promise<StoredPage | null> {
  const page = await ask(asked)
  const isEmpty = page?.status === 404 && page.body.plain.includes('<html id="__next_error__"')
  if (!isEmpty || !missing) return page
  const whole = await missing()
  // The words are the same for all that does not exist; whether this does may change with any change.
  return whole && { ...whole, subjects: [], number: page.number }
}

async function ask({ backends, path, number, cookie }: Omit<Rendering, 'missing'>): Promise<StoredPage | null> {
  // A fixed host: the name by which one reader reached the site must not appear in the page that others get.
  const headers = {
    host: 'localhost',
    'accept-encoding': 'identity',
    [KEEP_HEADER]: '1',
    [NUMBER_HEADER]: String(number),
    ...(cookie && { cookie }),
  }
  const answer = await backends.ask({ method: 'GET', path, headers })
  const chunks: Buffer[] = []
  for await (const chunk of answer) chunks.push(chunk)
  const status = answer.statusCode ?? 500
  if (status >= 500) return null
  // Whoever is sent on reads nothing here.
  const body = status >= 300 && status < 400 ? Buffer.alloc(0) : Buffer.concat(chunks)
  const passedOn = headersOf(answer)
  const plain = passedOn['content-type']?.startsWith('text/html') ? Buffer.from(asDocument(body.toString())) : body
  const etag = `"${createHash('sha256').update(plain).digest('base64url').slice(0, 22)}"`
  const subjects = String(answer.headers[SUBJECTS_HEADER] ?? '')
    .split(' ')
    .filter((subject) => subject !== '')
  const known = Number(answer.headers[NUMBER_HEADER]) || 0
  return { status, headers: passedOn, etag, body: new Encoded(plain), subjects, number: known }
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
