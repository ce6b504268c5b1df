import { API, expectSaved, giveReason, PROFILE, RESULTS, resultAt, SOURCE, save } from '../desk'
import { expect, test } from '../fixtures'

/** A day of the tests' own clock: the record of the tests is made when they begin. */
const today = () => new Date().toISOString().slice(0, 10)

test('after a correction the old figure is still read where it was cited, says so, and is not indexed', async ({
  page,
  signIn,
}) => {
  const editor = await signIn('oyuna')
  const { revision } = await (await page.request.get(API)).json()
  const { id, mark } = await resultAt(page, '2020-fukuoka-marathon')
  const [misread, corrected] = ['2:16:15', '2:16:16']
  expect(mark).toBe(misread)

  await page.goto(`${PROFILE}/history`)
  const link = page.getByRole('region', { name: 'Permanent link' }).getByRole('link')
  await expect(link).toHaveAttribute('href', `${PROFILE}?revision=${revision}`)
  await page.getByText('Text and BibTeX').click()
  await expect(page.locator('.cite pre')).toContainText(`?revision=${revision}}`)
  await expect(page.getByRole('button', { name: 'Copy the BibTeX' })).toBeVisible()
  const before = await (await page.request.get(`${API}?revision=${revision}`)).json()

  await editor.goto(`/admin/results/${id}`)
  await editor.getByLabel('Mark', { exact: true }).fill(corrected)
  await giveReason(editor, 'A digit was misread')
  await save(editor)

  await page.goto(RESULTS)
  await expect(page.locator(`#r-${id}`)).toContainText(corrected)
  const answer = await page.goto(`${RESULTS}?revision=${revision}`)
  expect(answer?.headers()['x-robots-tag']).toBe('noindex')
  await expect(page.getByText(`This is the record as it stood at revision ${revision}`)).toBeVisible()
  await expect(page.locator(`#r-${id}`)).toContainText(misread)
  await expect(page.locator(`#r-${id}`)).not.toContainText(corrected)
  await expect(page.locator('meta[name=robots]')).toHaveAttribute('content', /noindex/)
  await expect(page.locator('link[rel=canonical]')).toHaveCount(0)
  expect(await (await page.request.get(`${API}?revision=${revision}`)).json()).toEqual(before)

  // From there a figure is read in the same state, and the data are too.
  await page.locator(`#r-${id}`).getByRole('link', { name: misread }).click()
  await expect(page.locator('.primary-mark')).toHaveText(misread)
  await page.getByRole('link', { name: 'Read it as it stands today' }).click()
  await expect(page.locator('.primary-mark')).toHaveText(corrected)
  await expect(page.getByRole('region', { name: 'History of this figure' })).toContainText('A digit was misread')

  await page.goto(`${RESULTS}?asOf=2024-08-01`)
  await expect(page.locator(`#r-${id}`)).toContainText(misread)
  const past = await page.goto(`${PROFILE}?asOf=2024-08-01`)
  expect(past?.status()).toBe(200)
  await expect(page.getByText('This is the record as it stood at the end of 1 August 2024 (UTC).')).toBeVisible()
  await expect(page.getByText('(age 42)')).toBeVisible()
  await expect(page.locator('meta[name=robots]')).toHaveAttribute('content', /noindex/)
  await expect(page.locator('link[rel=canonical]')).toHaveCount(0)
  const ofThatDay = await (await page.request.get(`${PROFILE}/results.csv?asOf=2024-08-01`)).text()
  expect(ofThatDay).toContain(`,${misread},`)
  const asked = await page.request.get(`${API}?asOf=2024-08-01`)
  // Tests before this one may have changed the record too; on that day none of it had happened.
  expect((await asked.json()).revision).toBeLessThanOrEqual(revision)

  await page.goto(`${RESULTS}?asOf=${today()}`)
  await expect(page.getByText(/not over yet/)).toBeVisible()
  await expect(page.locator(`#r-${id}`)).toContainText(corrected)
})

test('a result that was withdrawn says so at its address', async ({ page, signIn }) => {
  const editor = await signIn('brett')
  const { id } = await resultAt(editor, '2013-beppu-oita-marathon')
  await editor.goto(`/admin/results/${id}`)
  await editor.getByText('Withdraw this result').click()
  await editor.getByLabel('Why it is withdrawn').fill('Counted twice over')
  await editor.getByLabel('Which source says so').fill(SOURCE)
  await editor.getByLabel('Where it says so').fill('row 3')
  await editor.getByRole('button', { name: 'Withdraw the result' }).click()
  await expectSaved(editor, 'Withdrawn')

  expect((await page.request.get(`/results/${id}`)).status()).toBe(410)
  await page.goto(`/results/${id}`)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('This result was withdrawn')
  await expect(page.getByText('Counted twice over')).toBeVisible()
  expect((await page.goto('/results/never-was'))?.status()).toBe(404)
})
