import { EVERY_LOOK, expectAccessibleIn, LOOKS } from '../accessible'
import { BIOGRAPHY, expectSaved, giveReason, PROFILE, save } from '../desk'
import { expect, test } from '../fixtures'

/** Each step is taken in the browser as an editor takes it: from the public page, by "Edit". */
for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'with JavaScript' : 'without JavaScript', () => {
    const [club, renamed] = javaScriptEnabled
      ? ['The First Running Club', 'The First Athletics Club']
      : ['The Second Running Club', 'The Second Athletics Club']

    test('a club is added, changed, emptied of its place and withdrawn, from the public page', async ({ signIn }) => {
      test.slow()
      const editor = await signIn('oyuna', { javaScriptEnabled })
      await editor.goto(PROFILE)
      await editor.getByRole('link', { name: 'Add a club, coach or sponsor' }).click()
      await editor.getByLabel('Name', { exact: true }).fill(club)
      await editor.getByLabel('Place', { exact: true }).fill('Kuwana')
      await editor.getByLabel('Until').fill('1999')
      await editor.getByLabel('From').fill('2001')
      await giveReason(editor)
      await editor.getByRole('button', { name: 'Add to the record' }).click()
      await expect(editor.getByRole('alert').filter({ hasText: 'Nothing was saved' })).toContainText(
        'ends before it begins',
      )
      await expect(editor.getByLabel('Name', { exact: true })).toHaveValue(club)
      await editor.getByLabel('Until').fill('2002')
      await editor.getByRole('button', { name: 'Add to the record' }).click()
      await expectSaved(editor)

      await editor.goto(PROFILE)
      const listed = (name: string) =>
        editor.getByRole('listitem').filter({ has: editor.getByRole('link', { name: `Edit ${name}` }) })
      const item = listed(club)
      await expect(item).toContainText('Kuwana')
      await item.getByRole('link', { name: `Edit ${club}` }).click()
      await editor.getByLabel('Name', { exact: true }).fill(renamed)
      await editor.getByLabel('Place', { exact: true }).fill('')
      await giveReason(editor, 'It had another name')
      await editor.getByRole('button', { name: 'Preview' }).click()
      await expect(editor.getByRole('region', { name: 'Preview' })).toContainText(renamed)
      await save(editor)
      const changed = listed(renamed)
      await expect(changed).not.toContainText('Kuwana')

      await changed.getByRole('link', { name: `Edit ${renamed}` }).click()
      await editor.getByText('Withdraw this club').click()
      await editor.getByLabel('Why it is withdrawn').fill('It never was')
      await editor.getByLabel('Which source says so').fill('Asahi newspaper')
      await editor.getByLabel('Where it says so').fill('row 3')
      await editor.getByRole('button', { name: 'Withdraw the club' }).click()
      await expectSaved(editor, 'Withdrawn')
      await editor.goto(PROFILE)
      await expect(listed(renamed)).toHaveCount(0)
    })

    test('an athlete is made from nothing; one of a known name is asked about first', async ({ signIn }) => {
      const editor = await signIn('brett', { javaScriptEnabled })
      const name = javaScriptEnabled ? 'Bat-Ochir Ser-Od' : 'Ser-Od BAT-OCHIR'
      await editor.goto('/admin')
      await editor.getByRole('link', { name: 'Add an athlete' }).click()
      await editor.getByLabel('Name', { exact: true }).fill(name)
      await editor.getByLabel('Name in lists').fill('Ser-Od')
      await editor.getByLabel('Man or woman').selectOption('Man')
      await editor.getByLabel('Country').fill('mongolia')
      await giveReason(editor)
      await editor.getByRole('button', { name: 'Add to the record' }).click()
      const question = editor.getByRole('alert').filter({ hasText: 'Is this right?' })
      await expect(question).toContainText('Somebody of this name is in the record already')
      await editor.getByLabel('This is another person').check()
      await editor.getByRole('button', { name: 'Add to the record' }).click()
      await expectSaved(editor)
      await expect(editor.getByRole('heading', { level: 1 })).toHaveText(name)
    })

    test('a competition is edited from its page, a contradiction of its races refused', async ({ signIn }) => {
      const editor = await signIn('oyuna', { javaScriptEnabled })
      await editor.goto('/competitions/2014-fukuoka-marathon')
      await editor.getByRole('link', { name: 'Edit Fukuoka Marathon' }).click()
      await editor.getByLabel('First day').fill('2014-01-01')
      await editor.getByLabel('Last day').fill('2014-01-02')
      await giveReason(editor)
      await editor.getByRole('button', { name: 'Save', exact: true }).click()
      await expect(editor.getByRole('alert').filter({ hasText: 'Nothing was saved' })).toContainText('after this day')
      await editor.getByLabel('First day').fill('2014-12-07')
      await editor.getByLabel('Last day').fill('2014-12-07')
      await editor
        .getByLabel('Venue', { exact: true })
        .fill(javaScriptEnabled ? 'Heiwadai Stadium' : 'Heiwadai Athletic Stadium')
      await save(editor)
      await expect(editor.getByRole('main')).toContainText('Heiwadai')
    })
  })
}

