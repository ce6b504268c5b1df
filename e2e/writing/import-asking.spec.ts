import { utils, write } from '@e965/xlsx'
import type { Page } from '@playwright/test'
import { EVERY_LOOK, expectAccessibleIn } from '../accessible'
import { expect, test } from '../fixtures'

const HEADER = 'Mark,Competitor,DOB,Nat,Pos,Venue,Date'

async function paste(editor: Page, lines: readonly string[], chosen: Readonly<Record<string, string>>): Promise<void> {
  await editor.goto('/admin/import')
  await editor.getByLabel('Paste a list').fill(lines.join('\n'))
  await editor.getByRole('button', { name: 'Read it' }).click()
  for (const [label, value] of Object.entries(chosen))
    await editor.getByLabel(label, { exact: true }).selectOption(value)
  await editor.getByRole('button', { name: 'Show what would happen' }).click()
  await expect(editor.getByRole('heading', { name: 'All rows' })).toBeVisible()
}

async function describeSource(editor: Page, title: string): Promise<void> {
  await editor.getByText('Describe a new source').click()
  await editor.getByLabel('Publisher').fill('A federation')
  await editor.getByLabel('Title', { exact: true }).fill(title)
}

const kind = (editor: Page, words: string) =>
  editor.getByRole('navigation', { name: 'Kinds of rows' }).getByText(words, { exact: true })

test('where a row says women and men were chosen, an editor is asked before anything can be accepted', async ({
  signIn,
}) => {
  test.slow()
  const editor = await signIn('oyuna', { javaScriptEnabled: false })
  await paste(editor, ['Name,Nat,Event,Mark,Date,Venue', 'Eva WEIT,GER,Weitsprung Frauen,6.51,3 MAY 2014,Ulm (GER)'], {
    'Men or women': 'M',
  })
  await expect(kind(editor, '1 To decide')).toBeVisible()
  await expect(editor.getByText('The row says women; what was chosen for the list says men.')).toBeVisible()
  await editor.getByRole('button', { name: 'Women, as the row says' }).click()
  await expect(kind(editor, '1 New')).toBeVisible({ timeout: 20_000 })
  await expect(editor.getByRole('row', { name: /Eva WEIT/ })).toContainText('Women, Long jump')
})

test('a list that beats the world is written only once its words are typed', async ({ signIn }) => {
  test.slow()
  const editor = await signIn('oyuna')
  await paste(editor, [HEADER, '2:01:09,Anna SCHNELL,05 NOV 1990,GER,1,Ulm (GER),3 MAY 2015'], {
    Discipline: 'marathon',
    'Men or women': 'F',
  })
  await describeSource(editor, 'A list too good')
  await editor.getByRole('button', { name: 'Accept 1 row' }).click()
  const words = editor.getByLabel('Type “world best” to accept it all the same')
  await expect(words).toHaveAttribute('aria-invalid', 'true')
  await expectAccessibleIn(editor, EVERY_LOOK, 'a list that is doubted')
  await words.fill('world best')
  await editor.getByRole('button', { name: 'Accept 1 row' }).click()
  await expect(editor.getByRole('heading', { name: 'Take back' })).toBeVisible()
})

test('a refused line is put right where it stands, and any line is pointed at somebody', async ({ signIn }) => {
  test.slow()
  const editor = await signIn('oyuna', { javaScriptEnabled: false })
  await paste(
    editor,
    [
      HEADER,
      '22:08,Odd LINE,1 MAY 1980,KEN,2,Ulm (GER),1 MAY 2010',
      '2:30:00,Odder LINE,2 JUN 1981,KEN,3,Ulm (GER),1 MAY 2010',
    ],
    { Discipline: 'marathon', 'Men or women': 'M' },
  )
  await expect(kind(editor, '1 Refused')).toBeVisible()
  await editor.getByRole('link', { name: 'Look at line 2' }).click()
  await expect(editor.getByRole('heading', { name: 'Line 2' })).toBeVisible()
  await editor.getByLabel('Mark', { exact: true }).fill('2:22:08')
  await editor.getByRole('button', { name: 'Read it again' }).click()
  await expect(kind(editor, '2 New')).toBeVisible({ timeout: 20_000 })

  await editor.getByRole('link', { name: 'Look at line 3' }).click()
  await editor.getByLabel('Look for somebody').fill('Ser-Od Bat-Ochir')
  await editor.getByRole('button', { name: 'Find' }).click()
  await editor
    .getByRole('radio', { name: /Ser-Od/ })
    .first()
    .check()
  await editor.getByRole('button', { name: 'It is the chosen athlete' }).click()
  await expect(editor.locator('#who').getByRole('link', { name: 'Ser-Od Bat-Ochir' }).first()).toBeVisible()

  await editor.getByRole('link', { name: 'pasted' }).click()
  await editor.getByText('Decided: 1').click()
  await editor.getByRole('checkbox', { name: /Odder LINE: Ser-Od Bat-Ochir/ }).check()
  await editor.getByRole('button', { name: 'Take back the ticked decisions' }).click()
  await expect(editor.getByRole('row', { name: /Odder LINE/ })).toContainText('A new athlete')
})

