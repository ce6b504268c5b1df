import 'server-only'
import { cookies, headers } from 'next/headers'
import { redirect } from 'next/navigation'
import { cache } from 'react'
import { db } from '../db'
import { type AuthCookie, isSessionCookie, sessionIdOf } from './auth'
import { DESK_COOKIE } from './desk-cookie'
import { admitSession, type Editor, findSessionUser } from './editor'
import type { Role } from './users'

/**
 * Who is asking. Role, account and session are read from the database each time: what was revoked a second ago no
 * longer holds.
 */
export const currentUser = cache(async (): Promise<{ id: string; name: string; role: Role } | null> => {
  const sessionId = await requestedSession()
  const user = sessionId ? await findSessionUser(db(), sessionId) : null
  return user && { id: user.id, name: user.name, role: user.role }
})

/** Who is asking, if it is somebody who may publish. */
export const currentEditor = cache(async (): Promise<Editor | null> => {
  const sessionId = await requestedSession()
  return sessionId ? admitSession(db(), sessionId) : null
})

async function requestedSession(): Promise<string | null> {
  return sessionIdOf((await headers()).get('cookie') ?? '')
}

/** The gate of every page of the desk: whoever may not pass is sent to sign in, and back here afterwards. */
export async function requireEditor(path: string): Promise<Editor> {
  return (await currentEditor()) ?? redirect(`/sign-in?next=${encodeURIComponent(path)}`)
}

/**
 * The gate of a page that holds a form. Where the session ended while the form was being filled in, and the form is sent
 * without JavaScript, the page must hand the typed values back instead of sending the person away from them: null then,
 * and the page shows nothing of the record.
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
  const sessionId = await requestedSession()
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