test('two editors change one athlete: what does not clash is merged, what does is asked about', async ({ signIn }) => {
  const [oyuna, brett] = [await signIn('oyuna'), await signIn('brett')]
  for (const editor of [oyuna, brett]) {
    await editor.goto(PROFILE)
    await editor.getByRole('link', { name: 'Edit the athlete' }).click()
  }
  await oyuna.getByLabel('Place of birth').fill('Altai')
  await oyuna.getByLabel('Height').fill('171')
  await giveReason(oyuna)
  await save(oyuna)
  await brett.getByLabel('Place of birth').fill('Govi')
  await giveReason(brett)
  await brett.getByRole('button', { name: 'Save', exact: true }).click()
  const clash = brett.getByRole('region', { name: /A colleague has saved this/ })
  await expect(clash).toContainText('Height: 171')
  await clash.getByRole('radio', { name: /Mine/ }).check()
  await brett.getByRole('button', { name: 'Save with these choices' }).click()
  await expectSaved(brett)
  await brett.goto(PROFILE)
  await expect(brett.getByText('Govi', { exact: false }).first()).toBeVisible()
  await expect(brett.getByText('171 cm')).toBeVisible()
})

test('a figure is inserted into the biography, read as it stands, and one that finds nothing refused', async ({
  signIn,
}) => {
  const editor = await signIn('oyuna')
  await editor.goto(BIOGRAPHY)
  await editor
    .getByRole('link', { name: /^Edit the chapter/ })
    .last()
    .click()
  const reading = editor.getByRole('region', { name: 'What it reads like' })
  await expect(reading).toBeVisible()
  const text = editor.getByLabel('Text', { exact: true })
  await text.press('ControlOrMeta+End')
  await text.pressSequentially('\n\nOnce he ran ')
  await editor.getByText('Insert a figure of a result').click()
  await editor.getByLabel('Find the result').fill('fukuoka 2014')
  await expect(editor.getByLabel('Result', { exact: true }).getByRole('option')).toHaveText([/Fukuoka Marathon 2014/])
  await editor.getByLabel('Find the result').fill('')
  await editor.getByLabel('Result', { exact: true }).selectOption({ index: 1 })
  await editor.getByRole('button', { name: 'Insert' }).first().click()
  await expect(reading).toContainText(/Once he ran \d/)
  await text.press('ControlOrMeta+End')
  await text.pressSequentially(' and {mark nobody}.')
  await giveReason(editor)
  await editor.getByRole('button', { name: 'Save', exact: true }).click()
  await expect(editor.getByRole('alert').filter({ hasText: 'Nothing was saved' })).toContainText('{mark nobody}')
  await text.fill((await text.inputValue()).replace(' and {mark nobody}.', '.'))
  await save(editor)
  await editor.goto(BIOGRAPHY)
  await expect(editor.getByRole('region', { name: 'Biography' })).toContainText(/Once he ran \d/)
})

test('axe finds nothing on the forms of things, and nothing runs over their edge', async ({ signIn }) => {
  test.slow()
  const editor = await signIn('oyuna')
  const links: string[] = []
  for (const path of [PROFILE, BIOGRAPHY]) {
    await editor.goto(path)
    const found = editor.locator('a[href^="/admin/things/"]')
    links.push(...(await found.evaluateAll((all) => all.map((a) => a.getAttribute('href') ?? ''))))
  }
  const paths = ['athlete', 'affiliation', 'chapter'].map(
    (kind) => links.find((link) => link.includes(`/${kind}/`)) ?? '',
  )
  for (const [index, path] of [...paths, '/admin/things/competition/new'].entries()) {
    expect((await editor.goto(path))?.status(), path).toBe(200)
    await expectAccessibleIn(editor, index === 0 ? EVERY_LOOK : LOOKS, path)
  }
})

test('a stranger gets no form of a thing, and what is sent to one changes nothing', async ({ page, request }) => {
  for (const path of ['/admin/things/athlete/new', '/admin/things/series/new']) {
    const answer = await request.get(path, { maxRedirects: 0 })
    expect(answer.status(), path).toBe(307)
  }
  expect(
    (await request.post('/admin/things/biography', { multipart: { athlete: 'x', chapter: '', body: '' } })).status(),
  ).not.toBe(200)
  await page.goto(PROFILE)
  await expect(page.getByRole('link', { name: 'Edit the athlete' })).toHaveCount(0)
})
