/** The pages of one athlete: the overview, and those on which each part of the record is shown whole. */

export const ATHLETE_PAGES = ['overview', 'results', 'bests', 'biography', 'sources', 'history'] as const
export type AthletePage = (typeof ATHLETE_PAGES)[number]

/** @param query "" or, where the record is read as it stood, "?asOf=2024-08-01". */
export function athleteAddress(slug: string, page: AthletePage, query = ''): string {
  return page === 'overview' ? `/athletes/${slug}${query}` : `/athletes/${slug}/${page}${query}`
}

/** The row of a result in the list of all. */
export function resultRowAddress(slug: string, resultId: string, query = ''): string {
  return `${athleteAddress(slug, 'results', query)}#r-${resultId}`
}
