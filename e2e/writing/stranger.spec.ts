import { API, formOf, giveReason, resultAt } from '../desk'
import { expect, signInByForm, test } from '../fixtures'
import { PASSWORD, USERS } from '../people'

const DESK = [
  '/admin',
  '/admin/athletes/ser-od-bat-ochir',
  '/admin/results/new?athlete=ser-od-bat-ochir',
  '/admin/sheet?athlete=ser-od-bat-ochir',
  '/admin/changes/1',
  '/admin/revisions/1',
  '/admin/saved/1',
  '/admin/competitions?query=fukuoka',
  '/admin/sources?query=ser-od',
  '/admin/results/anything',
  '/admin/athletes/ser-od-bat-ochir/citations',
  '/admin/athletes/ser-od-bat-ochir/merge',
  '/admin/athletes/ser-od-bat-ochir/merge?with=ali-khamis',
  '/admin/athletes/ser-od-bat-ochir/split',
  '/admin/competitions/2014-fukuoka-marathon/citations',
  '/admin/competitions/2014-fukuoka-marathon/merge',
  '/admin/series/fukuoka-marathon/merge',
  '/admin/sources/asahi-2014/merge',
  '/admin/many?kind=result&name=ser-od',
  '/admin/many/progress?job=any',
  '/admin/disputes',
  '/admin/disputes/athlete/ser-od-bat-ochir/birthPlace',
  '/admin/findings',
  '/admin/findings?athlete=ser-od-bat-ochir',
  '/admin/things/athlete/new',
  '/admin/things/source/anything',
]

test('a stranger gets no page of the desk, and nothing of what is on it', async ({ page }) => {
  const { id } = await resultAt(page, '2014-fukuoka-marathon')
  const ofResult = [`/admin/results/${id}`, `/admin/results/${id}/citations`, `/admin/disputes/result/${id}/mark`]
  for (const path of [...DESK, ...ofResult]) {
    const answer = await page.request.get(path, { maxRedirects: 0 })
    expect([303, 307, 308, 401, 403, 404], path).toContain(answer.status())
    expect(await answer.text(), path).not.toMatch(/Save and add another|Latest changes|Ser-Od Bat-Ochir/)
    // The same as Next's own client would ask.
    const data = await page.request.get(path, { maxRedirects: 0, headers: { rsc: '1' } })
    expect(await data.text(), path).not.toMatch(/Save and add another|Latest changes|displayName/)
  }
})

test('a stranger’s action does nothing, though it is sent exactly as an editor’s form sends it', async ({
  page,
  signIn,
  baseURL,
}) => {
  const editor = await signIn('oyuna', { javaScriptEnabled: false })
  const { id } = await resultAt(editor, '2014-fukuoka-marathon')
  await editor.goto(`/admin/results/${id}`)
  await editor.getByLabel('Mark', { exact: true }).fill('2:08:51')
  await giveReason(editor)
  const form = await formOf(editor, 'Save')
  const before = await (await page.request.get(API)).text()
  for (const headers of [{ origin: baseURL ?? '' }, { origin: 'https://elsewhere.example' }]) {
    const answer = await page.request.post(`/admin/results/${id}`, { multipart: form, headers, maxRedirects: 0 })
    expect(answer.status()).not.toBe(303)
    expect(answer.headers().location ?? '').not.toMatch(/\/admin\/saved/)
  }
  // An editor's own cookies do not help a page of somebody else's to save in the editor's name.
  const forged = await editor.request.post(`/admin/results/${id}`, {
    multipart: form,
    headers: { origin: 'https://elsewhere.example' },
    maxRedirects: 0,
  })
  expect(forged.status()).toBe(403)
  expect(forged.headers().location ?? '').not.toMatch(/\/admin\/saved/)
  expect(await (await page.request.get(API)).text()).toBe(before)
})

test('a contributor, who may not publish, gets no further than their proposals', async ({ page }) => {
  await page.goto('/sign-in')
  await page.getByLabel('E-mail').fill(USERS.visitor.email)
  await page.getByLabel('Password').fill(PASSWORD)
  await page.getByRole('button', { name: 'Sign in' }).click()
  await page.waitForLoadState()
  for (const path of ['/admin', '/admin/import', '/admin/findings', '/admin/review']) {
    const desk = await page.request.get(path, { maxRedirects: 0 })
    expect(desk.status(), path).not.toBe(200)
  }
})

test('signing in fails in the same words for a wrong password and an unknown address, and is limited', async ({
  page,
}) => {
  const attempt = async (email: string) => {
    await page.goto('/sign-in')
    await page.getByLabel('E-mail').fill(email)
    await page.getByLabel('Password').fill('wrong')
    await page.getByRole('button', { name: 'Sign in' }).click()
    return page.getByRole('alert').filter({ hasText: /./ }).first().textContent()
  }
  const unknown = await attempt('nobody@palmares.example')
  expect(unknown).toMatch(/do not match/)
  expect(await attempt('limited@palmares.example')).toBe(unknown)
  let answer: string | null = ''
  for (let i = 0; i < 12 && !/quarter of an hour|wait/i.test(answer ?? ''); i++)
    answer = await attempt('limited@palmares.example')
  expect(answer).toMatch(/quarter of an hour|wait/i)
})

test('a session that was ended no longer opens anything, even with its old cookie', async ({ page }) => {
  await signInByForm(page, 'oyuna')
  const cookies = await page.context().cookies()
  for (const { name, httpOnly, sameSite } of cookies) {
    expect(httpOnly, name).toBe(true)
    expect(sameSite, name).toBe('Lax')
  }
  await page.getByRole('button', { name: 'Sign out' }).click()
  await page.waitForURL((url) => !url.pathname.startsWith('/admin'))
  await page.context().clearCookies()
  await page.context().addCookies(cookies)
  const desk = await page.request.get('/admin', { maxRedirects: 0 })
  expect(desk.status()).not.toBe(200)
})

test('after signing in, nobody is sent to another site', async ({ page }) => {
  await page.goto('/sign-in?next=https://elsewhere.example/')
  await page.getByLabel('E-mail').fill(USERS.brett.email)
  await page.getByLabel('Password').fill(PASSWORD)
  await page.getByRole('button', { name: 'Sign in' }).click()
  await expect(page).toHaveURL(/\/admin$/)
})

test('who signs in from a public page is led back to it', async ({ page }) => {
  await page.goto('/athletes/ser-od-bat-ochir')
  await page.getByRole('link', { name: 'Sign in' }).click()
  await page.getByLabel('E-mail').fill(USERS.oyuna.email)
  await page.getByLabel('Password').fill(PASSWORD)
  await page.getByRole('button', { name: 'Sign in' }).click()
  await expect(page).toHaveURL(/\/athletes\/ser-od-bat-ochir$/)
  await expect(page.getByRole('link', { name: 'Edit the athlete' })).toBeVisible()
})
