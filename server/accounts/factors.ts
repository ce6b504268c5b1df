/** The second factors of an account, and who must have one. */
import type { Db } from '@/prisma/client'
import type { Role } from './users'

export interface Factors {
  /** Whether an authenticator app is set up. */
  app: boolean
  passkeys: { id: string; name: string; createdAt: string; lastUsedAt: string | null }[]
  /** How many recovery codes are left. */
  recoveryCodes: number
}

export async function findFactors(db: Db, userId: string): Promise<Factors> {
  const { totpSecret, passkeys, recoveryCodes } = await db.user.findUniqueOrThrow({
    where: { id: userId },
    select: {
      totpSecret: true,
      passkeys: { orderBy: { createdAt: 'asc' } },
      recoveryCodes: { where: { usedAt: null }, select: { codeHash: true } },
    },
  })
  return {
    app: totpSecret !== null,
    passkeys: passkeys.map(({ id, name, createdAt, lastUsedAt }) => ({
      id,
      name,
      createdAt: createdAt.toISOString(),
      lastUsedAt: lastUsedAt?.toISOString() ?? null,
    })),
    recoveryCodes: recoveryCodes.length,
  }
}

export async function hasSecondFactor(db: Db, userId: string): Promise<boolean> {
  const found = await db.user.findFirst({
    where: { id: userId, OR: [{ totpSecret: { not: null } }, { passkeys: { some: {} } }] },
    select: { id: true },
  })
  return found !== null
}

export async function lacksRequiredFactor(db: Db, { id, role }: { id: string; role: Role }): Promise<boolean> {
  const rule = await db.roleRule.findUnique({ where: { role } })
  return rule?.requiresSecondFactor === true && !(await hasSecondFactor(db, id))
}

/** Removes everything but the password, for somebody who has lost it all. */
export async function removeAllFactors(tx: Db, userId: string): Promise<void> {
  await tx.passkey.deleteMany({ where: { userId } })
  await tx.recoveryCode.deleteMany({ where: { userId } })
  await tx.user.update({ where: { id: userId }, data: { totpSecret: null, totpPending: null, totpUsedStep: null } })
}
