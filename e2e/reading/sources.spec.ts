import { EVERY_LOOK, expectAccessibleAt, LOOKS } from '../accessible'
import { API, PROFILE, RESULTS, resultAt } from '../desk'
import { expect, test } from '../fixtures'

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false })

  test('a mark leads to its own page, where every source says what it asserts and where', async ({ page }) => {
    const { id } = await resultAt(page, '2014-fukuoka-marathon')
    await page.goto(RESULTS)
    await page.locator(`#r-${id}`).getByRole('link', { name: '2:08:50' }).click()
    await expect(page).toHaveURL(`/results/${id}`)
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Marathon, Fukuoka Marathon 2014')
    await expect(page.locator('.primary-mark')).toHaveText('2:08:50')
    const said = page.getByRole('region', { name: 'Sources', exact: true })
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

  test('a disputed figure says so wherever it is shown, and leads to both values with the reason', async ({ page }) => {
    const { id } = await resultAt(page, '2013-world-athletics-championships')
    const dagger = /Sources disagree on the place \(overall\)/
    for (const path of [
      PROFILE,
      RESULTS,
      `${RESULTS}/2013`,
      '/competitions/2013-world-athletics-championships',
      `/results/${id}`,
    ]) {
      await page.goto(path)
      const marks = page.locator(`a[href="/results/${id}#said"]`).filter({ hasText: dagger })
      await expect(marks.first(), path).toBeVisible()
    }

    await page.goto(PROFILE)
    await page.getByRole('link', { name: /disputed figures/ }).click()
    await expect(page).toHaveURL(`${PROFILE}/sources#disputes`)
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

  test('a source’s page counts which of its figures another source confirms, and what only it gives', async ({
    page,
  }) => {
    await page.goto('/sources')
    await page.getByRole('link', { name: 'Bat-Ochir Ser-Od', exact: true }).click()
    await expect(page).toHaveURL('/sources/encyclopedia-article')
    const share = page.getByText(/^\d+ of \d+$/)
    const [agreeing = 0, asserted = 0] = ((await share.textContent()) ?? '').match(/\d+/g)?.map(Number) ?? []
    expect(agreeing).toBeGreaterThan(0)
    expect(asserted).toBeGreaterThan(agreeing)
    const table = page.getByRole('table', { name: /Ser-Od/ })
    await expect(table.getByText('says otherwise').first()).toBeVisible()
    await expect(page.getByRole('region', { name: 'Only in this source' }).getByRole('listitem').first()).toBeVisible()
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

test('axe finds nothing on the page of a figure, and nothing runs over its edge', async ({ page }) => {
  for (const [competition, looks] of [
    ['2013-world-athletics-championships', EVERY_LOOK],
    ['2014-fukuoka-marathon', LOOKS],
  ] as const) {
    const { id } = await resultAt(page, competition)
    await expectAccessibleAt(page, `/results/${id}`, looks)
  }
})
