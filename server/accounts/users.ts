import { hash, verify } from '@node-rs/argon2'
import type { Db } from '@/prisma/client'

export type Role = 'CONTRIBUTOR' | 'EDITOR' | 'ADMIN'

// argon2id is the library's default algorithm; the cost is OWASP's first recommendation (19 MiB, two passes).
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 }

/** @throws a Prisma error P2002 when the address is taken. */
export async function createUser(
  db: Db,
  { email, name, role, password }: { email: string; name: string; role: Role; password: string },
): Promise<{ id: string }> {
  return db.user.create({
    data: { email: email.trim().toLowerCase(), name, role, passwordHash: await hash(password, COST) },
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
  const user = await db.user.findUnique({ where: { email: email.trim().toLowerCase() } })
  decoy ??= hash('nobody', COST)
  const matches = await verify(user?.passwordHash ?? (await decoy), password)
  return user && matches && !user.disabledAt ? { id: user.id, name: user.name, role: user.role } : null
}
