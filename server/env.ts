/** The settings, from the environment, checked once. */
import { z } from 'zod'

const port = z.coerce.number('PORT is not a number').int().min(0).max(65535, 'PORT is above 65535')

const hops = z.coerce
  .number('PALMARES_BEHIND_PROXY is not a number of proxies')
  .int('PALMARES_BEHIND_PROXY is not a number of proxies')
  .min(0, 'PALMARES_BEHIND_PROXY is below 0')
  .max(9, 'PALMARES_BEHIND_PROXY is above 9')

const settings = z.object({
  PORT: port.default(3000),
  HOST: z.string().default('localhost'),
  /** How many processes run the application, beside the edge. */
  WEB_CONCURRENCY: z.coerce.number('WEB_CONCURRENCY is not a number').int().min(1).max(64).default(1),
  PALMARES_DATA: z.string().min(1).default('./data'),
  DATABASE_URL: z
    .string()
    .regex(/^postgres(ql)?:\/\//, 'DATABASE_URL does not begin with postgresql://')
    .optional(),
  /** Where the public finds the site, if it stands behind a proxy: "https://palmares.example". */
  PALMARES_URL: z.url('PALMARES_URL is not an address').optional(),
  /** How many proxies of ours stand before the application, each of which adds to X-Forwarded-For. */
  PALMARES_BEHIND_PROXY: hops.default(0),
  PALMARES_SECRET: z.string().min(32, 'PALMARES_SECRET is shorter than 32 characters').optional(),
  PALMARES_ADMIN_EMAIL: z.email('PALMARES_ADMIN_EMAIL is not an e-mail address').optional(),
  PALMARES_ADMIN_PASSWORD: z.string().min(10, 'PALMARES_ADMIN_PASSWORD is shorter than 10 characters').optional(),
  /** The server that takes our mail: "smtp://user:password@mail.example:587"; without one, links are handed over. */
  SMTP_URL: z
    .string()
    .regex(/^smtps?:\/\//, 'SMTP_URL does not begin with smtp:// or smtps://')
    .optional(),
  /** Who our mail is from: "Palmarès <palmares@example.org>". */
  MAIL_FROM: z.string().includes('@', 'MAIL_FROM contains no e-mail address').optional(),
  /** A provider of OpenID Connect at which people may sign in; all three or none. */
  AUTH_OIDC_ISSUER: z.url('AUTH_OIDC_ISSUER is not an address').optional(),
  AUTH_OIDC_ID: z.string().optional(),
  AUTH_OIDC_SECRET: z.string().optional(),
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

/** How many proxies of ours are to be believed; none where the setting is no number. */
export function proxyHops({ PALMARES_BEHIND_PROXY }: Record<string, string | undefined>): number {
  const read = hops.safeParse(PALMARES_BEHIND_PROXY || '0')
  return read.success ? read.data : 0
}

/**
 * The keys that sign cookies, the newest first: it signs, and what any of them has signed is still valid, so a key can be
 * replaced without signing everybody out. A text with commas is one key where a part of it would be too short for one.
 */
export function secretsOf(setting: string): string[] {
  const parts = setting.split(',').map((part) => part.trim())
  return parts.every((part) => part.length >= 32) ? parts : [setting]
}
