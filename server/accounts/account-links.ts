/**
 * Links that open an account (an invitation) or choose a new password (a reset). They carry a random text of which the
 * database has only a hash, expire, and work once. What is wrong with one that does not work is never said: it may have
 * been guessed.
 */
import { randomBytes } from 'node:crypto'
import type { FieldErrors } from '@/lib/form/field-errors'
import type { Client, Db } from '@/prisma/client'
import { recordEvent } from './audit'
import { isMailSetUp, sendMail } from './mail'
import { nameProblem } from './own-account'
import { passwordProblem } from './password-rules'
import { tokenHash } from './secrets'
import { endSessions } from './sessions'
import { createUser, plainEmail, type Role, setPassword } from './users'
import type { Visit } from './visit'

const INVITATION_MS = 7 * 24 * 60 * 60_000
const RESET_MS = 60 * 60_000
const MAIL_PAUSE_MS = 5 * 60_000

/** A link as it is handed over: it is shown once, and cannot be read back. */
export interface NewLink {
  url: string
  /** Whether it was sent by mail as well. */
  isMailed: boolean
}

function newToken(): string {
  return randomBytes(24).toString('base64url')
}

function urlOf(token: string): string {
  return `${(process.env.PALMARES_URL || 'http://localhost:3000').replace(/\/$/, '')}/sign-in/link/${token}`
}

/** Whom an administrator invites, and as what. An earlier invitation to the same address no longer works. */
export async function makeInvitation(
  tx: Db,
  { email, role, madeById }: { email: string; role: Role; madeById: string },
): Promise<string> {
  const token = newToken()
  await tx.accountLink.deleteMany({ where: { kind: 'INVITATION', email: plainEmail(email), usedAt: null } })
  await tx.accountLink.create({
    data: {
      kind: 'INVITATION',
      tokenHash: tokenHash(token),
      email: plainEmail(email),
      role,
      madeById,
      expiresAt: new Date(Date.now() + INVITATION_MS),
    },
  })
  return urlOf(token)
}

export function mailInvitation(email: string, url: string): Promise<boolean> {
  return sendMail({
    to: email,
    subject: 'An invitation to Palmarès',
    text: `You are invited to work on Palmarès, the open record book.\n\nOpen your account here within seven days:\n${url}\n`,
  })
}

/** A link to choose a new password; an earlier one no longer works. */
export async function makeReset(
  tx: Db,
  { userId, madeById }: { userId: string; madeById: string | null },
): Promise<string> {
  const token = newToken()
  await tx.accountLink.deleteMany({ where: { kind: 'RESET', userId, usedAt: null } })
  await tx.accountLink.create({
    data: { kind: 'RESET', tokenHash: tokenHash(token), userId, madeById, expiresAt: new Date(Date.now() + RESET_MS) },
  })
  return urlOf(token)
}

export function mailReset(email: string, url: string): Promise<boolean> {
  return sendMail({
    to: email,
    subject: 'A new password for Palmarès',
    text: `Choose a new password for Palmarès here within one hour:\n${url}\n\nIf you did not ask for it, do nothing: your password stays as it is.\n`,
  })
}

/**
 * What somebody asks for who has forgotten the password. It answers nothing, and at once: the work is done after the
 * answer, so that it takes no longer for an address that is known.
 */
export async function requestReset(db: Client, email: string, visit: Visit): Promise<void> {
  if (!isMailSetUp()) return
  const user = await db.user.findFirst({ where: { email: plainEmail(email), disabledAt: null } })
  if (!user) return
  // Nobody's mailbox is filled by asking again and again.
  const recent = { userId: user.id, kind: 'RESET' as const, createdAt: { gt: new Date(Date.now() - MAIL_PAUSE_MS) } }
  if ((await db.accountLink.count({ where: recent })) > 0) return
  const url = await db.$transaction(async (tx) => {
    await recordEvent(tx, { kind: 'reset-link', userId: user.id, visit })
    return makeReset(tx, { userId: user.id, madeById: null })
  })
  await mailReset(user.email, url)
}

export type OpenLink =
  | { kind: 'INVITATION'; email: string; role: Role }
  | { kind: 'RESET'; email: string; name: string; userId: string }

/** A link that works; null for one that has expired, was used or never was. Looking at it does not use it. */
export async function findLink(db: Db, token: string): Promise<OpenLink | null> {
  const link = await db.accountLink.findFirst({
    where: { tokenHash: tokenHash(token), usedAt: null, expiresAt: { gt: new Date() } },
    include: { user: true },
  })
  if (link?.kind === 'INVITATION' && link.email !== null && link.role !== null) {
    const isTaken = (await db.user.count({ where: { email: link.email } })) > 0
    return isTaken ? null : { kind: 'INVITATION', email: link.email, role: link.role }
  }
  const user = link?.user
  return user && !user.disabledAt ? { kind: 'RESET', email: user.email, name: user.name, userId: user.id } : null
}

export type LinkOutcome = { used: true; userId: string } | { used: false; errors: FieldErrors | null }

/**
 * Uses a link: opens the account, or sets the new password and ends all sessions.
 *
 * @param name of a new account; a reset has one already.
 * @returns errors by input, with which the link still works; null where it does not.
 */
export async function acceptLink(
  db: Client,
  token: string,
  { name, password, visit }: { name: string; password: string; visit: Visit },
): Promise<LinkOutcome> {
  const link = await findLink(db, token)
  if (!link) return { used: false, errors: null }
  const errors = linkErrors(link, name, password)
  if (errors) return { used: false, errors }
  return db.$transaction(async (tx): Promise<LinkOutcome> => {
    const { count } = await tx.accountLink.updateMany({
      where: { tokenHash: tokenHash(token), usedAt: null },
      data: { usedAt: new Date() },
    })
    if (count !== 1) return { used: false, errors: null }
    if (link.kind === 'INVITATION') {
      const { email, role } = link
      const { id } = await createUser(tx, { email, role, name, password })
      await recordEvent(tx, { kind: 'account-opened', userId: id, visit, details: { role } })
      return { used: true, userId: id }
    }
    await setPassword(tx, link.userId, password)
    await endSessions(tx, link.userId, {})
    await recordEvent(tx, { kind: 'password-reset', userId: link.userId, visit })
    return { used: true, userId: link.userId }
  })
}

function linkErrors(link: OpenLink, name: string, password: string): FieldErrors | null {
  const isNew = link.kind === 'INVITATION'
  const nameError = isNew ? nameProblem(name) : null
  const passwordError = passwordProblem(password, [isNew ? name : link.name, link.email])
  if (!nameError && !passwordError) return null
  return { ...(nameError && { name: nameError }), ...(passwordError && { password: passwordError }) }
}
