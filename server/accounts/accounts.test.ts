import { generateSync } from 'otplib'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { Client } from '@/prisma/client'
import { engines, openTestDatabase, type TestDatabase } from '@/testing/database'
import { acceptLink, findLink } from './account-links'
import { findEvents, recordEvent } from './audit'
import type { Person } from './factor-changes'
import { findFactors } from './factors'
import { changeEmail, changePassword, closeAccount, findOwnData } from './own-account'
import {
  type Actor,
  changeRole,
  deactivate,
  findPeople,
  invite,
  reactivate,
  requireFactors,
  resetPassword,
  withdrawInvitation,
} from './people'
import { makeRecoveryCodes, takeRecoveryCode } from './recovery-codes'
import { endSessions, findSession, findSessions, startSession } from './sessions'
import { beginApp, confirmApp, findAppSetup, removeApp, takeAppCode } from './totp'
import { checkPassword, createUser, type Role } from './users'

const PASSWORD = 'correct horse battery staple'
const OTHER = 'eleven copper gates in autumn'
const VISIT = { network: '203.0.113.0/24', device: 'Firefox on Linux' }

let count = 0

/** Somebody with an account and a session. */
async function somebody(db: Client, role: Role = 'EDITOR'): Promise<Person & { email: string }> {
  const email = `somebody-${++count}@palmares.example`
  const { id } = await createUser(db, { email, name: `Somebody ${count}`, role, password: PASSWORD })
  return { userId: id, sessionId: await startSession(db, id, VISIT), visit: VISIT, email }
}

const isOpen = async (db: Client, { sessionId }: Person) => (await findSession(db, sessionId, VISIT)) !== null
const age = (db: Client, id: string, minutes: number) =>
  db.session.update({
    where: { id },
    data: { freshAt: new Date(Date.now() - minutes * 60_000), lastUsedAt: new Date(Date.now() - minutes * 60_000) },
  })
/** The code that the app shows, so many half minutes from now. */
async function codeOf(db: Client, userId: string, later = 0): Promise<string> {
  const setup = await findAppSetup(db, userId)
  const secret = (setup?.key ?? secretKept.get(userId) ?? '').replaceAll(' ', '')
  secretKept.set(userId, secret)
  return generateSync({ secret, epoch: Math.floor(Date.now() / 1000) + later * 30 })
}
const secretKept = new Map<string, string>()

