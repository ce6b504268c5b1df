/** Addresses of merged athletes redirect. */
import 'server-only'
import { permanentRedirect } from 'next/navigation'
import type { Query } from '@/lib/pages/past'
import { getMergedInto } from './merged'

/**
 * Redirects permanently from the address of a merged athlete; returns where nobody was merged.
 *
 * @param addressOf the same page of another athlete.
 */
export async function followMerged(
  slug: string,
  addressOf: (slug: string) => string,
  query: Query = {},
): Promise<void> {
  const into = await getMergedInto(slug)
  if (into === null) return
  const said = Object.entries(query).flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : []))
  permanentRedirect(said.length > 0 ? `${addressOf(into)}?${new URLSearchParams(said)}` : addressOf(into))
}

/** The same for a route of the open data: a redirect, or null. */
export async function movedAnswer(
  request: Request,
  slug: string,
  addressOf: (slug: string) => string,
): Promise<Response | null> {
  const into = await getMergedInto(slug)
  if (into === null) return null
  return new Response(null, { status: 308, headers: { location: addressOf(into) + new URL(request.url).search } })
}
