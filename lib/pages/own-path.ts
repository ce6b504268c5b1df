/** Where somebody is sent after signing in. */

const DESK = '/admin'
const HERE = 'http://here.invalid'
/** What is no page to arrive at: addresses for programs, and those that sign in or out. */
const NO_PAGE = /^\/(api|_next|sign-in|sign-out)(\/|$)/

/**
 * The path, where it leads to a page of this site as a browser would read it (which takes "\\" for "/", skips tabs, and
 * shortens "/.//elsewhere" to "//elsewhere", another site); else the desk.
 *
 * @param next anything: it comes from the address that somebody followed.
 */
export function safePath(next: string | undefined): string {
  if (!next?.startsWith('/') || !URL.canParse(next, HERE)) return DESK
  const { origin, pathname, search } = new URL(next, HERE)
  const path = pathname + search
  // Read a second time, as the browser will read what it is sent to.
  if (origin !== HERE || !URL.canParse(path, HERE) || new URL(path, HERE).origin !== HERE) return DESK
  return isPage(pathname) ? path : DESK
}

function isPage(pathname: string): boolean {
  try {
    return !NO_PAGE.test(decodeURIComponent(pathname))
  } catch {
    return false
  }
}
