/**
 * Who gets which page: every page of the desk and of accounts, as the folders of `app` have them, for everybody there
 * is. A page that is missing from the list below fails.
 */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { APIRequestContext, Browser, BrowserContext } from '@playwright/test'
import { resultAt } from '../desk'
import { expect, signInByForm, test } from '../fixtures'

type Cookies = Awaited<ReturnType<BrowserContext['storageState']>>
type For = 'anybody signed in' | 'contributors' | 'editors' | 'admins'

/** Whom each page is for, with an address of it. */
const PAGES: Record<string, readonly [For, string]> = {
  account: ['anybody signed in', '/account'],
  'account/close': ['anybody signed in', '/account/close'],
  'account/email': ['anybody signed in', '/account/email'],
  'account/factors': ['anybody signed in', '/account/factors'],
  'account/factors/app': ['anybody signed in', '/account/factors/app'],
  'account/password': ['anybody signed in', '/account/password'],
  admin: ['contributors', '/admin'],
  'admin/editors-only': ['contributors', '/admin/editors-only?page=/admin/import'],
  'admin/athletes/[slug]': ['contributors', '/admin/athletes/ser-od-bat-ochir'],
  'admin/athletes/[slug]/citations': ['contributors', '/admin/athletes/ser-od-bat-ochir/citations'],
  'admin/competitions/[slug]/citations': ['contributors', '/admin/competitions/2014-fukuoka-marathon/citations'],
  'admin/drafts': ['contributors', '/admin/drafts'],
  'admin/proposals': ['contributors', '/admin/proposals'],
  'admin/proposals/[id]': ['contributors', '/admin/proposals/999999'],
  'admin/results/new': ['contributors', '/admin/results/new?athlete=ser-od-bat-ochir'],
  'admin/results/[id]': ['contributors', '/admin/results/RESULT'],
  'admin/results/[id]/citations': ['contributors', '/admin/results/RESULT/citations'],
  'admin/saved/[id]': ['contributors', '/admin/saved/999999'],
  'admin/things/[kind]/new': ['contributors', '/admin/things/athlete/new'],
  'admin/things/[kind]/[id]': ['contributors', '/admin/things/source/anything'],
  'admin/watch/[kind]/[id]': ['contributors', '/admin/watch/athlete/anything'],
  'admin/watched': ['contributors', '/admin/watched'],
  'admin/assign': ['editors', '/admin/assign'],
  'admin/athletes/[slug]/merge': ['editors', '/admin/athletes/ser-od-bat-ochir/merge'],
  'admin/athletes/[slug]/split': ['editors', '/admin/athletes/ser-od-bat-ochir/split'],
  'admin/changes/[id]': ['editors', '/admin/changes/1'],
  'admin/competitions/[slug]/merge': ['editors', '/admin/competitions/2014-fukuoka-marathon/merge'],
  'admin/disputes': ['editors', '/admin/disputes'],
  'admin/disputes/[...subject]': ['editors', '/admin/disputes/athlete/ser-od-bat-ochir/birthPlace'],
  'admin/findings': ['editors', '/admin/findings'],
  'admin/import': ['editors', '/admin/import'],
  'admin/import/[id]': ['editors', '/admin/import/anything'],
  'admin/import/[id]/row/[line]': ['editors', '/admin/import/anything/row/1'],
  'admin/import/learned': ['editors', '/admin/import/learned'],
  'admin/many': ['editors', '/admin/many'],
  'admin/patrol': ['editors', '/admin/patrol'],
  'admin/patrol/[id]': ['editors', '/admin/patrol/1'],
  'admin/protect': ['editors', '/admin/protect'],
  'admin/protect/[kind]/[id]': ['editors', '/admin/protect/athlete/anything'],
  'admin/review': ['editors', '/admin/review'],
  'admin/review/[id]': ['editors', '/admin/review/999999'],
  'admin/revisions/[id]': ['editors', '/admin/revisions/1'],
  'admin/series/[slug]/merge': ['editors', '/admin/series/fukuoka-marathon/merge'],
  'admin/sheet': ['editors', '/admin/sheet'],
  'admin/sources/[slug]/merge': ['editors', '/admin/sources/asahi-2014/merge'],
  'admin/suggestions': ['editors', '/admin/suggestions'],
  'admin/people': ['admins', '/admin/people'],
  'admin/people/[id]': ['admins', '/admin/people/anybody'],
  'admin/people/log': ['admins', '/admin/people/log'],
  'admin/undo/[id]': ['admins', '/admin/undo/anybody'],
  'admin/undo/run/[run]': ['admins', '/admin/undo/run/any'],
}

const ORDER: readonly For[] = ['anybody signed in', 'contributors', 'editors', 'admins']

function pagesOf(folder: string): string[] {
  const files = readdirSync(join('app', folder), { recursive: true }) as string[]
  return files.flatMap((file) =>
    /(^|\/)page\.tsx$/.test(file) ? [join(folder, file).replace(/\/page\.tsx$/, '')] : [],
  )
}

