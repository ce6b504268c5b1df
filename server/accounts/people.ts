/** What administrators do with other people's accounts. Each function asks the database whether its actor may. */
import type { FieldErrors } from '@/lib/form/field-errors'
import type { Client, Db } from '@/prisma/client'
import { mailInvitation, mailReset, makeInvitation, makeReset, type NewLink } from './account-links'
import { recordEvent } from './audit'
import { removeAllFactors } from './factors'
import { emailProblem, type Outcome, withdrawResets } from './own-account'
import { endSessions } from './sessions'
import { clearSignInLimits } from './sign-in-limits'
import { isLastAdmin, plainEmail, ROLES, type Role } from './users'
import type { Visit } from './visit'

/** An administrator at work. */
export interface Actor {
  userId: string
  visit: Visit
}

export interface ListedPerson {
  id: string
  name: string
  email: string
  role: Role
  state: 'open' | 'deactivated' | 'closed'
  hasSecondFactor: boolean
  /** ISO instant; null for somebody who has never signed in. */
  lastUsedAt: string | null
}

export interface People {
  people: ListedPerson[]
  invitations: { id: string; email: string; role: Role; by: string | null; expiresAt: string }[]
  /** The roles that need a second factor. */
  factorRoles: Role[]
}

const LAST_ADMIN = 'This is the only administrator. Make somebody else one first.'

export async function findPeople(db: Db): Promise<People> {
  const [users, links, rules] = await Promise.all([
    db.user.findMany({
      orderBy: [{ disabledAt: { sort: 'desc', nulls: 'first' } }, { name: 'asc' }],
      include: {
        _count: { select: { passkeys: true } },
        sessions: { orderBy: { lastUsedAt: 'desc' }, take: 1, select: { lastUsedAt: true } },
      },
    }),
    db.accountLink.findMany({
      where: { kind: 'INVITATION', usedAt: null, expiresAt: { gt: new Date() } },
      include: { madeBy: { select: { name: true } } },
      orderBy: { createdAt: 'desc' },
    }),
    db.roleRule.findMany({ where: { requiresSecondFactor: true } }),
  ])
  return {
    people: users.map(({ id, name, email, role, totpSecret, closedAt, disabledAt, sessions, _count }) => ({
      id,
      name,
      email,
      role,
      state: closedAt ? 'closed' : disabledAt ? 'deactivated' : 'open',
      hasSecondFactor: totpSecret !== null || _count.passkeys > 0,
      lastUsedAt: sessions[0]?.lastUsedAt.toISOString() ?? null,
    })),
    invitations: links.map(({ id, email, role, madeBy, expiresAt }) => ({
      id,
      email: email ?? '',
      role: role ?? 'CONTRIBUTOR',
      by: madeBy?.name ?? null,
      expiresAt: expiresAt.toISOString(),
    })),
    factorRoles: rules.map(({ role }) => role),
  }
}

export async function findPerson(db: Db, id: string): Promise<ListedPerson | null> {
  return (await findPeople(db)).people.find((person) => person.id === id) ?? null
}

/** @throws where the actor is no administrator, or not any more. */
async function assertAdmin(tx: Db, { userId }: Actor): Promise<void> {
  const admin = await tx.user.findFirst({ where: { id: userId, role: 'ADMIN', disabledAt: null } })
  if (!admin) throw new Error('Only an administrator can change the accounts of others.')
}

/** Invites somebody who has no account; the link is returned to be handed over, and sent where mail is set up. */
export async function invite(
  db: Client,
  actor: Actor,
  { email, role }: { email: string; role: string },
): Promise<{ link: NewLink } | { errors: FieldErrors }> {
  const problem = emailProblem(email)
  if (problem) return { errors: { email: problem } }
  const chosen = ROLES.find((known) => known === role)
  if (!chosen) return { errors: { role: 'Choose a role.' } }
  const url = await db.$transaction(async (tx) => {
    await assertAdmin(tx, actor)
    if ((await tx.user.count({ where: { email: plainEmail(email) } })) > 0) return null
    await recordEvent(tx, { kind: 'invited', userId: null, ...by(actor), details: { role: chosen } })
    return makeInvitation(tx, { email, role: chosen, madeById: actor.userId })
  })
  if (url === null) return { errors: { email: 'Somebody has an account with this address already.' } }
  return { link: { url, isMailed: await mailInvitation(email, url) } }
}

export async function withdrawInvitation(db: Client, actor: Actor, id: string): Promise<void> {
  await db.$transaction(async (tx) => {
    await assertAdmin(tx, actor)
    const { count } = await tx.accountLink.deleteMany({ where: { id, kind: 'INVITATION', usedAt: null } })
    if (count > 0) await recordEvent(tx, { kind: 'invitation-withdrawn', userId: null, ...by(actor) })
  })
}

