import { expectAccessible } from './accessible'
import { API, giveReason, PROFILE, resultAt, save } from './desk'
import { expect, test } from './fixtures'

/** A day of the tests' own clock: the record of the tests is made when they begin. */
const today = () => new Date().toISOString().slice(0, 10)

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false })

  test('a mark leads to its own page, where every source says what it asserts and where', async ({ page }) => {
    const { id } = await resultAt(page, '2014-fukuoka-marathon')
    await page.goto(PROFILE)
    await page.locator(`#r-${id}`).getByRole('link', { name: '2:08:50' }).click()
    await expect(page).toHaveURL(`/results/${id}`)
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Marathon, Fukuoka Marathon 2014')
    await expect(page.locator('.primary-mark')).toHaveText('2:08:50')
    const said = page.getByRole('region', { name: 'Who says so' })
    await expect(said.getByRole('heading', { name: 'Mark' })).toBeVisible()
    await expect(said.getByRole('link').first()).toHaveAttribute('href', /^\/sources\//)
    await expect(page.getByText('It is the personal best to this day.')).toBeVisible()
    await expect(page.locator('link[rel=canonical]')).toHaveAttribute('href', new RegExp(`/results/${id}$`))
    await expect(page.getByRole('region', { name: 'History of this figure' }).getByRole('article')).toHaveCount(1)
  })

  test('the races before and after are a link away', async ({ page }) => {
    const { id } = await resultAt(page, '2014-fukuoka-marathon')
    await page.goto(`/results/${id}`)
    const row = page.getByRole('table', { name: /before and after/i }).getByRole('row', { name: /Fukuoka/ })
    await row.getByRole('cell').getByRole('link').first().click()
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(/^Marathon, Fukuoka Marathon/)
  })

  test('a disputed figure says so wherever it stands, and leads to both values with the reason', async ({ page }) => {
    const { id } = await resultAt(page, '2013-world-athletics-championships')
    const dagger = /Sources disagree on the place \(overall\)/
    for (const path of [
      PROFILE,
      `${PROFILE}/results/2013`,
      '/competitions/2013-world-athletics-championships',
      `/results/${id}`,
    ]) {
      await page.goto(path)
      const marks = page.locator(`a[href="/results/${id}#said"]`).filter({ hasText: dagger })
      await expect(marks.first(), path).toBeVisible()
    }

    await page.goto(PROFILE)
    await page.getByRole('link', { name: /side by side/ }).click()
    await expect(page).toHaveURL(`${PROFILE}/disputes`)
    const row = page.getByRole('row', { name: /World Athletics Championships 2013/ })
    const [recorded, other] = [row.getByRole('cell').nth(0), row.getByRole('cell').nth(1)]
    await expect(recorded).toContainText('Place 36')
    await expect(other).toContainText('Place 35')
    await expect(other).toContainText('contradicted by others')
    await expect(other).toContainText("The same article's table says 36th")
    await expect(other.getByText('Recorded').first()).toBeVisible()
  })

  test('the open data and the CSV tell that a result is disputed', async ({ page }) => {
    const { id } = await resultAt(page, '2013-world-athletics-championships')
    const { results } = await (await page.request.get(API)).json()
    expect(results.find((result: { id: string }) => result.id === id).disputed).toBe(true)
    const [header = '', ...lines] = (await (await page.request.get(`${PROFILE}/results.csv`)).text()).split('\r\n')
    const column = header.split(',').indexOf('disputed')
    const line = lines.find((line) => line.startsWith(id)) ?? ''
    expect(line.split(',')[column]).toBe('true')
  })

  test('a source’s page counts how often it agrees with the record, and what only it knows', async ({ page }) => {
    await page.goto('/sources')
    await page.getByRole('link', { name: 'Bat-Ochir Ser-Od', exact: true }).click()
    await expect(page).toHaveURL('/sources/encyclopedia-article')
    const share = page.getByText(/^\d+ of \d+ values$/)
    const [agreeing = 0, asserted = 0] = ((await share.textContent()) ?? '').match(/\d+/g)?.map(Number) ?? []
    expect(agreeing).toBeGreaterThan(0)
    expect(asserted).toBeGreaterThan(agreeing)
    await expect(page.getByText(`${Math.floor((100 * agreeing) / asserted)}%`)).toBeVisible()
    const table = page.getByRole('table', { name: /Ser-Od/ })
    await expect(table.getByText('says otherwise').first()).toBeVisible()
    await expect(page.getByRole('region', { name: 'What only it knows' }).getByRole('listitem').first()).toBeVisible()
  })

  test('a day from before the record began says so, with the first day; a day that is none is not found', async ({
    page,
  }) => {
    const early = await page.goto(`${PROFILE}?asOf=2001-01-01`)
    expect(early?.status()).toBe(404)
    await expect(page.getByText('Nothing had been recorded by then.')).toBeVisible()
    await page.getByRole('link', { name: 'Read its first day' }).click()
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Ser-Od Bat-Ochir')

    for (const query of ['?asOf=yesterday', '?asOf=2024-02-30', '?asOf=', '?revision=x', '?revision=999999999']) {
      expect((await page.goto(PROFILE + query))?.status(), query).toBe(404)
      await expect(page.getByRole('heading', { level: 1 }), query).toHaveText('This page did not start')
    }
    const answer = await page.request.get(`${API}?asOf=yesterday`)
    expect(answer.status()).toBe(400)
    expect((await answer.json()).error).toMatch(/2024-08-01/)
    expect((await page.request.get(`${API}?asOf=2001-01-01`)).status()).toBe(404)
    expect((await page.request.get(`${PROFILE}/results.csv?asOf=2001-1-1`)).status()).toBe(400)
  })
})

