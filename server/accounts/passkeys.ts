/** Passkeys (WebAuthn): as a second factor, or instead of the password where the device has asked who it is. */
import {
  type AuthenticationResponseJSON,
  generateAuthenticationOptions,
  generateRegistrationOptions,
  type PublicKeyCredentialCreationOptionsJSON,
  type PublicKeyCredentialRequestOptionsJSON,
  type RegistrationResponseJSON,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
} from '@simplewebauthn/server'
import type { Client, Db } from '@/prisma/client'
import { factorAdded, factorRemoved, type Person } from './factor-changes'

const LOOPBACK = /^(localhost|127\.\d+\.\d+\.\d+|\[::1\])$/
const MOST_PASSKEYS = 20

/**
 * The name that passkeys are bound to, and the origins they are used on. A passkey needs a name, so a site at
 * 127.0.0.1 has its passkeys at localhost.
 */
function relyingParty(): { rpID: string; origins: string[] } {
  const site = new URL(process.env.PALMARES_URL || 'http://localhost:3000')
  if (!LOOPBACK.test(site.hostname)) return { rpID: site.hostname, origins: [site.origin] }
  return { rpID: 'localhost', origins: [`${site.protocol}//localhost${site.port && `:${site.port}`}`] }
}

/** What a browser is asked, and the challenge that its answer must contain. */
export interface Asked<Options> {
  options: Options
  challenge: string
}

export async function askForNewPasskey(db: Db, userId: string): Promise<Asked<PublicKeyCredentialCreationOptionsJSON>> {
  const { email, name, passkeys } = await db.user.findUniqueOrThrow({
    where: { id: userId },
    include: { passkeys: { select: { id: true, transports: true } } },
  })
  const options = await generateRegistrationOptions({
    rpName: 'Palmarès',
    rpID: relyingParty().rpID,
    userName: email,
    userDisplayName: name,
    userID: new Uint8Array(Buffer.from(userId)),
    excludeCredentials: passkeys,
    authenticatorSelection: { residentKey: 'preferred', userVerification: 'preferred' },
  })
  return { options, challenge: options.challenge }
}

/**
 * Keeps the passkey that a browser has made.
 *
 * @param name what its owner calls it.
 * @returns null where the answer does not fit the challenge; else the recovery codes to show once, or none.
 */
export async function savePasskey(
  db: Client,
  person: Person,
  { name, challenge, response }: { name: string; challenge: string; response: RegistrationResponseJSON },
): Promise<{ recoveryCodes: string[] } | null> {
  const { rpID, origins } = relyingParty()
  const { registrationInfo } = await verifyRegistrationResponse({
    response,
    expectedChallenge: challenge,
    expectedOrigin: origins,
    expectedRPID: rpID,
    requireUserVerification: false,
  }).catch(() => ({ registrationInfo: undefined }))
  if (!registrationInfo) return null
  const { id, publicKey, counter, transports = [] } = registrationInfo.credential
  return db.$transaction(async (tx) => {
    const isTaken = (await tx.passkey.count({ where: { id } })) > 0
    if (isTaken || (await tx.passkey.count({ where: { userId: person.userId } })) >= MOST_PASSKEYS) return null
    await tx.passkey.create({
      data: {
        id,
        userId: person.userId,
        name,
        publicKey: Buffer.from(publicKey),
        counter: BigInt(counter),
        transports,
      },
    })
    return { recoveryCodes: (await factorAdded(tx, person, `passkey “${name}”`)) ?? [] }
  })
}

/** @param userId whose passkeys; without it, any that the device knows of this site, which must then ask who it is. */
export async function askForPasskey(db: Db, userId?: string): Promise<Asked<PublicKeyCredentialRequestOptionsJSON>> {
  const options = await generateAuthenticationOptions({
    rpID: relyingParty().rpID,
    userVerification: userId ? 'preferred' : 'required',
    allowCredentials: userId
      ? await db.passkey.findMany({ where: { userId }, select: { id: true, transports: true } })
      : [],
  })
  return { options, challenge: options.challenge }
}

/**
 * Checks the answer of a device.
 *
 * @param userId as for `askForPasskey`.
 * @returns whose passkey it is; null where it is nobody's, of an account that is not open, or does not fit.
 */
export async function takePasskey(
  db: Db,
  { challenge, response, userId }: { challenge: string; response: AuthenticationResponseJSON; userId?: string },
): Promise<string | null> {
  const passkey = await db.passkey.findFirst({
    where: { id: String(response?.id), ...(userId && { userId }), user: { disabledAt: null } },
  })
  if (!passkey) return null
  const { rpID, origins } = relyingParty()
  const answer = await verifyAuthenticationResponse({
    response,
    expectedChallenge: challenge,
    expectedOrigin: origins,
    expectedRPID: rpID,
    credential: {
      id: passkey.id,
      publicKey: new Uint8Array(passkey.publicKey),
      counter: Number(passkey.counter),
      transports: passkey.transports,
    },
    requireUserVerification: userId === undefined,
  }).catch(() => null)
  if (!answer?.verified) return null
  await db.passkey.update({
    where: { id: passkey.id },
    data: { counter: BigInt(answer.authenticationInfo.newCounter), lastUsedAt: new Date() },
  })
  return passkey.userId
}

export async function removePasskey(db: Client, person: Person, id: string): Promise<void> {
  await db.$transaction(async (tx) => {
    const passkey = await tx.passkey.findFirst({ where: { id, userId: person.userId } })
    if (!passkey) return
    await tx.passkey.delete({ where: { id } })
    await factorRemoved(tx, person, `passkey “${passkey.name}”`)
  })
}
