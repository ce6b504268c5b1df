import { closeSession } from '@/server/accounts/session'

/** A plain form's address and no action, so that the public page it leads to is loaded whole. */
export async function POST(): Promise<Response> {
  await closeSession()
  return new Response(null, { status: 303, headers: { location: '/' } })
}
