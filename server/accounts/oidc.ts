/**
 * Signing in at a provider of OpenID Connect, where the settings name one. Only who has an account here, or was invited,
 * comes in by it, and only with an address that the provider has verified.
 */
import { Auth, type AuthConfig, raw, skipCSRFCheck } from '@auth/core'
import type { Client } from '@/prisma/client'
import { recordEvent } from './audit'
import { secrets, siteOrigin } from './signing'
import { createUser, plainEmail, randomPassword } from './users'
import type { Visit } from './visit'

const BASE_PATH = '/sign-in/oidc'
const PROVIDER = 'provider'

export interface OidcCookie {
  name: string
  value: string
  options: Record<string, unknown>
}

/** Somebody as the provider tells of them. */
export interface OidcPerson {
  email: string
  name: string
}

export function isOidcSetUp(): boolean {
  const { AUTH_OIDC_ISSUER, AUTH_OIDC_ID, AUTH_OIDC_SECRET } = process.env
  return Boolean(AUTH_OIDC_ISSUER && AUTH_OIDC_ID && AUTH_OIDC_SECRET)
}

/** @param onPerson is given whom the provider has recognised. */
function config(onPerson: (person: OidcPerson) => void = () => {}): AuthConfig {
  return {
    secret: secrets(),
    trustHost: true,
    basePath: BASE_PATH,
    useSecureCookies: siteOrigin().startsWith('https:'),
    session: { strategy: 'jwt' },
    // What goes wrong on the way is said in one line below.
    logger: { error: () => {} },
    providers: [
      {
        id: PROVIDER,
        name: 'OpenID Connect',
        type: 'oidc',
        issuer: process.env.AUTH_OIDC_ISSUER,
        clientId: process.env.AUTH_OIDC_ID,
        clientSecret: process.env.AUTH_OIDC_SECRET,
        authorization: { params: { scope: 'openid email profile' } },
        // Providers put the address in the answer to a question of its own rather than in the token.
        idToken: false,
        checks: ['pkce', 'state', 'nonce'],
      },
    ],
    callbacks: {
      // The session is ours, and is made after the second step: the library makes none.
      signIn: ({ profile }) => {
        if (profile?.email && profile.email_verified === true) {
          onPerson({ email: plainEmail(profile.email), name: profile.name ?? '' })
        }
        return siteOrigin()
      },
    },
  }
}

/** Where to send the browser, with the cookies that its way back is checked by. */
export async function beginOidc(): Promise<{ to: string; cookies: OidcCookie[] }> {
  const request = new Request(new URL(`${BASE_PATH}/signin/${PROVIDER}`, siteOrigin()), { method: 'POST' })
  const { redirect, cookies } = await Auth(request, { ...config(), raw, skipCSRFCheck })
  if (!redirect) throw new Error('The provider of OpenID Connect gave no address to sign in at.')
  return { to: redirect, cookies: (cookies ?? []) as OidcCookie[] }
}

/**
 * Reads the way back from the provider.
 *
 * @param search of the address that the provider has led to.
 * @param cookie the header, with what `beginOidc` set.
 * @returns null where the provider refused, the address is not verified, or the way back is not of this browser.
 */
export async function finishOidc(search: string, cookie: string): Promise<OidcPerson | null> {
  let found: OidcPerson | null = null
  const request = new Request(new URL(`${BASE_PATH}/callback/${PROVIDER}${search}`, siteOrigin()), {
    headers: { cookie },
  })
  try {
    await Auth(request, {
      ...config((person) => {
        found = person
      }),
      raw,
    })
  } catch (error) {
    console.error('A sign-in by OpenID Connect has failed:', reasonOf(error))
    return null
  }
  return found
}

/** The library wraps what has happened in an error that only names a page about it. */
function reasonOf(error: unknown): string {
  const cause = error instanceof Error && (error.cause as { err?: Error } | undefined)?.err
  return cause ? cause.message : String(error)
}

/**
 * Whose account it is: one that is open, or that an invitation to the same address opens now.
 *
 * @returns null for somebody who has neither.
 */
export async function findOidcAccount(db: Client, { email, name }: OidcPerson, visit: Visit): Promise<string | null> {
  const user = await db.user.findUnique({ where: { email } })
  if (user) return user.disabledAt ? null : user.id
  return db.$transaction(async (tx) => {
    const open = { kind: 'INVITATION' as const, email, usedAt: null, expiresAt: { gt: new Date() } }
    const invitation = await tx.accountLink.findFirst({ where: open })
    if (!invitation?.role) return null
    const { count } = await tx.accountLink.updateMany({ where: open, data: { usedAt: new Date() } })
    if (count === 0) return null
    const person = { email, name: name.slice(0, 80) || email, role: invitation.role, password: randomPassword() }
    const { id } = await createUser(tx, person)
    await recordEvent(tx, { kind: 'account-opened', userId: id, visit, details: { role: invitation.role } })
    return id
  })
}
