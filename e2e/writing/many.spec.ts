import { EVERY_LOOK, expectAccessibleIn } from '../accessible'
import { expectSaved, giveReason, resultAt } from '../desk'
import { expect, test } from '../fixtures'

const [ONE, OTHER] = ['2013-osaka-marathon', '2014-fukuoka-marathon']

for (const javaScriptEnabled of [true, false]) {
  test(`a field of several competitions is changed at once, ${javaScriptEnabled ? 'with' : 'without'} JavaScript`, async ({
    signIn,
  }) => {
    test.slow()
    const page = await signIn('oyuna', { javaScriptEnabled })
    const venue = javaScriptEnabled ? 'The Old Stadium' : 'The New Stadium'
    await page.goto('/admin')
    await page.getByRole('link', { name: 'Change many at once' }).click()
    await page.getByRole('link', { name: 'Competitions' }).click()
    await page.getByLabel('Name', { exact: true }).fill('fukuoka marathon')
    await page.getByLabel('Field to be changed').selectOption({ label: 'Venue' })
    await page.getByRole('button', { name: 'Find' }).click()
    if (javaScriptEnabled) await expectAccessibleIn(page, EVERY_LOOK, 'many at once')

    await page.getByLabel('New value').fill(venue)
    await page.getByRole('button', { name: 'Preview' }).click()
    await expect(page.getByRole('alert').filter({ hasText: /./ })).toContainText('Tick what is to be changed')
    await expect(page.getByLabel('New value')).toHaveValue(venue)

    const boxes = page.getByRole('group', { name: /competitions/ }).locator('input[name=chosen]')
    const number = await boxes.count()
    for (const box of await boxes.all()) await box.check()
    await page.getByRole('button', { name: 'Preview' }).click()
    await expect(page.getByRole('status')).toContainText(`${number} competitions would be changed`)
    await giveReason(page, 'Where the course begins')
    await page.getByRole('button', { name: `Save ${number} changes` }).click()
    await expectSaved(page)
    const saved = page.url()
    await page.goto(`/competitions/${OTHER}`)
    await expect(page.getByRole('main')).toContainText(venue)

    await page.goto(saved)
    await page.getByRole('link', { name: 'Undo this change' }).click()
    await page.getByLabel('Reason', { exact: true }).fill('It began elsewhere')
    await page.getByRole('button', { name: 'Undo', exact: true }).click()
    await expectSaved(page, 'Restored')
    await page.goto(`/competitions/${OTHER}`)
    await expect(page.getByRole('main')).not.toContainText(venue)
  })
}

test('a club is given to all results that match', async ({ signIn }) => {
  const page = await signIn('oyuna')
  const { id } = await resultAt(page, ONE)
  await page.goto('/admin/many?kind=result&field=club&name=Ser-Od+Bat-Ochir&competition=osaka&year=2013')
  await page.getByLabel(/^All \d+ that match/).check()
  await page.getByLabel('New value').fill('NTN')
  await page.getByRole('button', { name: 'Preview' }).click()
  await giveReason(page, 'The team that year')
  await page.getByRole('button', { name: /^Save \d+ change/ }).click()
  await expectSaved(page)
  await page.getByRole('link', { name: 'Undo this change' }).click()
  await page.getByLabel('Reason', { exact: true }).fill('Another team')
  await page.getByRole('button', { name: 'Undo', exact: true }).click()
  await expectSaved(page, 'Restored')
  await page.goto(`/results/${id}`)
  await expect(page.getByRole('term').filter({ hasText: /^Club/ })).toHaveCount(0)
})
