/**
 * What every browser test is given: a served record, people who can sign in, and a page on which an error in the
 * browser's console fails the test.
 */
import { type BrowserContext, type BrowserContextOptions, test as base, expect, type Page } from '@playwright/test'
import { restoreOriginal } from './original'
import { PASSWORD, USERS } from './people'
import { type Site, startSite } from './site'

export { expect }

export type Person = keyof typeof USERS
type Cookies = Awaited<ReturnType<BrowserContext['storageState']>>

export interface WorkerOptions {
  /** Which record of e2e/global-setup.ts a worker serves a copy of. Chosen by the project, in playwright.config.ts. */
  record: 'reading' | 'writing'
}

interface Fixtures {
  /**
   * A page of somebody who is signed in, in a browser context of their own. The form is used once for each person and
   * worker; later pages are given the same cookies.
   */
  signIn: (who: Person, options?: BrowserContextOptions) => Promise<Page>
  quietConsole: null
  ownRecord: null
}

interface WorkerFixtures extends WorkerOptions {
  site: Site
  /** The file whose tests the site serves. */
  served: { file: string | null }
  signedIn: Map<Person, Cookies>
}

export const test = base.extend<Fixtures, WorkerFixtures>({
  record: ['writing', { option: true, scope: 'worker' }],

  site: [
    async ({ record }, use) => {
      const site = await startSite(`${process.env.PALMARES_E2E_RECORDS}/${record}`)
      await use(site)
      await site.stop()
    },
    { scope: 'worker', timeout: 120_000 },
  ],

  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixture's needs from the pattern.
  served: [async ({}, use) => use({ file: null }), { scope: 'worker' }],

  baseURL: async ({ site, ownRecord: _ }, use) => use(site.url),

  // What the tests of one file write, no other file finds.
  ownRecord: async ({ site, served, record }, use, { file }) => {
    if (record === 'writing' && served.file !== null && served.file !== file) await restoreOriginal(site)
    served.file = file
    await use(null)
  },

  quietConsole: [
    async ({ context }, use) => {
      const errors = listenForErrors(context)
      await use(null)
      expect(errors, 'errors in the browser console').toEqual([])
    },
    { auto: true },
  ],

  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixture's needs from the pattern.
  signedIn: [async ({}, use) => use(new Map()), { scope: 'worker' }],

  signIn: async ({ browser, baseURL, signedIn }, use) => {
    const contexts: BrowserContext[] = []
    await use(async (who, options) => {
      const storageState = signedIn.get(who)
      const context = await browser.newContext({
        baseURL,
        viewport: { width: 1280, height: 900 },
        storageState,
        ...options,
      })
      contexts.push(context)
      const page = await context.newPage()
      if (!storageState) {
        await signInByForm(page, who)
        signedIn.set(who, await context.storageState())
      }
      return page
    })
    for (const context of contexts) await context.close()
  },
})

/** Signs somebody in as a person does, which begins a session of its own. */
export async function signInByForm(page: Page, who: Person): Promise<void> {
  await page.goto('/sign-in')
  await page.getByLabel('E-mail').fill(USERS[who].email)
  await page.getByLabel('Password').fill(PASSWORD)
  await page.getByRole('button', { name: 'Sign in' }).click()
  const desk = USERS[who].role === 'CONTRIBUTOR' ? 'Your proposals' : 'Editing'
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(desk)
}

function listenForErrors(context: BrowserContext): string[] {
  const errors: string[] = []
  context.on('console', (message) => {
    // A page that is not there says so in the console too; the tests ask for some of those on purpose.
    if (message.type() === 'error' && !/status of (404|401|410)/.test(message.text())) errors.push(message.text())
  })
  context.on('weberror', (error) => errors.push(String(error.error())))
  return errors
}
