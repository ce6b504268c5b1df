/**
 * Who may write. The brand is put on by the gate alone (server/accounts/session.ts), so a write cannot be called
 * without it.
 */
import type { Role } from './users'

declare const checked: unique symbol

export interface Editor {
  readonly id: string
  readonly name: string
  readonly role: Role
  readonly [checked]: true
}

/** Contributors' changes wait for a review, so they do not publish. */
export function canPublish(role: Role): boolean {
  return role === 'EDITOR' || role === 'ADMIN'
}
