/**
 * What every browser test stands on: a served record of its worker's own, and a page on which an error in the
 * browser's console fails the test.
 */
import { type ChildProcess, spawn } from 'node:child_process'
import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type BrowserContext, test as base, expect, type Page } from '@playwright/test'
import { PASSWORD, USERS } from './people'

export { expect }

interface Site {
  url: string
}

interface Fixtures {
  /** Signs somebody in, in a browser context of their own. */
  signIn: (who: keyof typeof USERS, options?: { javaScriptEnabled?: boolean }) => Promise<Page>
  quietConsole: null
}

export const test = base.extend<Fixtures, { site: Site }>({
  site: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixture's needs from the pattern.
    async ({}, use) => {
      const data = mkdtempSync(join(tmpdir(), 'palmares-e2e-'))
      cpSync(process.env.PALMARES_E2E_BASE ?? '', data, { recursive: true })
      const server = spawn(process.execPath, ['--conditions=react-server', '--import', 'tsx', 'scripts/serve.ts'], {
        env: { ...process.env, PORT: '0', HOST: '127.0.0.1', PALMARES_DATA: data, DATABASE_URL: '' },
      })
      await use({ url: await addressOf(server) })
      const ended = new Promise((done) => server.on('exit', done))
      server.kill('SIGTERM')
      await ended
      rmSync(data, { recursive: true, force: true })
    },
    { scope: 'worker', timeout: 120_000 },
  ],

  baseURL: async ({ site }, use) => use(site.url),

  quietConsole: [
    async ({ context }, use) => {
      const errors = listenForErrors(context)
      await use(null)
      expect(errors, 'errors in the browser console').toEqual([])
    },
    { auto: true },
  ],

  signIn: async ({ browser, baseURL }, use) => {
    const contexts: BrowserContext[] = []
    await use(async (who, options) => {
      const context = await browser.newContext({ baseURL, viewport: { width: 1280, height: 900 }, ...options })
      contexts.push(context)
      const page = await context.newPage()
      await page.goto('/sign-in')
      await page.getByLabel('E-mail').fill(USERS[who].email)
      await page.getByLabel('Password').fill(PASSWORD)
      await page.getByRole('button', { name: 'Sign in' }).click()
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(/desk/i)
      return page
    })
    for (const context of contexts) await context.close()
  },
})

function listenForErrors(context: BrowserContext): string[] {
  const errors: string[] = []
  context.on('console', (message) => {
    // A page that is not there says so in the console too; the tests ask for some of those on purpose.
    if (message.type() === 'error' && !/status of (404|401)/.test(message.text())) errors.push(message.text())
  })
  context.on('weberror', (error) => errors.push(String(error.error())))
  return errors
}

function addressOf(server: ChildProcess): Promise<string> {
  return new Promise((done, fail) => {
    let output = ''
    const read = (data: Buffer) => {
      output += data
      const address = /Palmarès is at (\S+)/.exec(output)?.[1]
      if (address) done(address)
    }
    server.stdout?.on('data', read)
    server.stderr?.on('data', read)
    // What the server complains about belongs in the test's output.
    server.stderr?.pipe(process.stderr)
    server.on('exit', (code) => fail(new Error(`The server ended with ${code}:\n${output}`)))
  })
}
