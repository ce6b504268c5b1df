/**
 * Who may write. Only the two functions below make an Editor, each from what the database says at that time, and
 * `assertEditor` knows the ones they made: an object that was put together elsewhere, or cast, is refused at run time.
 */
import type { Db } from '@/prisma/client'
import type { Role } from './users'

declare const checked: unique symbol

export interface Editor {
  readonly id: string
  readonly name: string
  readonly role: Role
  readonly [checked]: true
}

interface User {
  id: string
  name: string
  role: Role
  disabledAt: Date | null
}

const admitted = new WeakSet<Editor>()

/** Contributors' changes wait for a review, so they do not publish. */
export function canPublish(role: Role): boolean {
  return role === 'EDITOR' || role === 'ADMIN'
}

/** The user of a session that is neither expired nor revoked and whose account is open; else null. */
export async function findSessionUser(db: Db, sessionId: string): Promise<User | null> {
  const session = await db.session.findUnique({ where: { id: sessionId }, include: { user: true } })
  if (!session || session.revokedAt || session.expiresAt < new Date() || session.user.disabledAt) return null
  return session.user
}

/** The editor who is signed in under this session; null where it has ended, or its user may not publish. */
export async function admitSession(db: Db, sessionId: string): Promise<Editor | null> {
  return admit(await findSessionUser(db, sessionId))
}

/**
 * The editor as whom a command on the machine itself works (npm run import, a benchmark, a test). Whoever can run one
 * has the database anyway, so no password is asked for; what it writes still needs an author who may publish.
 *
 * @param email whose account; without one, the first admin.
 * @returns null where there is no such account, it is closed, or its role may not publish.
 */
export async function admitOperator(db: Db, email?: string): Promise<Editor | null> {
  return admit(
    email === undefined
      ? await db.user.findFirst({ where: { role: 'ADMIN', disabledAt: null }, orderBy: { createdAt: 'asc' } })
      : await db.user.findUnique({ where: { email: email.trim().toLowerCase() } }),
  )
}

/** @throws where this was not made by `admitSession` or `admitOperator`. */
export function assertEditor(editor: Editor): void {
  if (!admitted.has(editor)) throw new Error('Only an editor whom the gate has let in can change the record.')
}

function admit(user: User | null): Editor | null {
  if (!user || user.disabledAt || !canPublish(user.role)) return null
  const editor = Object.freeze({ id: user.id, name: user.name, role: user.role }) as Editor
  admitted.add(editor)
  return editor
}
