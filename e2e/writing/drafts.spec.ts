import type { Page } from '@playwright/test'
import { EVERY_LOOK, expectAccessibleIn, LOOKS } from '../accessible'
import { API, expectSaved, giveReason, PROFILE, resultAt, unfold } from '../desk'
import { expect, test } from '../fixtures'

const PAGE = '/admin/drafts'

/** Saves the form that is open, and expects that it is kept in the draft. */
async function keep(author: Page): Promise<void> {
  await author.getByRole('button', { name: /^(Save|Add to the record)$/ }).click()
  await expect(author.getByRole('status').filter({ hasText: 'Kept in your draft' })).toBeVisible()
}

async function correct(author: Page, id: string, mark: string): Promise<void> {
  await author.goto(`/admin/results/${id}`)
  await author.getByLabel('Mark', { exact: true }).fill(mark)
  await giveReason(author, `Mark of ${mark}`)
  await keep(author)
}

async function addRunner(author: Page, name: string): Promise<void> {
  await author.goto('/admin/things/athlete/new')
  await author.getByLabel('Name', { exact: true }).fill(name)
  await author.getByLabel('Name in lists', { exact: true }).fill(name.split(' ').reverse().join(', '))
  await author.getByLabel('Man or woman', { exact: true }).selectOption('M')
  await giveReason(author, `${name} ran, too`)
  await keep(author)
}

