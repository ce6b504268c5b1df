import type { Page } from '@playwright/test'
import { expectSaved, giveReason, PROFILE, resultAt, save } from '../desk'
import { expect, test } from '../fixtures'

/** Changes one field of a result, by its form. @returns the number of the change. */
async function correct(editor: Page, id: string, { field, value }: { field: string; value: string }): Promise<string> {
  await editor.goto(`/admin/results/${id}`)
  await editor.getByLabel(field, { exact: true }).fill(value)
  await giveReason(editor, `${field} of ${value}`)
  return save(editor)
}

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'with JavaScript' : 'without JavaScript', () => {
    const [noted, moved] = javaScriptEnabled
      ? ['2013-hofu-yomiuri-marathon', '2010-hong-kong-marathon']
      : ['2022-world-athletics-championships', '2008-hofu-yomiuri-marathon']

    test('a corrected mark is undone with its citation, and a colleague’s note stays', async ({ page, signIn }) => {
      const [oyuna, brett] = [
        await signIn('oyuna', { javaScriptEnabled }),
        await signIn('brett', { javaScriptEnabled }),
      ]
      const { id, mark: old, citations } = await resultAt(oyuna, noted)
      const change = await correct(oyuna, id, { field: 'Mark', value: '2:29:07' })
      await correct(brett, id, { field: 'Note', value: 'A tail wind all the way' })

      await oyuna.goto(`/admin/changes/${change}`)
      const mark = oyuna.getByRole('checkbox', { name: /^Mark: / })
      await expect(mark).toBeChecked()
      const undoing = oyuna.getByRole('region', { name: 'Undo the change' })
      await expect(undoing).toContainText('2:29:07')
      await expect(undoing).toContainText(old ?? '')
      await expect(undoing).toContainText('Goes:')
      await oyuna.getByLabel('Reason', { exact: true }).fill('It was misread')
      if (javaScriptEnabled) await oyuna.keyboard.press('ControlOrMeta+Enter')
      else await oyuna.getByRole('button', { name: 'Undo', exact: true }).click()
      const undo = await expectSaved(oyuna, 'Restored')

      const after = await resultAt(oyuna, noted)
      expect(after.mark).toBe(old)
      const marks = (all: typeof citations) => all.filter(({ field }) => field === 'mark')
      expect(marks(after.citations)).toEqual(marks(citations))
      await oyuna.goto(`/admin/results/${id}`)
      await expect(oyuna.getByLabel('Note', { exact: true })).toHaveValue('A tail wind all the way')

      await page.goto(`${PROFILE}/history`)
      const corrected = page.getByRole('article', { name: 'Mark of 2:29:07' }).first()
      await expect(corrected).toContainText(`Undone by change ${undo}`)
      await corrected.getByRole('link', { name: `change ${undo}` }).click()
      const undone = page.getByRole('article', { name: 'It was misread' }).first()
      await expect(undone).toContainText(`Undoes change ${change}`)

      await oyuna.goto(`/admin/changes/${change}`)
      await expect(oyuna.getByRole('article')).toContainText(`Undone by change ${undo}`)
      await expect(oyuna.getByText('Nothing to undo: all of it stands as before already.')).toBeVisible()
      await expect(oyuna.getByRole('button', { name: 'Undo', exact: true })).toHaveCount(0)
    })

    test('an undo is refused when a colleague changes the figure meanwhile, and the reason is kept', async ({
      signIn,
    }) => {
      const [oyuna, brett] = [
        await signIn('oyuna', { javaScriptEnabled }),
        await signIn('brett', { javaScriptEnabled }),
      ]
      const { id } = await resultAt(oyuna, moved)
      const change = await correct(oyuna, id, { field: 'Note', value: 'In the rain' })
      await oyuna.goto(`/admin/changes/${change}`)
      await oyuna.getByLabel('Reason', { exact: true }).fill('It was dry')
      const other = await correct(brett, id, { field: 'Note', value: 'In the snow' })

      await oyuna.getByRole('button', { name: 'Undo', exact: true }).click()
      await expect(oyuna.getByRole('alert').filter({ hasText: 'Nothing was saved' })).toContainText(
        `The undo was refused: note, changed by Brett in change ${other}`,
      )
      await expect(oyuna.getByLabel('Reason', { exact: true })).toHaveValue('It was dry')
      await expect(oyuna.getByRole('region', { name: 'Undo the change' })).toContainText('In the snow')

      // Having seen that, she decides.
      await oyuna.getByRole('checkbox', { name: /^Note: / }).check()
      await oyuna.getByRole('button', { name: 'Undo', exact: true }).click()
      await expectSaved(oyuna, 'Restored')
      await oyuna.goto(`/admin/results/${id}`)
      await expect(oyuna.getByLabel('Note', { exact: true })).toHaveValue('')
    })
  })
}
