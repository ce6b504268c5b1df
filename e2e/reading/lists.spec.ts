import { expect, test } from '../fixtures'
import { FINISHERS, LONG_RACE } from '../long-list'

const SER_OD = 'ser-od-bat-ochir'

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false })

  test('a list is read page by page, and its numbers go on', async ({ page }) => {
    await page.goto('/disciplines/marathon')
    const numbers: string[] = []
    for (;;) {
      // A click waits for the next page to begin, and a long one is not read whole before it has ended.
      await page.waitForLoadState()
      numbers.push(...(await page.locator('tbody td:first-child').allTextContents()))
      const next = page.getByRole('link', { name: 'Next page' })
      if ((await next.count()) === 0) break
      await next.click()
    }
    expect(numbers.length).toBeGreaterThan(FINISHERS)
    for (const [index, number] of numbers.entries()) {
      const [value, shared] = [Number.parseInt(number, 10), number.endsWith('=')]
      expect(value === index + 1 || (shared && number === numbers[index - 1]), `${number} after ${index}`).toBe(true)
    }
    expect(numbers.some((number) => number.endsWith('='))).toBe(true)
    await page.getByRole('link', { name: 'First page' }).click()
    await expect(page).toHaveURL(/\/disciplines\/marathon$/)
  })

  test('a list is filtered by links and by a plain form', async ({ page }) => {
    await page.goto('/disciplines/marathon')
    await page.getByLabel('Country').selectOption({ label: 'Mongolia' })
    await page.getByRole('button', { name: 'Show' }).click()
    await expect(page).toHaveURL(/\/disciplines\/marathon\?country=MGL$/)
    await expect(page.getByRole('heading', { level: 1 })).toContainText('Mongolia')
    await expect(page.locator('tbody tr')).toHaveCount(2)
    await page.getByRole('link', { name: 'All performances' }).click()
    await expect(page).toHaveURL(/\?country=MGL&list=performances$/)
    expect(await page.locator('tbody tr').count()).toBeGreaterThan(30)
    await page.getByLabel('Year').selectOption('2014')
    await page.getByRole('button', { name: 'Show' }).click()
    await expect(page).toHaveURL(/\?country=MGL&year=2014&list=performances$/)
    await expect(page.getByText('2:08:50')).toBeVisible()
  })

  test('a country’s records link to the history of each', async ({ page }) => {
    await page.goto('/records/mgl')
    await expect(page).toHaveURL(/\/records\/MGL$/)
    await page.getByRole('link', { name: /^Marathon/ }).click()
    await expect(page).toHaveURL(/\?discipline=marathon$/)
    const steps = page.locator('tbody tr')
    await expect(steps.first()).toContainText('2:26:39')
    await expect(steps.last()).toContainText('2:08:50')
    await expect(steps.last()).toContainText('stands')
  })

  test('a competition of many results shows the first of them, what is missing, and the medals', async ({ page }) => {
    await page.goto(`/competitions/${LONG_RACE}`)
    await expect(page.getByRole('table', { name: /final/i }).locator('tbody tr')).toHaveCount(8)
    await expect(page.getByText('Place 3 is not in the record yet.')).toBeVisible()
    await expect(page.getByRole('table', { name: /medals/i }).getByRole('row', { name: /Kenya/ })).toBeVisible()
    await page.getByRole('link', { name: `All ${FINISHERS} results` }).click()
    await expect(page).toHaveURL(/\?event=marathon-m$/)
    await page.getByRole('link', { name: 'Next page' }).click()
    await expect(page.getByRole('link', { name: 'Finisher 150', exact: true })).toBeVisible()
  })

  test('a series has all its editions, each a link', async ({ page }) => {
    await page.goto('/series/world-athletics-championships')
    await expect(page.getByRole('table', { name: /editions/i }).locator('tbody tr')).toHaveCount(12)
    await expect(page.getByRole('table', { name: /appearances/i })).toContainText('Ser-Od Bat-Ochir')
    await page.getByRole('link', { name: '2019', exact: true }).click()
    await expect(page).toHaveURL(/\/competitions\//)
    await page.getByRole('link', { name: 'World Athletics Championships' }).first().click()
    await expect(page).toHaveURL(/\/series\/world-athletics-championships$/)
  })

  test('athletes are filtered by letter and by country', async ({ page }) => {
    await page.goto('/athletes')
    await page.getByRole('link', { name: 'F', exact: true }).click()
    await expect(page).toHaveURL(/\?letter=F$/)
    await page.getByLabel('Country').selectOption({ label: 'Kenya' })
    await page.getByRole('button', { name: 'Show' }).click()
    await expect(page).toHaveURL(/\?country=KEN&letter=F$/)
    await expect(page.locator('tbody tr')).toHaveCount(100)
    await page.getByRole('link', { name: 'Next page' }).click()
    await expect(page.locator('tbody tr')).toHaveCount(FINISHERS / 2 - 100)
  })

  test('two athletes are compared, from a profile, by name', async ({ page }) => {
    await page.goto(`/athletes/${SER_OD}`)
    await page.getByRole('link', { name: 'with another athlete' }).click()
    await page.getByLabel('Add an athlete').fill('Finisher 17')
    await page.getByRole('button', { name: 'Add' }).click()
    await page.getByRole('link', { name: /^Finisher 17 / }).click()
    await expect(page).toHaveURL(/\/compare\?athletes=ser-od-bat-ochir,long-17$/)
    await expect(page.getByRole('table', { name: 'Personal bests' })).toContainText('2:08:50')
    await expect(page.getByText('have not met in a race')).toBeVisible()
  })

  test('a comparison says which athletes it left out, and why', async ({ page }) => {
    await page.goto(`/compare?athletes=${SER_OD},nobody,${SER_OD}`)
    await expect(page.getByText('There is no athlete “nobody” here.')).toBeVisible()
    await expect(page.getByText(`“${SER_OD}” was named twice`)).toBeVisible()
    await page.goto('/compare?athletes=long-1,long-2,long-3,long-4')
    await expect(page.getByText('At most 3 athletes fit on this page; left out: long-4.')).toBeVisible()
    await expect(page.getByText('Finisher 1 was ahead in 1, Finisher 2 in 0.')).toBeVisible()
  })

  test('an unknown address is not found, and a former one redirects', async ({ page }) => {
    for (const path of ['/disciplines/darts', '/records/XYZ', '/series/none', '/competitions/none']) {
      expect((await page.goto(path))?.status(), path).toBe(404)
    }
    for (const [path, leadsTo] of [
      ['/records', /\/countries$/],
      ['/countries/mgl', /\/records\/MGL$/],
      ['/records/SIN', /\/records\/(SGP|SIN)$/],
      ['/disciplines/marathon?year=soon&sex=men', /\/disciplines\/marathon$/],
    ] as const) {
      await page.goto(path)
      await expect(page, path).toHaveURL(leadsTo)
    }
  })
})
