/** Tickets: what a browser carries in a cookie from one step to the next. Only this site can make or read them. */
import { decode, encode } from '@auth/core/jwt'
import { secrets } from './signing'

/** What a ticket is good for: one of one kind is not taken for another. */
export type TicketKind = 'second-step' | 'passkey' | 'oidc'

export function writeTicket(kind: TicketKind, content: Record<string, string>, seconds: number): Promise<string> {
  return encode({ token: content, secret: secrets(), salt: `palmares-${kind}`, maxAge: seconds })
}

/** @returns null for none, for one that has expired, and for one that is not ours or of another kind. */
export async function readTicket(
  kind: TicketKind,
  ticket: string | undefined,
): Promise<Record<string, unknown> | null> {
  if (!ticket) return null
  return decode({ token: ticket, secret: secrets(), salt: `palmares-${kind}` }).catch(() => null)
}
