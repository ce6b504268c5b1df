import type { Locator, Page } from '@playwright/test'
import { EVERY_LOOK, expectAccessibleAt, expectAccessibleIn } from '../accessible'
import { SOURCE } from '../desk'
import { expect, test } from '../fixtures'

const COMPETITION = '2014-fukuoka-marathon'
const RESULTS = `/competitions/${COMPETITION}`

const cell = (editor: Page, column: string, row: number): Locator =>
  editor.getByRole('textbox', { name: `${column}, row ${row}`, exact: true })

/** Opens the sheet of a race and fills in its head. */
async function openRace(editor: Page, competition = COMPETITION): Promise<void> {
  await editor.goto(`/admin/sheet?competition=${competition}`)
  await editor.getByLabel('Discipline', { exact: true }).selectOption('marathon')
  await editor.getByLabel('Men, women or mixed').selectOption('M')
  await giveSource(editor)
}

/** Waits until the page answers to keys: before that a browser would send the form with Enter. */
async function expectLive(editor: Page): Promise<void> {
  await cell(editor, 'Note', 10).fill('x')
  await expect(cell(editor, 'Note', 11)).toBeVisible()
  await cell(editor, 'Note', 10).fill('')
}

async function giveSource(editor: Page): Promise<void> {
  await editor.getByLabel('Source', { exact: true }).fill(SOURCE)
  await editor.getByLabel('Where in the source', { exact: true }).fill('page 1')
}

async function fillRow(editor: Page, row: number, cells: Record<string, string>): Promise<void> {
  for (const [column, text] of Object.entries(cells)) await cell(editor, column, row).fill(text)
}

const expectPreview = (editor: Page) =>
  expect(editor.getByRole('region', { name: 'Nothing is written yet' })).toBeVisible()

async function takeBack(editor: Page): Promise<void> {
  await editor.getByLabel('Reason').fill('It was another race')
  await editor.getByRole('button', { name: 'Take back the whole import' }).click()
  await expect(editor.getByText(/^Taken back · brought by/)).toBeVisible()
}

/** Counts the keys that are pressed. */
class Keyboard {
  presses = 0

  constructor(private readonly page: Page) {}

  async press(...keys: string[]): Promise<void> {
    for (const key of keys) await this.page.keyboard.press(key)
    this.presses += keys.length
  }

  async type(text: string): Promise<void> {
    await this.page.keyboard.type(text)
    this.presses += text.length
  }

  /** What any way of entering a result would have to ask for. */
  async typeUncounted(text: string): Promise<void> {
    await this.page.keyboard.type(text)
  }
}

test('twenty results of a race take at most 25 keys each, beside their names and marks', async ({
  signIn,
  page: reader,
}) => {
  test.slow()
  const editor = await signIn('oyuna')
  await openRace(editor)
  await expectLive(editor)
  await cell(editor, 'Place', 1).focus()
  const keys = new Keyboard(editor)
  for (let row = 1; row <= 20; row++) {
    await keys.type(String(100 + row))
    await keys.press('Tab')
    await keys.typeUncounted(`Runner ${'abcdefghijklmnopqrst'[row - 1]}son`)
    await keys.press('Tab')
    await keys.type('KEN')
    await keys.press('Tab')
    await keys.type('1985')
    await keys.press('Tab')
    await keys.typeUncounted(`2:31:${String(row).padStart(2, '0')}`)
    await keys.press('Enter')
  }
  await expect(editor.getByRole('button', { name: 'Publish 20 results' })).toBeVisible()
  await keys.press('Control+Enter')
  await expectPreview(editor)
  const publish = editor.getByRole('button', { name: 'Publish 20 results' })
  await expect(publish).toBeFocused()
  await reader.goto(RESULTS)
  await expect(reader.getByText('2:31:20')).toHaveCount(0)

  await keys.press('Enter')
  await expect(editor.getByText('20 written.')).toBeVisible()
  expect(keys.presses / 20).toBeLessThanOrEqual(25)
  await reader.goto(RESULTS)
  await expect(reader.getByText('2:31:20').first()).toBeVisible()
  await takeBack(editor)
  await reader.goto(RESULTS)
  await expect(reader.getByText('2:31:20')).toHaveCount(0)
})

