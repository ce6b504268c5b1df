import { safePath } from '@/server/accounts/session'
import { leaveForOidc } from '@/server/accounts/sign-in'

/** Leads to the provider of OpenID Connect. A link and no form: it leads to another site. */
export async function GET(request: Request): Promise<Response> {
  const next = new URL(request.url).searchParams.get('next') ?? undefined
  const location = await leaveForOidc(safePath(next))
  return location ? new Response(null, { status: 303, headers: { location } }) : new Response(null, { status: 404 })
}
