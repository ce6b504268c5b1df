/** What everybody does with the own account. Errors are by input, for the form. */
import type { FieldErrors } from '@/lib/form/field-errors'
import { type Client, type Db, Prisma } from '@/prisma/client'
import { recordEvent } from './audit'
import type { Person } from './factor-changes'
import { removeAllFactors } from './factors'
import { sendMail } from './mail'
import { passwordProblem } from './password-rules'
import { endSessions } from './sessions'
import { isLastAdmin, isPassword, plainEmail, randomPassword, setPassword } from './users'

export type Outcome = { done: true } | { done: false; errors: FieldErrors }

const DONE: Outcome = { done: true }
const refuse = (errors: FieldErrors): Outcome => ({ done: false, errors })

const WRONG_PASSWORD = 'This is not your password.'
const EMAIL = /^[^\s@]+@[^\s@]+\.[^\s@]+$/

/** What is wrong with a name or an address; null where it will do. */
export function nameProblem(name: string): string | null {
  if (name === '') return 'Type a name. It is shown with what you write.'
  return name.length > 80 ? 'Use at most 80 characters.' : null
}

export function emailProblem(email: string): string | null {
  return EMAIL.test(email) && email.length <= 200 ? null : 'Type an e-mail address, such as name@example.org.'
}

/** Changes the name from now on; what was written before keeps the name that it was written under. */
export async function changeName(db: Client, { userId, visit }: Person, name: string): Promise<Outcome> {
  const problem = nameProblem(name)
  if (problem) return refuse({ name: problem })
  await db.$transaction(async (tx) => {
    await tx.user.update({ where: { id: userId }, data: { name } })
    await recordEvent(tx, { kind: 'name-changed', userId, visit })
  })
  return DONE
}

/** Changes the address by which its owner signs in; the address that it was is written to, where mail is set up. */
export async function changeEmail(
  db: Client,
  { userId, visit }: Person,
  { email, password }: { email: string; password: string },
): Promise<Outcome> {
  const problem = emailProblem(email)
  if (problem) return refuse({ email: problem })
  if (!(await isPassword(db, userId, password))) return refuse({ password: WRONG_PASSWORD })
  const { email: former } = await db.user.findUniqueOrThrow({ where: { id: userId } })
  try {
    await db.$transaction(async (tx) => {
      await tx.user.update({ where: { id: userId }, data: { email: plainEmail(email) } })
      await recordEvent(tx, { kind: 'email-changed', userId, visit })
    })
  } catch (error) {
    if (error instanceof Prisma.PrismaClientKnownRequestError && error.code === 'P2002') {
      return refuse({ email: 'This address cannot be used. Type another.' })
    }
    throw error
  }
  await sendMail({
    to: former,
    subject: 'Your e-mail address at Palmarès was changed',
    text: 'Another e-mail address was given for your account at Palmarès. If it was not you, write to an administrator.',
  })
  return DONE
}

/** Changes the password and ends the other sessions. */
export async function changePassword(
  db: Client,
  { userId, sessionId, visit }: Person,
  { password, newPassword }: { password: string; newPassword: string },
): Promise<Outcome> {
  const { name, email } = await db.user.findUniqueOrThrow({ where: { id: userId } })
  if (!(await isPassword(db, userId, password))) return refuse({ password: WRONG_PASSWORD })
  const problem = password === newPassword ? 'This is the password that you have.' : null
  const weakness = problem ?? passwordProblem(newPassword, [name, email])
  if (weakness) return refuse({ newPassword: weakness })
  await db.$transaction(async (tx) => {
    await setPassword(tx, userId, newPassword)
    await endSessions(tx, userId, { except: sessionId })
    await withdrawResets(tx, userId)
    await recordEvent(tx, { kind: 'password-changed', userId, visit })
  })
  return DONE
}

/** @param id which of the own sessions ends; null for all but this one. */
export async function endOwnSessions(
  db: Client,
  { userId, sessionId, visit }: Person,
  id: string | null,
): Promise<void> {
  await db.$transaction(async (tx) => {
    const count = await endSessions(tx, userId, id === null ? { except: sessionId } : { id })
    if (count > 0) await recordEvent(tx, { kind: 'sessions-ended', userId, visit, details: { count } })
  })
}

/** A link to choose a new password does not outlive the password that it was for. */
export async function withdrawResets(tx: Db, userId: string): Promise<void> {
  await tx.accountLink.deleteMany({ where: { userId, kind: 'RESET', usedAt: null } })
}

/**
 * Closes the account for good: nothing is left by which to sign in or to be written to. What was contributed stays in
 * the record's history, under the name that it was written under.
 */
export async function closeAccount(db: Client, { userId, visit }: Person, password: string): Promise<Outcome> {
  if (!(await isPassword(db, userId, password))) return refuse({ password: WRONG_PASSWORD })
  return db.$transaction(async (tx) => {
    if (await isLastAdmin(tx, userId)) {
      return refuse({ form: 'You are the only administrator. Make somebody else one first.' })
    }
    await shutAccount(tx, userId)
    await recordEvent(tx, { kind: 'closed', userId, visit })
    return DONE
  })
}

/** The closing itself, in somebody's transaction. */
export async function shutAccount(tx: Db, userId: string): Promise<void> {
  const now = new Date()
  await endSessions(tx, userId, {})
  await withdrawResets(tx, userId)
  await removeAllFactors(tx, userId)
  await setPassword(tx, userId, randomPassword())
  await tx.user.update({
    where: { id: userId },
    data: { email: `closed-${userId.toLowerCase()}@closed.invalid`, closedAt: now, disabledAt: now },
  })
}

/** Everything that is kept of somebody, for themselves: plain data, to be written as JSON. */
export async function findOwnData(db: Db, userId: string): Promise<object> {
  const { passkeys, sessions, events, changeSets, proposals, ...user } = await db.user.findUniqueOrThrow({
    where: { id: userId },
    select: {
      id: true,
      name: true,
      email: true,
      role: true,
      createdAt: true,
      isMailedDecisions: true,
      passkeys: { select: { name: true, createdAt: true, lastUsedAt: true } },
      sessions: {
        select: { createdAt: true, lastUsedAt: true, expiresAt: true, revokedAt: true, device: true, network: true },
        orderBy: { createdAt: 'asc' },
      },
      events: { select: { kind: true, at: true, device: true, network: true, details: true }, orderBy: { id: 'asc' } },
      changeSets: { select: { id: true, kind: true, createdAt: true, reason: true }, orderBy: { id: 'asc' } },
      proposals: { select: { id: true, state: true, createdAt: true, reason: true }, orderBy: { id: 'asc' } },
    },
  })
  return {
    account: { ...user, passkeys },
    sessions,
    signIns: events,
    contributions: changeSets.map(({ id, kind, createdAt, reason }) => ({ change: id, kind, at: createdAt, reason })),
    proposals: proposals.map(({ id, state, createdAt, reason }) => ({ proposal: id, state, at: createdAt, reason })),
  }
}

export async function exportOwnData(db: Client, { userId, visit }: Person): Promise<object> {
  await recordEvent(db, { kind: 'exported', userId, visit })
  return findOwnData(db, userId)
}
