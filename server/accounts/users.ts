import { randomBytes } from 'node:crypto'
import { hash, verify } from '@node-rs/argon2'
import type { Db } from '@/prisma/client'

export type Role = 'CONTRIBUTOR' | 'EDITOR' | 'ADMIN'
export const ROLES: readonly Role[] = ['CONTRIBUTOR', 'EDITOR', 'ADMIN']

// argon2id is the library's default algorithm; the cost is OWASP's first recommendation (19 MiB, two passes).
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 }

/** How addresses are kept: nobody has two accounts that differ in capitals. */
export function plainEmail(email: string): string {
  return email.trim().toLowerCase()
}

/** @throws a Prisma error P2002 when the address is taken. */
export async function createUser(
  db: Db,
  { email, name, role, password }: { email: string; name: string; role: Role; password: string },
): Promise<{ id: string }> {
  return db.user.create({
    data: { email: plainEmail(email), name, role, passwordHash: await hash(password, COST) },
    select: { id: true },
  })
}

// Checked when there is no such account, so that an unknown address takes as long as a wrong password.
let decoy: Promise<string> | undefined

/**
 * @returns the account, or null: no such address, a wrong password or a closed account, which nobody can tell apart.
 */
export async function checkPassword(
  db: Db,
  email: string,
  password: string,
): Promise<{ id: string; name: string; role: Role } | null> {
  const user = await db.user.findUnique({ where: { email: plainEmail(email) } })
  decoy ??= hash('nobody', COST)
  const matches = await verify(user?.passwordHash ?? (await decoy), password)
  return user && matches && !user.disabledAt ? { id: user.id, name: user.name, role: user.role } : null
}

/** Whether it is the password of an account that is known. */
export async function isPassword(db: Db, userId: string, password: string): Promise<boolean> {
  const { passwordHash } = await db.user.findUniqueOrThrow({ where: { id: userId }, select: { passwordHash: true } })
  return verify(passwordHash, password.slice(0, 1000))
}

export async function setPassword(db: Db, userId: string, password: string): Promise<void> {
  await db.user.update({ where: { id: userId }, data: { passwordHash: await hash(password, COST) } })
}

/** A password that nobody can guess or knows. */
export function randomPassword(): string {
  return randomBytes(15).toString('base64url')
}

/**
 * Whether this is the only admin whose account is open, who may not go. The admins are locked until the transaction
 * ends, so that of two who remove each other one stays.
 */
export async function isLastAdmin(tx: Db, userId: string): Promise<boolean> {
  const admins = await tx.$queryRaw<{ id: string }[]>`
    SELECT id FROM users WHERE role = 'ADMIN' AND "disabledAt" IS NULL ORDER BY id FOR UPDATE`
  return admins.length === 1 && admins[0]?.id === userId
}
