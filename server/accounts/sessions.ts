/** Sessions: one row for each sign-in that has not ended. The cookie only names it. */
import type { Db } from '@/prisma/client'
import { lacksRequiredFactor } from './factors'
import type { Role } from './users'
import type { Visit } from './visit'

export const SESSION_SECONDS = 30 * 24 * 60 * 60
/** How long ago the password or a second factor may have been given, for what matters most. */
export const FRESH_MS = 15 * 60_000
const LAST_USE_MS = 5 * 60_000

export interface CurrentSession {
  id: string
  user: { id: string; name: string; email: string; role: Role }
  isFresh: boolean
  /** Whether the role asks for a second factor that the account has not: nothing but setting one up is open then. */
  lacksFactor: boolean
}

const open = () => ({ revokedAt: null, expiresAt: { gt: new Date() } })

export async function startSession(db: Db, userId: string, { network, device }: Visit): Promise<string> {
  const expiresAt = new Date(Date.now() + SESSION_SECONDS * 1000)
  const { id } = await db.session.create({ data: { userId, expiresAt, network, device }, select: { id: true } })
  return id
}

/** A session that has neither ended nor expired, of an account that is open; its last use is noted to five minutes. */
export async function findSession(db: Db, id: string, visit: Visit): Promise<CurrentSession | null> {
  const session = await db.session.findFirst({
    where: { id, ...open(), user: { disabledAt: null } },
    include: { user: { select: { id: true, name: true, email: true, role: true } } },
  })
  if (!session) return null
  if (session.lastUsedAt.getTime() < Date.now() - LAST_USE_MS) {
    await db.session.update({ where: { id }, data: { lastUsedAt: new Date(), ...visit } })
  }
  return {
    id,
    user: session.user,
    isFresh: session.freshAt.getTime() > Date.now() - FRESH_MS,
    lacksFactor: await lacksRequiredFactor(db, session.user),
  }
}

/** Notes that the password or a second factor was given again. */
export async function refreshSession(db: Db, id: string): Promise<void> {
  await db.session.updateMany({ where: { id, ...open() }, data: { freshAt: new Date() } })
}

export interface ListedSession {
  id: string
  device: string | null
  network: string | null
  /** ISO instants. */
  createdAt: string
  lastUsedAt: string
}

/** Somebody's sessions that are open, the last used first. */
export async function findSessions(db: Db, userId: string): Promise<ListedSession[]> {
  const rows = await db.session.findMany({ where: { userId, ...open() }, orderBy: { lastUsedAt: 'desc' } })
  return rows.map(({ id, device, network, createdAt, lastUsedAt }) => ({
    id,
    device,
    network,
    createdAt: createdAt.toISOString(),
    lastUsedAt: lastUsedAt.toISOString(),
  }))
}

/**
 * Ends somebody's sessions: from the next request on, they open nothing.
 *
 * @param which one of them, or all but one; all of them where it is empty.
 * @returns how many were open.
 */
export async function endSessions(db: Db, userId: string, which: { id?: string; except?: string }): Promise<number> {
  const { count } = await db.session.updateMany({
    where: {
      userId,
      ...open(),
      ...(which.id !== undefined && { id: which.id }),
      ...(which.except !== undefined && { id: { not: which.except } }),
    },
    data: { revokedAt: new Date() },
  })
  return count
}
