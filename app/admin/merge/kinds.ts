/** Where the things that can be merged are read, and where they are merged. */

import { MERGED_KINDS, type MergedKind } from '@/lib/record/thing-merge'

export const PUBLIC_PATH: Record<MergedKind, string> = {
  competition: '/competitions',
  series: '/series',
  source: '/sources',
}

/** The address at which a thing is merged with another; null where such things are not. */
export function mergeAddress(kind: string, slug: unknown): string | null {
  const known = MERGED_KINDS.find((merged) => merged === kind)
  return known && typeof slug === 'string' ? `/admin${PUBLIC_PATH[known]}/${slug}/merge` : null
}
