import { EVERY_LOOK, expectAccessibleIn, LOOKS } from '../accessible'
import { API, expectSaved, giveReason, resultAt, save, unfold } from '../desk'
import { expect, test } from '../fixtures'

const PLACE = '2012-osaka-marathon'

test('an intermediate time is added from the page of the result, and shown to everybody', async ({ page, signIn }) => {
  const editor = await signIn('oyuna')
  const { id } = await resultAt(editor, PLACE)
  await editor.goto(`/results/${id}`)
  await editor.getByRole('link', { name: 'Add an intermediate time' }).click()
  await editor.getByLabel('At', { exact: true }).fill('21.0975')
  await editor.getByLabel('Time', { exact: true }).fill('1:04:20')
  await giveReason(editor)
  await editor.getByRole('button', { name: 'Add to the record' }).click()
  await expect(editor.getByText('Write the distance with its unit').first()).toBeVisible()
  await expect(editor.getByLabel('Time', { exact: true })).toHaveValue('1:04:20')
  await editor.getByLabel('At', { exact: true }).fill('21.0975 km')
  await editor.getByRole('button', { name: 'Add to the record' }).click()
  await expectSaved(editor)

  await page.goto(`/results/${id}`)
  const parts = page.getByRole('region', { name: 'How it came about' })
  await expect(parts).toContainText('Half-way')
  await expect(parts).toContainText('1:04:20')
  const { results } = await (await page.request.get(API)).json()
  const told = results.find((result: { id: string }) => result.id === id)
  expect(told.splits).toEqual([{ distance: 21_097_500, value: 3_860_000 }])
})

test('the rule and the reaction time have fields at the desk, and lines on the page', async ({ page, signIn }) => {
  const editor = await signIn('brett')
  const { id } = await resultAt(editor, '2014-fukuoka-marathon')
  await editor.goto(`/admin/results/${id}`)
  await unfold(editor, /^Wind, timing/)
  await editor.getByLabel('Reaction time', { exact: true }).fill('fast')
  await editor.getByLabel('Rule broken', { exact: true }).fill('TR16.8')
  await giveReason(editor)
  await editor.getByRole('button', { name: 'Save', exact: true }).click()
  await expect(editor.getByText('A reaction time is written in seconds').first()).toBeVisible()
  await editor.getByLabel('Reaction time', { exact: true }).fill('0.152')
  await save(editor)
  await page.goto(`/results/${id}`)
  await expect(page.getByRole('main')).toContainText('0.152 s')
  await expect(page.getByRole('main')).toContainText('TR16.8')
  await expect(page.getByRole('main')).toContainText('Patrick Makau')
})

for (const javaScriptEnabled of [true, false]) {
  test(`annulling asks about those behind, ${javaScriptEnabled ? 'with' : 'without'} JavaScript`, async ({
    signIn,
  }) => {
    const editor = await signIn('oyuna', { javaScriptEnabled })
    const { id } = await resultAt(editor, javaScriptEnabled ? '2013-hong-kong-marathon' : '2010-berlin-marathon')
    await editor.goto(`/admin/results/${id}`)
    await editor.locator('summary').filter({ hasText: 'Annul this result' }).click()
    await editor.getByLabel('Rule broken for the annulment', { exact: true }).fill('TR6.3')
    await editor.getByLabel('Reason for the annulment', { exact: true }).fill('A ruling of the Integrity Unit')
    await editor.getByLabel('Source for the annulment', { exact: true }).fill('Asahi newspaper')
    await editor.getByLabel('Where in the source for the annulment', { exact: true }).fill('page 1')
    await editor.getByRole('button', { name: 'Annul the result' }).click()
    await expect(editor.getByText('Say whether those behind move up.').first()).toBeVisible()
    await expect(editor.getByLabel('Rule broken for the annulment', { exact: true })).toHaveValue('TR6.3')
    await editor.getByLabel('Those behind', { exact: true }).selectOption('MOVE')
    await editor.getByRole('button', { name: 'Annul the result' }).click()
    await expectSaved(editor)
    await editor.goto(`/results/${id}`)
    await expect(editor.getByRole('main')).toContainText('DQ')
    await expect(editor.getByRole('region', { name: 'How it came about' })).toContainText('Published')
  })
}

test('the page of a result and the list of a discipline are accessible in every look', async ({ page, signIn }) => {
  test.slow()
  const editor = await signIn('oyuna')
  const { id } = await resultAt(editor, PLACE)
  for (const address of [`/results/${id}`, '/disciplines/200-metres?kind=wind-assisted', '/disciplines/marathon']) {
    await page.goto(address)
    await expectAccessibleIn(page, LOOKS, address)
  }
  await editor.goto(`/results/${id}`)
  await expectAccessibleIn(editor, EVERY_LOOK, 'a result, at the desk')
})
