/**
 * Who may write. Only the two functions below make an Author, each from what the database says at that time, and the
 * assertions know those they made: an object that was put together elsewhere, or cast, is refused at run time.
 */
import type { Db } from '@/prisma/client'
import type { Role } from './users'

declare const checked: unique symbol

/** Somebody who may change the record, or propose a change of it: `change` in server/history writes accordingly. */
export interface Author {
  readonly id: string
  readonly name: string
  readonly role: Role
  /** Whether what they save is public at once; else it waits for a review. */
  readonly publishes: boolean
  readonly [checked]: true
}

/** An author who publishes. What is never a contributor's (an import, a merger, a review) takes nobody else. */
export interface Editor extends Author {
  readonly publishes: true
}

interface User {
  id: string
  name: string
  role: Role
  disabledAt: Date | null
}

const admitted = new WeakSet<Author>()

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

/** The author who is signed in under this session; null where it has ended. */
export async function admitSession(db: Db, sessionId: string): Promise<Author | null> {
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
  return publishing(
    admit(
      email === undefined
        ? await db.user.findFirst({ where: { role: 'ADMIN', disabledAt: null }, orderBy: { createdAt: 'asc' } })
        : await db.user.findUnique({ where: { email: email.trim().toLowerCase() } }),
    ),
  )
}

/** The same author as an editor; null for one whose changes wait for a review. */
export function publishing(author: Author | null): Editor | null {
  return author && mayPublish(author) ? author : null
}

function mayPublish(author: Author): author is Editor {
  return author.publishes
}

/** @throws where this was not made by `admitSession` or `admitOperator`. */
export function assertAuthor(author: Author): void {
  if (!admitted.has(author)) throw new Error('Only somebody whom the gate has let in can change the record.')
}

/** @throws where this was not made by `admitSession` or `admitOperator`, or may not publish. */
export function assertEditor(editor: Editor): void {
  if (!admitted.has(editor) || !editor.publishes) {
    throw new Error('Only an editor whom the gate has let in can change the record.')
  }
}

function admit(user: User | null): Author | null {
  if (!user || user.disabledAt) return null
  const { id, name, role } = user
  const author = Object.freeze({ id, name, role, publishes: canPublish(role) }) as Author
  admitted.add(author)
  return author
}
