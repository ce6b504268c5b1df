import type { BrowserContext, BrowserContextOptions, Page } from '@playwright/test'
import { generateSync } from 'otplib'
import { Client } from 'pg'
import { expectAccessibleIn, LOOKS } from '../accessible'
import { test as base, expect } from '../fixtures'
import { PASSWORD, USERS } from '../people'

/** An administrator who has just signed in: the administration of people asks for the password again after a while. */
const test = base.extend<{ signInAdmin: (options?: BrowserContextOptions) => Promise<Page> }>({
  signInAdmin: async ({ browser, baseURL }, use) => {
    const contexts: BrowserContext[] = []
    await use(async (options) => {
      const context = await browser.newContext({ baseURL, viewport: { width: 1280, height: 900 }, ...options })
      contexts.push(context)
      const page = await context.newPage()
      await sendSignIn(page, { email: USERS.admin.email, password: PASSWORD })
      await expectTitle(page, 'Your account')
      return page
    })
    for (const context of contexts) await context.close()
  },
})

const NEW_PASSWORD = 'eleven copper gates in autumn'

interface Newcomer {
  email: string
  name: string
  password: string
}

/** Fills in the form of /sign-in and sends it. */
async function sendSignIn(page: Page, { email, password }: Pick<Newcomer, 'email' | 'password'>): Promise<void> {
  await page.goto('/sign-in?next=/account')
  await page.getByLabel('E-mail address').fill(email)
  await page.getByLabel('Password').fill(password)
  await page.getByRole('button', { name: 'Sign in' }).click()
}

const expectTitle = (page: Page, title: string) => expect(page.getByRole('heading', { level: 1 })).toHaveText(title)

/** The admin invites somebody and hands over the link. */
async function inviteLink(admin: Page, email: string, role = 'EDITOR'): Promise<string> {
  await admin.goto('/admin/people')
  const form = admin.getByRole('region', { name: 'Invite somebody' })
  await form.getByLabel('E-mail address').fill(email)
  await form.getByLabel('Role').selectOption(role)
  await form.getByRole('button', { name: 'Invite' }).click()
  return form.getByLabel('Link to hand over').inputValue()
}

/** Opens an account by an invitation; the page is signed in after it. */
async function openAccount(page: Page, admin: Page, { email, name, password }: Newcomer, role?: string): Promise<void> {
  await page.goto(await inviteLink(admin, email, role))
  await expectTitle(page, 'Welcome to Palmarès')
  await page.getByLabel('Your name').fill(name)
  await page.getByLabel('Password').fill(password)
  await page.getByRole('button', { name: 'Open the account' }).click()
  await expectTitle(page, 'Your account')
}

const newcomer = (name: string): Newcomer => ({
  email: `${name.toLowerCase()}-${Date.now()}@palmares.example`,
  name,
  password: NEW_PASSWORD,
})

/** The code that an authenticator app with this key shows, so many half minutes from now. */
const codeOf = (key: string, later = 0) =>
  generateSync({ secret: key.replaceAll(' ', ''), epoch: Math.floor(Date.now() / 1000) + later * 30 })

/** @returns the key and the recovery codes. */
async function setUpApp(page: Page): Promise<{ key: string; codes: string[] }> {
  await page.goto('/account/factors')
  await page.getByRole('button', { name: 'Set up an authenticator app' }).click()
  await expectTitle(page, 'Set up an authenticator app')
  await expect(page.getByRole('img', { name: 'QR code of the key' })).toBeVisible()
  const key = await page.locator('code').innerText()
  await page.getByRole('textbox', { name: 'Code' }).fill(codeOf(key, -1))
  await page.getByRole('button', { name: 'Confirm the code' }).click()
  await expect(page.getByRole('status')).toContainText('Your authenticator app is set up.')
  return { key, codes: await page.getByRole('list', { name: 'Recovery codes' }).getByRole('listitem').allInnerTexts() }
}

