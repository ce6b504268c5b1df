/** The request header in which `proxy.ts` passes on which page is asked for: a layout does not know it otherwise. */
export const PAGE_HEADER = 'x-page'

/** Where a visitor says what is wrong on a page. @param page its path; none for the site as a whole. */
export function suggestAddress(page: string | null): string {
  return page === null ? '/suggest' : `/suggest?page=${encodeURIComponent(page)}`
}
