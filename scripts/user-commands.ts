/** What `npm run user` does. Each function answers with what the operator reads, and throws an Error of one line. */
import type { Client } from '../prisma/client'
import { recordEvent } from '../server/accounts/audit'
import { removeAllFactors } from '../server/accounts/factors'
import { emailProblem, shutAccount, withdrawResets } from '../server/accounts/own-account'
import { findPeople } from '../server/accounts/people'
import { endSessions } from '../server/accounts/sessions'
import { clearSignInLimits } from '../server/accounts/sign-in-limits'
import {
  createUser,
  isLastAdmin,
  plainEmail,
  ROLES,
  type Role,
  randomPassword,
  setPassword,
} from '../server/accounts/users'
import { ON_THE_MACHINE } from '../server/accounts/visit'

export type Db = Client

const LAST_ADMIN = 'This is the only administrator. Make somebody else one first.'

export async function listUsers(db: Db): Promise<string> {
  const { people } = await findPeople(db)
  if (people.length === 0) return 'Nobody has an account.'
  const rows = people.map(({ email, name, role, state, hasSecondFactor, lastUsedAt }) =>
    [
      email,
      name,
      role.toLowerCase(),
      state,
      hasSecondFactor ? 'second factor' : 'no second factor',
      lastUsedAt ? `last use ${lastUsedAt}` : 'never signed in',
    ].join('\t'),
  )
  return rows.join('\n')
}

export async function addUser(
  db: Db,
  { email, name, role }: { email: string; name: string; role: string },
): Promise<string> {
  const problem = emailProblem(email)
  if (problem) throw new Error(problem)
  const chosen = roleOf(role)
  if (await db.user.findUnique({ where: { email: plainEmail(email) } }))
    throw new Error(`${email} has an account already.`)
  const password = randomPassword()
  await db.$transaction(async (tx) => {
    const { id } = await createUser(tx, { email, name, role: chosen, password })
    await recordEvent(tx, { kind: 'account-opened', userId: id, visit: ON_THE_MACHINE, details: { role: chosen } })
  })
  return `${plainEmail(email)} signs in with the password ${password} (shown this once)`
}

/** Ends all sessions, and forgets the failed attempts that would still hold up the next one. */
export async function givePassword(db: Db, email: string, withoutFactors: boolean): Promise<string> {
  const id = await openAccount(db, email)
  const password = randomPassword()
  await db.$transaction(async (tx) => {
    await setPassword(tx, id, password)
    await withdrawResets(tx, id)
    await endSessions(tx, id, {})
    if (withoutFactors) await removeAllFactors(tx, id)
    const details = { secondFactorsRemoved: withoutFactors }
    await recordEvent(tx, { kind: 'password-changed', userId: id, visit: ON_THE_MACHINE, details })
  })
  await clearSignInLimits(db, email)
  return `${plainEmail(email)} signs in with the password ${password} (shown this once)`
}

export async function giveRole(db: Db, email: string, role: string): Promise<string> {
  const id = await openAccount(db, email)
  const chosen = roleOf(role)
  await db.$transaction(async (tx) => {
    const former = await tx.user.findUniqueOrThrow({ where: { id } })
    if (chosen !== 'ADMIN' && (await isLastAdmin(tx, id))) throw new Error(LAST_ADMIN)
    await tx.user.update({ where: { id }, data: { role: chosen } })
    await endSessions(tx, id, {})
    const details = { from: former.role, to: chosen }
    await recordEvent(tx, { kind: 'role-changed', userId: id, visit: ON_THE_MACHINE, details })
  })
  return `${plainEmail(email)} is ${chosen.toLowerCase()} now.`
}

export async function closeUser(db: Db, email: string): Promise<string> {
  const id = await openAccount(db, email)
  await db.$transaction(async (tx) => {
    if (await isLastAdmin(tx, id)) throw new Error(LAST_ADMIN)
    await shutAccount(tx, id)
    await recordEvent(tx, { kind: 'closed', userId: id, visit: ON_THE_MACHINE })
  })
  return `The account of ${plainEmail(email)} is closed. What it contributed stays in the record.`
}

async function openAccount(db: Db, email: string): Promise<string> {
  const user = await db.user.findUnique({ where: { email: plainEmail(email) } })
  if (!user) throw new Error(`There is no account of ${email}.`)
  if (user.disabledAt) throw new Error(`The account of ${email} is deactivated.`)
  return user.id
}

function roleOf(text: string): Role {
  const role = ROLES.find((known) => known === text.toUpperCase())
  if (!role) throw new Error(`There is no role ${text}: contributor, editor or admin.`)
  return role
}
