/** Addresses of merged athletes redirect. */
import 'server-only'
import type { Query } from '@/lib/pages/past'
import { followMergedThing, getSlugMergedInto } from '../merging/former-address'

/**
 * Redirects permanently from the address of a merged athlete; returns where nobody was merged.
 *
 * @param addressOf the same page of another athlete.
 */
export async function followMerged(slug: string, addressOf: (slug: string) => string, query?: Query): Promise<void> {
  await followMergedThing('athletes', slug, { addressOf, query })
}

/** The same for a route of the open data: a redirect, or null. */
export async function movedAnswer(
  request: Request,
  slug: string,
  addressOf: (slug: string) => string,
): Promise<Response | null> {
  const into = await getSlugMergedInto('athletes', slug)
  if (into === null) return null
  return new Response(null, { status: 308, headers: { location: addressOf(into) + new URL(request.url).search } })
}