for (const javaScriptEnabled of [true, false]) {
  const how = javaScriptEnabled ? 'with JavaScript' : 'without JavaScript'
  test.describe(`people and their accounts, ${how}`, () => {
    test('an invitation becomes an account, once', async ({ browser, baseURL, signInAdmin }) => {
      const admin = await signInAdmin({ javaScriptEnabled })
      const context = await browser.newContext({ baseURL, javaScriptEnabled })
      const page = await context.newPage()
      const person = newcomer('Saran')
      const link = await inviteLink(admin, person.email, 'CONTRIBUTOR')
      await page.goto(link)
      await expect(page.getByText('You are invited as a contributor.')).toBeVisible()
      await page.getByLabel('Your name').fill(person.name)
      await page.getByLabel('Password').fill('password1234')
      await page.getByRole('button', { name: 'Open the account' }).click()
      await expect(page.getByText(/stolen elsewhere/)).toBeVisible()
      await expect(page.getByLabel('Your name')).toHaveValue(person.name)
      await page.getByLabel('Password').fill(person.password)
      await page.getByRole('button', { name: 'Open the account' }).click()
      await expectTitle(page, 'Your account')
      await expect(page.getByText(`Contributor · ${person.email}`)).toBeVisible()
      await page.goto(link)
      await expectTitle(page, 'This link does not work')
      await context.close()
    })

    test('the second step asks for a code of the app, or a recovery code', async ({
      browser,
      baseURL,
      signInAdmin,
    }) => {
      const admin = await signInAdmin()
      const context = await browser.newContext({ baseURL, javaScriptEnabled })
      const page = await context.newPage()
      const person = newcomer('Tuya')
      await openAccount(page, admin, person)
      const { key, codes } = await setUpApp(page)
      expect(codes).toHaveLength(10)
      await page.getByRole('button', { name: 'Sign out' }).click()
      await page.waitForURL((url) => url.pathname === '/')

      await sendSignIn(page, person)
      await expectTitle(page, 'Second step')
      const early = await page.request.get('/account', { maxRedirects: 0 })
      expect(early.status(), 'no session before the second step').not.toBe(200)
      await page.getByRole('textbox', { name: 'Code' }).fill('000000')
      await page.getByRole('button', { name: 'Sign in' }).click()
      await expect(page.getByText('This is not a code that works now.')).toBeVisible()
      await page.getByRole('textbox', { name: 'Code' }).fill(codeOf(key))
      await page.getByRole('button', { name: 'Sign in' }).click()
      await expectTitle(page, 'Your account')

      for (const isFirstUse of [true, false]) {
        await context.clearCookies()
        await sendSignIn(page, person)
        await page.getByRole('textbox', { name: 'Code' }).fill(codes[0] ?? '')
        await page.getByRole('button', { name: 'Sign in' }).click()
        if (isFirstUse) await expect(page.getByText('9 recovery codes left')).toBeVisible()
        else await expect(page.getByText('This is not a code that works now.')).toBeVisible()
      }
      await context.close()
    })

    test('a change of role or password ends the other sessions at the next request', async ({
      browser,
      baseURL,
      signInAdmin,
    }) => {
      const admin = await signInAdmin()
      const context = await browser.newContext({ baseURL, javaScriptEnabled })
      const page = await context.newPage()
      const person = newcomer('Bold')
      await openAccount(page, admin, person)
      const elsewhere = await browser.newContext({ baseURL, storageState: await context.storageState() })
      await context.clearCookies()
      await sendSignIn(page, person)
      await expectTitle(page, 'Your account')
      await expect(page.getByText('2 sessions')).toBeVisible()

      await page.goto('/account/password')
      await page.getByLabel('Your password now').fill(person.password)
      await page.getByLabel('New password').fill('nine quiet rivers under glass')
      await page.getByRole('button', { name: 'Change the password' }).click()
      await expect(page.getByText('Your password was changed')).toBeVisible()
      expect((await elsewhere.request.get('/account', { maxRedirects: 0 })).status()).not.toBe(200)
      expect((await page.request.get('/account', { maxRedirects: 0 })).status()).toBe(200)

      await admin.goto('/admin/people')
      await admin.getByRole('row').filter({ hasText: person.email }).getByRole('link', { name: 'Bold' }).click()
      await admin.getByRole('combobox', { name: 'Role' }).selectOption('CONTRIBUTOR')
      await admin.getByRole('button', { name: 'Change the role' }).click()
      await expect(admin.getByText('The role was changed, and the sessions were ended.')).toBeVisible()
      await page.goto('/account')
      await expectTitle(page, 'Sign in')
      await elsewhere.close()
      await context.close()
    })

    test('a link from an administrator chooses a new password, and a deactivated account lets nobody in', async ({
      browser,
      baseURL,
      signInAdmin,
    }) => {
      const admin = await signInAdmin({ javaScriptEnabled })
      const context = await browser.newContext({ baseURL, javaScriptEnabled })
      const page = await context.newPage()
      const person = newcomer('Naran')
      await openAccount(page, admin, person)
      await admin.goto('/admin/people')
      await admin.getByRole('row').filter({ hasText: person.email }).getByRole('link', { name: 'Naran' }).click()
      await admin.getByRole('button', { name: 'Make a link' }).click()
      const link = await admin.getByLabel('Link to hand over').inputValue()
      await context.clearCookies()
      await page.goto(link)
      await page.getByLabel('New password').fill('nine quiet rivers under glass')
      await page.getByRole('button', { name: 'Save and sign in' }).click()
      await expectTitle(page, 'Your account')

      await admin.getByRole('button', { name: 'Deactivate the account' }).click()
      await expect(admin.getByRole('button', { name: 'Reactivate the account' })).toBeVisible()
      await sendSignIn(page, { ...person, password: 'nine quiet rivers under glass' })
      await expect(page.getByText(/do not match an account/)).toBeVisible()
      await context.close()
    })
  })
}

