import type { Page } from '@playwright/test'
import { expectAccessibleIn, LOOKS } from '../accessible'
import { expectSaved, giveReason, resultAt } from '../desk'
import { expect, test } from '../fixtures'

/** Sends the form; a program is quicker than a person may be, and is asked to look again. */
async function send(visitor: Page): Promise<void> {
  await expect(async () => {
    await visitor.getByRole('button', { name: 'Send' }).click()
    await expect(visitor.getByRole('heading', { level: 1 })).toHaveText('Your suggestion', { timeout: 2_000 })
  }).toPass()
}

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'with JavaScript' : 'without JavaScript', () => {
    const competition = javaScriptEnabled ? '2014-fukuoka-marathon' : '2013-world-athletics-championships'

    test('a visitor suggests another mark, an editor follows it, and the visitor sees the change', async ({
      browser,
      baseURL,
      signIn,
    }) => {
      test.slow()
      const context = await browser.newContext({ baseURL, javaScriptEnabled })
      const visitor = await context.newPage()
      const { id, mark } = await resultAt(visitor, competition)
      await visitor.goto(`/results/${id}`)
      await visitor.getByRole('link', { name: 'Suggest a correction' }).click()
      await visitor.getByLabel('What it is about').selectOption('mark')
      await visitor.getByRole('button', { name: 'Send' }).click()
      await expect(visitor.getByRole('alert').filter({ hasText: /./ })).toContainText('What should it say?')
      await visitor.getByLabel('What is right').fill('2:09:09')
      await visitor.getByLabel('How you know').fill('I timed it at the finish')
      await visitor.getByLabel(/^Your name/).fill('Dulmaa')
      await visitor.getByLabel(/history may name me/).check()
      if (javaScriptEnabled) await expectAccessibleIn(visitor, LOOKS, 'the form of a suggestion')
      await send(visitor)
      await expect(visitor.getByRole('status')).toContainText('waits for an editor')
      if (javaScriptEnabled) await expectAccessibleIn(visitor, LOOKS, 'a suggestion')
      expect((await resultAt(visitor, competition)).mark).toBe(mark)

      const editor = await signIn('oyuna', { javaScriptEnabled })
      await editor.goto('/admin/suggestions')
      const listed = editor.getByRole('listitem').filter({ hasText: `/results/${id}` })
      await expect(listed).toContainText('I timed it at the finish')
      if (javaScriptEnabled) await expectAccessibleIn(editor, LOOKS, 'the list of suggestions')
      await listed.getByRole('button', { name: 'Correct it' }).click()
      await expect(editor.getByLabel('Mark', { exact: true })).toHaveValue('2:09:09')
      await visitor.reload()
      await expect(visitor.getByRole('status')).toContainText('Oyuna is looking into it')

      await giveReason(editor, 'The timekeeper’s own sheet')
      await editor.getByRole('button', { name: 'Save', exact: true }).click()
      await expectSaved(editor)
      await visitor.reload()
      await expect(visitor.getByRole('status')).toContainText('Oyuna has changed the record because of it')
      expect((await resultAt(visitor, competition)).mark).toBe('2:09:09')
      await visitor.getByRole('link', { name: 'what was changed' }).click()
      await expect(visitor.getByText('suggested by Dulmaa')).toBeVisible()
      // The history of the athlete, and the list of all changes, name them, too.
      for (const page of ['/athletes/ser-od-bat-ochir/history', '/changes']) {
        await visitor.goto(page)
        await expect(visitor.getByText('suggested by Dulmaa').first()).toBeVisible()
      }
      await context.close()
    })

    test('a suggestion that is not followed says why', async ({ browser, baseURL, signIn }) => {
      const context = await browser.newContext({ baseURL, javaScriptEnabled })
      const visitor = await context.newPage()
      await visitor.goto('/disciplines')
      await visitor.getByRole('link', { name: 'Suggest a correction' }).click()
      const wrong = `There is no beer mile (${javaScriptEnabled})`
      await visitor.getByLabel(/^What is wrong/).fill(wrong)
      await visitor.getByLabel('What is right').fill('It should be listed')
      await visitor.getByLabel('How you know').fill('https://example.org/beer-mile')
      await send(visitor)

      const editor = await signIn('brett', { javaScriptEnabled })
      await editor.goto('/admin/suggestions')
      const listed = editor.getByRole('listitem').filter({ hasText: '/disciplines' }).filter({ hasText: wrong })
      await listed.locator('summary').click()
      await listed.getByLabel('Why the record stays as it is').fill('It is no discipline of athletics')
      await listed.getByRole('button', { name: 'Answer' }).click()
      await expect(listed.filter({ hasText: 'Declined by Brett' })).toBeVisible()
      await visitor.reload()
      await expect(visitor.getByRole('status')).toContainText('It is no discipline of athletics')
      await context.close()
    })
  })
}
