import 'server-only'
import { cookies, headers } from 'next/headers'
import { redirect } from 'next/navigation'
import { cache } from 'react'
import { type AuthCookie, isSessionCookie, sessionIdOf } from './auth'
import { db } from './db'
import { DESK_COOKIE } from './edge/desk-cookie'
import { canPublish, type Editor } from './editor'

/**
 * Who is asking, if it is somebody who may publish. Role, account and session are read from the database each time:
 * what was revoked a second ago no longer holds.
 */
export const currentEditor = cache(async (): Promise<Editor | null> => {
  const sessionId = await sessionIdOf((await headers()).get('cookie') ?? '')
  if (!sessionId) return null
  const session = await db().session.findUnique({ where: { id: sessionId }, include: { user: true } })
  if (!session || session.revokedAt || session.expiresAt < new Date()) return null
  const { id, name, role, disabledAt } = session.user
  if (disabledAt || !canPublish(role)) return null
  return { id, name, role } as Editor
})

/** The gate of every page of the desk: whoever may not pass is sent to sign in, and back here afterwards. */
export async function requireEditor(path: string): Promise<Editor> {
  return (await currentEditor()) ?? redirect(`/sign-in?next=${encodeURIComponent(path)}`)
}

/** Sets the cookies of a fresh sign-in, and the hint that makes public pages carry their "Correct" links. */
export async function openSession(fresh: AuthCookie[]): Promise<void> {
  const jar = await cookies()
  for (const { name, value, options } of fresh) if (isSessionCookie(name)) jar.set(name, value, options)
  const session = fresh.find(({ name }) => isSessionCookie(name))
  jar.set(DESK_COOKIE, '1', { ...session?.options, httpOnly: true })
}

/** Ends the session in the database and in the browser. */
export async function closeSession(): Promise<void> {
  const sessionId = await sessionIdOf((await headers()).get('cookie') ?? '')
  if (sessionId) await db().session.updateMany({ where: { id: sessionId }, data: { revokedAt: new Date() } })
  const jar = await cookies()
  for (const { name } of jar.getAll()) if (isSessionCookie(name) || name === DESK_COOKIE) jar.delete(name)
}

/** Where to go after signing in: only ever a path of this site. */
export function safePath(next: string | undefined): string {
  return next && /^\/(?![/\\])/.test(next) ? next : '/admin'
}
