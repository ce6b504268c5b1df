import type { Locator, Page } from '@playwright/test'
import { citeOtherMark, expectSaved, formOf, giveReason, resultAt, SOURCE, SOURCE_SLUG } from '../desk'
import { expect, test } from '../fixtures'
import { PASSWORD, USERS } from '../people'

/** Ends the session while a form is filled in, sends it, signs in again as the form says, and sends it once more. */
async function resendAfterSignOut(
  editor: Page,
  button: string | RegExp,
  expectKept: () => Promise<void>,
): Promise<void> {
  // The device is still known, as it is after a session has expired.
  await editor.context().clearCookies({ name: /session-token|palmares-desk/ })
  await editor.getByRole('button', { name: button, exact: true }).click()
  const alert = editor.getByRole('alert').filter({ hasText: 'You have been signed out.' })
  await expect(alert).toBeVisible()
  await expectKept()

  const opened = editor.waitForEvent('popup')
  await alert.getByRole('link', { name: 'Sign in again in a new tab' }).click()
  const tab = await opened
  await tab.getByLabel('E-mail').fill(USERS.oyuna.email)
  await tab.getByLabel('Password').fill(PASSWORD)
  await tab.getByRole('button', { name: 'Sign in' }).click()
  await expect(tab.getByRole('heading', { level: 1 })).toHaveText('Editing')
  await tab.close()
  await expectKept()
  await editor.getByRole('button', { name: button, exact: true }).click()
}

const expectValue = (field: Locator, text: string) => expect(field).toHaveValue(text)

for (const javaScriptEnabled of [true, false]) {
  const how = javaScriptEnabled ? 'with JavaScript' : 'without JavaScript'
  test.describe(`an editor whose session ends while typing loses nothing, ${how}`, () => {
    const [cited, settled, aside, changed] = javaScriptEnabled
      ? ['2011-hofu-yomiuri-marathon', '2014-asian-games', '2008-hong-kong-marathon', '2010-zhengzhou-marathon']
      : ['2010-hofu-yomiuri-marathon', '2018-asian-games', '2008-good-luck-beijing-marathon', '2006-asian-games']

    test('in the form that cites', async ({ signIn }) => {
      const editor = await signIn('oyuna', { javaScriptEnabled })
      const { id } = await resultAt(editor, cited)
      await editor.goto(`/admin/results/${id}/citations?field=mark`)
      const form = editor.getByRole('region', { name: 'Cite a source' })
      await form.getByLabel('What the source says').fill('2:58:58')
      await form.getByRole('radio', { name: /Keep our value/ }).check()
      await form.getByLabel('Why it is not followed').selectOption({ label: 'a misprint' })
      await giveReason(form, 'An hour in the archive')
      await resendAfterSignOut(editor, 'Cite this source', async () => {
        await expectValue(form.getByLabel('What it is about'), 'mark')
        await expectValue(form.getByLabel('What the source says'), '2:58:58')
        await expect(form.getByRole('radio', { name: /Keep our value/ })).toBeChecked()
        await expectValue(form.getByLabel('Why it is not followed'), 'MISPRINT')
        await expectValue(form.getByLabel('Reason', { exact: true }), 'An hour in the archive')
        await expectValue(form.getByLabel('Source', { exact: true }), SOURCE)
        await expectValue(form.getByLabel('Where in the source'), 'page 1')
      })
      await expectSaved(editor)
      const { citations } = await resultAt(editor, cited)
      const citation = { asserts: '2:58:58', accepted: false, source: SOURCE_SLUG }
      expect(citations).toContainEqual(expect.objectContaining(citation))
    })

    test('in the form that resolves a dispute', async ({ signIn }) => {
      const editor = await signIn('oyuna', { javaScriptEnabled })
      const { id, mark } = await resultAt(editor, settled)
      await citeOtherMark(editor, id, '2:57:57')
      await editor.goto(`/admin/disputes/result/${id}/mark`)
      const side = (value: string) =>
        editor.locator('.side').filter({ has: editor.getByRole('radio', { name: value }) })
      await editor.getByRole('radio', { name: '2:57:57' }).check()
      await side(mark ?? '')
        .getByLabel('If it is not followed, why')
        .selectOption({ label: 'superseded since' })
      await editor.getByLabel('Reason').fill('The organiser wrote a letter')
      await resendAfterSignOut(editor, /^Resolve/, async () => {
        await expect(editor.getByRole('radio', { name: '2:57:57' })).toBeChecked()
        await expectValue(side(mark ?? '').getByLabel('If it is not followed, why'), 'SUPERSEDED')
        await expectValue(editor.getByLabel('Reason'), 'The organiser wrote a letter')
      })
      await expectSaved(editor)
      expect((await resultAt(editor, settled)).mark).toBe('2:57:57')
    })

    test('in the form that sets a finding aside', async ({ signIn }) => {
      const editor = await signIn('oyuna', { javaScriptEnabled })
      const { id } = await resultAt(editor, aside)
      await citeOtherMark(editor, id, '2:56:56')
      await editor.goto('/admin/findings?athlete=ser-od-bat-ochir')
      // More than one rule may notice the figure.
      const finding = editor.getByRole('listitem').filter({ hasText: '2:56:56' }).first()
      await finding.locator('summary', { hasText: 'Dismiss' }).click()
      const reason = editor.getByLabel('Why it stays as it is').filter({ visible: true })
      await reason.fill(`Seen in the original of ${aside}`)
      await resendAfterSignOut(editor, 'Dismiss', () => expectValue(reason, `Seen in the original of ${aside}`))
      await expect(editor.getByRole('region', { name: 'Dismissed' })).toContainText(`Seen in the original of ${aside}`)
    })

    test('in the forms that correct a citation, restore a row and undo a change', async ({ signIn }) => {
      const editor = await signIn('oyuna', { javaScriptEnabled })
      const { id } = await resultAt(editor, changed)
      await citeOtherMark(editor, id, '2:55:55')

      await editor.goto(`/admin/results/${id}/citations`)
      await editor.locator('.side').filter({ hasText: '2:55:55' }).getByText('Change or withdraw').click()
      const form = editor.locator('form', { has: editor.getByRole('button', { name: 'Change the citation' }) })
      await form.getByLabel('Where in the source').fill('page 9')
      await form.getByLabel('Reason').fill('The wrong page')
      await resendAfterSignOut(editor, 'Change the citation', async () => {
        await expectValue(form.getByLabel('Where in the source'), 'page 9')
        await expectValue(form.getByLabel('What the source says'), '2:55:55')
        await expectValue(form.getByLabel('Reason'), 'The wrong page')
      })
      await expectSaved(editor)

      await editor.locator('#saved').getByRole('link', { name: 'Details' }).click()
      const row = editor.getByRole('listitem').filter({ hasText: /citation of .*changed/ })
      await row.getByRole('link', { name: /^Restore/ }).click()
      await editor.getByLabel('Reason').fill('It was the right page')
      await resendAfterSignOut(editor, 'Put back', () =>
        expectValue(editor.getByLabel('Reason'), 'It was the right page'),
      )
      await expectSaved(editor, 'Restored')

      await citeOtherMark(editor, id, '2:54:54', 'page 2')
      await editor.getByRole('link', { name: 'Undo this change' }).click()
      await editor.getByLabel('Reason').fill('It was never printed')
      await resendAfterSignOut(editor, 'Undo', () => expectValue(editor.getByLabel('Reason'), 'It was never printed'))
      await expectSaved(editor, 'Restored')
    })
  })
}

