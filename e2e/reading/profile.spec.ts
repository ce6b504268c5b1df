import { PROFILE } from '../desk'
import { expect, test } from '../fixtures'

test.describe('a visitor reads the profile, without JavaScript', () => {
  test.use({ javaScriptEnabled: false })

  test('the page names the athlete and shows his best', async ({ page }) => {
    await page.goto(PROFILE)
    await expect(page.getByRole('heading', { level: 1 })).toContainText('Ser-Od Bat-Ochir')
    await expect(page.getByText('Бат-Очирын Сэр-Од').first()).toBeVisible()
    await expect(page.getByText('2:08:50').first()).toBeVisible()
  })

  test('the international table has the thirty rows of the encyclopedia', async ({ page }) => {
    await page.goto(PROFILE)
    const table = page.getByRole('table', { name: /international/i })
    for (const mark of ['1:09:54', '2:26:39', '2:33:24', '14:47.01', '29:43.79', '2:30:09']) {
      await expect(table.getByText(mark, { exact: true })).toBeVisible()
    }
  })

  test('a year of results is an ordinary link away', async ({ page }) => {
    await page.goto(PROFILE)
    await page.getByRole('link', { name: /^2014 \(\d+ results?\)$/ }).click()
    await expect(page).toHaveURL(/\/results\/2014$/)
    await expect(page.getByText('2:08:50').first()).toBeVisible()
    await expect(page.getByText('2:33:24')).toHaveCount(0)
  })

  test('an address without an athlete says so, with a link home', async ({ page }) => {
    const response = await page.goto('/athletes/nobody-at-all')
    expect(response?.status()).toBe(404)
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
    await expect(page.getByRole('link', { name: /home|palmarès/i }).first()).toBeVisible()
  })
})
