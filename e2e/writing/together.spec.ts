import type { Browser, Page } from '@playwright/test'
import { expectAccessibleAt, expectAccessibleIn, LOOKS } from '../accessible'
import { expectSaved, giveReason, PROFILE, resultAt, save } from '../desk'
import { expect, signInByForm, test } from '../fixtures'

/** Writes a note on a result. @returns the number of the change. */
async function note(editor: Page, competition: string, text: string): Promise<string> {
  const { id } = await resultAt(editor, competition)
  await editor.goto(`/admin/results/${id}`)
  await editor.getByLabel('Note', { exact: true }).fill(text)
  await giveReason(editor, `The note: ${text}`)
  return save(editor)
}

/** Cites a source that has another mark, and leaves the choice to others. */
async function leaveOpen(editor: Page, competition: string, mark: string): Promise<void> {
  const { id } = await resultAt(editor, competition)
  await editor.goto(`/admin/results/${id}/citations?field=mark`)
  const form = editor.getByRole('region', { name: 'Cite a source' })
  await form.getByLabel('What the source says').fill(mark)
  await form.getByRole('radio', { name: /Leave it open/ }).check()
  await giveReason(form, 'Two lists disagree')
  await form.getByRole('button', { name: 'Cite this source' }).click()
  await expectSaved(editor)
}

/** An administrator who has just given the password, as the administration of people asks. */
async function freshAdmin(browser: Browser, baseURL: string | undefined, javaScriptEnabled: boolean): Promise<Page> {
  const page = await (await browser.newContext({ baseURL, javaScriptEnabled })).newPage()
  await signInByForm(page, 'admin')
  return page
}

