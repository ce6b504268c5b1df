import type { Page } from '@playwright/test'
import { expectAccessibleIn, LOOKS } from '../accessible'
import { expectSaved, giveReason, resultAt } from '../desk'
import { expect, test } from '../fixtures'

/** Proposes another mark of a result, by its form. @returns the number of the proposal. */
async function propose(contributor: Page, id: string, mark: string): Promise<string> {
  await contributor.goto(`/admin/results/${id}`)
  await contributor.getByLabel('Mark', { exact: true }).fill(mark)
  await giveReason(contributor, `Mark of ${mark}`)
  await contributor.getByRole('button', { name: 'Save', exact: true }).click()
  await expect(contributor.getByRole('heading', { level: 1 })).toHaveText('Waiting for review')
  return new URL(contributor.url()).pathname.split('/').at(-1) ?? ''
}

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'with JavaScript' : 'without JavaScript', () => {
    const [corrected, amended, contested, declined] = javaScriptEnabled
      ? [
          '2011-world-athletics-championships',
          '2017-world-athletics-championships',
          '2009-world-athletics-championships',
          '2007-world-athletics-championships',
        ]
      : [
          '2003-world-athletics-championships',
          '2005-world-athletics-championships',
          '2004-hong-kong-marathon',
          '2002-hong-kong-marathon',
        ]

    test('a contributor’s correction is public once an editor has approved it, and names both', async ({
      page,
      signIn,
    }) => {
      test.slow()
      const carol = await signIn('carol', { javaScriptEnabled })
      const oyuna = await signIn('oyuna', { javaScriptEnabled })
      const before = await resultAt(page, corrected)
      const proposal = await propose(carol, before.id, '2:10:10')
      await expect(carol.getByRole('region', { name: 'What will change' })).toContainText('2:10:10')
      if (javaScriptEnabled) await expectAccessibleIn(carol, LOOKS, 'the proposal')
      expect(await resultAt(page, corrected)).toEqual(before)

      await oyuna.goto('/admin/review')
      await expect(oyuna.getByRole('listitem').filter({ hasText: 'Mark of 2:10:10' })).toContainText('Carol')
      if (javaScriptEnabled) await expectAccessibleIn(oyuna, LOOKS, 'the queue')
      await oyuna.getByRole('link', { name: `Review proposal ${proposal}` }).click()
      await expect(oyuna.getByRole('checkbox', { name: /^Mark: / })).toBeChecked()
      await expect(oyuna.getByRole('region', { name: 'Approve', exact: true })).toContainText('2:10:10')
      await expect(oyuna.getByRole('region', { name: 'What it does' })).toContainText('2:10:10')
      if (javaScriptEnabled) await expectAccessibleIn(oyuna, LOOKS, 'the review')
      await oyuna.getByRole('button', { name: 'Approve and publish' }).click()
      await expectSaved(oyuna)

      expect((await resultAt(page, corrected)).mark).toBe('2:10:10')
      await page.goto('/athletes/ser-od-bat-ochir/history')
      const entry = page.getByRole('article', { name: 'Mark of 2:10:10' }).first()
      await expect(entry).toContainText('Carol, reviewed by Oyuna')
      await carol.goto(`/admin/proposals/${proposal}`)
      await expect(carol.getByRole('heading', { level: 1 })).toHaveText('Published')
    })

    test('a reviewer publishes another value than the proposed one, after a question and an answer', async ({
      page,
      signIn,
    }) => {
      const carol = await signIn('carol', { javaScriptEnabled })
      const oyuna = await signIn('oyuna', { javaScriptEnabled })
      const { id } = await resultAt(page, amended)
      const proposal = await propose(carol, id, '2:46:46')

      await oyuna.goto(`/admin/review/${proposal}`)
      await oyuna.locator('summary', { hasText: 'Ask the author' }).click()
      await oyuna.getByLabel('Message').fill('Are you sure of the seconds?')
      await oyuna.getByRole('button', { name: 'Ask', exact: true }).click()
      await expect(oyuna.getByRole('region', { name: 'Discussion' })).toContainText('Are you sure of the seconds?')

      await carol.goto(`/admin/proposals/${proposal}`)
      await expect(carol.getByRole('heading', { level: 1 })).toHaveText('In discussion')
      await carol.getByLabel('Message').fill('It says 47, I mistyped it.')
      await carol.getByRole('button', { name: 'Send', exact: true }).click()
      await expect(carol.getByRole('region', { name: 'Discussion' })).toContainText('It says 47, I mistyped it.')

      await oyuna.goto(`/admin/review/${proposal}`)
      await oyuna.locator('summary', { hasText: 'Publish another value' }).click()
      await oyuna.getByLabel('Publish instead, mark').fill('2:46:47')
      await oyuna.getByRole('button', { name: 'Approve and publish' }).click()
      await expectSaved(oyuna)
      expect((await resultAt(page, amended)).mark).toBe('2:46:47')
    })

    test('where the record has moved, the reviewer is shown it and decides', async ({ page, signIn }) => {
      test.slow()
      const carol = await signIn('carol', { javaScriptEnabled })
      const oyuna = await signIn('oyuna', { javaScriptEnabled })
      const brett = await signIn('brett', { javaScriptEnabled })
      const { id } = await resultAt(page, contested)
      const proposal = await propose(carol, id, '2:31:31')
      await oyuna.goto(`/admin/review/${proposal}`)

      await brett.goto(`/admin/results/${id}`)
      await brett.getByLabel('Mark', { exact: true }).fill('2:32:32')
      await giveReason(brett, 'Another list')
      await brett.getByRole('button', { name: 'Save', exact: true }).click()
      await expectSaved(brett)

      await oyuna.getByRole('button', { name: 'Approve and publish' }).click()
      await expect(oyuna.getByRole('alert').filter({ hasText: 'Nothing was saved' })).toContainText(
        'mark, changed by Brett',
      )
      const box = oyuna.getByRole('checkbox', { name: /^Mark: / })
      await expect(box).not.toBeChecked()
      await box.check()
      await oyuna.getByRole('button', { name: 'Approve and publish' }).click()
      await expectSaved(oyuna)
      expect((await resultAt(page, contested)).mark).toBe('2:31:31')
    })

    test('what is declined says why, and of two reviewers the second is told who was first', async ({
      page,
      signIn,
    }) => {
      const carol = await signIn('carol', { javaScriptEnabled })
      const oyuna = await signIn('oyuna', { javaScriptEnabled })
      const brett = await signIn('brett', { javaScriptEnabled })
      const { id } = await resultAt(page, declined)
      const proposal = await propose(carol, id, '2:44:44')
      await brett.goto(`/admin/review/${proposal}`)
      await oyuna.goto(`/admin/review/${proposal}`)
      await oyuna.locator('summary', { hasText: /^Decline$/ }).click()
      await oyuna.getByLabel('Why it is declined').fill('That is another race.')
      await oyuna.getByRole('button', { name: 'Decline the proposal' }).click()
      await expect(oyuna.getByRole('heading', { level: 1 })).toHaveText('Review')

      await brett.getByRole('button', { name: 'Approve and publish' }).click()
      const refusal = brett.getByRole('alert').filter({ hasText: 'Oyuna has declined the proposal' })
      // Without JavaScript the answer is the page of what has been decided.
      await expect(javaScriptEnabled ? refusal : brett.getByText(/Declined by Oyuna/)).toBeVisible()
      await carol.goto(`/admin/proposals/${proposal}`)
      await expect(carol.getByRole('heading', { level: 1 })).toHaveText('Declined')
      await expect(carol.getByText('That is another race.')).toBeVisible()
    })
  })
}

