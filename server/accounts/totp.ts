/** Codes from an authenticator app (TOTP, RFC 6238). */
import { generateSecret, generateURI, verifySync } from 'otplib'
import encodeQR from 'qr'
import type { Client, Db } from '@/prisma/client'
import { factorAdded, factorRemoved, type Person } from './factor-changes'
import { seal, unseal } from './secrets'

/** A phone's clock may be half a minute off. */
const TOLERANCE_SECONDS = 30

export interface AppSetup {
  /** To be typed where the picture cannot be scanned, in groups of four. */
  key: string
  /** The same as a QR code: an SVG document. */
  picture: string
}

/** Begins to set up an app: a new secret, which counts once a code of it was typed. */
export async function beginApp(db: Db, userId: string): Promise<void> {
  await db.user.update({ where: { id: userId }, data: { totpPending: seal(generateSecret(), userId) } })
}

/** What the app needs to know; null where nothing was begun. */
export async function findAppSetup(db: Db, userId: string): Promise<AppSetup | null> {
  const { email, totpPending } = await db.user.findUniqueOrThrow({ where: { id: userId } })
  const secret = totpPending && unseal(totpPending, userId)
  if (!secret) return null
  const uri = generateURI({ issuer: 'Palmarès', label: email, secret })
  return { key: secret.replace(/(.{4})(?=.)/g, '$1 '), picture: encodeQR(uri, 'svg', { border: 4 }) }
}

/**
 * Ends the setting up with a first code.
 *
 * @returns null for a wrong code; else the recovery codes to show once, none where there were some.
 */
export async function confirmApp(
  db: Client,
  person: Person,
  code: string,
): Promise<{ recoveryCodes: string[] } | null> {
  const { userId } = person
  return db.$transaction(async (tx) => {
    const { totpPending } = await tx.user.findUniqueOrThrow({ where: { id: userId } })
    const step = totpPending ? stepOf(unseal(totpPending, userId), code) : null
    if (step === null) return null
    await tx.user.update({
      where: { id: userId },
      data: { totpSecret: totpPending, totpPending: null, totpUsedStep: step },
    })
    return { recoveryCodes: (await factorAdded(tx, person, 'authenticator app')) ?? [] }
  })
}

/** Whether a code is the app's of this half minute or one beside it, and has not been used before. */
export async function takeAppCode(db: Db, userId: string, code: string): Promise<boolean> {
  const { totpSecret } = await db.user.findUniqueOrThrow({ where: { id: userId } })
  const step = totpSecret ? stepOf(unseal(totpSecret, userId), code) : null
  if (step === null) return false
  const { count } = await db.user.updateMany({
    where: { id: userId, OR: [{ totpUsedStep: null }, { totpUsedStep: { lt: step } }] },
    data: { totpUsedStep: step },
  })
  return count === 1
}

export async function removeApp(db: Client, person: Person): Promise<void> {
  await db.$transaction(async (tx) => {
    await tx.user.update({ where: { id: person.userId }, data: { totpSecret: null, totpPending: null } })
    await factorRemoved(tx, person, 'authenticator app')
  })
}

/** The number of the half minute that a code belongs to; null for a wrong one. */
function stepOf(secret: string | null, typed: string): number | null {
  const token = typed.replace(/\s/g, '')
  if (secret === null || !/^\d{6}$/.test(token)) return null
  const checked = verifySync({ secret, token, epochTolerance: TOLERANCE_SECONDS })
  return checked.valid && 'epoch' in checked ? Math.floor(checked.epoch / 30) : null
}