test('a passkey signs in alone, and instead of a code', async ({ browser, baseURL, signInAdmin }) => {
  const admin = await signInAdmin()
  // A passkey is bound to a name, which an address in numbers is not.
  const context = await browser.newContext({ baseURL: baseURL?.replace('127.0.0.1', 'localhost') })
  const page = await context.newPage()
  const devices = await context.newCDPSession(page)
  await devices.send('WebAuthn.enable')
  await devices.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  })
  const person = newcomer('Enkh')
  await openAccount(page, admin, person)
  await context.clearCookies()
  await sendSignIn(page, person)
  await expectTitle(page, 'Your account')
  await page.goto('/account/factors')
  await page.getByLabel('Name of the passkey').fill('My phone')
  await page.getByRole('button', { name: 'Add a passkey' }).click()
  await expect(page.getByText('The passkey was added.')).toBeVisible()
  await expect(page.getByRole('list', { name: 'Recovery codes' }).getByRole('listitem')).toHaveCount(10)
  await expect(page.getByRole('button', { name: 'Remove the passkey My phone' })).toBeVisible()

  await context.clearCookies()
  await page.goto('/sign-in?next=/account')
  await page.getByRole('button', { name: 'Use a passkey' }).click()
  await expectTitle(page, 'Your account')

  await context.clearCookies()
  await sendSignIn(page, person)
  await expectTitle(page, 'Second step')
  await page.getByRole('button', { name: 'Use your passkey' }).click()
  await expectTitle(page, 'Your account')
  await context.close()
})

test('a role that needs a second factor opens nothing before one is set up', async ({
  browser,
  baseURL,
  signInAdmin,
}) => {
  const admin = await signInAdmin()
  const rule = async (isNeeded: boolean) => {
    await admin.goto('/admin/people')
    await admin.getByLabel('Contributors').setChecked(isNeeded)
    const form = admin.getByRole('region', { name: 'Who needs a second factor' })
    await form.getByRole('button', { name: 'Save' }).click()
    await expect(form.getByText('Saved.')).toBeVisible()
  }
  const context = await browser.newContext({ baseURL })
  const page = await context.newPage()
  const person = newcomer('Gerel')
  await openAccount(page, admin, person, 'CONTRIBUTOR')
  await rule(true)
  await page.goto('/admin')
  await expect(page.getByText('Your role needs a second factor.')).toBeVisible()
  await setUpApp(page)
  await page.goto('/admin')
  await expect(page.getByText('Your role needs a second factor.')).toBeHidden()
  await rule(false)
  await context.close()
})

