import { brotliCompressSync } from 'node:zlib'
import AxeBuilder from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { BIOGRAPHY, PROFILE, RESULTS, resultAt } from '../desk'
import { expect, test } from '../fixtures'

test.describe('a visitor reads the profile, without JavaScript', () => {
  test.use({ javaScriptEnabled: false })

  test('the page names the athlete and shows his best', async ({ page }) => {
    await page.goto(PROFILE)
    await expect(page.getByRole('heading', { level: 1 })).toContainText('Ser-Od Bat-Ochir')
    await expect(page.getByText('Бат-Очирын Сэр-Од').first()).toBeVisible()
    await expect(page.getByText('2:08:50').first()).toBeVisible()
  })

  test('the international table has the rows of the encyclopedia, newest first', async ({ page }) => {
    await page.goto(PROFILE)
    const table = page.getByRole('table', { name: /international/i })
    for (const mark of ['1:09:54', '2:26:39', '2:33:24', '14:47.01', '29:43.79', '2:30:09']) {
      await expect(table.getByText(mark, { exact: true })).toBeVisible()
    }
    const years = await table.getByRole('rowheader').allTextContents()
    expect(years).toEqual(years.toSorted().toReversed())
  })

  test('every part has its whole on a page of its own, a tab away', async ({ page }) => {
    for (const [tab, address, heading] of [
      [/^Results \d+$/, RESULTS, 'Appearances'],
      ['Bests', `${PROFILE}/bests`, 'The ten best'],
      ['Biography', BIOGRAPHY, 'References'],
      [/^Sources \d+$/, `${PROFILE}/sources`, 'Automatic checks'],
      ['History', `${PROFILE}/history`, 'Permanent link'],
    ] as const) {
      await page.goto(PROFILE)
      const tabs = page.getByRole('navigation', { name: 'Pages of Ser-Od Bat-Ochir' })
      await tabs.getByRole('link', { name: tab, exact: true }).click()
      await expect(page).toHaveURL(address)
      await expect(page.getByRole('heading', { name: heading, exact: true })).toBeVisible()
      await expect(tabs.locator('[aria-current=page]')).toHaveText(tab)
    }
  })

  test('results are narrowed by year, and by country from the map', async ({ page }) => {
    await page.goto(RESULTS)
    await page.getByRole('link', { name: /^2014 \(\d+ results?\)$/ }).click()
    await expect(page).toHaveURL(/\/results\/2014$/)
    await expect(page.getByText('2:08:50').first()).toBeVisible()
    await expect(page.getByText('2:33:24')).toHaveCount(0)

    await page.goto(RESULTS)
    await page.getByRole('region', { name: 'Where in the world' }).getByRole('link', { name: 'South Korea' }).click()
    await expect(page).toHaveURL(/\/results\/KOR$/)
    await expect(page.getByRole('table', { name: /South Korea/ })).toContainText('Daegu Marathon')
    expect((await page.goto(`${RESULTS}/USA/2014`))?.status()).toBe(404)
  })

  test('a row of results says who won, how far ahead', async ({ page }) => {
    const { id } = await resultAt(page, '2014-fukuoka-marathon')
    await page.goto(RESULTS)
    const row = page.locator(`#r-${id}`)
    await expect(row).toContainText(/won by Patrick Makau, \d+ s ahead/)
    await row.getByRole('link', { name: 'Patrick Makau' }).click()
    await expect(page.getByRole('heading', { level: 1 })).toContainText('Patrick Makau')
  })

  test('an earlier state is read on every page', async ({ page }) => {
    await page.goto(`${PROFILE}?asOf=2024-08-01`)
    for (const tab of [/^Results/, 'Bests', 'Biography', /^Sources/]) {
      await page
        .getByRole('navigation', { name: /^Pages of/ })
        .getByRole('link', { name: tab })
        .click()
      await expect(page).toHaveURL(/\?asOf=2024-08-01$/)
      await expect(page.getByText('This is the record as it stood at the end of 1 August 2024 (UTC).')).toBeVisible()
    }
  })

  test('an athlete with one result has a short page', async ({ page }) => {
    await page.goto('/athletes/long-1')
    await expect(page.getByRole('table')).toHaveCount(1)
    await expect(page.getByRole('heading', { name: 'The result' })).toBeVisible()
  })

  test('an address without an athlete says so, with a link home', async ({ page }) => {
    const response = await page.goto('/athletes/nobody-at-all')
    expect(response?.status()).toBe(404)
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
    await expect(page.getByRole('link', { name: /home|palmarès/i }).first()).toBeVisible()
  })
})

