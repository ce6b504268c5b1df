/** Recovery codes: for somebody who has lost the second factor. */
import { randomBytes } from 'node:crypto'
import type { Client, Db } from '@/prisma/client'
import { recordEvent } from './audit'
import type { Person } from './factor-changes'
import { tokenHash } from './secrets'

const CODES = 10
// Without letters and digits that look alike. 32 of them, so that each byte's low five bits choose one evenly.
const LETTERS = 'abcdefghjkmnpqrstuvwxyz023456789'
const CODE_LENGTH = 16

/** Ten new recovery codes in place of those there were: shown once, kept as hashes. */
export async function makeRecoveryCodes(db: Client, { userId, visit }: Person): Promise<string[]> {
  return db.$transaction(async (tx) => {
    const codes = await replaceCodes(tx, userId)
    await recordEvent(tx, { kind: 'recovery-codes-made', userId, visit })
    return codes
  })
}

/** The same in the transaction of something else. */
export async function replaceCodes(tx: Db, userId: string): Promise<string[]> {
  const codes = Array.from({ length: CODES }, newCode)
  await tx.recoveryCode.deleteMany({ where: { userId } })
  await tx.recoveryCode.createMany({ data: codes.map((code) => ({ userId, codeHash: hashOf(code) })) })
  return codes
}

function newCode(): string {
  const letters = [...randomBytes(CODE_LENGTH)].map((byte) => LETTERS[byte % LETTERS.length]).join('')
  return letters.replace(/(.{4})(?=.)/g, '$1-')
}

/** Spaces, dashes and capitals do not matter. */
function hashOf(code: string): string {
  return tokenHash(code.toLowerCase().replace(/[^a-z0-9]/g, ''))
}

/** @returns whether it was one of the account's codes that had not been used; it is used now. */
export async function takeRecoveryCode(db: Db, userId: string, code: string): Promise<boolean> {
  const { count } = await db.recoveryCode.updateMany({
    where: { userId, codeHash: hashOf(code), usedAt: null },
    data: { usedAt: new Date() },
  })
  return count === 1
}
