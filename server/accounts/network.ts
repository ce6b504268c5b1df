/**
 * From which network a request comes: what limits and counts go by. One household or office has one IPv4 address, and
 * any number of IPv6 addresses in one /64.
 */
import type { IncomingHttpHeaders } from 'node:http'
import { isIP } from 'node:net'

export const UNKNOWN_NETWORK = 'unknown'

/**
 * The address of the client, as the outermost proxy of ours saw it.
 *
 * @param forwarded the header X-Forwarded-For: each proxy adds on the right whom it was asked by; what stands further
 *   left than our own proxies was written by the client, who may write anything.
 * @param socket the address at the other end of the connection.
 * @param hops how many proxies of ours stand before the application.
 */
export function clientAddress(forwarded: string | undefined, socket: string | undefined, hops: number): string {
  const named = (forwarded ?? '').split(',').map((address) => address.trim())
  const path = [...named.filter((address) => address !== ''), socket ?? '']
  return path[Math.max(0, path.length - 1 - hops)] ?? ''
}

/** @returns an IPv4 address, the first half of an IPv6 address ("2001:db8:0:1::/64"), or "unknown". */
export function networkOf(address: string): string {
  const plain = address
    .trim()
    .replace(/^\[|\](:\d+)?$/g, '')
    .replace(/%.*$/, '')
  const kind = isIP(plain)
  if (kind === 4) return plain
  if (kind !== 6) return /^[\d.]+:\d+$/.test(plain) ? networkOf(plain.replace(/:\d+$/, '')) : UNKNOWN_NETWORK
  const groups = groupsOf(plain)
  const mapped = mappedAddress(groups)
  return (
    mapped ??
    `${groups
      .slice(0, 4)
      .map((group) => group.toString(16))
      .join(':')}::/64`
  )
}

/**
 * The network of the client of this request.
 *
 * @param headers of a request that has passed `followRequests`, which leaves in X-Forwarded-For the client's address alone.
 */
export function clientNetwork(headers: Headers | IncomingHttpHeaders): string {
  const address = headers instanceof Headers ? headers.get('x-forwarded-for') : headers['x-forwarded-for']
  return networkOf(String(address ?? ''))
}

/** The eight numbers of an IPv6 address. */
function groupsOf(address: string): number[] {
  // An address is written in the same way as every other program writes it, without dots, by the parser of URLs.
  const [head = '', tail] = new URL(`http://[${address}]`).hostname.slice(1, -1).split('::')
  const read = (part: string) => (part === '' ? [] : part.split(':').map((group) => Number.parseInt(group, 16)))
  const [first, last] = [read(head), read(tail ?? '')]
  return [...first, ...Array<number>(8 - first.length - last.length).fill(0), ...last]
}

/** The IPv4 address that an IPv6 address stands for (::ffff:192.0.2.1); null where it stands for none. */
function mappedAddress(groups: readonly number[]): string | null {
  const [high = 0, low = 0] = groups.slice(6)
  const isMapped = groups.slice(0, 5).every((group) => group === 0) && groups[5] === 0xffff
  return isMapped ? [high >> 8, high & 255, low >> 8, low & 255].join('.') : null
}
