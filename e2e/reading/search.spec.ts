import AxeBuilder from '@axe-core/playwright'
import { expectAccessible } from '../accessible'
import { PROFILE } from '../desk'
import { expect, test } from '../fixtures'

const READER = 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0'

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false })

  test('the search box finds athletes, series and competitions, in any script and with a typing slip', async ({
    page,
  }) => {
    await page.goto(PROFILE)
    await page.getByRole('searchbox', { name: 'Search the record' }).fill('бат-очир')
    await page.getByRole('button', { name: 'Search' }).click()
    await expect(page).toHaveURL(/\/search\?query=/)
    const athletes = page.getByRole('region', { name: 'Athletes' })
    await expect(athletes.getByRole('link', { name: 'Ser-Od Bat-Ochir' })).toHaveAttribute('href', PROFILE)

    await page.goto('/search?query=fukuoka+marathon')
    await expect(
      page.getByRole('region', { name: 'Series' }).getByRole('link', { name: 'Fukuoka Marathon' }),
    ).toBeVisible()
    await expect(page.getByRole('region', { name: 'Competitions' }).getByRole('link').first()).toHaveAttribute(
      'href',
      /^\/competitions\//,
    )

    await page.goto('/search?query=bat-ohcir')
    await expect(page.getByText('Did you mean one of these?')).toBeVisible()
    await expect(page.getByRole('link', { name: 'Ser-Od Bat-Ochir', exact: true })).toBeVisible()

    await page.goto('/search?query=%25%5F%5C')
    await expect(page.getByText(/Nothing goes by/)).toBeVisible()
  })
})

test('suggestions appear while typing, and the keyboard alone is enough', async ({ page }) => {
  await page.goto(PROFILE)
  const box = page.getByRole('combobox', { name: 'Search the record' })
  await box.pressSequentially('fukuoka mara')
  const list = page.getByRole('listbox')
  await expect(list.getByRole('option').first()).toContainText('Fukuoka Marathon')
  await expect(box).toHaveAttribute('aria-expanded', 'true')
  expect((await new AxeBuilder({ page }).include('search').analyze()).violations).toEqual([])

  await box.press('Escape')
  await expect(list).toBeHidden()
  await expect(box).toHaveValue('fukuoka mara')
  await box.press('ArrowDown')
  await expect(list).toBeVisible()
  await box.press('ArrowDown')
  const first = list.getByRole('option').first()
  await expect(first).toHaveAttribute('aria-selected', 'true')
  await expect(box).toHaveAttribute('aria-activedescendant', (await first.getAttribute('id')) ?? '')
  await box.press('Enter')
  await expect(page).toHaveURL(/\/series\/fukuoka-marathon$/)
})

test('axe finds nothing on search results, and nothing runs over their edge', async ({ page }) => {
  for (const query of ['marathon', 'bat-ohcir', 'qwertyuiop', '']) {
    await page.goto(`/search?query=${query}`)
    await expectAccessible(page, query)
  }
})

test('the front page lists what is read most this week, and does not count programs', async ({
  page,
  browser,
  baseURL,
}) => {
  const reader = await browser.newContext({ baseURL, userAgent: READER })
  await page.goto('/athletes/harun-njoroge')
  expect((await reader.request.get(PROFILE)).ok()).toBe(true)
  // The counts are written every second (e2e/site.ts); an address to which a save leads is never kept.
  let attempt = 0
  const list = page.getByRole('region', { name: 'Most read this week' })
  await expect(async () => {
    await page.goto(`/?saved=${++attempt}`)
    await expect(list).toBeVisible({ timeout: 100 })
  }).toPass()
  await expect(list.getByRole('listitem')).toHaveCount(1)
  await expect(list.getByRole('link')).toHaveText('Ser-Od Bat-Ochir')
  await reader.close()
})
