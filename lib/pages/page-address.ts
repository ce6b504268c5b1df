/**
 * Addresses of pages with query parameters. One page has one address: parameters come in a fixed order, and
 * empty ones, such as an empty field of a form, are left out.
 */
import type { Query } from './past'
import { SAVED } from './saved-address'

export function pageAddress(path: string, parameters: Record<string, string | number | null | undefined>): string {
  const said = Object.entries(parameters).flatMap(([name, value]): [string, string][] =>
    value === null || value === undefined || value === '' ? [] : [[name, String(value)]],
  )
  const query = new URLSearchParams(said).toString().replaceAll('%2C', ',')
  return query === '' ? path : `${path}?${query}`
}

/** The parameter's text; null where it is missing or empty. Of a repeated parameter the first value counts. */
export function parameter(query: Query, name: string): string | null {
  const [value] = [query[name]].flat()
  return value?.trim() || null
}

/** Whether the query already matches this address, so that no redirect is needed; a save may have led there. */
export function isAt(query: Query, address: string): boolean {
  const asked = Object.entries(query).flatMap(([name, value]) =>
    value === undefined || name === SAVED ? [] : [[name, value]],
  )
  const meant = [...new URLSearchParams(address.split('?')[1] ?? '')]
  return JSON.stringify(asked) === JSON.stringify(meant)
}