test('old addresses lead to what they named', async ({ page }) => {
  const { id } = await resultAt(page, '2011-london-marathon')
  for (const [old, address] of [
    [`${PROFILE}#r-${id}`, `${RESULTS}#r-${id}`],
    [`${PROFILE}#world`, `${RESULTS}#world`],
    [`${PROFILE}#season-bests`, `${PROFILE}/bests#season-bests`],
    [`${PROFILE}?asOf=2024-08-01#source-3`, `${PROFILE}/sources?asOf=2024-08-01#source-3`],
    [`${PROFILE}/disputes`, `${PROFILE}/sources#disputes`],
    [`${PROFILE}/disputes?asOf=2024-08-01`, `${PROFILE}/sources?asOf=2024-08-01#disputes`],
  ] as const) {
    await page.goto('about:blank')
    await page.goto(old)
    await expect(page, old).toHaveURL(address)
    await expect(page.locator(new URL(address, 'http://x').hash)).toBeInViewport()
  }
})

test('the chart is one tab stop, read point by point with the arrow keys', async ({ page }) => {
  await page.goto(PROFILE)
  const points = page.locator('[data-career] svg a:visible:not([tabindex])')
  await expect(points).toHaveCount(1)
  await points.focus()
  await expect(page.locator('[data-readout]')).toContainText('2:08:50, 3rd, Fukuoka Marathon 2014')
  await page.keyboard.press('ArrowRight')
  await expect(page.locator('[data-readout]')).not.toContainText('2:08:50')
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/\/results\/[\w-]+$/)
})

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 900 }, hasTouch: true })

  test('a point shows its value at a touch, and leads on at the next', async ({ page }) => {
    await page.goto(PROFILE)
    const point = page.locator('[data-career] svg:visible a:not([tabindex]) circle')
    await point.tap()
    await expect(page.locator('[data-readout]')).toContainText('2:08:50')
    await expect(page).toHaveURL(PROFILE)
    await point.tap()
    await expect(page).toHaveURL(/\/results\//)
  })

  test('targets are large enough, and text of twice the size does not run over the edge', async ({ page }) => {
    for (const path of [PROFILE, RESULTS, `${PROFILE}/bests`, BIOGRAPHY, `${PROFILE}/sources`, `${PROFILE}/history`]) {
      await page.goto(path)
      const { violations } = await new AxeBuilder({ page })
        .options({ resultTypes: ['violations'], runOnly: ['target-size'], rules: { 'target-size': { enabled: true } } })
        .setLegacyMode()
        .analyze()
      expect(
        violations.flatMap(({ nodes }) => nodes.map(({ html }) => html)),
        path,
      ).toEqual([])
      await page.addStyleTag({ content: 'html { font-size: 200% }' })
      const over = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      )
      expect(over, path).toBe(0)
    }
  })
})

test('the overview is six screens, small and short', async ({ page }) => {
  const html = (await (await page.request.get(PROFILE)).body()).toString()
  expect(brotliCompressSync(html).length).toBeLessThanOrEqual(25_000)
  for (const [width, most] of [
    [1280, 6_500],
    [390, 10_500],
  ] as const) {
    await page.setViewportSize({ width, height: 900 })
    await page.goto(PROFILE)
    const { elements, height, tabStops } = await page.evaluate(measure)
    expect(elements).toBeLessThanOrEqual(2_500)
    expect(height, `${width} px`).toBeLessThanOrEqual(most)
    expect(tabStops).toBeLessThanOrEqual(120)
  }
  expect(await printedPages(page)).toBeLessThanOrEqual(8)
})

function measure() {
  const stops = [...document.querySelectorAll<HTMLElement>('a[href], button, input, select, summary, [tabindex]')]
  return {
    elements: document.querySelectorAll('*').length,
    height: document.documentElement.scrollHeight,
    tabStops: stops.filter((stop) => stop.tabIndex >= 0 && stop.checkVisibility()).length,
  }
}

async function printedPages(page: Page): Promise<number> {
  const document = (await page.pdf({ format: 'A4', tagged: false })).toString('latin1')
  return [...document.matchAll(/\/Type \/Page\b/g)].length
}
