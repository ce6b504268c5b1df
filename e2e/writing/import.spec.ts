import type { Page } from '@playwright/test'
import { EVERY_LOOK, expectAccessibleAt, expectAccessibleIn } from '../accessible'
import { PROFILE } from '../desk'
import { expect, test } from '../fixtures'

const HEADER = 'Mark,Competitor,DOB,Nat,Pos,Venue,Date'
const RESULTS = `${PROFILE}/results/marathon`

/** Pastes a list and lets it be read as men's marathons. */
async function paste(editor: Page, rows: string[]): Promise<void> {
  await editor.goto('/admin/import')
  await editor.getByLabel('Paste a list').fill([HEADER, ...rows].join('\n'))
  await editor.getByRole('button', { name: 'Read it' }).click()
  await editor.getByLabel('Discipline', { exact: true }).selectOption('marathon')
  await editor.getByLabel('Men or women').selectOption('M')
  await editor.getByRole('button', { name: 'Show what would happen' }).click()
  await expect(editor.getByRole('heading', { name: 'All rows' })).toBeVisible()
}

async function accept(editor: Page, title: string): Promise<void> {
  await editor.getByText('Describe a new source').click()
  await editor.getByLabel('Publisher').fill('A federation')
  await editor.getByLabel('Title', { exact: true }).fill(title)
  await editor.getByRole('button', { name: /^Accept \d+ rows?$/ }).click()
  await expect(editor.getByRole('heading', { name: 'Take back' })).toBeVisible()
}

for (const javaScriptEnabled of [true, false]) {
  test(`a list is pasted, looked at, accepted, read in public and taken back, ${javaScriptEnabled ? 'with' : 'without'} JavaScript`, async ({
    signIn,
    page: reader,
  }) => {
    test.slow()
    const editor = await signIn('oyuna', { javaScriptEnabled })
    const year = javaScriptEnabled ? 2003 : 2001
    const [known, fresh] = javaScriptEnabled ? ['2:08:50', '2:20:03'] : ['2:16:22', '2:20:01']
    const day = javaScriptEnabled ? '07 DEC 2014' : '21 OCT 2007'
    const place = javaScriptEnabled ? 'Fukuoka (JPN)' : 'Beijing (CHN)'
    await paste(editor, [
      `${known},Ser-Od BAT-OCHIR,07 OCT 1981,MGL,3,${place},${day}`,
      `${fresh},BAT-OCHIR Ser-Od,1981,MGL,7,Darkhan (MGL),3 JUN ${year}`,
      '22:08,Somebody ELSE,,MGL,1,Darkhan (MGL),3 JUN 2005',
    ])
    const kinds = editor.getByRole('navigation', { name: 'Kinds of rows' })
    const ofKnown = javaScriptEnabled ? '1 Known' : '1 Fills in'
    for (const kind of ['1 New', ofKnown, '1 Refused']) await expect(kinds.getByText(kind)).toBeVisible()
    await expect(editor.getByRole('row', { name: /22:08/ })).toContainText('Refused')
    // Nothing is in the record before it is accepted.
    await reader.goto(RESULTS)
    await expect(reader.getByText(fresh)).toHaveCount(0)

    await accept(editor, `A list ${year}`)
    await reader.goto(RESULTS)
    await expect(reader.getByText(fresh).first()).toBeVisible()
    await expect(reader.getByText('Darkhan').first()).toBeVisible()

    await editor.getByLabel('Reason').fill('It was another list')
    await editor.getByRole('button', { name: 'Take back the whole import' }).click()
    await expect(editor.getByText(/^Taken back · brought by/)).toBeVisible()
    await reader.goto(RESULTS)
    await expect(reader.getByText(fresh)).toHaveCount(0)
  })
}

test('a doubtful athlete is asked about once, and the answer counts for all his rows', async ({ signIn }) => {
  test.slow()
  const editor = await signIn('brett')
  await paste(editor, [
    '2:30:01,Ser-Od BAT-OCHIR,10 JUL 1981,MGL,1,Erdenet (MGL),1 MAY 1998',
    '2:30:02,Ser-Od BAT-OCHIR,10 JUL 1981,MGL,1,Erdenet (MGL),1 MAY 1999',
  ])
  const question = editor.getByRole('group', { name: /Who is Ser-Od BAT-OCHIR .* in 2 rows/ })
  await editor.getByRole('button', { name: 'Decide' }).click()
  await expect(editor.getByRole('alert').filter({ hasText: 'choose one of the answers' })).toBeVisible()
  await question.getByRole('radio', { name: 'Another athlete:' }).check()
  await question.getByLabel('Address of the athlete').fill('/athletes/nobody-of-that-name')
  await editor.getByRole('button', { name: 'Decide' }).click()
  await expect(editor.getByRole('alert').filter({ hasText: 'nothing here has that address' })).toBeVisible()
  await question.getByRole('radio', { name: /Ser-Od Bat-Ochir/ }).check()
  await editor.getByRole('button', { name: 'Decide' }).click()
  await expect(editor.getByRole('navigation', { name: 'Kinds of rows' }).getByText('2 New')).toBeVisible()
  await expect(question).toHaveCount(0)
})

test('a file that is not a list is refused with an explanation', async ({ signIn }) => {
  const editor = await signIn('brett')
  await editor.goto('/admin/import')
  const file = { name: 'list.xlsx', mimeType: 'application/octet-stream', buffer: Buffer.from('PK\x03\x04 and so on') }
  await editor.getByLabel('Or choose a file').setInputFiles(file)
  await editor.getByRole('button', { name: 'Read it' }).click()
  await expect(editor.getByRole('heading', { name: 'It could not be read' })).toBeVisible()
})

test('a stranger can neither see an import nor send one', async ({ page }) => {
  await page.goto('/admin/import')
  await expect(page).toHaveURL(/\/sign-in\?next=/)
  const send = (multipart: Record<string, string>, headers = {}) =>
    page.request.post('/admin/import/upload', { multipart, headers, maxRedirects: 0 })
  const [list, nothing] = [await send({ text: 'Mark,Name <b>' }), await send({ text: '' })]
  expect([list.status(), nothing.status()]).toEqual([401, 401])
  // What a stranger sends is not read, so it is not given back either.
  expect(await list.text()).not.toContain('Mark,Name')
  expect((await send({ text: 'Mark,Name' }, { origin: 'https://elsewhere.example' })).status()).toBe(403)
})

test('axe finds nothing on the pages of imports, and nothing runs over their edge', async ({ signIn }) => {
  test.slow()
  const editor = await signIn('oyuna')
  await paste(editor, [
    '2:31:01,Ser-Od BAT-OCHIR,10 JUL 1981,MGL,1,Erdenet (MGL),1 MAY 1997',
    '2:31:02,Bat ERDENE,10 JUL 1971,MGL,1,Erdenet (MGL),1 MAY 1997',
  ])
  await editor.getByText('How it is read').click()
  await expectAccessibleIn(editor, EVERY_LOOK, 'a preview')
  await expectAccessibleAt(editor, '/admin/import')
})