for (const javaScriptEnabled of [true, false]) {
  const how = javaScriptEnabled ? 'with JavaScript' : 'without JavaScript'
  const [surname, seconds] = javaScriptEnabled ? ['Quickson', '41'] : ['Slowson', '42']

  test(`a race is typed, put right, looked at, corrected and published, ${how}`, async ({ signIn, page: reader }) => {
    test.slow()
    const editor = await signIn('brett', { javaScriptEnabled })
    await openRace(editor)
    await fillRow(editor, 1, { Place: '201', Name: `Bob ${surname}`, Country: 'KEN', Born: '1985', Mark: '22:08' })
    await fillRow(editor, 3, { Name: `Tom ${surname}`, Country: 'Narnia', Status: 'DNF' })
    await editor.getByRole('button', { name: javaScriptEnabled ? 'Publish 2 results' : 'Preview' }).click()
    const alert = editor.getByRole('alert').filter({ hasText: '2 things to put right' })
    await expect(alert.getByRole('link', { name: 'Mark, row 1' })).toBeVisible()
    await expect(alert.getByRole('link', { name: 'Country, row 3' })).toBeVisible()
    await expect(cell(editor, 'Mark', 1)).toHaveAttribute('aria-invalid', 'true')
    await expect(cell(editor, 'Mark', 1)).toHaveAccessibleDescription(/marks in the discipline Marathon/)
    await expect(cell(editor, 'Name', 3)).toHaveValue(`Tom ${surname}`)

    await editor.getByRole('button', { name: 'More rows' }).click()
    await expect(cell(editor, 'Mark', 20)).toBeVisible()
    await expect(cell(editor, 'Name', 3)).toHaveValue(`Tom ${surname}`)
    await expect(editor.getByLabel('Where in the source', { exact: true })).toHaveValue('page 1')
    await fillRow(editor, 1, { Mark: `2:32:${seconds}` })
    await fillRow(editor, 3, { Country: 'KEN' })
    await editor.getByRole('button', { name: javaScriptEnabled ? 'Publish 2 results' : 'Preview' }).click()
    await expectPreview(editor)
    await expect(editor.getByRole('row', { name: new RegExp(`Bob ${surname}`) })).toContainText('New')

    await editor.getByRole('link', { name: 'Correct the sheet' }).click()
    await expect(cell(editor, 'Mark', 1)).toHaveValue(`2:32:${seconds}`)
    await fillRow(editor, 1, { Note: 'In sandals' })
    await editor.getByRole('button', { name: javaScriptEnabled ? 'Publish 2 results' : 'Preview' }).click()
    await expectPreview(editor)
    await editor.getByRole('button', { name: 'Publish 2 results' }).click()
    await expect(editor.getByText('2 written.')).toBeVisible()
    await reader.goto(RESULTS)
    await expect(reader.getByText(`Bob ${surname}`).first()).toBeVisible()
    await takeBack(editor)
  })

  test(`who is signed out while typing loses nothing, ${how}`, async ({ signIn }) => {
    const editor = await signIn('oyuna', { javaScriptEnabled })
    await openRace(editor)
    await fillRow(editor, 2, { Name: 'Bob Quickson', Mark: '2:33:33' })
    const cookies = await editor.context().cookies()
    await editor.context().clearCookies()
    await editor.getByRole('button', { name: javaScriptEnabled ? 'Publish 1 result' : 'Preview' }).click()
    await expect(editor.getByRole('alert').filter({ hasText: 'You have been signed out.' })).toBeVisible()
    await expect(cell(editor, 'Name', 2)).toHaveValue('Bob Quickson')
    await expect(editor.getByLabel('Source', { exact: true })).toHaveValue(SOURCE)
    await editor.context().addCookies(cookies)
    await editor.getByRole('button', { name: javaScriptEnabled ? 'Publish 1 result' : 'Preview' }).click()
    await expectPreview(editor)
  })
}

test('cells of a spreadsheet are pasted from the focused cell on, and the sheet grows', async ({ signIn }) => {
  const editor = await signIn('oyuna')
  await openRace(editor)
  await expectLive(editor)
  const rows = Array.from({ length: 12 }, (_, row) => `Runner ${row + 1}\tKEN\t\t2:34:${row + 10}`)
  await cell(editor, 'Name', 2).evaluate((input, text) => {
    const clipboardData = new DataTransfer()
    clipboardData.setData('text/plain', text)
    input.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }))
  }, rows.join('\r\n'))
  await expect(cell(editor, 'Name', 2)).toHaveValue('Runner 1')
  await expect(cell(editor, 'Mark', 13)).toHaveValue('2:34:21')
  await expect(cell(editor, 'Mark', 14)).toHaveValue('')
  await expect(editor.getByRole('button', { name: 'Publish 12 results' })).toBeVisible()
})

test('the keys are those of a spreadsheet', async ({ signIn }) => {
  const editor = await signIn('oyuna')
  await openRace(editor)
  await expectLive(editor)
  const { keyboard } = editor
  await cell(editor, 'Name', 1).focus()
  await keyboard.type('Bob Quickson')
  await keyboard.press('Tab')
  await keyboard.type('KEN')
  await keyboard.press('Enter')
  await expect(cell(editor, 'Name', 2)).toBeFocused()
  await keyboard.press('Tab')
  await keyboard.press('Control+d')
  await expect(cell(editor, 'Country', 2)).toHaveValue('KEN')
  await keyboard.press('ArrowDown')
  await expect(cell(editor, 'Country', 3)).toBeFocused()
  await keyboard.press('ArrowUp')
  await keyboard.press('ArrowUp')
  await expect(cell(editor, 'Country', 1)).toBeFocused()
  await keyboard.type('UGA')
  await keyboard.press('Escape')
  await expect(cell(editor, 'Country', 1)).toHaveValue('KEN')
  await cell(editor, 'Note', 11).fill('the last row')
  await expect(cell(editor, 'Note', 12)).toBeVisible()
})

