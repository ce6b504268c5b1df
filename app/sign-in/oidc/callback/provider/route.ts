import { safePath } from '@/server/accounts/session'
import { returnFromOidc } from '@/server/accounts/sign-in'

/** Where the provider of OpenID Connect leads back to. */
export async function GET(request: Request): Promise<Response> {
  const { outcome, next } = await returnFromOidc(new URL(request.url).search)
  const path = safePath(next)
  const location = {
    'signed-in': path,
    'second-step': `/sign-in/second?next=${encodeURIComponent(path)}`,
    refused: '/sign-in?problem=oidc',
  }[outcome]
  return new Response(null, { status: 303, headers: { location } })
}