test('everybody reads every change, each on its page, in words, and what an editor did', async ({ page, signIn }) => {
  test.slow()
  const oyuna = await signIn('oyuna')
  const change = await note(oyuna, '2002-world-half-marathon-championships', 'In the rain of Brussels')
  await page.goto('/')
  await page.getByRole('link', { name: 'all changes' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Changes')
  const entry = page.getByRole('listitem').filter({ hasText: 'The note: In the rain of Brussels' })
  await entry.getByRole('link', { name: `change ${change}` }).click()
  const article = page.getByRole('article', { name: 'The note: In the rain of Brussels' })
  await expect(article).toContainText('In the rain of Brussels')
  await expect(article).toContainText('source cited: note')
  await expect(article).not.toContainText(/accepted|scope|tied/)
  await expect(page.getByRole('link', { name: 'Undo' })).toHaveCount(0)

  await article.getByRole('link', { name: 'Oyuna', exact: true }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Oyuna')
  await expect(page.getByText(/\d+ corrections?/)).toBeVisible()
  await expect(page.locator('main')).not.toContainText('@')
  const editor = new URL(page.url()).pathname
  for (const path of ['/changes', `/changes/${change}`, editor, '/changes/1'])
    await expectAccessibleAt(page, path, LOOKS)
})

test('the list of changes is narrowed by links and by plain forms', async ({ browser, baseURL, signIn }) => {
  const oyuna = await signIn('oyuna')
  const change = await note(oyuna, '2004-hong-kong-marathon', 'A humid day')
  const context = await browser.newContext({ baseURL, javaScriptEnabled: false })
  const page = await context.newPage()
  await page.goto('/changes')
  const entry = page.getByRole('link', { name: `change ${change}`, exact: true })
  await expect(entry).toBeVisible()
  await page.getByRole('link', { name: 'First record', exact: true }).click()
  await expect(page).toHaveURL(/\/changes\?kind=seed$/)
  await expect(entry).toHaveCount(0)
  await page.getByRole('link', { name: 'Corrections', exact: true }).click()
  await page.getByLabel('An athlete, a competition or a source', { exact: true }).fill('Hong Kong Marathon')
  await page.getByRole('button', { name: 'Find' }).click()
  await page
    .getByRole('navigation', { name: /What goes by/ })
    .getByRole('link', { name: /2004/ })
    .click()
  await expect(page).toHaveURL(/\/changes\?competition=2004-hong-kong-marathon&kind=edit$/)
  await expect(entry).toBeVisible()
  const today = new Date().toISOString().slice(0, 10)
  await page.getByLabel('Day (UTC)').fill(today)
  await page.getByRole('button', { name: 'Show' }).click()
  await expect(page).toHaveURL(new RegExp(`kind=edit&day=${today}$`))
  await expect(entry).toBeVisible()
  expect((await page.request.get('/changes?athlete=nobody-of-that-name')).status()).toBe(404)
  await context.close()
})

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'with JavaScript' : 'without JavaScript', () => {
    const disputed = javaScriptEnabled
      ? (['2016-unidentified-half-marathon', '1:11:11'] as const)
      : (['2020-unidentified-5000-metres', '14:44.4'] as const)
    const [patrolled, watched, undone] = javaScriptEnabled
      ? ['2005-world-half-marathon-championships', '2009-redcar-half-marathon-race', '2013-east-asian-games']
      : ['2009-morpeth-10k-race', '2009-mansfield-half-marathon-race', '2021-olympic-games']

    test('a change is patrolled by somebody else, and not by its author', async ({ signIn }) => {
      const [oyuna, brett] = [
        await signIn('oyuna', { javaScriptEnabled }),
        await signIn('brett', { javaScriptEnabled }),
      ]
      const change = await note(oyuna, patrolled, `To be looked at (${javaScriptEnabled})`)
      await oyuna.goto(`/admin/patrol/${change}`)
      await expect(oyuna.getByText('This change is your own')).toBeVisible()
      await brett.goto('/changes?patrolled=no')
      await brett.getByRole('link', { name: `Patrol change ${change}`, exact: true }).click()
      await brett.getByRole('button', { name: 'Mark as patrolled' }).click()
      await expect(brett.getByRole('status')).toContainText(`Change ${change} is marked as patrolled.`)
      await brett.goto('/changes?patrolled=no')
      await expect(brett.getByRole('link', { name: `Patrol change ${change}`, exact: true })).toHaveCount(0)
      await brett.goto(`/changes/${change}`)
      await expect(brett.getByText('patrolled by Brett')).toBeVisible()
    })

    test('somebody watches an athlete, reads what is new, and stops', async ({ signIn }) => {
      const [oyuna, brett] = [
        await signIn('oyuna', { javaScriptEnabled }),
        await signIn('brett', { javaScriptEnabled }),
      ]
      await brett.goto(PROFILE)
      await brett.getByRole('link', { name: 'Watch Ser-Od Bat-Ochir', exact: true }).click()
      await brett.getByRole('button', { name: 'Watch', exact: true }).click()
      await expect(brett.getByRole('heading', { level: 1 })).toHaveText(/^You watch /)
      await note(oyuna, watched, `New to Brett (${javaScriptEnabled})`)
      await brett.goto('/admin')
      await brett.getByRole('link', { name: /in what you watch$/ }).click()
      await expect(brett.getByText(`The note: New to Brett (${javaScriptEnabled})`)).toBeVisible()
      await brett.getByRole('button', { name: 'I have read these' }).click()
      await expect(brett.getByText('Nothing new.')).toBeVisible()
      await brett.getByRole('link', { name: /^Stop watching/ }).click()
      await brett.getByRole('button', { name: 'Stop watching' }).click()
      await expect(brett.getByRole('heading', { level: 1 })).toHaveText(/^Watch /)
    })

    test('a page is protected with a reason, and the protection lifted', async ({ signIn }) => {
      const oyuna = await signIn('oyuna', { javaScriptEnabled })
      const { id } = await resultAt(oyuna, '2023-world-athletics-championships')
      await oyuna.goto(`/admin/protect/result/${id}`)
      await oyuna.getByLabel('What is protected').selectOption({ label: 'Mark' })
      await oyuna.getByRole('button', { name: 'Protect', exact: true }).click()
      await expect(oyuna.getByText('Say why: contributors are shown the reason.')).toBeVisible()
      await expect(oyuna.getByLabel('What is protected')).toHaveValue('mark')
      await oyuna.getByLabel('Reason').fill('Changed back and forth')
      await oyuna.getByRole('button', { name: 'Protect', exact: true }).click()
      await expect(oyuna.getByText('It is protected: only editors change it from now on.')).toBeVisible()
      await oyuna.goto('/admin/protect')
      await oyuna.getByRole('button', { name: /^Lift the protection of Mark/ }).click()
      await expect(oyuna.getByRole('status')).toContainText('The protection was lifted.')
    })

    test('a dispute and a finding are assigned to oneself, and then to somebody else', async ({ signIn }) => {
      test.slow()
      const oyuna = await signIn('oyuna', { javaScriptEnabled })
      const [competition, mark] = disputed
      await leaveOpen(oyuna, competition, mark)
      for (const page of ['/admin/disputes', '/admin/findings']) {
        await oyuna.goto(page)
        const take = oyuna.getByRole('button', { name: /^Assign to me/ }).first()
        await take.click()
        await expect(oyuna.getByText('Assigned to you').first()).toBeVisible()
        await oyuna.goto(`${page}?mine=1`)
        await oyuna.getByRole('link', { name: /^Assign to somebody else/ }).click()
        await oyuna.getByLabel('Who works on it').selectOption({ label: 'Brett' })
        await oyuna.getByRole('button', { name: 'Assign', exact: true }).click()
        await expect(oyuna).toHaveURL(/mine=1/)
        await expect(oyuna.getByRole('button', { name: /^Leave it to others/ })).toHaveCount(0)
        await oyuna.goto(page)
        await expect(oyuna.getByText('Assigned to Brett by Oyuna').first()).toBeVisible()
      }
    })

    test('an administrator undoes everything that an account did in some minutes', async ({
      browser,
      baseURL,
      signIn,
    }) => {
      test.slow()
      const brett = await signIn('brett', { javaScriptEnabled })
      const change = await note(brett, undone, `Nonsense (${javaScriptEnabled})`)
      const at = new Date(Date.now() - 60_000).toISOString().slice(0, 16)
      const admin = await freshAdmin(browser, baseURL, javaScriptEnabled)
      await admin.goto(`/changes/${change}`)
      await admin.getByRole('link', { name: 'Brett', exact: true }).click()
      await admin.getByRole('link', { name: /^Undo everything/ }).click()
      await admin.getByLabel('From (UTC)').fill(at)
      await admin.getByRole('button', { name: 'Preview' }).click()
      const preview = admin.getByRole('region', { name: 'Preview' })
      await expect(preview.getByRole('link', { name: `Change ${change}`, exact: true })).toBeVisible()
      await expect(preview).toContainText(`Nonsense (${javaScriptEnabled})`)
      if (javaScriptEnabled) await expectAccessibleIn(admin, LOOKS, 'the preview of undoing everything')
      await admin.getByRole('button', { name: 'Undo them' }).click()
      await expect(admin.getByLabel('Reason')).toHaveAttribute('aria-invalid', 'true')
      await admin.getByLabel('Reason').fill('Nonsense everywhere')
      await admin.getByRole('button', { name: 'Undo them' }).click()
      await expect(admin.getByRole('status')).toContainText(/of \d+ done/)
      if (!javaScriptEnabled) await admin.getByRole('button', { name: 'Continue' }).click()
      await expect(admin.getByRole('heading', { level: 1 })).toHaveText('What Brett did is undone')
      const done = admin.getByRole('region', { name: 'Undone', exact: true })
      const item = done.getByRole('listitem').filter({ hasText: `Change ${change},` })
      await item.getByRole('link', { name: /^change \d+$/ }).click()
      await expect(admin.getByRole('article', { name: 'Nonsense everywhere' })).toContainText(`Undoes change ${change}`)
      await admin.context().close()
    })
  })
}

test('only administrators undo everything of an account', async ({ signIn }) => {
  const brett = await signIn('brett')
  expect((await brett.request.get('/admin/undo/somebody', { maxRedirects: 0 })).status()).toBe(404)
})

test('the desk’s pages of working together are accessible', async ({ signIn }) => {
  test.slow()
  const oyuna = await signIn('oyuna')
  const { id } = await resultAt(oyuna, '2023-world-athletics-championships')
  for (const path of [
    '/admin',
    '/admin/watched',
    '/admin/patrol',
    '/admin/patrol/1',
    '/admin/protect',
    `/admin/protect/result/${id}`,
    '/admin/assign?subject=finding:0123456789abcdef&label=A+mark',
    '/admin/disputes?mine=1',
  ]) {
    await expectAccessibleAt(oyuna, path, LOOKS)
  }
})
