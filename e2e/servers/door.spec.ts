/** What reaches the application at all, and how: asked over HTTP, without a browser. */
import { type APIRequestContext, expect, test } from '@playwright/test'
import { requestLine, sendRaw } from '../../testing/raw-request'
import { PASSWORD, USERS } from '../people'
import { type Site, startSite } from '../site'

const MB = 1024 * 1024

test.describe.configure({ mode: 'default' })
let site: Site
test.beforeAll(async () => {
  site = await startSite(`${process.env.PALMARES_E2E_RECORDS}/writing`)
})
test.afterAll(() => site.stop())

/** The head of a post whose body does not follow. */
function postHead(path: string, length: number, type = 'multipart/form-data; boundary=x'): string {
  const headers = { 'Content-Type': type, 'Content-Length': String(length) }
  return requestLine(`POST ${path} HTTP/1.1`, headers)
}

/** Signs in as the form does without JavaScript; the cookies stay with the request context. */
async function signIn(request: APIRequestContext, password = PASSWORD) {
  const page = await (await request.get(`${site.url}/sign-in`)).text()
  const multipart: Record<string, string> = { email: USERS.admin.email, password, next: '/admin' }
  for (const [input] of page.matchAll(/<input[^>]*type="hidden"[^>]*>/g)) {
    const [, name = ''] = /name="([^"]*)"/.exec(input) ?? []
    const [, value = ''] = /value="([^"]*)"/.exec(input) ?? []
    if (name.startsWith('$ACTION')) multipart[name] = value.replaceAll('&quot;', '"').replaceAll('&amp;', '&')
  }
  const headers = { origin: site.url }
  return request.post(`${site.url}/sign-in`, { multipart, headers, maxRedirects: 0 })
}

test('what is no address is answered with 400, at once, and harms nobody', async ({ request }) => {
  for (const target of ['//', '/\\', '/\\evil.example', 'http://[', '/%E0%A4%A', '/athletes/%00']) {
    const { status, body } = await sendRaw(site.url, requestLine(`GET ${target} HTTP/1.1`))
    expect(status, target).toBe(400)
    expect(body, target).toContain('is no address')
  }
  // Refused by Node itself.
  expect((await sendRaw(site.url, requestLine('GET athletes HTTP/1.1'))).status).toBe(400)
  expect((await request.get(`${site.url}/compare?add=%00`)).status()).toBe(400)
  expect((await sendRaw(site.url, requestLine('OPTIONS * HTTP/1.1'))).status).toBe(204)
  expect((await sendRaw(site.url, requestLine('TRACE / HTTP/1.1'))).status).toBe(405)
  expect(
    (await sendRaw(site.url, requestLine('GET / HTTP/1.1', { Upgrade: 'websocket', Connection: 'upgrade' }))).status,
  ).not.toBe(101)
  expect((await request.get(`${site.url}/`)).status()).toBe(200)
})

