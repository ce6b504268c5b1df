/** From where a request comes, as far as an account page and the audit log say so. */
import Bowser from 'bowser'
import { clientNetwork, UNKNOWN_NETWORK } from './network'

export interface Visit {
  /** The part of the network: "203.0.113.0/24"; no whole address is kept. Null where it is not known. */
  network: string | null
  /** "Firefox on Windows"; null for a command on the machine itself. */
  device: string | null
}

/** For what is done by a command, and not through the web. */
export const ON_THE_MACHINE: Visit = { network: null, device: null }

export function visitOf(headers: Headers): Visit {
  return { network: networkPrefix(clientNetwork(headers)), device: deviceName(headers.get('user-agent')) }
}

/** Of an IPv4 address the first three numbers, of an IPv6 one the /64: enough to recognise a house or an office. */
function networkPrefix(network: string): string | null {
  return network === UNKNOWN_NETWORK ? null : network.replace(/^(\d+\.\d+\.\d+)\.\d+$/, '$1.0/24')
}

export function deviceName(userAgent: string | null): string {
  if (!userAgent) return 'Unknown device'
  const { browser, os } = Bowser.parse(userAgent.slice(0, 500))
  const known = browser.name && browser.name.length < 40 ? browser.name : 'Unknown browser'
  return os.name ? `${known} on ${os.name}` : known
}
