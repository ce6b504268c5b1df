import type { Browser, BrowserContext } from '@playwright/test'
import { PASSWORD, USERS } from '../e2e/people'

/** A browser without JavaScript in which an editor is signed in. */
export async function signedIn(browser: Browser, baseURL: string): Promise<BrowserContext> {
  const context = await browser.newContext({ baseURL, javaScriptEnabled: false })
  const page = await context.newPage()
  await page.goto('/sign-in')
  await page.getByLabel('E-mail').fill(USERS.oyuna.email)
  await page.getByLabel('Password').fill(PASSWORD)
  await page.getByRole('button', { name: 'Sign in' }).click()
  await page.waitForURL('**/admin')
  await page.close()
  return context
}