/** Changes what somebody may do; their sessions end, so that nothing goes on under the role that they had. */
export async function changeRole(
  db: Client,
  actor: Actor,
  { id, role }: { id: string; role: string },
): Promise<Outcome> {
  const chosen = ROLES.find((known) => known === role)
  if (!chosen) return refuse({ role: 'Choose a role.' })
  return change(db, actor, id, async (tx, former) => {
    if (former.role === chosen) return DONE
    if (await isLastAdmin(tx, id)) return refuse({ role: LAST_ADMIN })
    await tx.user.update({ where: { id }, data: { role: chosen } })
    await endSessions(tx, id, {})
    await recordEvent(tx, {
      kind: 'role-changed',
      userId: id,
      ...by(actor),
      details: { from: former.role, to: chosen },
    })
    return DONE
  })
}

export async function deactivate(db: Client, actor: Actor, id: string): Promise<Outcome> {
  return change(db, actor, id, async (tx) => {
    if (await isLastAdmin(tx, id)) return refuse({ form: LAST_ADMIN })
    const { count } = await tx.user.updateMany({ where: { id, disabledAt: null }, data: { disabledAt: new Date() } })
    await endSessions(tx, id, {})
    await withdrawResets(tx, id)
    if (count > 0) await recordEvent(tx, { kind: 'deactivated', userId: id, ...by(actor) })
    return DONE
  })
}

/** Opens a deactivated account again; one that its owner closed stays closed. */
export async function reactivate(db: Client, actor: Actor, id: string): Promise<Outcome> {
  return change(db, actor, id, async (tx) => {
    const { count } = await tx.user.updateMany({
      where: { id, closedAt: null, disabledAt: { not: null } },
      data: { disabledAt: null },
    })
    if (count > 0) await recordEvent(tx, { kind: 'reactivated', userId: id, ...by(actor) })
    return DONE
  })
}

export async function endAllSessions(db: Client, actor: Actor, id: string): Promise<Outcome> {
  return change(db, actor, id, async (tx) => {
    const count = await endSessions(tx, id, {})
    await recordEvent(tx, { kind: 'sessions-ended', userId: id, ...by(actor), details: { count } })
    return DONE
  })
}

/** Forgets the failed attempts that hold up somebody's sign-in. */
export async function unlock(db: Client, actor: Actor, id: string): Promise<Outcome> {
  const outcome = await change(db, actor, id, async (tx) => {
    await recordEvent(tx, { kind: 'unlocked', userId: id, ...by(actor) })
    return DONE
  })
  const { email } = await db.user.findUniqueOrThrow({ where: { id } })
  await clearSignInLimits(db, email)
  return outcome
}

/**
 * A link to choose a new password, to be handed over; sent as well where mail is set up.
 *
 * @param withFactors whether the second factors are removed too, for somebody who has lost them.
 */
export async function resetPassword(
  db: Client,
  actor: Actor,
  { id, withFactors }: { id: string; withFactors: boolean },
): Promise<NewLink | null> {
  const made = await db.$transaction(async (tx) => {
    await assertAdmin(tx, actor)
    const user = await tx.user.findFirst({ where: { id, disabledAt: null } })
    if (!user) return null
    if (withFactors) {
      await removeAllFactors(tx, id)
      await endSessions(tx, id, {})
      await recordEvent(tx, { kind: 'factor-removed', userId: id, ...by(actor), details: { factor: 'all' } })
    }
    await recordEvent(tx, { kind: 'reset-link', userId: id, ...by(actor) })
    return { email: user.email, url: await makeReset(tx, { userId: id, madeById: actor.userId }) }
  })
  return made && { url: made.url, isMailed: await mailReset(made.email, made.url) }
}

/** Which roles need a second factor. Who has none is asked to set one up before anything else. */
export async function requireFactors(db: Client, actor: Actor, roles: readonly string[]): Promise<void> {
  await db.$transaction(async (tx) => {
    await assertAdmin(tx, actor)
    for (const role of ROLES) {
      const requiresSecondFactor = roles.includes(role)
      await tx.roleRule.upsert({
        where: { role },
        create: { role, requiresSecondFactor },
        update: { requiresSecondFactor },
      })
    }
    const asked = ROLES.filter((role) => roles.includes(role)).join(', ') || 'nobody'
    await recordEvent(tx, { kind: 'factor-rule-changed', userId: null, ...by(actor), details: { roles: asked } })
  })
}

const DONE: Outcome = { done: true }
const refuse = (errors: FieldErrors): Outcome => ({ done: false, errors })
const by = ({ userId, visit }: Actor) => ({ actorId: userId, visit })

function change(
  db: Client,
  actor: Actor,
  id: string,
  work: (tx: Db, user: { role: Role }) => Promise<Outcome>,
): Promise<Outcome> {
  return db.$transaction(async (tx) => {
    await assertAdmin(tx, actor)
    const user = await tx.user.findUnique({ where: { id } })
    return user ? work(tx, user) : refuse({ form: 'There is no such account.' })
  })
}
