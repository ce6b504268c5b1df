import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import Provider from 'oidc-provider'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Client } from '@/prisma/client'
import { openTestDatabase, type TestDatabase } from '@/testing/database'
import { beginOidc, findOidcAccount, finishOidc, type OidcPerson } from './oidc'
import { invite } from './people'
import { createUser } from './users'

const VISIT = { network: null, device: null }
const SITE = 'http://127.0.0.1:3999'

let database: TestDatabase
let db: Client
let server: Server
const before = { ...process.env }

/** What the provider knows of each of its people, by their number. */
const CLAIMS: Record<string, object> = {
  oyuna: { email: 'Oyuna@palmares.example', email_verified: true, name: 'Oyuna' },
  unverified: { email: 'oyuna@palmares.example', email_verified: false, name: 'Not Oyuna' },
}

beforeAll(async () => {
  database = await openTestDatabase('embedded')
  db = database.db
  server = createServer()
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const provider = new Provider(issuer, {
    clients: [
      {
        client_id: 'palmares',
        client_secret: 'a secret between the two',
        redirect_uris: [`${SITE}/sign-in/oidc/callback/provider`],
      },
    ],
    cookies: { keys: ['a key of the provider'] },
    claims: { openid: ['sub'], email: ['email', 'email_verified'], profile: ['name'] },
    findAccount: (_, sub) => ({ accountId: sub, claims: () => ({ sub, ...CLAIMS[sub] }) }),
  })
  server.on('request', provider.callback())
  Object.assign(process.env, {
    PALMARES_URL: SITE,
    PALMARES_SECRET: process.env.PALMARES_SECRET ?? 'a secret of the tests, long enough for one',
    AUTH_OIDC_ISSUER: issuer,
    AUTH_OIDC_ID: 'palmares',
    AUTH_OIDC_SECRET: 'a secret between the two',
  })
})
afterAll(async () => {
  for (const name of ['PALMARES_URL', 'AUTH_OIDC_ISSUER', 'AUTH_OIDC_ID', 'AUTH_OIDC_SECRET']) {
    if (before[name] === undefined) delete process.env[name]
    else process.env[name] = before[name]
  }
  await new Promise((closed) => server.close(closed))
  await database.close()
})

/** A browser with its cookies, which follows the provider's pages and signs in there as somebody. */
async function signInAtProvider(to: string, login: string): Promise<string> {
  const jar = new Map<string, string>()
  let address = to
  for (let step = 0; step < 20 && !address.startsWith(SITE); step++) {
    const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ')
    const isForm = new URL(address).pathname.startsWith('/interaction/')
    const page = isForm ? await (await fetch(address, { headers: { cookie } })).text() : ''
    const prompt = /name="prompt" value="(\w+)"/.exec(page)?.[1] ?? ''
    const answer = await fetch(address, {
      redirect: 'manual',
      headers: { cookie },
      ...(isForm && { method: 'POST', body: new URLSearchParams({ prompt, login, password: 'any' }) }),
    })
    for (const set of answer.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(set) ?? []
      jar.set(name, value)
    }
    address = new URL(answer.headers.get('location') ?? '', address).href
  }
  return new URL(address).search
}

async function signIn(login: string): Promise<{ person: OidcPerson | null; search: string; cookie: string }> {
  const { to, cookies } = await beginOidc()
  const search = await signInAtProvider(to, login)
  const cookie = cookies.map(({ name, value }) => `${name}=${value}`).join('; ')
  return { person: await finishOidc(search, cookie), search, cookie }
}

test('somebody whom the provider knows comes in with the account of the verified address', async () => {
  const password = 'correct horse battery staple'
  const { id } = await createUser(db, { email: 'oyuna@palmares.example', name: 'Oyuna', role: 'EDITOR', password })
  const { person } = await signIn('oyuna')
  expect(person).toEqual({ email: 'oyuna@palmares.example', name: 'Oyuna' })
  expect(person && (await findOidcAccount(db, person, VISIT))).toBe(id)
})

test('an address that the provider has not verified is nobody’s', async () => {
  expect((await signIn('unverified')).person).toBeNull()
})

test('a way back that began in another browser, or was used, leads nowhere', async () => {
  const { search, cookie } = await signIn('oyuna')
  const { cookies } = await beginOidc()
  const other = cookies.map(({ name, value }) => `${name}=${value}`).join('; ')
  expect(await finishOidc(search, other)).toBeNull()
  expect(await finishOidc(search, cookie)).toBeNull()
  expect(await finishOidc('?error=access_denied', cookie)).toBeNull()
})

test('a stranger opens no account, and an invited person does', async () => {
  const admin = await createUser(db, {
    email: 'admin@palmares.example',
    name: 'Admin',
    role: 'ADMIN',
    password: 'correct horse battery staple',
  })
  const person = { email: 'new@palmares.example', name: 'New' }
  expect(await findOidcAccount(db, person, VISIT)).toBeNull()
  await invite(db, { userId: admin.id, visit: VISIT }, { email: person.email, role: 'CONTRIBUTOR' })
  const id = await findOidcAccount(db, person, VISIT)
  expect(await db.user.findUnique({ where: { id: id ?? '' } })).toMatchObject({ ...person, role: 'CONTRIBUTOR' })
  expect(await findOidcAccount(db, person, VISIT)).toBe(id)
})
