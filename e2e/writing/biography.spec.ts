import { expectAccessibleIn, LOOKS } from '../accessible'
import { BIOGRAPHY, expectSaved, giveReason, PROFILE, SOURCE, save } from '../desk'
import { expect, test } from '../fixtures'

/** The text of a chapter that says nothing but what is typed here, in Markdown. */
const TEXT = [
  '# His *way* there',
  'He ran **every day**, and said <b>so</b>.  ',
  'Then [he moved](https://paper.example/move), [unseen](javascript:alert(1)).',
  '',
  '- by train',
  '- by *ship*',
  '',
  '> I ran.',
].join('\n')

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'with JavaScript' : 'without JavaScript', () => {
    const [title, japanese] = javaScriptEnabled ? ['A first test', '最初の試験'] : ['A second test', '二番目の試験']

    test('a chapter in Markdown is added and translated, and only then is the original kept', async ({ signIn }) => {
      test.slow()
      const editor = await signIn('oyuna', { javaScriptEnabled })
      await editor.goto(BIOGRAPHY)
      await editor.getByRole('link', { name: 'Add a chapter' }).click()
      await editor.getByLabel('Title', { exact: true }).first().fill(title)
      await editor.getByLabel('Position', { exact: true }).fill('98')
      await editor.getByLabel('Language', { exact: true }).first().fill('English')
      await editor.getByLabel('Text', { exact: true }).fill(TEXT)
      await giveReason(editor)
      await editor.getByRole('button', { name: 'Add to the record' }).click()
      await expect(editor.getByRole('alert').filter({ hasText: 'Nothing was saved' })).toContainText('written en, mn')
      await editor.getByLabel('Language', { exact: true }).first().fill('en')
      await editor.getByRole('button', { name: 'Add to the record' }).click()
      await expectSaved(editor)

      await editor.goto(BIOGRAPHY)
      const biography = editor.getByRole('region', { name: 'Biography' })
      await expect(biography.getByRole('heading', { level: 4, name: 'His way there' }).last()).toBeVisible()
      await expect(biography.getByText('every day', { exact: true }).last()).toHaveRole('strong')
      await expect(biography).toContainText('and said <b>so</b>.')
      await expect(biography.getByRole('link', { name: 'he moved' }).last()).toHaveAttribute(
        'href',
        'https://paper.example/move',
      )
      await expect(biography.getByRole('link', { name: 'unseen' })).toHaveCount(0)
      await expect(biography.getByRole('listitem').filter({ hasText: 'by ship' }).last()).toBeVisible()
      await expect(biography.getByRole('blockquote').last()).toHaveText('I ran.')

      await biography.getByRole('link', { name: `Add a translation of the chapter ${title}` }).click()
      await expect(editor.getByLabel('Translation of').locator('option:checked')).toHaveText(`98. ${title} (English)`)
      await expect(editor.getByLabel('Position', { exact: true })).toHaveValue('98')
      await editor.getByLabel('Title', { exact: true }).first().fill(japanese)
      await editor.getByLabel('Language', { exact: true }).first().fill('en')
      await editor.getByLabel('Text', { exact: true }).fill('毎日走った。')
      await giveReason(editor)
      await editor.getByRole('button', { name: 'Add to the record' }).click()
      await expect(editor.getByRole('alert').filter({ hasText: 'Nothing was saved' })).toContainText(
        'is in English already',
      )
      await expect(editor.getByLabel('Title', { exact: true }).first()).toHaveValue(japanese)
      await editor.getByLabel('Language', { exact: true }).first().fill('ja')
      await editor.getByRole('button', { name: 'Add to the record' }).click()
      await expectSaved(editor)

      await editor.goto(BIOGRAPHY)
      await expect(biography.getByRole('heading', { level: 3, name: japanese })).toHaveCount(0)
      const translation = biography.getByRole('group').filter({ hasText: japanese })
      await expect(translation).toHaveAttribute('lang', 'ja')
      await translation.getByText('日本語').click()
      await expect(translation.getByText('毎日走った。')).toBeVisible()

      await biography.getByRole('link', { name: `Edit the chapter ${title}` }).click()
      await editor.getByText('Withdraw this chapter').click()
      await editor.getByLabel('Why it is withdrawn').fill('It never was')
      await editor.getByLabel('Which source says so').fill(SOURCE)
      await editor.getByLabel('Where it says so').fill('page 1')
      await editor.getByRole('button', { name: 'Withdraw the chapter' }).click()
      await expect(editor.getByText('It cannot be withdrawn while 1 translation rests on it.').first()).toBeVisible()
    })
  })
}

