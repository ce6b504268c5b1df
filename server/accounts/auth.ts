import 'server-only'
import { Auth, type AuthConfig, raw, skipCSRFCheck } from '@auth/core'
import { CredentialsSignin } from '@auth/core/errors'
import { getToken } from '@auth/core/jwt'
import Credentials from '@auth/core/providers/credentials'
import { db } from '../db'
import { forgiveSignIn, limitSignIn } from './sign-in-limits'
import { checkPassword } from './users'

const BASE_PATH = '/api/auth'
const SESSION_SECONDS = 30 * 24 * 60 * 60

/** The canonical origin; the address in a request is not trusted. */
function origin(): string {
  return process.env.PALMARES_URL || 'http://localhost:3000'
}

const isSecure = () => origin().startsWith('https:')

function secret(): string {
  const { PALMARES_SECRET } = process.env
  if (!PALMARES_SECRET) throw new Error('PALMARES_SECRET is not set: start Palmarès with `npm start`.')
  return PALMARES_SECRET
}

/** Too many attempts from one address or on one account. */
export class TooManyAttempts extends CredentialsSignin {
  override code = 'too_many_attempts'
}

function config(): AuthConfig {
  return {
    secret: secret(),
    trustHost: true,
    basePath: BASE_PATH,
    useSecureCookies: isSecure(),
    pages: { signIn: '/sign-in', error: '/sign-in' },
    session: { strategy: 'jwt', maxAge: SESSION_SECONDS },
    // A wrong password is not an incident; the limiter counts it.
    logger: { error: (error) => error instanceof CredentialsSignin || console.error(error) },
    providers: [
      Credentials({
        credentials: { email: {}, password: {} },
        authorize: async ({ email, password }, request) => {
          if (typeof email !== 'string' || typeof password !== 'string' || password.length > 1000) return null
          const address = request.headers.get('x-forwarded-for')?.split(',')[0]?.trim() || 'unknown'
          if (!(await limitSignIn(db(), address, email))) throw new TooManyAttempts()
          const user = await checkPassword(db(), email, password)
          if (!user) return null
          await forgiveSignIn(db(), address, email)
          const session = await db().session.create({
            data: { userId: user.id, expiresAt: new Date(Date.now() + SESSION_SECONDS * 1000) },
          })
          return { id: user.id, name: user.name, sessionId: session.id }
        },
      }),
    ],
    callbacks: {
      jwt: ({ token, user }) => {
        if (user && 'sessionId' in user) return { sub: user.id, sessionId: user.sessionId }
        return token
      },
    },
  }
}

/** The handler of /api/auth/*. */
export function handleAuth(request: Request): Promise<Response> {
  const { pathname, search } = new URL(request.url)
  return Auth(new Request(new URL(pathname + search, origin()), request), config())
}

export interface AuthCookie {
  name: string
  value: string
  options: Record<string, unknown>
}

/**
 * Signs in with an e-mail address and a password.
 *
 * @param headers the request's own: they carry the address that attempts are counted by.
 * @returns the cookies to set; 'refused' for a wrong pair, 'limited' for too many attempts.
 */
export async function signIn(
  email: string,
  password: string,
  headers: Headers,
): Promise<AuthCookie[] | 'refused' | 'limited'> {
  const request = new Request(new URL(`${BASE_PATH}/callback/credentials`, origin()), {
    method: 'POST',
    headers: {
      'content-type': 'application/x-www-form-urlencoded',
      'x-forwarded-for': headers.get('x-forwarded-for') ?? '',
    },
    body: new URLSearchParams({ email, password, callbackUrl: origin() }),
  })
  try {
    const { cookies } = await Auth(request, { ...config(), raw, skipCSRFCheck })
    return (cookies ?? []) as AuthCookie[]
  } catch (error) {
    if (error instanceof TooManyAttempts) return 'limited'
    if (error instanceof CredentialsSignin) return 'refused'
    throw error
  }
}

/** The session id in a request's cookies, if its signature is ours; the session may have ended since. */
export async function sessionIdOf(cookieHeader: string): Promise<string | null> {
  const token = await getToken({
    req: new Request(origin(), { headers: { cookie: cookieHeader } }),
    secret: secret(),
    secureCookie: isSecure(),
  })
  return typeof token?.sessionId === 'string' ? token.sessionId : null
}

/** The session's cookie, and the chunks that a long one is cut into. */
export function isSessionCookie(name: string): boolean {
  return /^(__Secure-)?authjs\.session-token/.test(name)
}