const bar = (author: Page) => author.getByRole('complementary', { name: 'Your draft' })

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'with JavaScript' : 'without JavaScript', () => {
    const [first, second, third, fourth] = javaScriptEnabled
      ? ['2011-london-marathon', '2024-olympic-games', '2019-world-athletics-championships', '2013-hong-kong-marathon']
      : [
          '2010-berlin-marathon',
          '2008-hofu-yomiuri-marathon',
          '2022-world-athletics-championships',
          '2010-hong-kong-marathon',
        ]
    const runner = javaScriptEnabled ? 'Nara Bold' : 'Tuya Bold'

    test('an editor gathers edits, which survive a new browser, and publishes them as one change', async ({
      page,
      signIn,
      browser,
      baseURL,
    }) => {
      test.slow()
      const brett = await signIn('brett', { javaScriptEnabled })
      const [one, other] = [await resultAt(page, first), await resultAt(page, second)]
      const api = await (await page.request.get(API)).text()
      await brett.goto('/admin')
      await brett.getByRole('button', { name: 'Start a draft' }).click()
      await expect(bar(brett)).toContainText('0 edits')
      if (javaScriptEnabled) await expectAccessibleIn(brett, LOOKS, 'an empty draft')
      await correct(brett, one.id, '2:21:21')
      await correct(brett, other.id, '2:22:22')
      await addRunner(brett, runner)
      await expect(bar(brett)).toContainText('3 edits')

      // A result of the new athlete, who is nowhere but in the draft.
      await brett.getByRole('link', { name: `Add a result of ${runner}` }).click()
      await expect(brett.getByRole('link', { name: runner, exact: true })).toBeVisible()
      await brett.getByLabel('Competition', { exact: true }).fill('Fukuoka Marathon 2014')
      await brett.getByLabel('Discipline', { exact: true }).selectOption('marathon')
      await brett.getByLabel('Mark', { exact: true }).fill('2:30:30')
      await giveReason(brett, `${runner} finished`)
      await keep(brett)

      // Nothing of it is public.
      expect(await (await page.request.get(API)).text()).toBe(api)
      const slug = runner.toLowerCase().replace(' ', '-')
      expect((await page.goto(`/athletes/${slug}`))?.status()).toBe(404)
      await page.goto(`/search?q=${encodeURIComponent(runner)}`)
      await expect(page.getByRole('link', { name: runner })).toHaveCount(0)

      // The draft is there in another browser, and the form shows what it says.
      const context = await browser.newContext({
        baseURL,
        storageState: await brett.context().storageState(),
        javaScriptEnabled,
      })
      const again = await context.newPage()
      await again.goto(`/admin/results/${one.id}`)
      await expect(again.getByLabel('Mark', { exact: true })).toHaveValue('2:21:21')
      await expect(bar(again)).toContainText('4 edits')
      await bar(again).getByRole('link', { name: 'Review and publish' }).click()
      await expect(again.getByRole('region', { name: 'What it does' })).toContainText('2:30:30')
      if (javaScriptEnabled) await expectAccessibleIn(again, EVERY_LOOK, 'a draft')
      await again.getByLabel('Reason', { exact: true }).fill(`The sheets of ${runner}’s club`)
      await again.getByRole('button', { name: 'Publish what is ticked' }).click()
      await expectSaved(again)
      await expect(bar(again)).toHaveCount(0)
      await context.close()

      expect((await resultAt(page, first)).mark).toBe('2:21:21')
      expect((await resultAt(page, second)).mark).toBe('2:22:22')
      await page.goto(`/athletes/${slug}`)
      await expect(page.getByText('2:30:30').first()).toBeVisible()
      await page.goto(`${PROFILE}/history`)
      await expect(page.getByRole('article', { name: `The sheets of ${runner}’s club` })).toContainText('Brett')
    })

    test('a contributor sends a draft, changes the proposal, and a reviewer amends it', async ({ page, signIn }) => {
      test.slow()
      const carol = await signIn('carol', { javaScriptEnabled })
      const oyuna = await signIn('oyuna', { javaScriptEnabled })
      const { id, mark } = await resultAt(page, third)
      await carol.goto(PAGE)
      await carol.getByRole('button', { name: 'Start a draft' }).click()
      await correct(carol, id, '2:41:41')
      await carol.getByRole('button', { name: 'Send what is ticked for review' }).click()
      await expect(carol.getByRole('heading', { level: 1 })).toHaveText('Waiting for review')
      const proposal = new URL(carol.url()).pathname.split('/').at(-1)

      await carol.getByRole('button', { name: 'Change what you proposed' }).click()
      await expect(bar(carol)).toContainText('You are changing a proposal')
      await expect(carol.getByLabel('Mark', { exact: true })).toHaveValue('2:41:41')
      if (javaScriptEnabled) await expectAccessibleIn(carol, LOOKS, 'a proposal that is changed')
      await carol.getByLabel('Mark', { exact: true }).fill('2:41:42')
      await giveReason(carol, 'A slip of mine')
      await carol.getByRole('button', { name: 'Save', exact: true }).click()
      await expect(carol.getByRole('heading', { level: 1 })).toHaveText('Waiting for review')
      expect(new URL(carol.url()).pathname).toBe(`/admin/proposals/${proposal}`)
      await expect(carol.getByRole('region', { name: 'What will change' })).toContainText('2:41:42')
      await expect(bar(carol)).toHaveCount(0)
      expect((await resultAt(page, third)).mark).toBe(mark)

      await oyuna.goto(`/admin/review/${proposal}`)
      await unfold(oyuna, /^Amend$/)
      if (javaScriptEnabled) await expectAccessibleIn(oyuna, LOOKS, 'a review that can be amended')
      await oyuna.getByRole('button', { name: 'Amend in the form' }).click()
      await expect(oyuna.getByLabel('Mark', { exact: true })).toHaveValue('2:41:42')
      await expect(bar(oyuna)).toContainText('You are amending a proposal')
      await oyuna.getByLabel('Mark', { exact: true }).fill('2:41:43')
      await giveReason(oyuna, 'The sheet says 43')
      await keep(oyuna)
      await oyuna.getByRole('button', { name: 'Publish what is ticked' }).click()
      await expectSaved(oyuna)
      expect((await resultAt(page, third)).mark).toBe('2:41:43')
      await page.goto(`${PROFILE}/history`)
      await expect(page.getByText('Carol, reviewed and amended by Oyuna').first()).toBeVisible()
    })

    test('what moved meanwhile is shown before it is published, and a discarded draft is opened again', async ({
      page,
      signIn,
    }) => {
      test.slow()
      const brett = await signIn('brett', { javaScriptEnabled })
      const oyuna = await signIn('oyuna', { javaScriptEnabled })
      const { id } = await resultAt(page, fourth)
      await brett.goto(PAGE)
      await brett.getByRole('button', { name: 'Start a draft' }).click()
      await correct(brett, id, '2:51:51')
      await oyuna.goto(`/admin/results/${id}`)
      await oyuna.getByLabel('Mark', { exact: true }).fill('2:52:52')
      await giveReason(oyuna, 'Another list')
      await oyuna.getByRole('button', { name: 'Save', exact: true }).click()
      await expectSaved(oyuna)

      await brett.getByRole('button', { name: 'Publish what is ticked' }).click()
      await expect(brett.getByRole('alert').filter({ hasText: 'Nothing was saved' })).toContainText(
        'mark, changed by Oyuna',
      )
      await expect(brett.getByRole('checkbox', { name: /^Mark: / })).not.toBeChecked()

      // An undo is no part of a draft, and says so.
      await brett.goto(`${PROFILE}/history`)
      const change = /\d+$/.exec(
        (await brett
          .getByRole('article', { name: 'Another list' })
          .first()
          .getByRole('link', { name: /^no/ })
          .textContent()) ?? '',
      )?.[0]
      await brett.goto(`/admin/changes/${change}`)
      await brett.getByLabel('Reason', { exact: true }).fill('A slip')
      await brett.getByRole('button', { name: /^Undo/ }).click()
      await expect(brett.getByRole('alert').filter({ hasText: 'You have a draft open' })).toBeVisible()

      await brett.goto(PAGE)
      await unfold(brett, 'Discard the draft')
      await brett.getByRole('button', { name: 'Discard the draft' }).click()
      await expect(bar(brett)).toHaveCount(0)
      if (javaScriptEnabled) await expectAccessibleIn(brett, LOOKS, 'a discarded draft')
      await brett
        .getByRole('button', { name: /^Open it again/ })
        .first()
        .click()
      await expect(bar(brett)).toContainText('1 edit')
      await unfold(brett, 'Discard the draft')
      await brett.getByRole('button', { name: 'Discard the draft' }).click()
      await expect(bar(brett)).toHaveCount(0)
    })
  })
}
