import 'server-only'
import { cookies, headers } from 'next/headers'
import { notFound, redirect } from 'next/navigation'
import { cache } from 'react'
import { db } from '../db'
import { recordEvent } from './audit'
import { type AuthCookie, isSessionCookie, sessionIdOf } from './auth'
import { DESK_COOKIE } from './desk-cookie'
import { type Author, admitSession, type Editor, publishing } from './editor'
import type { Person } from './factor-changes'
import { endSessions, findSession } from './sessions'
import type { Role } from './users'
import { visitOf } from './visit'

export { safePath } from '@/lib/pages/own-path'

/** Somebody who is signed in, in this session and from this place. */
export interface SignedIn extends Person {
  name: string
  email: string
  role: Role
  /** Whether the password or a second factor was given in the last quarter of an hour. */
  isFresh: boolean
  /** Whether the role asks for a second factor that the account has not. */
  lacksFactor: boolean
}

/**
 * Who is asking. Role, account and session are read from the database each time: what was revoked a second ago no
 * longer holds.
 */
export const currentPerson = cache(async (): Promise<SignedIn | null> => {
  const sessionId = await requestedSession()
  const visit = visitOf(await headers())
  const session = sessionId ? await findSession(db(), sessionId, visit) : null
  if (!session) return null
  const { user, isFresh, lacksFactor } = session
  return {
    userId: user.id,
    sessionId: session.id,
    visit,
    name: user.name,
    email: user.email,
    role: user.role,
    isFresh,
    lacksFactor,
  }
})

/**
 * Who is asking, if it is somebody who may write: also a contributor, whose changes wait for a review. Nobody whose role
 * needs a second factor writes without one.
 */
export const currentAuthor = cache(async (): Promise<Author | null> => {
  const person = await currentPerson()
  return person && !person.lacksFactor ? admitSession(db(), person.sessionId) : null
})

/** Who is asking, if it is somebody who may publish. */
export async function currentEditor(): Promise<Editor | null> {
  return publishing(await currentAuthor())
}

async function requestedSession(): Promise<string | null> {
  return sessionIdOf((await headers()).get('cookie') ?? '')
}

/** The gate of what contributors may do, too: whoever may not pass is sent to sign in, and back here afterwards. */
export async function requireAuthor(path: string): Promise<Author> {
  return (await currentAuthor()) ?? redirect(await wayIn(path))
}

async function wayIn(path: string): Promise<string> {
  const person = await currentPerson()
  return person?.lacksFactor ? '/account/factors?needed=1' : `/sign-in?next=${encodeURIComponent(path)}`
}

/** The gate of what everybody has who is signed in: the own account. */
export async function requirePerson(path: string): Promise<SignedIn> {
  return (await currentPerson()) ?? redirect(`/sign-in?next=${encodeURIComponent(path)}`)
}

/**
 * The gate of what matters most: the password or a second factor must have been given in the last quarter of an hour.
 * It is asked for again where it was not, and leads back to the path then.
 */
export async function requireFresh(path: string): Promise<SignedIn> {
  const person = await requirePerson(path)
  return person.isFresh ? person : redirect(againAddress(path))
}

/** Where the password is given again before something at this path. */
export function againAddress(path: string): string {
  return `/sign-in/again?next=${encodeURIComponent(path)}`
}

/** Whether what matters most may be done in this request: for an action that must keep its form where it may not. */
export async function isFresh(): Promise<boolean> {
  return (await currentPerson())?.isFresh === true
}

/** The gate of the administration of people. For everybody else it is not there. */
export async function requireAdmin(path: string): Promise<SignedIn> {
  await requireAuthor(path)
  const person = await requirePerson(path)
  if (person.role !== 'ADMIN') notFound()
  return requireFresh(path)
}

/** The gate of every other page of the desk; a contributor is told that it is for editors. */
export async function requireEditor(path: string): Promise<Editor> {
  const author = await requireAuthor(path)
  return publishing(author) ?? redirect(`/admin/editors-only?page=${encodeURIComponent(path)}`)
}

/**
 * The gate of a page that holds a form. Where the session ended while the form was being filled in, and the form is sent
 * without JavaScript, the page must hand the typed values back instead of sending the person away from them: null then,
 * and the page shows nothing of the record.
 */
export async function requireEditorOrForm(path: string): Promise<Editor | null> {
  return (await isSentForm()) && (await currentAuthor()) === null ? null : requireEditor(path)
}

/** The same for a form that contributors may send. */
export async function requireAuthorOrForm(path: string): Promise<Author | null> {
  return (await isSentForm()) && (await currentAuthor()) === null ? null : requireAuthor(path)
}

async function isSentForm(): Promise<boolean> {
  return (await headers()).get('content-type')?.startsWith('multipart/form-data') === true
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
  const person = await currentPerson()
  if (person) {
    const { userId, sessionId, visit } = person
    await endSessions(db(), userId, { id: sessionId })
    await recordEvent(db(), { kind: 'sign-out', userId, visit })
  }
  const jar = await cookies()
  for (const { name } of jar.getAll()) if (isSessionCookie(name) || name === DESK_COOKIE) jar.delete(name)
}