describe.each(engines())('accounts, on the %s database', (engine) => {
  let database: TestDatabase
  let db: Client
  let admin: Actor
  beforeAll(async () => {
    process.env.PALMARES_SECRET ??= 'a secret of the tests, long enough for one'
    database = await openTestDatabase(engine)
    db = database.db
  })
  beforeEach(async () => {
    await db.user.updateMany({ where: { role: 'ADMIN' }, data: { role: 'EDITOR' } })
    admin = await somebody(db, 'ADMIN')
  })
  afterAll(() => database.close())

  test('a session is used, grows old, and ends', async () => {
    const person = await somebody(db)
    expect(await findSession(db, person.sessionId, VISIT)).toMatchObject({ isFresh: true, lacksFactor: false })
    await age(db, person.sessionId, 16)
    const elsewhere = { network: '198.51.100.0/24', device: 'Chrome on Android' }
    expect(await findSession(db, person.sessionId, elsewhere)).toMatchObject({ isFresh: false })
    const [listed] = await findSessions(db, person.userId)
    expect(listed).toMatchObject(elsewhere)
    expect(Date.now() - Date.parse(listed?.lastUsedAt ?? '')).toBeLessThan(60_000)
    await endSessions(db, person.userId, {})
    expect(await isOpen(db, person)).toBe(false)
  })

  test('the last use is written at most every five minutes', async () => {
    const { sessionId, userId } = await somebody(db)
    await age(db, sessionId, 4)
    const before = await findSessions(db, userId)
    await findSession(db, sessionId, { network: null, device: 'Another' })
    expect(await findSessions(db, userId)).toEqual(before)
  })

  test('a new password ends the other sessions; a wrong old one, a weak one and the same one change nothing', async () => {
    const person = await somebody(db)
    const other = { ...person, sessionId: await startSession(db, person.userId, VISIT) }
    const change = (password: string, newPassword: string) => changePassword(db, person, { password, newPassword })
    expect(await change('wrong', OTHER)).toMatchObject({ errors: { password: expect.stringMatching(/not your/) } })
    expect(await change(PASSWORD, 'password1234')).toMatchObject({ errors: { newPassword: expect.anything() } })
    expect(await change(PASSWORD, PASSWORD)).toMatchObject({ errors: { newPassword: expect.anything() } })
    expect(await isOpen(db, other)).toBe(true)
    expect(await change(PASSWORD, OTHER)).toEqual({ done: true })
    expect([await isOpen(db, person), await isOpen(db, other)]).toEqual([true, false])
    expect(await checkPassword(db, person.email, PASSWORD)).toBeNull()
    expect(await checkPassword(db, person.email, OTHER)).toMatchObject({ id: person.userId })
  })

  test('an address that somebody else has is refused', async () => {
    const [one, two] = [await somebody(db), await somebody(db)]
    const change = (email: string) => changeEmail(db, one, { email, password: PASSWORD })
    expect(await change(two.email.toUpperCase())).toMatchObject({ errors: { email: expect.anything() } })
    expect(await change('no address')).toMatchObject({ errors: { email: expect.anything() } })
    expect(await change('One.New@palmares.example')).toEqual({ done: true })
    expect(await checkPassword(db, 'one.new@palmares.example', PASSWORD)).not.toBeNull()
  })

  test('an authenticator app takes each code once, and its secret is not in the database as it is', async () => {
    const person = await somebody(db)
    const { userId } = person
    const other = { ...person, sessionId: await startSession(db, userId, VISIT) }
    await beginApp(db, userId)
    expect(await confirmApp(db, person, '000000')).toBeNull()
    expect(await findFactors(db, userId)).toMatchObject({ app: false })
    const confirmed = await confirmApp(db, person, await codeOf(db, userId, -1))
    expect(confirmed?.recoveryCodes).toHaveLength(10)
    expect(await isOpen(db, other)).toBe(false)
    const code = await codeOf(db, userId)
    const kept = await db.user.findUniqueOrThrow({ where: { id: userId } })
    expect(JSON.stringify(kept)).not.toContain(secretKept.get(userId))
    expect(await takeAppCode(db, userId, code)).toBe(true)
    expect(await takeAppCode(db, userId, code)).toBe(false)
    expect(await takeAppCode(db, userId, await codeOf(db, userId, -10))).toBe(false)
    await removeApp(db, person)
    expect(await findFactors(db, userId)).toEqual({ app: false, passkeys: [], recoveryCodes: 0 })
    expect(await takeAppCode(db, userId, await codeOf(db, userId, 1))).toBe(false)
  })

  test('of two who send the same code at the same time one gets in', async () => {
    const person = await somebody(db)
    await beginApp(db, person.userId)
    await confirmApp(db, person, await codeOf(db, person.userId, -1))
    const code = await codeOf(db, person.userId)
    const answers = await Promise.all([takeAppCode(db, person.userId, code), takeAppCode(db, person.userId, code)])
    expect(answers.filter(Boolean)).toHaveLength(1)
  })

  test('a recovery code works once, for its owner, however it is typed', async () => {
    const [person, stranger] = [await somebody(db), await somebody(db)]
    const [code = '', next = ''] = await makeRecoveryCodes(db, person)
    expect(await takeRecoveryCode(db, stranger.userId, code)).toBe(false)
    expect(await takeRecoveryCode(db, person.userId, code.toUpperCase().replaceAll('-', ' '))).toBe(true)
    expect(await takeRecoveryCode(db, person.userId, code)).toBe(false)
    await makeRecoveryCodes(db, person)
    expect(await takeRecoveryCode(db, person.userId, next)).toBe(false)
  })

  test('an invitation opens one account, with the role it was made for', async () => {
    const email = `Invited-${++count}@palmares.example`
    const made = await invite(db, admin, { email, role: 'CONTRIBUTOR' })
    const token = 'link' in made ? (made.link.url.split('/').at(-1) ?? '') : ''
    expect(await findLink(db, token)).toEqual({ kind: 'INVITATION', email: email.toLowerCase(), role: 'CONTRIBUTOR' })
    expect(JSON.stringify(await db.accountLink.findMany())).not.toContain(token)
    const accept = (password: string) => acceptLink(db, token, { name: 'Invited', password, visit: VISIT })
    expect(await accept('short')).toMatchObject({ used: false, errors: { password: expect.anything() } })
    const answers = await Promise.all([accept(OTHER), accept(OTHER).catch(() => null)])
    expect(answers.filter((answer) => answer?.used)).toHaveLength(1)
    expect(await findLink(db, token)).toBeNull()
    expect(await checkPassword(db, email, OTHER)).toMatchObject({ role: 'CONTRIBUTOR' })
    expect(await invite(db, admin, { email, role: 'EDITOR' })).toMatchObject({ errors: { email: expect.anything() } })
  })

  test('an invitation that was withdrawn, replaced or has expired opens nothing', async () => {
    const email = `invited-${++count}@palmares.example`
    const make = async () => {
      const made = await invite(db, admin, { email, role: 'EDITOR' })
      return 'link' in made ? (made.link.url.split('/').at(-1) ?? '') : ''
    }
    const [first, second] = [await make(), await make()]
    expect(await findLink(db, first)).toBeNull()
    await db.accountLink.updateMany({ where: { email }, data: { expiresAt: new Date(Date.now() - 1000) } })
    expect(await findLink(db, second)).toBeNull()
    const third = await make()
    const { invitations } = await findPeople(db)
    await withdrawInvitation(db, admin, invitations.find((invitation) => invitation.email === email)?.id ?? '')
    expect(await findLink(db, third)).toBeNull()
  })

  test('a reset sets the password once and ends all sessions', async () => {
    const person = await somebody(db)
    const reset = async () => {
      const made = await resetPassword(db, admin, { id: person.userId, withFactors: false })
      return made?.url.split('/').at(-1) ?? ''
    }
    const [old, token] = [await reset(), await reset()]
    expect(await findLink(db, old)).toBeNull()
    const accept = () => acceptLink(db, token, { name: '', password: OTHER, visit: VISIT })
    expect(await accept()).toEqual({ used: true, userId: person.userId })
    expect(await accept()).toEqual({ used: false, errors: null })
    expect(await isOpen(db, person)).toBe(false)
    expect(await checkPassword(db, person.email, OTHER)).not.toBeNull()
    const left = await reset()
    await deactivate(db, admin, person.userId)
    expect(await findLink(db, left)).toBeNull()
  })

  test('a change of role, and deactivation, end the sessions; reactivation opens the account again', async () => {
    const person = await somebody(db)
    expect(await changeRole(db, admin, { id: person.userId, role: 'CONTRIBUTOR' })).toEqual({ done: true })
    expect(await isOpen(db, person)).toBe(false)
    const sessionId = await startSession(db, person.userId, VISIT)
    await deactivate(db, admin, person.userId)
    expect(await isOpen(db, { ...person, sessionId })).toBe(false)
    expect(await checkPassword(db, person.email, PASSWORD)).toBeNull()
    await reactivate(db, admin, person.userId)
    expect(await checkPassword(db, person.email, PASSWORD)).toMatchObject({ role: 'CONTRIBUTOR' })
  })

  test('the last admin can neither be demoted nor deactivated nor closed', async () => {
    const id = admin.userId
    expect(await changeRole(db, admin, { id, role: 'EDITOR' })).toMatchObject({ done: false })
    expect(await deactivate(db, admin, id)).toMatchObject({ done: false })
    expect(await closeAccount(db, { ...admin, sessionId: '' }, PASSWORD)).toMatchObject({ done: false })
    expect(await db.user.findUnique({ where: { id } })).toMatchObject({ role: 'ADMIN', disabledAt: null })
  })

  test('of two admins who remove each other one stays', async () => {
    const other = await somebody(db, 'ADMIN')
    await Promise.allSettled([
      changeRole(db, admin, { id: other.userId, role: 'EDITOR' }),
      changeRole(db, other, { id: admin.userId, role: 'EDITOR' }),
    ])
    expect(await db.user.count({ where: { role: 'ADMIN', disabledAt: null } })).toBe(1)
  })

  test('an editor cannot do what admins do', async () => {
    const [editor, person] = [await somebody(db), await somebody(db)]
    for (const attempt of [
      () => changeRole(db, editor, { id: editor.userId, role: 'ADMIN' }),
      () => deactivate(db, editor, person.userId),
      () => invite(db, editor, { email: 'friend@palmares.example', role: 'ADMIN' }),
      () => resetPassword(db, editor, { id: admin.userId, withFactors: true }),
      () => requireFactors(db, editor, []),
    ]) {
      await expect(attempt()).rejects.toThrow(/administrator/)
    }
  })

  test('who closes an account leaves the name and the contributions, and nothing to sign in by', async () => {
    const person = await somebody(db)
    await beginApp(db, person.userId)
    await confirmApp(db, person, await codeOf(db, person.userId))
    expect(await closeAccount(db, person, 'wrong')).toMatchObject({ done: false })
    expect(await closeAccount(db, person, PASSWORD)).toEqual({ done: true })
    expect(await isOpen(db, person)).toBe(false)
    const left = await db.user.findUniqueOrThrow({ where: { id: person.userId }, include: { recoveryCodes: true } })
    expect(left).toMatchObject({ totpSecret: null, recoveryCodes: [], name: expect.stringMatching(/^Somebody/) })
    expect(left.email).toMatch(/\.invalid$/)
    await reactivate(db, admin, person.userId)
    expect((await findPeople(db)).people.find(({ id }) => id === person.userId)?.state).toBe('closed')
  })

  test('who lacks the second factor that the role needs is known by it until one is set up', async () => {
    const person = await somebody(db, 'CONTRIBUTOR')
    await requireFactors(db, admin, ['CONTRIBUTOR'])
    expect(await findSession(db, person.sessionId, VISIT)).toMatchObject({ lacksFactor: true })
    await beginApp(db, person.userId)
    await confirmApp(db, person, await codeOf(db, person.userId))
    expect(await findSession(db, person.sessionId, VISIT)).toMatchObject({ lacksFactor: false })
    await requireFactors(db, admin, [])
  })

  test('what is kept of somebody is theirs to read, without secrets', async () => {
    const person = await somebody(db)
    await makeRecoveryCodes(db, person)
    const data = JSON.stringify(await findOwnData(db, person.userId))
    expect(data).toContain(person.email)
    expect(data).toContain('Firefox on Linux')
    expect(data).not.toMatch(/argon2|codeHash|totp/i)
  })

  test('the log is read in pages and cannot be changed', async () => {
    const person = await somebody(db)
    for (let at = 0; at < 55; at++) await recordEvent(db, { kind: 'sign-in', userId: person.userId, visit: VISIT })
    const first = await findEvents(db, { userId: person.userId })
    const second = await findEvents(db, { userId: person.userId, before: first.before ?? 0 })
    expect([first.entries.length, second.entries.length, second.before]).toEqual([50, 5, null])
    expect(first.entries[0]).toMatchObject({ words: 'Signed in', network: VISIT.network, device: VISIT.device })
    await expect(db.$executeRaw`UPDATE audit_events SET kind = 'nothing'`).rejects.toThrow(/append-only/)
    await expect(db.$executeRaw`DELETE FROM audit_events`).rejects.toThrow(/append-only/)
    await expect(db.$executeRaw`TRUNCATE audit_events`).rejects.toThrow(/append-only/)
  })
})
