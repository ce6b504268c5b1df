/** What holds for every request, whatever stands in front of it: foreign and broken forms, content security. */
import { randomBytes } from 'node:crypto'
import { type NextRequest, NextResponse } from 'next/server'
import { SAVED_HEADER, savedNumber } from '@/lib/pages/saved-address'
import { PAGE_HEADER } from '@/lib/pages/suggest-address'
import { DESK_COOKIE } from '@/server/accounts/desk-cookie'
import { refuseForeignForm } from '@/server/accounts/foreign-form'
import { refuseBrokenForm } from '@/server/broken-form'

// React's development build explains errors with the help of eval.
const DEVELOPMENT = process.env.NODE_ENV === 'development' ? " 'unsafe-eval'" : ''

/** Scripts are files of ours, or inline with the nonce that Next reads here and gives to its own. */
function contentPolicy(nonce: string): string {
  return [
    "default-src 'self'",
    "img-src 'self' data:",
    "style-src 'self' 'unsafe-inline'",
    `script-src 'self' 'nonce-${nonce}' 'inline-speculation-rules'${DEVELOPMENT}`,
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join('; ')
}

export async function proxy(request: NextRequest): Promise<Response> {
  const refusal = refuseForeignForm(request) ?? (await refuseBrokenForm(request))
  if (refusal) return refusal
  const nonce = randomBytes(16).toString('base64')
  const policy = contentPolicy(nonce)
  const headers = new Headers(request.headers)
  headers.set('content-security-policy', policy)
  headers.set('x-nonce', nonce)
  headers.set(PAGE_HEADER, request.nextUrl.pathname)
  const saved = request.cookies.get(DESK_COOKIE)?.value === '1' && savedNumber(request.nextUrl.searchParams)
  if (saved) headers.set(SAVED_HEADER, saved)
  else headers.delete(SAVED_HEADER)
  const response = NextResponse.next({ request: { headers } })
  response.headers.set('content-security-policy', policy)
  return response
}

export const config = {
  // Next would hold an upload in memory for the proxy, and cut it off at 10 MB: those routes refuse foreign forms
  // themselves. Its own files, our modules and pictures, which have a stricter policy, are no documents.
  matcher: '/((?!_next/|admin/(?:import|photos)/upload$|photos/|[a-z-]+\\.mjs$).*)',
}
