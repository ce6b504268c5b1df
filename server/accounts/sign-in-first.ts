import { escapeHtml, plainPage } from '@/lib/pages/plain-page'

/**
 * The answer to an upload of somebody who is not signed in. No redirect: a browser follows one only when it has sent
 * the whole file.
 *
 * @param next where to go afterwards.
 */
export function signInFirst(next: string): Response {
  const address = escapeHtml(`/sign-in?next=${encodeURIComponent(next)}`)
  const page = plainPage(
    'Sign in first',
    `<p>Nothing was taken. <a href="${address}">Sign in</a>, then send it again.</p>`,
  )
  return new Response(page, {
    status: 401,
    headers: { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' },
  })
}