test('what matters most asks for the password again after a quarter of an hour, and leads back', async ({
  page,
  site,
}) => {
  await sendSignIn(page, { email: USERS.admin.email, password: PASSWORD })
  await expectTitle(page, 'Your account')
  const database = new Client({ host: site.data, user: 'postgres', database: 'postgres' })
  await database.connect()
  await database.query(`UPDATE sessions SET "freshAt" = now() - interval '16 minutes'
    WHERE id = (SELECT id FROM sessions ORDER BY "createdAt" DESC LIMIT 1)`)
  await database.end()
  await page.goto('/account/close')
  await expectTitle(page, 'Confirm that it is you')
  await page.getByLabel('Password').fill('wrong')
  await page.getByRole('button', { name: 'Continue' }).click()
  await expect(page.getByText('This is not your password')).toBeVisible()
  await page.getByLabel('Password').fill(PASSWORD)
  await page.getByRole('button', { name: 'Continue' }).click()
  await expectTitle(page, 'Close the account')
})

test('somebody ends sessions, changes the name, downloads the data and closes the account', async ({
  browser,
  baseURL,
  signInAdmin,
}) => {
  const admin = await signInAdmin()
  const context = await browser.newContext({ baseURL })
  const page = await context.newPage()
  const person = newcomer('Odval')
  await openAccount(page, admin, person)
  await page.getByRole('textbox', { name: 'Name' }).fill('Odval G.')
  await page.getByRole('button', { name: 'Save the name' }).click()
  await expect(page.getByText('Your name was changed.')).toBeVisible()
  const data = await (await page.request.get('/account/export')).json()
  expect(data).toMatchObject({ account: { name: 'Odval G.', email: person.email }, contributions: [] })
  expect(data.sessions[0].device).toMatch(/Chrome/)

  await page.goto('/account/close')
  await page.getByLabel('Your password').fill('wrong')
  await page.getByRole('button', { name: 'Close the account' }).click()
  await expect(page.getByText('This is not your password.')).toBeVisible()
  await page.getByLabel('Your password').fill(person.password)
  await page.getByRole('button', { name: 'Close the account' }).click()
  await page.waitForURL((url) => url.pathname === '/')
  await sendSignIn(page, person)
  await expect(page.getByText(/do not match an account/)).toBeVisible()
  await admin.goto('/admin/people/log')
  await expect(admin.getByRole('listitem').filter({ hasText: 'Closed the account: Odval G.' })).toBeVisible()
  await context.close()
})

test('the only administrator cannot step down', async ({ signInAdmin }) => {
  const admin = await signInAdmin()
  await admin.goto('/admin/people')
  await admin.getByRole('row').filter({ hasText: 'admin@' }).getByRole('link').click()
  await admin.getByRole('combobox', { name: 'Role' }).selectOption('EDITOR')
  await admin.getByRole('button', { name: 'Change the role' }).click()
  await expect(admin.getByText('This is the only administrator.')).toBeVisible()
})

test('editors have an account and no administration of people', async ({ signIn }) => {
  const editor = await signIn('brett')
  for (const path of ['/admin/people', '/admin/people/log'])
    expect((await editor.request.get(path, { maxRedirects: 0 })).status(), path).toBe(404)
  await editor.goto('/admin')
  await editor.getByRole('link', { name: 'Brett' }).click()
  await expectTitle(editor, 'Your account')
})

test('the pages of accounts are accessible on a phone and a desk', async ({ page, signInAdmin }) => {
  const admin = await signInAdmin()
  for (const path of ['/account', '/account/factors', '/account/email', '/admin/people', '/admin/people/log']) {
    await admin.goto(path)
    await expectAccessibleIn(admin, LOOKS, path)
  }
  for (const path of ['/sign-in', '/sign-in/link/unknown']) {
    await page.goto(path)
    await expectAccessibleIn(page, LOOKS, path)
  }
})
