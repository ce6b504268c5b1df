import type { Page } from '@playwright/test'
import { EVERY_LOOK, expectAccessibleIn } from '../accessible'
import { expectSaved, giveReason } from '../desk'
import { expect, test } from '../fixtures'

/** Makes a thing by its form, and gives back its address. */
async function make(page: Page, kind: string, fields: Record<string, string>): Promise<void> {
  await page.goto(`/admin/things/${kind}/new`)
  for (const [label, value] of Object.entries(fields)) await page.getByLabel(label, { exact: true }).fill(value)
  if (kind === 'source') await page.getByLabel('Reason', { exact: true }).fill('It is cited below')
  else await giveReason(page)
  await page.getByRole('button', { name: 'Add to the record' }).click()
  await expectSaved(page)
}

async function keepTheirs(page: Page): Promise<void> {
  for (const radio of await page.locator('input[type=radio][value=into]').all()) await radio.check()
}

async function undo(page: Page): Promise<void> {
  await page.getByRole('link', { name: 'Undo this change' }).click()
  await page.getByLabel('Reason', { exact: true }).fill('They are two')
  await page.getByRole('button', { name: 'Undo', exact: true }).click()
  await expectSaved(page, 'Restored')
}

test('an editor merges two competitions that are one; the old address leads on; undoing brings both back', async ({
  signIn,
}) => {
  const page = await signIn('oyuna', { javaScriptEnabled: false })
  const into = '/competitions/2013-osaka-marathon'
  await make(page, 'competition', { Name: 'Naniwa City Run', 'Year held': '2013', Venue: 'Osaka Castle' })
  const from = '/competitions/2013-naniwa-city-run'
  await page.goto(from)
  await page.getByRole('link', { name: 'Edit Naniwa City Run' }).click()
  await page.getByRole('link', { name: 'Merge with another' }).click()
  await page.getByLabel(/^What else is/).fill('osaka marathon 2013')
  await page.getByRole('button', { name: 'Find' }).click()
  await page
    .getByRole('link', { name: /Osaka Marathon/ })
    .first()
    .click()
  await expect(page.getByRole('region', { name: 'What would happen' })).toContainText(`would lead to ${into}`)

  await giveReason(page, 'One race, two names')
  await page.getByRole('button', { name: /^Merge into/ }).click()
  await expect(page.getByRole('alert').filter({ hasText: /./ })).toContainText('Choose which of the two holds')
  await expect(page.getByLabel('Reason', { exact: true })).toHaveValue('One race, two names')
  await keepTheirs(page)
  await page.getByRole('button', { name: /^Merge into/ }).click()
  await expectSaved(page)
  const saved = page.url()
  for (const [old, now] of [
    [from, into],
    [`${from}?event=marathon-m`, `${into}?event=marathon-m`],
  ] as const) {
    const answer = await page.request.get(old, { maxRedirects: 0 })
    expect([answer.status(), answer.headers().location]).toEqual([308, now])
  }
  await page.goto('/search?q=naniwa+city+run')
  await expect(page.getByRole('main').getByRole('link', { name: /Naniwa/ })).toHaveCount(0)

  await page.goto(saved)
  await undo(page)
  expect((await page.request.get(from, { maxRedirects: 0 })).status()).toBe(200)
})

test('two sources are merged, and nothing runs over the edge of the page', async ({ signIn }) => {
  const page = await signIn('oyuna')
  await make(page, 'source', { Publisher: 'Asahi again', Title: 'The same report' })
  await page.goto('/sources/asahi-again-the-same-report')
  await page.getByRole('link', { name: 'Merge The same report with another' }).click()
  await page.getByLabel(/^What else is/).fill('Asahi newspaper')
  await page.getByRole('button', { name: 'Find' }).click()
  await page.getByRole('main').getByRole('listitem').getByRole('link').first().click()
  await expectAccessibleIn(page, EVERY_LOOK, 'merging two sources')
  await keepTheirs(page)
  await giveReason(page, 'One report, entered twice')
  await page.getByRole('button', { name: /^Merge into/ }).click()
  await expectSaved(page)
  const answer = await page.request.get('/sources/asahi-again-the-same-report', { maxRedirects: 0 })
  expect(answer.status()).toBe(308)
  await undo(page)
})
