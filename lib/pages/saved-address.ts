/** The address to which a save leads: the public place that shows it, with the number of the save as a parameter. */

/** The parameter, which only changes what editors see: no page is kept with it, and none is another page for it. */
export const SAVED = 'saved'
/** The header in which proxy.ts gives the number to app/(site)/layout.tsx, where an editor asks. */
export const SAVED_HEADER = 'x-saved'

/** @param place a path, with the place in the page after its #. */
export function savedAddress(place: string, changeSet: number): string {
  const [, page = '', fragment = ''] = /^([^#]*)(#.*)?$/.exec(place) ?? []
  return `${page}${page.includes('?') ? '&' : '?'}${SAVED}=${changeSet}${fragment}`
}

/** The number in an address; null where there is none, or one that no save can have. */
export function savedNumber(parameters: URLSearchParams): string | null {
  const number = parameters.get(SAVED)
  return number !== null && /^[1-9]\d{0,8}$/.test(number) ? number : null
}
