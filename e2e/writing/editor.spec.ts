import { API, expectSaved, giveReason, PROFILE, RESULTS, resultAt, SOURCE, save, unfold } from '../desk'
import { expect, test } from '../fixtures'

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'with JavaScript' : 'without JavaScript', () => {
    const competition = javaScriptEnabled ? '2010-berlin-marathon' : '2011-london-marathon'
    const mark = javaScriptEnabled ? '2:12:40' : '2:11:34'

    test('an editor’s correction appears on the public page at once, with its history', async ({ page, signIn }) => {
      const editor = await signIn('oyuna', { javaScriptEnabled })
      const { id, mark: old } = await resultAt(editor, competition)

      await editor.goto(RESULTS)
      await editor
        .locator(`#r-${id}`)
        .getByRole('link', { name: /correct/i })
        .first()
        .click()
      await editor.getByLabel('Mark', { exact: true }).fill(mark)
      await giveReason(editor, `Corrected ${javaScriptEnabled ? 'with' : 'without'} JavaScript`)
      await save(editor)

      await page.goto(RESULTS)
      await expect(page.locator(`#r-${id}`)).toContainText(mark)
      await expect(page.locator(`#r-${id}`)).not.toContainText(old ?? '')

      await page.goto(`${PROFILE}/history`)
      const entry = page
        .getByRole('article')
        .or(page.getByRole('listitem'))
        .filter({ hasText: `${javaScriptEnabled ? 'with' : 'without'} JavaScript` })
        .first()
      await expect(entry).toContainText('Oyuna')
      await expect(entry).toContainText(old ?? '')
      await expect(entry).toContainText(mark)
    })

    test('an editor adds a result, and it counts', async ({ page, signIn }) => {
      const editor = await signIn('brett', { javaScriptEnabled })
      await editor.goto('/admin/results/new?athlete=ser-od-bat-ochir')
      await editor
        .getByLabel('Competition', { exact: true })
        .fill(javaScriptEnabled ? 'Beijing Marathon 2006' : 'Beijing Marathon 2007')
      await editor.getByLabel('Discipline', { exact: true }).selectOption('10k-road')
      await editor.getByLabel('Mark', { exact: true }).fill(javaScriptEnabled ? '29:50' : '29:45')
      await giveReason(editor)
      await save(editor)

      await page.goto(PROFILE)
      await expect(page.getByRole('region', { name: 'Personal bests' })).toContainText(
        javaScriptEnabled ? /29:(50|45)/ : /29:45/,
      )
    })

    test('a save that fails keeps what was typed, says which field and why, and changes nothing', async ({
      signIn,
    }) => {
      const editor = await signIn('oyuna', { javaScriptEnabled })
      const { id } = await resultAt(editor, '2014-fukuoka-marathon')
      const before = await (await editor.request.get(API)).text()
      await editor.goto(`/admin/results/${id}`)
      await editor.getByLabel('Mark', { exact: true }).fill('22:08')
      await editor.getByLabel('Note', { exact: true }).fill('typed with care')
      await editor.getByRole('button', { name: 'Save', exact: true }).click()
      await expect(editor.getByLabel('Mark', { exact: true })).toHaveAttribute('aria-invalid', 'true')
      await expect(editor.getByLabel('Mark', { exact: true })).toHaveValue('22:08')
      await expect(editor.getByLabel('Note', { exact: true })).toHaveValue('typed with care')
      await expect(editor.getByLabel('Reason', { exact: true })).toHaveAttribute('aria-invalid', 'true')
      expect(await (await editor.request.get(API)).text()).toBe(before)
    })

    test('a preview says what saving would do to his bests, and saves nothing', async ({ signIn }) => {
      const editor = await signIn('oyuna', { javaScriptEnabled })
      const { id } = await resultAt(editor, '2014-fukuoka-marathon')
      const before = await (await editor.request.get(API)).text()
      await editor.goto(`/admin/results/${id}`)
      await editor.getByLabel('Mark', { exact: true }).fill('2:09:30')
      await editor.getByRole('button', { name: 'Preview' }).click()
      await expect(editor.getByRole('region', { name: 'Preview' })).toContainText(/personal best/i)
      expect(await (await editor.request.get(API)).text()).toBe(before)
    })

    test('a result is withdrawn with a reason, and an editor brings it back from the history', async ({
      page,
      signIn,
    }) => {
      const editor = await signIn('oyuna', { javaScriptEnabled })
      const { id } = await resultAt(editor, javaScriptEnabled ? '2013-daegu-marathon' : '2012-brighton-marathon')
      await editor.goto(`/admin/results/${id}`)
      await editor.getByText('Withdraw this result').click()
      await editor.getByLabel('Why it is withdrawn').fill('Counted twice')
      await editor.getByLabel('Which source says so').fill(SOURCE)
      await editor.getByLabel('Where it says so').fill('row 3')
      await editor.getByRole('button', { name: 'Withdraw the result' }).click()
      await expectSaved(editor, 'Withdrawn')
      await page.goto(RESULTS)
      await expect(page.locator(`#r-${id}`)).toHaveCount(0)

      await editor.goto(`${PROFILE}/history`)
      await editor
        .getByRole('link', { name: /restore/i })
        .first()
        .click()
      await editor.getByLabel('Reason').fill('It was run after all')
      await editor.getByRole('button', { name: 'Put back', exact: true }).click()
      await expectSaved(editor, 'Restored')
      await page.goto(RESULTS)
      await expect(page.locator(`#r-${id}`)).not.toHaveCount(0)
    })
  })
}

