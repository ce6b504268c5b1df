/**
 * What happened at the door: who was let in, who was not, and who changed whose account. It is kept apart from the
 * record's history, the database refuses to change or remove it, and administrators read it.
 */
import type { Db } from '@/prisma/client'
import type { Visit } from './visit'

export const AUDIT_KINDS = {
  'sign-in': 'Signed in',
  'sign-in-failed': 'Wrong password',
  'second-step-failed': 'Wrong code or passkey at the second step',
  'fresh-sign-in': 'Gave the password or a code again',
  'fresh-sign-in-failed': 'Wrong password or code when asked again',
  'sign-out': 'Signed out',
  'sessions-ended': 'Ended sessions',
  'account-opened': 'Opened the account',
  'name-changed': 'Changed the name',
  'email-changed': 'Changed the e-mail address',
  'password-changed': 'Changed the password',
  'password-reset': 'Chose a new password by a link',
  'reset-link': 'A link to choose a new password was made',
  invited: 'Invited somebody',
  'invitation-withdrawn': 'Withdrew an invitation',
  'factor-added': 'Added a second factor',
  'factor-removed': 'Removed a second factor',
  'recovery-codes-made': 'Made recovery codes',
  'recovery-code-used': 'Used a recovery code',
  'role-changed': 'Changed the role',
  'factor-rule-changed': 'Changed who needs a second factor',
  deactivated: 'Deactivated the account',
  reactivated: 'Reactivated the account',
  unlocked: 'Cleared failed attempts to sign in',
  exported: 'Downloaded their data',
  closed: 'Closed the account',
} as const

export type AuditKind = keyof typeof AUDIT_KINDS

/** Plain facts; never a secret, and no e-mail address: the log is kept after an account is closed. */
export type AuditDetails = Record<string, string | number | boolean>

export interface NewEvent {
  kind: AuditKind
  /** Whose account. */
  userId: string | null
  /** Who did it, where somebody else did. */
  actorId?: string | null
  visit: Visit
  details?: AuditDetails
}

/** Writes an event, in the transaction of what it tells where there is one. */
export async function recordEvent(db: Db, { kind, userId, actorId, visit, details = {} }: NewEvent): Promise<void> {
  await db.auditEvent.create({ data: { kind, userId, actorId: actorId ?? null, ...visit, details } })
}

export interface AuditEntry {
  id: number
  /** In words; the kind itself where this version does not know it. */
  words: string
  user: string | null
  actor: string | null
  network: string | null
  device: string | null
  /** ISO instant. */
  at: string
  details: AuditDetails
}

export interface AuditPage {
  entries: AuditEntry[]
  /** For the next page, the older ones; null on the last. */
  before: number | null
}

const ON_A_PAGE = 50

/** The newest events first, from before a number on; of one account where `userId` is given. */
export async function findEvents(db: Db, { before, userId }: { before?: number; userId?: string }): Promise<AuditPage> {
  const name = { select: { name: true } }
  const rows = await db.auditEvent.findMany({
    where: { ...(before !== undefined && { id: { lt: before } }), ...(userId !== undefined && { userId }) },
    orderBy: { id: 'desc' },
    take: ON_A_PAGE + 1,
    include: { user: name, actor: name },
  })
  const shown = rows.slice(0, ON_A_PAGE)
  return {
    entries: shown.map(({ id, kind, user, actor, network, device, at, details }) => ({
      id,
      words: AUDIT_KINDS[kind as AuditKind] ?? kind,
      user: user?.name ?? null,
      actor: actor?.name ?? null,
      network,
      device,
      at: at.toISOString(),
      details: details as AuditDetails,
    })),
    before: rows.length > ON_A_PAGE ? (shown.at(-1)?.id ?? null) : null,
  }
}
