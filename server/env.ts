/** The settings, from the environment, checked once. */
import { z } from 'zod'

const port = z.coerce.number('PORT is not a number').int().min(0).max(65535, 'PORT is above 65535')

const settings = z.object({
  PORT: port.default(3000),
  HOST: z.string().default('localhost'),
  PALMARES_DATA: z.string().min(1).default('./data'),
  DATABASE_URL: z
    .string()
    .regex(/^postgres(ql)?:\/\//, 'DATABASE_URL does not begin with postgresql://')
    .optional(),
  /** Where the public finds the site, if it stands behind a proxy: "https://palmares.example". */
  PALMARES_URL: z.url('PALMARES_URL is not an address').optional(),
  /** "1" where a proxy of ours sets X-Forwarded-For; otherwise that header is not believed. */
  PALMARES_BEHIND_PROXY: z.enum(['0', '1']).default('0'),
  PALMARES_SECRET: z.string().min(32, 'PALMARES_SECRET is shorter than 32 characters').optional(),
  PALMARES_ADMIN_EMAIL: z.email('PALMARES_ADMIN_EMAIL is not an e-mail address').optional(),
  PALMARES_ADMIN_PASSWORD: z.string().min(10, 'PALMARES_ADMIN_PASSWORD is shorter than 10 characters').optional(),
})

export type Settings = z.infer<typeof settings>

/**
 * @throws an Error whose message is one line that names the setting that does not fit.
 */
export function readSettings(environment: Record<string, string | undefined>): Settings {
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ''))
  const parsed = settings.safeParse(given)
  if (parsed.success) return parsed.data
  const [issue] = parsed.error.issues
  throw new Error(issue ? `${issue.path.join('.')}: ${issue.message}` : 'The settings are not valid.')
}

/** The site's address as the public types it, without a slash at the end. */
export function siteUrl({ PALMARES_URL, HOST, PORT }: Settings): string {
  const host = HOST === '0.0.0.0' || HOST === '::' ? 'localhost' : HOST
  return PALMARES_URL?.replace(/\/$/, '') ?? `http://${host.includes(':') ? `[${host}]` : host}:${PORT}`
}