test('every page of the desk and of accounts is in the list', () => {
  expect([...pagesOf('admin'), ...pagesOf('account')].sort()).toEqual(Object.keys(PAGES).sort())
})

/** How a page answers somebody: it lets them in, asks them to sign in, or turns them away. */
async function answerOf(request: APIRequestContext, path: string): Promise<string> {
  const answer = await request.get(path, { maxRedirects: 0 })
  const { location = '' } = answer.headers()
  expect(answer.status(), path).toBeLessThan(500)
  if (/^\/sign-in\?/.test(location)) return 'sign in'
  if (location.startsWith('/admin/editors-only')) return 'turned away'
  // The sign-in is asked for again before what matters most: the page has let them in so far.
  if (location.startsWith('/sign-in/again')) return 'let in'
  return answer.status() === 404 ? 'not there' : 'let in'
}

/** The cookies of somebody whose account was deactivated while they were signed in. */
async function cookiesOfFormer(browser: Browser, baseURL: string | undefined): Promise<Cookies> {
  const context = await browser.newContext({ baseURL })
  const [former, admin] = [await context.newPage(), await (await browser.newContext({ baseURL })).newPage()]
  await signInByForm(former, 'former')
  // What an administrator does needs a sign-in of the last quarter of an hour.
  await signInByForm(admin, 'admin')
  await admin.goto('/admin/people')
  await admin.getByRole('link', { name: 'Former', exact: true }).click()
  await admin.getByRole('button', { name: 'Deactivate the account' }).click()
  await expect(admin.getByRole('button', { name: 'Reactivate the account' })).toBeVisible()
  const cookies = await context.storageState()
  await Promise.all([context.close(), admin.context().close()])
  return cookies
}

test('everybody gets the pages that are for them, and no others', async ({
  page,
  signIn,
  playwright,
  baseURL,
  browser,
}) => {
  test.slow()
  const { id } = await resultAt(page, '2014-fukuoka-marathon')
  await signInByForm(page, 'brett')
  const ended = await page.context().storageState()
  await page.getByRole('button', { name: 'Sign out' }).click()
  await page.waitForURL((url) => !url.pathname.startsWith('/admin'))
  const withCookies = async (storageState?: typeof ended) => playwright.request.newContext({ baseURL, storageState })
  const people: readonly (readonly [string, APIRequestContext, For | null])[] = [
    ['a stranger', await withCookies(), null],
    ['a session that was ended', await withCookies(ended), null],
    ['somebody whose account was deactivated', await withCookies(await cookiesOfFormer(browser, baseURL)), null],
    ['a contributor', (await signIn('carol')).request, 'contributors'],
    ['an editor', (await signIn('oyuna')).request, 'editors'],
    ['an admin', (await signIn('admin')).request, 'admins'],
  ]
  const wrong: string[] = []
  for (const [who, request, role] of people) {
    for (const [forWhom, address] of Object.values(PAGES)) {
      const answer = await answerOf(request, address.replace('RESULT', id))
      const isFor = role !== null && ORDER.indexOf(role) >= ORDER.indexOf(forWhom)
      // What somebody may see can still be missing; what they may not see is the same as missing, or says whom it is for.
      const expected = role === null ? ['sign in'] : isFor ? ['let in', 'not there'] : ['turned away', 'not there']
      if (!expected.includes(answer)) wrong.push(`${who}, ${address}: ${answer}`)
    }
  }
  expect(wrong).toEqual([])
})

/** The addresses of the desk and of accounts that take what a program posts, as the folders of `app` have them. */
function postedRoutes(): string[] {
  const files = readdirSync('app', { recursive: true }) as string[]
  return files.flatMap((file) =>
    /^(admin|account|sign-in|sign-out).*route\.ts$/.test(file) &&
    /export (async )?function POST/.test(readFileSync(join('app', file), 'utf8'))
      ? [`/${file.replace(/\/route\.ts$/, '').replace(/\[[^\]]+\]/g, 'anything')}`]
      : [],
  )
}

test('nothing takes the form of another site, whoever is signed in', async ({ page, signIn }) => {
  test.slow()
  const { id } = await resultAt(page, '2014-fukuoka-marathon')
  const { request } = await signIn('admin')
  const pages = Object.values(PAGES).map(([, address]) => address.replace('RESULT', id))
  const routes = postedRoutes()
  expect(routes).toContain('/admin/import/upload')
  const foreign: Record<string, string>[] = [
    { origin: 'https://elsewhere.example' },
    { 'sec-fetch-site': 'cross-site' },
  ]
  const taken: string[] = []
  for (const address of [...pages, ...routes, '/sign-in', '/suggest']) {
    for (const headers of foreign) {
      const answer = await request.post(address, { headers, multipart: { text: 'from elsewhere' }, maxRedirects: 0 })
      if (answer.status() !== 403) taken.push(`${address}: ${answer.status()}`)
    }
  }
  expect(taken).toEqual([])
})