test('what is typed is read as it will look, and the buttons write Markdown', async ({ signIn }) => {
  const editor = await signIn('brett')
  await editor.goto(BIOGRAPHY)
  await editor.getByRole('link', { name: 'Add a chapter' }).click()
  const text = editor.getByLabel('Text', { exact: true })
  const reading = editor.getByRole('region', { name: 'What it reads like' })
  await text.fill('He ran')
  await text.press('ControlOrMeta+a')
  await editor.getByRole('button', { name: 'Strong' }).click()
  await expect(text).toHaveValue('**He ran**')
  await editor.getByRole('button', { name: 'Quotation' }).click()
  await expect(text).toHaveValue('> **He ran**')
  await expect(reading.getByRole('blockquote').getByRole('strong')).toHaveText('He ran')
  await text.press('ControlOrMeta+End')
  await text.pressSequentially('\n\n<i>{mark no_body}</i>')
  await expect(reading).toContainText('<i>{mark no_body}</i>')
  await expect(reading).toContainText('{mark no_body} finds nothing in the record.')
})

test('names are shown in the order of their positions', async ({ signIn }) => {
  const editor = await signIn('oyuna')
  for (const [name, position] of [
    ['Aaa Bat-Ochir', ''],
    ['Zzz Bat-Ochir', '1'],
  ] as const) {
    await editor.goto(PROFILE)
    await editor.getByRole('link', { name: 'Add a name' }).click()
    await editor.getByLabel('Name', { exact: true }).fill(name)
    await editor.getByLabel('Position', { exact: true }).fill(position)
    await giveReason(editor)
    await editor.getByRole('button', { name: 'Add to the record' }).click()
    await expectSaved(editor)
  }
  await editor.goto(PROFILE)
  const names = editor.getByRole('list', { name: 'Also written' })
  await expect(names).toContainText(/Zzz Bat-Ochir.*Aaa Bat-Ochir/)
  await names.getByRole('link', { name: 'Edit the name Zzz Bat-Ochir' }).click()
  await editor.getByLabel('Position', { exact: true }).fill('')
  await giveReason(editor)
  await save(editor)
  await editor.goto(PROFILE)
  await expect(names).toContainText(/Aaa Bat-Ochir.*Zzz Bat-Ochir/)
})

test('axe finds nothing on a chapter in Markdown with its translation, nor on its form', async ({ signIn }) => {
  test.slow()
  const editor = await signIn('oyuna')
  const add = async (edits: Record<string, string>) => {
    for (const [label, value] of Object.entries(edits))
      await editor.getByLabel(label, { exact: true }).first().fill(value)
    await giveReason(editor)
    await editor.getByRole('button', { name: 'Add to the record' }).click()
    await expectSaved(editor)
    await editor.goto(BIOGRAPHY)
  }
  await editor.goto(BIOGRAPHY)
  await editor.getByRole('link', { name: 'Add a chapter' }).click()
  await add({ Title: 'A look', Position: '99', Language: 'en', Text: TEXT })
  await editor.getByRole('link', { name: 'Add a translation of the chapter A look' }).click()
  await add({ Title: 'Нэг харц', Language: 'mn', Text: '# Зам\n\nТэр *гүйв*.' })
  await expectAccessibleIn(editor, LOOKS, BIOGRAPHY)
  await editor
    .getByRole('link', { name: 'Edit the chapter Нэг харц', includeHidden: true })
    .evaluate((link) => (link as HTMLAnchorElement).click())
  await expect(editor.getByRole('region', { name: 'What it reads like' })).toBeVisible()
  await expectAccessibleIn(editor, LOOKS, 'the form of a chapter')
})
