import { expectAccessible } from '../accessible'
import { expect, test } from '../fixtures'

const SER_OD = '/athletes/ser-od-bat-ochir'

test.describe('what sources call a record, and what is only known here', () => {
  test('a country’s page keeps national records apart from the best marks on record here', async ({ page }) => {
    await page.goto('/records/MGL')
    const records = page.getByRole('table', { name: 'Mongolia: national records, men' })
    await expect(records.getByRole('row').filter({ hasText: '2:08:50' })).toContainText('claimed by')
    await expect(records).not.toContainText('30:08')
    await expect(page.getByRole('table', { name: 'Mongolia: best marks on record here, men' })).toContainText('30:08')
    await expectAccessible(page)

    await page.goto('/records/JPN')
    await expect(page.getByRole('table', { name: /national records/ })).toHaveCount(0)
    await expect(page.getByRole('table', { name: 'Japan: best marks on record here, men' })).toContainText('20.92')
  })

  test('the record was better by ten seconds, on the country’s page, the profile and the result’s', async ({
    page,
  }) => {
    await page.goto('/records/MGL?discipline=marathon')
    await expect(page.getByRole('row').filter({ hasText: '2:08:50' })).toContainText('better by 10 s')
    await page.goto(`${SER_OD}/bests`)
    const fell = page.getByRole('table', { name: /National records, and the best/ })
    const last = fell.getByRole('row').filter({ hasText: '2:08:50' })
    await expect(last).toContainText('better by 10 s')
    await expect(fell.getByRole('row').filter({ hasText: '2:16:22' })).toContainText('no source here calls it a record')
    await last.getByRole('link', { name: '2:08:50' }).click()
    await expect(page.getByText(/Called a national record when it was set, better by 10 s than/)).toBeVisible()
    await expectAccessible(page)
  })

  test('a season’s best that a race of unknown time may have beaten is called the best known', async ({ page }) => {
    await page.goto(`${SER_OD}/bests`)
    const season = page.getByRole('table', { name: 'Season’s bests' }).getByRole('row', { name: /^2005/ })
    await expect(season).toContainText('best known; a source calls a race of unknown time the best')
  })

  test('an announced start is no race and has no result', async ({ page }) => {
    await page.goto('/competitions/2014-beppu-oita-marathon')
    await page.getByRole('link', { name: 'announced' }).click()
    await expect(page.getByText('An announced start: whether it was made')).toBeVisible()
    await expectAccessible(page)
  })

  test('a championship within a race is a competition of its own, with its medals and its series', async ({ page }) => {
    await page.goto(`${SER_OD}/results`)
    const appearances = page.getByRole('table', { name: /Appearances by series/ })
    await appearances.getByRole('link', { name: 'Asian Marathon Championships' }).click()
    await page.getByRole('link', { name: '2013', exact: true }).click()
    await expect(page.getByText('decided within the Hong Kong Marathon 2013')).toBeVisible()
    const first = page.getByRole('table', { name: 'Marathon, men, final' }).locator('tbody tr').first()
    await expect(first).toContainText('1st')
    await expect(first).toContainText('Ser-Od Bat-Ochir')
    await expect(page.getByRole('table', { name: 'Medals by country' })).toContainText('Mongolia')
    await expectAccessible(page)
  })

  test('what a source counts is shown beside what is on record', async ({ page }) => {
    await page.goto('/competitions/2013-asian-athletics-championships')
    await expect(
      page.getByText('counts 4 gold, 6 silver and 10 bronze for Japan; on record here are 1, 0 and 4'),
    ).toBeVisible()
    await page.goto('/sources/nittai-kyoto-2025')
    await expect(page.getByRole('cell', { name: 'only source' }).first()).toBeVisible()
    await expect(page.getByText('Agrees with other sources')).toHaveCount(0)
    await expect(page.getByText('100%')).toHaveCount(0)
  })

  test('the marathon of Tokyo 2020 was run in Sapporo, and a race between two months says so', async ({ page }) => {
    await page.goto('/competitions/2021-olympic-games')
    await expect(page.getByText('Tokyo, Japan').first()).toBeVisible()
    await page.getByRole('link', { name: 'DNF' }).click()
    await expect(page.getByText('Sapporo', { exact: false }).first()).toBeVisible()
    await page.goto('/competitions/2009-great-north-10k')
    await page.getByRole('link', { name: '30:08' }).click()
    await expect(page.getByText('April to August 2009').first()).toBeVisible()
  })
})
