/**
 * Every page that a site has kept, held against the same page made anew: whatever a reader forgets to declare
 * (server/freshness) is found here, and not by a visitor.
 */
import { asDocument } from '../edge/document'
import { askInside } from './inside'
import type { Site } from './site'

const AT_ONCE = 4

export interface Opened {
  status: number
  /** Where it leads on; null where it does not. */
  location: string | null
  text: string
}

/** Opens addresses as a reader does, a few at a time. */
export async function openPages(site: Site, addresses: Iterable<string>): Promise<Map<string, Opened>> {
  return inTurns(addresses, async (address) => {
    const answer = await fetch(`${site.url}${address}`, { redirect: 'manual' })
    return { status: answer.status, location: answer.headers.get('location'), text: await answer.text() }
  })
}

/** The same pages made anew, from nothing that is in memory. */
export async function makePages(site: Site, addresses: Iterable<string>): Promise<Map<string, Opened>> {
  return inTurns(addresses, async (address) => {
    const { status, location, type, text } = await askInside(site, address, true)
    return { status, location, text: type.startsWith('text/html') ? asDocument(text) : text }
  })
}

/** The addresses whose kept page is not what would be made now, with the first difference. */
export function stalePages(kept: ReadonlyMap<string, Opened>, made: ReadonlyMap<string, Opened>): string[] {
  return [...kept].flatMap(([address, { status, location, text }]) => {
    const now = made.get(address)
    if (!now || (status === now.status && location === now.location && (status !== 200 || text === now.text))) return []
    const at = [...text].findIndex((letter, index) => letter !== now.text[index])
    const around = (whole: string) => whole.slice(Math.max(0, at - 60), at + 100)
    return [`${address}: ${status} “${around(text)}” is now ${now.status} “${around(now.text)}”`]
  })
}

async function inTurns<T>(addresses: Iterable<string>, work: (address: string) => Promise<T>): Promise<Map<string, T>> {
  const found = new Map<string, T>()
  const left = [...addresses]
  const next = async () => {
    for (let address = left.shift(); address !== undefined; address = left.shift()) {
      found.set(address, await work(address))
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, next))
  return found
}
