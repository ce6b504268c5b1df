/**
 * What every browser test stands on: a served record of its worker's own, and a page on which an error in the
 * browser's console fails the test.
 */
import { type BrowserContext, type BrowserContextOptions, test as base, expect, type Page } from '@playwright/test'
import { PASSWORD, USERS } from './people'
import { type Site, startSite } from './site'

export { expect }

interface Fixtures {
  /** Signs somebody in, in a browser context of their own. */
  signIn: (who: keyof typeof USERS, options?: BrowserContextOptions) => Promise<Page>
  quietConsole: null
}

export const test = base.extend<Fixtures, { site: Site }>({
  site: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixture's needs from the pattern.
    async ({}, use) => {
      const site = await startSite(process.env.PALMARES_E2E_RECORD ?? '')
      await use(site)
      await site.stop()
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
    if (message.type() === 'error' && !/status of (404|401|410)/.test(message.text())) errors.push(message.text())
  })
  context.on('weberror', (error) => errors.push(String(error.error())))
  return errors
}
