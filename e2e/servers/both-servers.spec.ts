/** The application is safe and right by itself, and the edge in front of it changes nothing of that. */
import { expect, type Page, test } from '@playwright/test'
import { requestLine, sendRaw } from '../../testing/raw-request'
import { API, expectSaved, formOf, giveReason, type OpenResult, PROFILE, RESULTS, SOURCE, save } from '../desk'
import { PASSWORD, USERS } from '../people'
import { startPlainNext } from '../plain-next'
import { type Site, startSite } from '../site'

const SERVERS = {
  'npm start': () => startSite(`${process.env.PALMARES_E2E_RECORDS}/writing`),
  'next start on a PostgreSQL': startPlainNext,
}

for (const [name, start] of Object.entries(SERVERS)) {
  test.describe(name, () => {
    test.describe.configure({ mode: 'default' })
    let site: Site | null
    test.beforeAll(async () => {
      test.setTimeout(240_000)
      site = await start()
    })
    test.afterAll(() => site?.stop())
    test.beforeEach(() => test.skip(site === null, 'There is no PostgreSQL on this machine.'))

    const address = (path: string) => `${site?.url}${path}`

    test('a stranger is sent from the desk to the sign-in page', async ({ request }) => {
      for (const path of ['/admin', '/admin/findings', '/admin/results/anything']) {
        const answer = await request.get(address(path), { maxRedirects: 0 })
        expect(answer.status(), path).toBe(307)
        expect(answer.headers().location, path).toMatch(/^\/sign-in\?next=/)
      }
    })

    test('a form that another site sends is refused', async ({ request }) => {
      for (const path of ['/sign-out', '/sign-in', '/admin/import/upload', PROFILE]) {
        const multipart = { text: 'a list' }
        const foreign = { headers: { origin: 'https://elsewhere.example' }, maxRedirects: 0, multipart }
        expect((await request.post(address(path), foreign)).status(), path).toBe(403)
      }
      const own = { headers: { origin: site?.url ?? '' }, maxRedirects: 0 }
      expect((await request.post(address('/sign-out'), own)).status()).toBe(303)
    })

    test('what is no address, and a body that is too large, are refused unread; every answer has the site’s headers', async ({
      request,
    }) => {
      expect((await sendRaw(address(''), requestLine('GET // HTTP/1.1'))).status).toBe(400)
      const head = requestLine('POST /sign-in HTTP/1.1', { 'Content-Length': String(300 * 1024 * 1024) })
      const refused = await sendRaw(address(''), head)
      expect([refused.status, refused.headers.connection]).toEqual([413, 'close'])
      const upload = { 'Content-Type': 'multipart/form-data; boundary=x', 'Content-Length': String(19 * 1024 * 1024) }
      const stranger = await sendRaw(address(''), requestLine('POST /admin/import/upload HTTP/1.1', upload))
      expect(stranger.status).toBe(401)
      const page = await request.get(address('/sign-in'))
      for (const headers of [refused.headers, stranger.headers, page.headers()]) {
        expect(headers['x-content-type-options']).toBe('nosniff')
        expect(headers['cross-origin-opener-policy']).toBe('same-origin')
      }
    })

    test('what does not exist answers 404, and what is still to come as of a day says so', async ({ page }) => {
      const missing = await page.goto(address('/athletes/nobody'))
      expect(missing?.status()).toBe(404)
      await expect(page.getByRole('heading', { level: 1 })).toHaveText('This page did not start')
      const before = await page.goto(address(`${PROFILE}?asOf=2000-01-01`))
      expect(before?.status()).toBe(404)
      expect(before?.headers()['x-robots-tag']).toBe('noindex')
      await expect(page.getByRole('main')).toContainText('Ser-Od Bat-Ochir')
    })

    test('open data may be read from any page', async ({ request }) => {
      const answer = await request.get(address('/api/v1/athletes'))
      expect(answer.headers()['access-control-allow-origin']).toBe('*')
    })

    test('pages work under their content security policy, a save is seen at once, a withdrawn result is gone', async ({
      page,
    }) => {
      const complaints: string[] = []
      page.on('console', (message) => {
        if (message.type() === 'error' && !/^Failed to load/.test(message.text())) complaints.push(message.text())
      })
      page.on('response', (response) => {
        if (response.status() >= 400 && response.status() !== 410)
          complaints.push(`${response.status()} ${response.url()}`)
      })
      for (const path of [PROFILE, '/sign-in']) {
        const answer = await page.goto(address(path))
        const policy = answer?.headers()['content-security-policy'] ?? ''
        expect(policy, path).toMatch(/script-src 'self'/)
        expect(/script-src ([^;]*)/.exec(policy)?.[1], path).not.toMatch(/unsafe-inline|unsafe-eval/)
      }
      await signIn(page)
      const { id } = await correct(page, address(''))
      await page.goto(address(RESULTS))
      await expect(page.locator(`#r-${id}`)).toContainText('2:22:22')

      await withdraw(page, address(''), id)
      const gone = await page.goto(address(`/results/${id}`))
      expect(gone?.status()).toBe(410)
      expect(complaints).toEqual([])
    })

    // The last, because nobody can sign in from this address afterwards.
    test('attempts to sign in are counted by the connection’s address, whatever the header says', async ({
      browser,
    }) => {
      const page = await browser.newPage({ javaScriptEnabled: false })
      await page.goto(address('/sign-in'))
      const attempt = async (number: number) => {
        const form = await formOf(page, 'Sign in')
        // Each attempt is on another account, so only the address can be what is limited.
        form.set('email', `nobody-${number}@palmares.example`)
        form.set('password', 'wrong')
        const headers = { origin: site?.url ?? '', 'x-forwarded-for': `192.0.2.${number}` }
        return (await page.request.post(address('/sign-in'), { multipart: form, headers })).text()
      }
      for (let number = 1; number <= 30; number++) expect(await attempt(number), `${number}`).not.toMatch(/too many/i)
      expect(await attempt(31)).toMatch(/too many/i)
      await page.close()
    })
  })
}

/** On the sign-in page, as a browser with JavaScript does it: the answer needs Next's runtime to be allowed. */
async function signIn(page: Page): Promise<void> {
  await page.getByLabel('E-mail').fill(USERS.admin.email)
  await page.getByLabel('Password').fill(PASSWORD)
  await page.getByRole('button', { name: 'Sign in' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Editing')
}

async function correct(page: Page, url: string): Promise<{ id: string }> {
  const { results } = (await (await page.request.get(url + API)).json()) as { results: OpenResult[] }
  const id = results.find(({ competition }) => competition.slug === '2013-daegu-marathon')?.id ?? ''
  await page.goto(`${url}/admin/results/${id}`)
  await page.getByLabel('Mark', { exact: true }).fill('2:22:22')
  await giveReason(page)
  await save(page)
  return { id }
}

async function withdraw(page: Page, url: string, id: string): Promise<void> {
  await page.goto(`${url}/admin/results/${id}`)
  await page.getByText('Withdraw this result').click()
  await page.getByLabel('Why it is withdrawn').fill('Counted twice')
  await page.getByLabel('Which source says so').fill(SOURCE)
  await page.getByLabel('Where it says so').fill('row 3')
  await page.getByRole('button', { name: 'Withdraw the result' }).click()
  await expectSaved(page, 'Withdrawn')
}
