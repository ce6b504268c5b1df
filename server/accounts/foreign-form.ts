import { plainPage } from '@/lib/pages/plain-page'
import { proxyHops } from '../env'

const FOREIGN = plainPage(
  'This form was sent from another site',
  '<p>Nothing was saved. If it was you who sent it, open the page here and send it again.</p>',
)

/**
 * The refusal of a form that was sent from a page of another site: its visitor's cookie does not prove that the visitor
 * meant it. Null for every other request, also for one of a program that says nothing of where it comes from: without
 * a browser there is nobody whose cookie it could use.
 */
export function refuseForeignForm({ method, headers }: Pick<Request, 'method' | 'headers'>): Response | null {
  if (method === 'GET' || method === 'HEAD' || !isForeign(headers)) return null
  return new Response(FOREIGN, {
    status: 403,
    headers: { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' },
  })
}

function isForeign(headers: Headers): boolean {
  // Written by the browser alone; another application on a neighbouring host ("same-site") is another site.
  const site = headers.get('sec-fetch-site')
  if (site === 'cross-site' || site === 'same-site') return true
  const origin = headers.get('origin')
  if (origin === null) return false
  // A page in a sandbox, a file, or the end of a chain of redirects: whose form it is cannot be known.
  if (origin === 'null') return hasCookieOfOurs(headers)
  return !isOwn(origin, headers)
}

function isOwn(origin: string, headers: Headers): boolean {
  if (!URL.canParse(origin)) return false
  const { protocol, host } = new URL(origin)
  const site = addressOf(process.env.PALMARES_URL)
  // Whoever can write into an unencrypted page of our host must not be able to send its forms to the encrypted one.
  if (site?.protocol === 'https:' && protocol !== 'https:') return false
  const forwardedHost = proxyHops(process.env) > 0 ? headers.get('x-forwarded-host') : null
  return [headers.get('host'), forwardedHost, site?.host].includes(host)
}

function hasCookieOfOurs(headers: Headers): boolean {
  return /(^|;\s*)(__\w+-)?(authjs|palmares)[.-]/.test(headers.get('cookie') ?? '')
}

function addressOf(text: string | undefined): URL | undefined {
  return text !== undefined && URL.canParse(text) ? new URL(text) : undefined
}