test('every answer has the headers of the house, errors and pictures included', async ({ request }) => {
  const foreign = { headers: { origin: 'https://elsewhere.example' }, multipart: { text: 'a list' } }
  const answers = {
    home: await request.get(`${site.url}/`),
    'the sign-in page': await request.get(`${site.url}/sign-in`),
    'a page that does not exist': await request.get(`${site.url}/nothing-here`),
    'open data': await request.get(`${site.url}/api/v1/athletes`),
    'a module': await request.get(`${site.url}/search.mjs`),
    'a picture that does not exist': await request.get(`${site.url}/photos/nothing/320.webp`),
    'a redirect': await request.get(`${site.url}/admin`, { maxRedirects: 0 }),
    'a foreign form': await request.post(`${site.url}/sign-out`, foreign),
    'a foreign upload': await request.post(`${site.url}/admin/import/upload`, foreign),
    'no address': await request.get(`${site.url}/compare?add=%00`),
  }
  for (const [what, answer] of Object.entries(answers)) {
    const headers = answer.headers()
    expect(headers['x-content-type-options'], what).toBe('nosniff')
    expect(headers['x-frame-options'], what).toBe('DENY')
    expect(headers['referrer-policy'], what).toBe('strict-origin-when-cross-origin')
    expect(headers['cross-origin-opener-policy'], what).toBe('same-origin')
    expect(headers['cross-origin-resource-policy'], what).toMatch(/^(same|cross)-origin$/)
    expect(headers['permissions-policy'], what).toContain('camera=()')
    expect(headers['content-security-policy'], what).toMatch(/frame-ancestors 'none'|default-src 'none'/)
    expect(headers['x-powered-by'], what).toBeUndefined()
    // Only where the site is reached by https.
    expect(headers['strict-transport-security'], what).toBeUndefined()
  }
  expect(answers['a foreign form'].status()).toBe(403)
  expect(answers['the sign-in page'].headers()['content-security-policy']).toMatch(/script-src 'self' 'nonce-/)
})

test('a post that is too large for its address is refused before it is read', async () => {
  for (const [path, length] of [
    ['/sign-in', 65 * 1024],
    ['/sign-out', 65 * 1024],
    ['/', 300 * MB],
    ['/api/auth/callback/credentials', 300 * MB],
    ['/admin/findings', 3 * MB],
    ['/admin/import/upload', 300 * MB],
    ['/admin/photos/upload', 64 * MB],
  ] as const) {
    const { status, headers } = await sendRaw(site.url, postHead(path, length))
    expect(status, path).toBe(413)
    expect(headers.connection, path).toBe('close')
  }
})

test('nor does it help to leave its length open', async () => {
  const chunk = `${(0x8000).toString(16)}\n${'x'.repeat(0x8000)}\n`
  const headers = { 'Content-Type': 'text/plain', 'Transfer-Encoding': 'chunked' }
  const answer = await sendRaw(site.url, requestLine('POST /sign-in HTTP/1.1', headers) + chunk.repeat(4))
  expect(answer.status).toBe(413)
})

test('a stranger’s upload is answered before its body is read, and nothing of it is returned', async ({ request }) => {
  for (const path of ['/admin/import/upload', '/admin/photos/upload?of=anybody']) {
    const { status, body } = await sendRaw(site.url, postHead(path, 7 * MB))
    expect(status, path).toBe(401)
    expect(body, path).toContain('/sign-in?next=')
  }
  const text = 'Mark,Name\n2:10:00,Somebody\n'
  const answer = await request.post(`${site.url}/admin/import/upload`, { multipart: { text }, maxRedirects: 0 })
  expect(await answer.text()).not.toContain('Somebody')
})

test('of the sign-in library’s own addresses none is open', async ({ request }) => {
  for (const path of ['session', 'csrf', 'providers', 'signin', 'signout', 'error', 'callback/credentials']) {
    expect((await request.get(`${site.url}/api/auth/${path}`)).status(), path).toBe(404)
    const headers = { origin: site.url }
    expect((await request.post(`${site.url}/api/auth/${path}`, { headers })).status(), path).toBe(404)
  }
})

test('pictures are not resized for strangers', async ({ request }) => {
  const answer = await request.get(`${site.url}/_next/image?url=%2Ficon.svg&w=640&q=75`)
  expect(answer.status()).toBe(404)
})

test('what a cursor or a filter may be is checked before it is used', async ({ request }) => {
  const cursors = ['%', JSON.stringify(['\0', 'x']), '['.repeat(400)]
  const addresses = [
    ...['/athletes?cursor=', '/athletes?letter=', '/api/v1/athletes?cursor=', '/athletes/ser-od-bat-ochir?asOf='],
    ...['/disciplines/marathon?cursor=', '/disciplines/marathon?year=', '/athletes/ser-od-bat-ochir?revision='],
    '/athletes/ser-od-bat-ochir/history?before=',
  ]
  for (const cursor of cursors) {
    for (const address of addresses) {
      const answer = await request.get(site.url + address + Buffer.from(cursor).toString('base64url'))
      expect(answer.status(), `${address}${cursor}`).toBeLessThan(500)
    }
  }
})

test('JSON without end in depth is refused, not an error of ours', async ({ request, playwright }) => {
  const stranger = await playwright.request.newContext()
  await signIn(request)
  const data = '['.repeat(30_000)
  const headers = { origin: site.url, 'content-type': 'application/json' }
  const answer = await request.post(`${site.url}/admin/sheet/people`, { data, headers })
  expect(answer.status()).toBe(400)

  const [, action = ''] =
    /\{&quot;id&quot;:&quot;(\w+)/.exec(await (await stranger.get(`${site.url}/sign-in`)).text()) ?? []
  const called = { ...headers, 'next-action': action, 'content-type': 'text/plain;charset=UTF-8' }
  expect((await stranger.post(`${site.url}/sign-in`, { data, headers: called })).status()).toBe(400)
  const state = { $ACTION_REF_1: '', '$ACTION_1:0': `{"id":"${action}","bound":"$@1"}`, '$ACTION_1:1': data }
  const sent = await stranger.post(`${site.url}/sign-in`, { multipart: state, headers: { origin: site.url } })
  expect(sent.status()).toBe(400)
  await stranger.dispose()
})

test('a form is only taken from a page of this site', async ({ request }) => {
  await signIn(request)
  const foreign: Record<string, string>[] = [
    { origin: 'https://elsewhere.example' },
    { origin: 'null' },
    { origin: site.url, 'sec-fetch-site': 'cross-site' },
    { 'sec-fetch-site': 'same-site' },
  ]
  for (const headers of foreign) {
    for (const path of ['/sign-out', '/admin/import/upload', '/admin/things/biography', '/admin/sheet/people']) {
      const answer = await request.post(`${site.url}${path}`, {
        headers,
        multipart: { text: 'a list' },
        maxRedirects: 0,
      })
      expect(answer.status(), `${path} ${JSON.stringify(headers)}`).toBe(403)
    }
  }
})

test('signing in leads to a page of this site, whatever the address asks for', async ({ request }) => {
  await signIn(request)
  const tricks = ['/.//evil.example', '//evil.example', '/\\evil.example', '/\t/evil.example', '/..//evil.example']
  for (const next of [...tricks, 'https://evil.example', '/sign-out', '/%73ign-out', '/api/v1/athletes', '/sign-in']) {
    const asked = `${site.url}/sign-in?next=${encodeURIComponent(next)}`
    const { location } = (await request.get(asked, { maxRedirects: 0 })).headers()
    expect(location, next).toBe('/admin')
  }
})

test('the reason why a form was refused is shown, and no text that an address brings', async ({ request }) => {
  await signIn(request)
  for (const path of ['/admin/import?', '/admin/things/photo/new?of=nobody&']) {
    const answer = await request.get(`${site.url}${path}problem=${encodeURIComponent('Call 555-0100')}`)
    expect(await answer.text(), path).not.toMatch(/role="alert"[\s\S]*555-0100/)
  }
  const headers = { origin: site.url }
  const sent = await request.post(`${site.url}/admin/import/upload`, { headers, multipart: { text: '' } })
  expect(await sent.text()).toContain('Choose a file, or paste a list.')
})

test('signing out ends the session, also for whoever has copied its cookie', async ({ request, playwright }) => {
  await signIn(request)
  const storageState = await request.storageState()
  const copy = await playwright.request.newContext({ storageState })
  expect((await copy.get(`${site.url}/admin`, { maxRedirects: 0 })).status()).toBe(200)
  await request.post(`${site.url}/sign-out`, { headers: { origin: site.url }, maxRedirects: 0 })
  expect((await copy.get(`${site.url}/admin`, { maxRedirects: 0 })).status()).toBe(307)
  await copy.dispose()
})

test('a device that has signed in before still can, whatever others have tried', async ({ request, playwright }) => {
  await signIn(request)
  await request.post(`${site.url}/sign-out`, { headers: { origin: site.url }, maxRedirects: 0 })
  const stranger = await playwright.request.newContext()
  const attempts = Array.from({ length: 12 }, async () => (await signIn(stranger, 'wrong')).text())
  expect((await Promise.all(attempts)).some((text) => /too many/i.test(text))).toBe(true)
  expect((await signIn(request)).status()).toBe(303)
  await stranger.dispose()
})