test('a list that is pasted after the session ended is returned, to be sent again', async ({ signIn }) => {
  const editor = await signIn('oyuna', { javaScriptEnabled: false })
  await editor.goto('/admin/import')
  const list = ['Mark,Name,Nat,Date', '2:10:01,"O’Brien & <Sons>",IRL,1 May 2015', '', 'セルオド'].join('\n')
  await editor.getByLabel('Paste a list').fill(list)
  await resendAfterSignOut(editor, 'Read it', () => expectValue(editor.getByLabel('Your list'), list))
  await expect(editor.getByRole('heading', { level: 1 })).toHaveText('pasted')
})

test('a form that is returned contains what was sent, and nothing of the record', async ({ page, signIn, baseURL }) => {
  const editor = await signIn('brett', { javaScriptEnabled: false })
  const { id } = await resultAt(editor, '2013-world-athletics-championships')
  for (const [path, button] of [
    [`/admin/results/${id}/citations`, 'Cite this source'],
    [`/admin/disputes/result/${id}/place:overall`, 'Resolve again'],
    ['/admin/findings?athlete=ser-od-bat-ochir', 'Dismiss'],
    ['/admin/revisions/1', 'Put back'],
  ] as const) {
    await editor.goto(path)
    const folded = editor.getByText('Dismiss the finding on').first()
    if (button === 'Dismiss') await folded.click()
    const multipart = await formOf(editor, button)
    const answer = await page.request.post(path, { multipart, headers: { origin: baseURL ?? '' }, maxRedirects: 0 })
    expect(answer.status(), path).toBe(200)
    const text = await answer.text()
    expect(text.includes('You have been signed out.'), path).toBe(true)
    expect(/Ser-Od|Encyclopedia|Moscow|read from its sources/.exec(text)?.[0], path).toBeUndefined()
  }
})
