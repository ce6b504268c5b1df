import { expectAccessible } from '../accessible'
import { giveReason, PROFILE, RESULTS, resultAt, save, unfold } from '../desk'
import { expect, test } from '../fixtures'

const NEW = '/admin/results/new?athlete=ser-od-bat-ochir'

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'with JavaScript' : 'without JavaScript', () => {
    const [heat, mark] = javaScriptEnabled ? ['1', '3:12.40'] : ['2', '3:11.90']

    test('a relay is added with its team and legs, and is nobody’s best', async ({ page, signIn }) => {
      const editor = await signIn('oyuna', { javaScriptEnabled })
      await editor.goto(NEW)
      await editor.getByLabel('Competition', { exact: true }).fill('Asian Athletics Championships 2011')
      await editor.getByLabel('Discipline', { exact: true }).selectOption('4x400-metres-relay')
      await editor.getByLabel('Heat number', { exact: true }).fill(heat)
      await editor.locator('summary').filter({ hasText: 'Team and legs of a relay' }).click()
      await expect(editor.getByLabel('Runner 1', { exact: true })).toHaveValue(/ser-od-bat-ochir/)
      await editor.getByLabel('Leg of runner 1', { exact: true }).fill('2')
      await editor.getByLabel('Mark', { exact: true }).fill(mark)
      await giveReason(editor)
      await editor.getByRole('button', { name: 'Save', exact: true }).click()
      await expect(editor.getByText('A relay is run by a team: which one?').first()).toBeVisible()
      await editor.getByLabel('Team', { exact: true }).fill('Mongolia')
      await save(editor)

      await page.goto(RESULTS)
      const row = page.getByRole('region', { name: 'All results' }).getByRole('row').filter({ hasText: mark })
      await expect(row).toContainText('For Mongolia')
      await expect(row).toContainText('(leg 2)')
      await page.goto(PROFILE)
      await expect(page.getByRole('region', { name: 'Personal bests' })).not.toContainText(mark)
    })

    test('a runner whom the record does not know is asked about, and nothing typed is lost', async ({ signIn }) => {
      const editor = await signIn('brett', { javaScriptEnabled })
      await editor.goto(NEW)
      await editor.getByLabel('Discipline', { exact: true }).selectOption('4x400-metres-relay')
      await editor.locator('summary').filter({ hasText: 'Team and legs of a relay' }).click()
      await editor.getByLabel('Team', { exact: true }).fill('Mongolia')
      await editor.getByLabel('Runner 2', { exact: true }).fill('Nobody Atall')
      await editor.getByLabel('Leg of runner 2', { exact: true }).fill('4')
      await editor.getByRole('button', { name: 'Save', exact: true }).click()
      await expect(editor.getByLabel('Runner 2', { exact: true })).toHaveAttribute('aria-invalid', 'true')
      await expect(editor.getByLabel('Runner 2', { exact: true })).toHaveValue('Nobody Atall')
      await expect(editor.getByLabel('Leg of runner 2', { exact: true })).toHaveValue('4')
    })

    test('a hand time is shown as one', async ({ page, signIn }) => {
      const editor = await signIn('oyuna', { javaScriptEnabled })
      const typed = javaScriptEnabled ? '11.7h' : '11.9h'
      await editor.goto(NEW)
      await editor
        .getByLabel('Competition', { exact: true })
        .fill(javaScriptEnabled ? 'Beijing Marathon 2006' : 'Beijing Marathon 2007')
      await editor.getByLabel('Discipline', { exact: true }).selectOption('100-metres')
      await editor.getByLabel('Mark', { exact: true }).fill(typed)
      await unfold(editor, /^Wind, timing/)
      await editor.getByLabel('Country represented', { exact: true }).fill('mongolia')
      await giveReason(editor)
      await save(editor)
      await page.goto(RESULTS)
      await expect(page.getByRole('row').filter({ hasText: typed })).toHaveCount(1)
    })

    test('moving a result asks whose it is', async ({ signIn }) => {
      const editor = await signIn('brett', { javaScriptEnabled })
      const { id } = await resultAt(editor, '2014-fukuoka-marathon')
      await editor.goto(`/admin/results/${id}`)
      await editor.getByText('This result is somebody else’s').click()
      await editor.getByLabel('Whose result it is', { exact: true }).fill('Nobody Atall')
      await editor.getByRole('button', { name: 'See what would happen' }).click()
      await expect(editor.getByText(/nobody of that name/).first()).toBeVisible()
      await editor.getByLabel('Whose result it is', { exact: true }).fill('Ser-Od Bat-Ochir (ser-od-bat-ochir)')
      await editor.getByRole('button', { name: 'See what would happen' }).click()
      await expect(editor.getByText(/the result of Ser-Od Bat-Ochir already/).first()).toBeVisible()
    })
  })
}

test('a result that is there already is said before anything is saved, with the way to it', async ({ signIn }) => {
  const editor = await signIn('oyuna')
  const { id } = await resultAt(editor, '2014-fukuoka-marathon')
  await editor.goto(NEW)
  await editor.getByLabel('Competition', { exact: true }).fill('Fukuoka Marathon 2014')
  await editor.getByLabel('Discipline', { exact: true }).selectOption('marathon')
  await editor.getByLabel('Mark', { exact: true }).fill('2:08:50')
  await editor.getByRole('button', { name: 'Preview' }).click()
  const panel = editor.getByRole('region', { name: 'Preview' })
  await expect(panel.getByRole('link', { name: 'Correct that one instead' })).toHaveAttribute(
    'href',
    `/admin/results/${id}`,
  )
  await expectAccessible(editor)
})
