import { afterEach, describe, expect, test, vi } from 'vitest'
import { refuseForeignForm } from './foreign-form'

afterEach(() => void vi.unstubAllEnvs())

/** The status of the refusal; null where the form is taken. */
function send(headers: Record<string, string>, method = 'POST'): number | null {
  const asked = { method, headers: new Headers({ host: 'palmares.example', ...headers }) }
  return refuseForeignForm(asked)?.status ?? null
}

const SESSION = { cookie: 'other=1; authjs.session-token=x' }

describe('a form is taken', () => {
  test.each([
    ['from this site', { origin: 'https://palmares.example', 'sec-fetch-site': 'same-origin' }],
    ['from this site by a browser that says less', { origin: 'https://palmares.example' }],
    ['from a program, which has no cookies of somebody', {}],
    ['from nowhere, where nobody is signed in', { origin: 'null' }],
  ])('%s', (_, headers) => {
    vi.stubEnv('PALMARES_URL', 'https://palmares.example')
    expect(send(headers)).toBeNull()
  })

  test('from the address that is asked, where the site has no other', () => {
    vi.stubEnv('PALMARES_URL', 'http://localhost:3000')
    expect(send({ host: '127.0.0.1:3000', origin: 'http://127.0.0.1:3000', ...SESSION })).toBeNull()
  })

  test('from the name that a proxy of ours was asked by', () => {
    const headers = { host: '10.0.0.5', 'x-forwarded-host': 'palmares.example', origin: 'http://palmares.example' }
    vi.stubEnv('PALMARES_URL', '')
    expect(send(headers)).toBe(403)
    vi.stubEnv('PALMARES_BEHIND_PROXY', '2')
    expect(send(headers)).toBeNull()
  })
})

describe('a form is refused', () => {
  test.each([
    ['from another site', { origin: 'https://evil.example' }],
    ['from another port', { origin: 'https://palmares.example:8443' }],
    ['from a neighbouring host', { origin: 'https://blog.palmares.example', 'sec-fetch-site': 'same-site' }],
    ['from elsewhere, as the browser says', { origin: 'https://palmares.example', 'sec-fetch-site': 'cross-site' }],
    ['from elsewhere, where only that is said', { 'sec-fetch-site': 'cross-site' }],
    ['from a sandbox, with a session', { origin: 'null', ...SESSION }],
    ['from a sandbox, with a session of https', { origin: 'null', cookie: '__Secure-authjs.session-token.0=x' }],
    ['from a sandbox, from a known device', { origin: 'null', cookie: '__Host-palmares-device=x' }],
    ['from the unencrypted page of an encrypted site', { origin: 'http://palmares.example' }],
    ['from what is no origin', { origin: 'palmares.example' }],
  ])('%s', (_, headers) => {
    vi.stubEnv('PALMARES_URL', 'https://palmares.example')
    expect(send(headers)).toBe(403)
  })
})

test('reading is free', () => {
  expect(send({ origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' }, 'GET')).toBeNull()
})