test('a contributor is told what is for editors, and sees nobody else’s proposals', async ({ page, signIn }) => {
  const carol = await signIn('carol')
  const visitor = await signIn('visitor')
  const { id } = await resultAt(page, '2025-world-athletics-championships')
  const proposal = await propose(carol, id, '2:45:45')
  expect((await visitor.goto(`/admin/proposals/${proposal}`))?.status()).toBe(404)
  await visitor.goto(`/admin/review/${proposal}`)
  await expect(visitor.getByRole('heading', { level: 1 })).toHaveText('Only editors can review proposals')
  for (const [path, words] of [
    ['/admin/import', 'import lists'],
    ['/admin/athletes/ser-od-bat-ochir/merge', 'merge what is the same'],
    ['/admin/changes/1', 'undo and restore changes'],
  ] as const) {
    await carol.goto(path)
    await expect(carol.getByRole('heading', { level: 1 })).toHaveText(`Only editors can ${words}`)
  }
  await expectAccessibleIn(carol, LOOKS, 'the page for editors only')
  await carol.goto(`/admin/proposals/${proposal}`)
  await carol.locator('summary', { hasText: 'Withdraw the proposal' }).click()
  await carol.getByRole('button', { name: 'Withdraw the proposal' }).click()
  await expect(carol.getByRole('heading', { level: 1 })).toHaveText('Withdrawn')
  await expect(carol.getByRole('link', { name: 'Open the form again' })).toHaveAttribute('href', `/admin/results/${id}`)
})
