/** Which athletes a page compares: /compare?athletes=a,b,c. */
import { pageAddress, parameter } from './page-address'
import type { Query } from './past'

export const MOST_COMPARED = 3

export interface Compared {
  /** Each once, in the order of the address; at most the first three. */
  slugs: string[]
  /** Named more than once. */
  twice: string[]
  /** Beyond the third. */
  tooMany: string[]
}

export function parseCompared(query: Query): Compared {
  const named = (parameter(query, 'athletes') ?? '')
    .toLowerCase()
    .split(',')
    .map((slug) => slug.trim())
    .filter((slug) => /^[a-z0-9-]{1,100}$/.test(slug))
  const each = [...new Set(named)]
  return {
    slugs: each.slice(0, MOST_COMPARED),
    twice: each.filter((slug) => named.indexOf(slug) !== named.lastIndexOf(slug)),
    tooMany: each.slice(MOST_COMPARED),
  }
}

export function compareAddress(slugs: readonly string[], add: string | null = null): string {
  return pageAddress('/compare', { athletes: slugs.join(','), add })
}