test('a heading whose date can be read in two ways is asked about, with both readings', async ({ signIn }) => {
  test.slow()
  const editor = await signIn('oyuna', { javaScriptEnabled: false })
  await paste(
    editor,
    [
      '                    Erdenet Invitational - 3/4/2025',
      'Event 3  Men 100 Meter Dash',
      '==========================================================================',
      '    Name                    Year School               Seed     Finals  Wind H# Points',
      '==========================================================================',
      '  1 Orig, Ganbat              SR Darkhan             10.55      10.48   0.7  2   10',
      '  2 Orig, Bat                 JR Erdenet             10.66      10.58   0.7  1    8',
    ],
    {},
  )
  await expect(kind(editor, '2 To decide')).toBeVisible()
  await expect(editor.getByText(/can be read as 3 April 2025 \(day first\) or 4 March 2025/)).toBeVisible()
  await expect(editor.getByRole('button', { name: '3 April 2025: the day stands first' })).toBeVisible()
  await editor.getByRole('button', { name: '4 March 2025: the month stands first' }).click()
  await expect(kind(editor, '2 New')).toBeVisible({ timeout: 20_000 })
  await expect(editor.getByRole('row', { name: /Orig/ }).first()).toContainText('2025-03-04')
})

test('dates and times in several columns are proposed by their titles, and a column can be said to be a part', async ({
  signIn,
}) => {
  test.slow()
  const editor = await signIn('oyuna', { javaScriptEnabled: false })
  await editor.goto('/admin/import')
  await editor
    .getByLabel('Paste a list')
    .fill('Name,Nat,Hrs,Min,Runde,Day,Month,Year,City\nGan PART,MGL,2,29,5,3,4,2014,Darkhan')
  await editor.getByRole('button', { name: 'Read it' }).click()
  await expect(editor.getByLabel('Column 4, Min')).toHaveValue('minutes')
  await expect(editor.getByLabel('Column 7, Month')).toHaveValue('month')
  await editor.getByLabel('Column 5, Runde').selectOption('Seconds of the mark')
  await editor.getByLabel('Discipline', { exact: true }).selectOption('marathon')
  await editor.getByLabel('Men or women', { exact: true }).selectOption('M')
  await editor.getByRole('button', { name: 'Show what would happen' }).click()
  await expect(editor.getByRole('row', { name: /Gan PART/ })).toContainText('2:29:05')
  await expect(editor.getByRole('row', { name: /Gan PART/ })).toContainText('2014-04-03')

  await editor.getByRole('link', { name: 'Look at line 2' }).click()
  await editor.getByLabel('Age group of the event').fill('U20')
  await editor.getByRole('button', { name: 'Read it again' }).click()
  await expect(kind(editor, '1 New')).toBeVisible({ timeout: 20_000 })
  await editor.getByRole('link', { name: 'Look at line 2' }).click()
  await expect(editor.locator('#fields')).toContainText('U20')
  await editor.getByLabel('Age group of the event').fill('')
  await editor.getByRole('button', { name: 'Read it again' }).click()
  await expect(kind(editor, '1 New')).toBeVisible({ timeout: 20_000 })
  await editor.getByRole('link', { name: 'Look at line 2' }).click()
  await expect(editor.locator('#fields')).not.toContainText('U20')
})

test('a spreadsheet is read as it is shown', async ({ signIn }) => {
  test.slow()
  const editor = await signIn('brett')
  const sheet = utils.aoa_to_sheet([
    ["Men's 100 m, final"],
    ['Pos', 'Name', 'Nat', 'Mark', 'Date'],
    [1, 'Bold RASCH', 'MGL', 10.2, '2014-05-03'],
  ])
  Object.assign(sheet.D3 ?? {}, { z: '0.00' })
  const book = utils.book_new()
  utils.book_append_sheet(book, sheet, 'Results')
  await editor.goto('/admin/import')
  await editor.getByLabel('Or choose a file').setInputFiles({
    name: 'meeting.xlsx',
    mimeType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    buffer: write(book, { type: 'buffer', bookType: 'xlsx' }) as Buffer,
  })
  await editor.getByRole('button', { name: 'Read it' }).click()
  await editor.getByRole('button', { name: 'Show what would happen' }).click()
  await expect(editor.getByRole('row', { name: /Bold RASCH/ })).toContainText('10.20')
})

test('axe finds nothing on a question about the list and on the page of a line', async ({ signIn }) => {
  test.slow()
  const editor = await signIn('oyuna')
  await paste(editor, ['Name,Nat,Event,Mark,Date,Venue', 'Ida WEIT,GER,Weitsprung Frauen,6.52,3 MAY 2014,Ulm (GER)'], {
    'Men or women': 'M',
  })
  await expectAccessibleIn(editor, EVERY_LOOK, 'a question about the list')
  await editor.getByRole('link', { name: 'Look at line 2' }).click()
  await expect(editor.getByRole('heading', { name: 'Put it right' })).toBeVisible()
  await expectAccessibleIn(editor, EVERY_LOOK, 'a line of an import')
})