test('a name shows who is meant, and a doubtful one asks', async ({ signIn }) => {
  const editor = await signIn('brett')
  await openRace(editor)
  await fillRow(editor, 1, { Name: 'BAT-OCHIR Ser-Od', Country: 'MGL', Born: '1981', Mark: '2:08:50' })
  await expect(cell(editor, 'Name', 1)).toHaveAccessibleDescription('Ser-Od Bat-Ochir, MGL, 1981')
  await fillRow(editor, 2, { Name: 'Bob Quickson', Mark: '2:35:01' })
  await expect(cell(editor, 'Name', 2)).toHaveAccessibleDescription('new')
  await fillRow(editor, 3, { Name: 'Bat-Ochir Ser-Od', Country: 'KAZ', Mark: '2:35:02' })
  const question = editor.getByLabel(/Who is Bat-Ochir Ser-Od, in row \d\?/)
  await question.selectOption({ label: 'Somebody whom the record does not have' })
  await expect(cell(editor, 'Name', 3)).toHaveAccessibleDescription('new')
  await editor.getByRole('button', { name: 'Publish 3 results' }).click()
  await expectPreview(editor)
  await expect(editor.getByRole('row', { name: /KAZ/ })).toContainText('A new athlete')
  await expect(editor.getByRole('navigation', { name: 'Kinds of rows' }).getByText('0 To decide')).toBeVisible()
})

test('a draft is kept in the browser, restored, and discarded', async ({ signIn }) => {
  const editor = await signIn('oyuna')
  await openRace(editor)
  await fillRow(editor, 4, { Name: 'Bob Quickson', Mark: '2:36:01' })
  await editor.reload()
  const notice = editor.getByRole('status').filter({ hasText: 'was restored' })
  await expect(notice).toBeVisible()
  await expect(cell(editor, 'Name', 4)).toHaveValue('Bob Quickson')
  await expect(editor.getByLabel('Discipline', { exact: true })).toHaveValue('marathon')
  await expect(editor.getByLabel('Source', { exact: true })).toHaveValue(SOURCE)
  await notice.getByRole('button', { name: 'Discard the draft' }).click()
  await expect(cell(editor, 'Name', 4)).toHaveValue('')
  await editor.reload()
  await expect(cell(editor, 'Name', 4)).toHaveValue('')
  await expect(notice).toHaveCount(0)
})

test('an athlete’s season is typed once for all its results', async ({ signIn }) => {
  test.slow()
  const editor = await signIn('oyuna')
  await editor.goto('/admin/athletes/ser-od-bat-ochir')
  await editor.getByRole('link', { name: 'Enter a season' }).click()
  await editor.getByLabel('Year').fill('1998')
  await giveSource(editor)
  await fillRow(editor, 1, {
    Date: '3 Jun',
    Competition: 'Darkhan Spring Race',
    City: 'Darkhan (MGL)',
    Discipline: '10,000 m',
    Mark: '31:20.5',
    Place: '2',
  })
  await fillRow(editor, 2, { Date: 'soon', City: 'Erdenet (MGL)', Discipline: 'marathon', Mark: '2:40:00' })
  await expect(cell(editor, 'Date', 2)).toHaveAttribute('aria-invalid', 'true')
  await fillRow(editor, 2, { Date: '12.9.' })
  await expect(cell(editor, 'Date', 2)).not.toHaveAttribute('aria-invalid')
  await editor.getByRole('button', { name: 'Publish 2 results' }).click()
  await expectPreview(editor)
  await expect(editor.getByRole('row', { name: /Darkhan/ })).toContainText('1998-06-03')
  await expect(editor.getByText('2 competitions to be made')).toBeVisible()
  await editor.getByRole('button', { name: 'Publish 2 results' }).click()
  await expect(editor.getByText('2 written.')).toBeVisible()
  await takeBack(editor)
})

test('a stranger gets neither the sheet nor anybody’s name', async ({ page }) => {
  await page.goto(`/admin/sheet?competition=${COMPETITION}`)
  await expect(page).toHaveURL(/\/sign-in\?next=/)
  const people = [{ name: 'Ser-Od Bat-Ochir', country: 'MGL', birthDate: '' }]
  const answer = await page.request.post('/admin/sheet/people', { data: { sex: 'M', date: '2014', people } })
  expect(answer.status()).toBe(401)
  expect(await answer.text()).not.toContain('1981')
})

test('axe finds nothing on a sheet, and nothing runs over its edge', async ({ signIn }) => {
  test.slow()
  const editor = await signIn('oyuna')
  await openRace(editor)
  await fillRow(editor, 1, { Name: 'Bat-Ochir Ser-Od', Country: 'KAZ', Mark: '22:08' })
  await fillRow(editor, 2, { Name: 'Ser-Od Bat-Ochir', Country: 'MGL', Mark: '2:08.50' })
  await expect(editor.getByLabel(/Who is Bat-Ochir Ser-Od, in row \d\?/)).toBeVisible()
  await expectAccessibleIn(editor, EVERY_LOOK, 'the sheet of a race')
  await expectAccessibleAt(editor, '/admin/sheet?athlete=ser-od-bat-ochir')
  await expectAccessibleAt(editor, '/admin/sheet?kind=season')
})
