import 'server-only'
import { cookies, headers } from 'next/headers'
import { redirect } from 'next/navigation'
import { cache } from 'react'
import { db } from '../db'
import { type AuthCookie, isSessionCookie, sessionIdOf } from './auth'
import { DESK_COOKIE } from './desk-cookie'
import { canPublish, type Editor } from './editor'
import type { Role } from './users'

/**
 * The signed-in editor of a request. Role, account and session are read from the database each time, so that revoking
 * any of them works at once.
 */
export const currentUser = cache(async (): Promise<{ id: string; name: string; role: Role } | null> => {
  const sessionId = await sessionIdOf((await headers()).get('cookie') ?? '')
  if (!sessionId) return null
  const session = await db().session.findUnique({ where: { id: sessionId }, include: { user: true } })
  if (!session || session.revokedAt || session.expiresAt < new Date() || session.user.disabledAt) return null
  const { id, name, role } = session.user
  return { id, name, role }
})

/** The editor who sent the request; null for anybody who may not publish. */
export async function currentEditor(): Promise<Editor | null> {
  const user = await currentUser()
  return user && canPublish(user.role) ? (user as Editor) : null
}

/** The gate of every page of the desk: others are redirected to sign in, and back here afterwards. */
export async function requireEditor(path: string): Promise<Editor> {
  return (await currentEditor()) ?? redirect(`/sign-in?next=${encodeURIComponent(path)}`)
}

/**
 * The gate of a page that holds a form. Where the session ended while the form was being filled in, and the form is
 * sent without JavaScript, the page must hand the typed values back instead of sending the person away from them: null
 * then, and the page shows nothing of the record.
 */
export async function requireEditorOrForm(path: string): Promise<Editor | null> {
  const editor = await currentEditor()
  const isForm = (await headers()).get('content-type')?.startsWith('multipart/form-data')
  return editor ?? (isForm ? null : requireEditor(path))
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

/**
 * Where to go after signing in: only ever a path of this site, as a browser would read it (which takes "\\" for "/" and
 * skips tabs, so that "/\\t/elsewhere" leads away).
 */
export function safePath(next: string | undefined): string {
  const here = 'http://here.invalid'
  if (!next?.startsWith('/') || !URL.canParse(next, here)) return '/admin'
  const { origin, pathname, search } = new URL(next, here)
  return origin === here ? pathname + search : '/admin'
}
