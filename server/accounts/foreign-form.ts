import { plainPage } from '@/lib/pages/plain-page'

const FOREIGN = plainPage(
  'This form was sent from another site',
  '<p>Nothing was saved. If it was you who sent it, open the page here and send it again.</p>',
)

/**
 * The refusal of a form that was sent from a page of another site: its visitor's cookie does not prove that the visitor
 * meant it. Null for every other request.
 */
export function refuseForeignForm({ method, headers }: Pick<Request, 'method' | 'headers'>): Response | null {
  const origin = headers.get('origin')
  if (method === 'GET' || method === 'HEAD' || origin === null || origin === 'null') return null
  const isBehindProxy = process.env.PALMARES_BEHIND_PROXY === '1'
  const own = [headers.get('host'), isBehindProxy && headers.get('x-forwarded-host'), hostOf(process.env.PALMARES_URL)]
  const from = hostOf(origin)
  if (from !== undefined && own.includes(from)) return null
  return new Response(FOREIGN, {
    status: 403,
    headers: { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' },
  })
}

function hostOf(address: string | undefined): string | undefined {
  return address !== undefined && URL.canParse(address) ? new URL(address).host : undefined
}