test('two editors change one mark: the second is shown base, theirs and mine, and decides', async ({
  page,
  signIn,
}) => {
  const [oyuna, brett] = [await signIn('oyuna'), await signIn('brett')]
  const { id } = await resultAt(oyuna, '2009-hofu-yomiuri-marathon')
  for (const editor of [oyuna, brett]) await editor.goto(`/admin/results/${id}`)
  await oyuna.getByLabel('Mark', { exact: true }).fill('2:17:18')
  await unfold(oyuna, /^Wind, timing/)
  await oyuna.getByLabel('Club or team', { exact: true }).fill('Morpeth Harriers')
  await giveReason(oyuna)
  await save(oyuna)

  await brett.getByLabel('Mark', { exact: true }).fill('2:17:20')
  await brett.getByLabel('Note', { exact: true }).fill('Best of the visitors')
  await giveReason(brett)
  await brett.getByRole('button', { name: 'Save', exact: true }).click()
  const clash = brett.getByRole('group', { name: 'Mark' })
  for (const version of ['2:17:19', '2:17:18', '2:17:20']) await expect(clash).toContainText(version)
  await clash.getByRole('radio', { name: /2:17:20/ }).check()
  await brett.getByRole('button', { name: 'Save with these choices' }).click()
  await expectSaved(brett)

  await page.goto(RESULTS)
  await expect(page.locator(`#r-${id}`)).toContainText('2:17:20')
  await brett.goto(`/admin/results/${id}`)
  await expect(brett.getByLabel('Club or team', { exact: true })).toHaveValue('Morpeth Harriers')
  await expect(brett.getByLabel('Note', { exact: true })).toHaveValue('Best of the visitors')
})

test('a mark is checked while it is typed, and an impossible one is explained', async ({ signIn }) => {
  const editor = await signIn('oyuna')
  const { id } = await resultAt(editor, '2014-fukuoka-marathon')
  await editor.goto(`/admin/results/${id}`)
  await editor.getByLabel('Mark', { exact: true }).fill('2:08.50')
  await expect(editor.getByText(/2:08:50/).first()).toBeVisible()
  await editor.getByLabel('Mark', { exact: true }).fill('22:08')
  const refusal = editor.getByText(/faster than|too fast|cannot be|best/i).filter({ visible: true })
  await expect(refusal.first()).toBeVisible()
})

test('an editor who is signed out while typing loses nothing', async ({ signIn }) => {
  const editor = await signIn('brett')
  const { id } = await resultAt(editor, '2012-osaka-marathon')
  await editor.goto(`/admin/results/${id}`)
  await editor.getByLabel('Note', { exact: true }).fill('an hour of work')
  await giveReason(editor)
  const cookies = await editor.context().cookies()
  await editor.context().clearCookies()
  await editor.getByRole('button', { name: 'Save', exact: true }).click()
  await expect(editor.getByText(/signed out/i).first()).toBeVisible()
  await expect(editor.getByLabel('Note', { exact: true })).toHaveValue('an hour of work')
  await editor.context().addCookies(cookies)
  await save(editor)
})