for (const width of [390, 1280]) {
  for (const colorScheme of ['light', 'dark'] as const) {
    test.describe(`${width} px, ${colorScheme}`, () => {
      test.use({ viewport: { width, height: 900 }, colorScheme })

      test('axe finds nothing on the page of a figure, and nothing runs over its edge', async ({ page }) => {
        for (const competition of ['2013-world-athletics-championships', '2014-fukuoka-marathon']) {
          const { id } = await resultAt(page, competition)
          await page.goto(`/results/${id}`)
          await expectAccessible(page, competition)
        }
      })
    })
  }
}

test('after a correction the old figure is still read where it was cited, says so, and is not indexed', async ({
  page,
  signIn,
}) => {
  const editor = await signIn('oyuna')
  const { results, revision } = await (await page.request.get(API)).json()
  const result = results.find(({ mark }: { mark: string | null }) => mark !== null)
  const corrected = result.mark.replace(/\d$/, (digit: string) => String((Number(digit) + 1) % 10))

  await page.goto(PROFILE)
  const link = page.getByRole('region', { name: 'Cite this page' }).getByRole('link')
  await expect(link).toHaveAttribute('href', `${PROFILE}?revision=${revision}`)
  await page.getByText('Text and BibTeX').click()
  await expect(page.locator('.cite pre')).toContainText(`?revision=${revision}}`)
  await expect(page.getByRole('button', { name: 'Copy the BibTeX' })).toBeVisible()
  const before = await (await page.request.get(`${API}?revision=${revision}`)).json()

  await editor.goto(`/admin/results/${result.id}`)
  await editor.getByLabel('Mark', { exact: true }).fill(corrected)
  await giveReason(editor, 'A digit was misread')
  await save(editor)

  await page.goto(PROFILE)
  await expect(page.locator(`#r-${result.id}`)).toContainText(corrected)
  const answer = await page.goto(`${PROFILE}?revision=${revision}`)
  expect(answer?.headers()['x-robots-tag']).toBe('noindex')
  await expect(page.getByText(`This is the record as it stood at revision ${revision}`)).toBeVisible()
  await expect(page.locator(`#r-${result.id}`)).toContainText(result.mark)
  await expect(page.locator(`#r-${result.id}`)).not.toContainText(corrected)
  await expect(page.locator('meta[name=robots]')).toHaveAttribute('content', /noindex/)
  await expect(page.locator('link[rel=canonical]')).toHaveCount(0)
  expect(await (await page.request.get(`${API}?revision=${revision}`)).json()).toEqual(before)

  // From there a figure is read in the same state, and the data are too.
  await page.locator(`#r-${result.id}`).getByRole('link', { name: result.mark }).click()
  await expect(page.locator('.primary-mark')).toHaveText(result.mark)
  await page.getByRole('link', { name: 'Read it as it stands today' }).click()
  await expect(page.locator('.primary-mark')).toHaveText(corrected)
  await expect(page.getByRole('region', { name: 'History of this figure' })).toContainText('A digit was misread')

  const past = await page.goto(`${PROFILE}?asOf=2024-08-01`)
  expect(past?.status()).toBe(200)
  await expect(page.getByText('This is the record as it stood at the end of 1 August 2024 (UTC).')).toBeVisible()
  await expect(page.locator(`#r-${result.id}`)).toContainText(result.mark)
  await expect(page.getByText('(age 42)')).toBeVisible()
  await expect(page.locator('meta[name=robots]')).toHaveAttribute('content', /noindex/)
  await expect(page.locator('link[rel=canonical]')).toHaveCount(0)
  const ofThatDay = await (await page.request.get(`${PROFILE}/results.csv?asOf=2024-08-01`)).text()
  expect(ofThatDay).toContain(`,${result.mark},`)
  const asked = await page.request.get(`${API}?asOf=2024-08-01`)
  // Tests before this one may have changed the record too; on that day none of it had happened.
  expect((await asked.json()).revision).toBeLessThanOrEqual(revision)

  await page.goto(`${PROFILE}?asOf=${today()}`)
  await expect(page.getByText(/not over yet/)).toBeVisible()
  await expect(page.locator(`#r-${result.id}`)).toContainText(corrected)
})

test('a result that was withdrawn says so at its address', async ({ page, signIn }) => {
  const editor = await signIn('brett')
  const { id } = await resultAt(editor, '2012-osaka-marathon')
  await editor.goto(`/admin/results/${id}`)
  await editor.getByText('Withdraw this result').click()
  await editor.getByLabel('Why it is withdrawn').fill('Counted twice over')
  await editor.getByLabel('Which source says so').selectOption({ index: 1 })
  await editor.getByLabel('Where it says so').fill('row 3')
  await editor.getByRole('button', { name: 'Withdraw the result' }).click()
  await expect(editor.getByRole('heading', { level: 1 })).toHaveText('Saved')

  expect((await page.request.get(`/results/${id}`)).status()).toBe(410)
  await page.goto(`/results/${id}`)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('This result was withdrawn')
  await expect(page.getByText('Counted twice over')).toBeVisible()
  expect((await page.goto('/results/never-was'))?.status()).toBe(404)
})
