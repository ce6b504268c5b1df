import type { Page } from '@playwright/test'
import { expectSaved, formOf, giveReason } from '../desk'
import { expect, test } from '../fixtures'

const [FROM, INTO] = ['harun-njoroge', 'ali-khamis']

/** For each fact in which they differ, chooses that of the athlete who stays. */
async function keepTheirs(page: Page): Promise<void> {
  for (const radio of await page.locator('input[type=radio][value=into]').all()) await radio.check()
}

async function results(page: Page, slug: string): Promise<string[]> {
  const { results } = (await (await page.request.get(`/api/v1/athletes/${slug}`)).json()) as {
    results: { id: string }[]
  }
  return results.map(({ id }) => id).sort()
}

test('an editor merges two athletes who are one person; the old address redirects; undoing brings both back', async ({
  signIn,
}) => {
  const page = await signIn('oyuna', { javaScriptEnabled: false })
  const [one, other] = [await results(page, FROM), await results(page, INTO)]
  await page.goto(`/admin/athletes/${FROM}`)
  await page.getByRole('link', { name: 'Merge with another' }).click()
  await page.getByLabel(/^Who else is/).fill('khamis ali')
  await page.getByRole('button', { name: 'Find' }).click()
  await page.getByRole('link', { name: 'Ali Khamis' }).click()
  await expect(page.getByRole('region', { name: 'What would happen' })).toContainText(`would lead to /athletes/${INTO}`)

  // Nothing that was typed is lost to what was forgotten.
  await giveReason(page, 'One person, two spellings')
  await page.getByRole('button', { name: /^Merge into/ }).click()
  await expect(page.getByRole('alert')).toContainText('Choose which of the two holds')
  await expect(page.getByLabel('Reason', { exact: true })).toHaveValue('One person, two spellings')

  await keepTheirs(page)
  await page.getByRole('button', { name: /^Merge into/ }).click()
  await expectSaved(page)
  expect(await results(page, INTO)).toEqual([...one, ...other].sort())
  for (const [old, now] of [
    [`/athletes/${FROM}`, `/athletes/${INTO}`],
    [`/athletes/${FROM}/history`, `/athletes/${INTO}/history`],
    [`/athletes/${FROM}/results.csv`, `/athletes/${INTO}/results.csv`],
    [`/api/v1/athletes/${FROM}`, `/api/v1/athletes/${INTO}`],
  ] as const) {
    const answer = await page.request.get(old, { maxRedirects: 0 })
    expect([answer.status(), answer.headers().location]).toEqual([308, now])
  }

  await page.getByRole('link', { name: 'Undo this change' }).click()
  await page.getByLabel('Reason', { exact: true }).fill('They are two')
  await page.getByRole('button', { name: 'Undo', exact: true }).click()
  await expectSaved(page, 'Restored')
  expect(await results(page, FROM)).toEqual(one)
  expect(await results(page, INTO)).toEqual(other)
})

test('an editor splits an athlete who is two people, after seeing what would happen', async ({ signIn }) => {
  const page = await signIn('oyuna')
  const whole = await results(page, 'ser-od-bat-ochir')
  await page.goto('/admin/athletes/ser-od-bat-ochir/split')
  await page.getByRole('button', { name: 'See what would happen' }).click()
  await expect(page.getByRole('alert').filter({ hasText: 'Nothing was saved' })).toContainText(
    'Choose what belongs to the other one',
  )
  await page.getByRole('group', { name: 'Results' }).getByRole('checkbox').first().check()
  await page.getByLabel('Name of the other one').fill('Ser-Od the Younger')
  await page.getByLabel('Date of birth').fill('1999')
  await page.getByRole('button', { name: 'See what would happen' }).click()
  await expect(page.getByRole('region', { name: 'What would happen' })).toContainText('1 result')
  await giveReason(page, 'Two people of one name')
  await page.getByRole('button', { name: 'Split', exact: true }).click()
  await expectSaved(page)
  expect(await results(page, 'ser-od-the-younger')).toHaveLength(1)

  // Put back, since other tests read him whole.
  await page.getByRole('link', { name: 'Undo this change' }).click()
  await page.getByLabel('Reason', { exact: true }).fill('He is one')
  await page.getByRole('button', { name: 'Undo', exact: true }).click()
  await expectSaved(page, 'Restored')
  expect(await results(page, 'ser-od-bat-ochir')).toEqual(whole)
})

test('an editor whose session ends during a merge loses nothing typed', async ({ signIn }) => {
  const page = await signIn('oyuna', { javaScriptEnabled: false })
  const address = `/admin/athletes/${FROM}/merge?with=${INTO}`
  await page.goto(address)
  await giveReason(page, 'Typed for an hour')
  const multipart = await formOf(page, 'Merge into Ali Khamis')
  await page.context().clearCookies()
  const answer = await page.request.post(address, { multipart, headers: { origin: new URL(page.url()).origin } })
  const text = await answer.text()
  expect(text).toContain('You have been signed out')
  expect(text).toContain('Typed for an hour')
})
