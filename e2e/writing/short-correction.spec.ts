import type { Page } from '@playwright/test'
import { EVERY_LOOK, expectAccessibleIn } from '../accessible'
import { expectSaved, giveReason, PROFILE, RESULTS, resultAt, save, unfold } from '../desk'
import { expect, test } from '../fixtures'

for (const javaScriptEnabled of [true, false]) {
  const how = javaScriptEnabled ? 'with JavaScript' : 'without JavaScript'
  test.describe(how, () => {
    const [corrected, flagged, refused] = javaScriptEnabled
      ? ['2011-beijing-marathon', '2009-great-north-10k', '2012-beppu-oita-marathon']
      : ['2002-hong-kong-marathon', '2010-brighton-marathon', '2021-lake-biwa-marathon']

    test('a save leads back to the figure, which says what was done, with the way to undo it', async ({
      page,
      signIn,
    }) => {
      const editor = await signIn('oyuna', { javaScriptEnabled, viewport: { width: 390, height: 844 } })
      const { id } = await resultAt(editor, corrected)
      await editor.goto(`/admin/results/${id}`)
      await editor.getByLabel('Note', { exact: true }).fill(`In the rain, ${how}`)
      await giveReason(editor)
      await expect(editor.getByRole('button', { name: 'Save', exact: true })).toBeInViewport()
      const change = await save(editor)

      expect(new URL(editor.url()).hash).toBe(`#r-${id}`)
      const notice = editor.getByRole('status').filter({ hasText: 'Saved' })
      await expect(notice).toContainText(`In the rain, ${how}`)
      await expect(notice).toBeInViewport()
      const row = editor.locator(`#r-${id}`)
      await expect(row).toBeInViewport()
      await expect
        .poll(async () => {
          const [figure, bar] = [await row.boundingBox(), await notice.boundingBox()]
          return figure && bar && figure.y + figure.height <= bar.y
        })
        .toBe(true)

      // The way back shows the record, not what was typed.
      await editor.goBack()
      await expect(editor.getByLabel('Note', { exact: true })).toHaveValue(`In the rain, ${how}`)
      await expect(editor.getByLabel('Reason', { exact: true })).not.toHaveValue('The organiser’s result sheet says so')

      // Somebody else sees the page as it is; so does whoever asks for no save at all.
      const address = `${RESULTS}?saved=${change}`
      const answer = await page.goto(address)
      expect(answer?.headers()['x-robots-tag']).toBe('noindex')
      await expect(page.locator('link[rel=canonical]')).toHaveAttribute('href', new RegExp(`${RESULTS}$`))
      await expect(page.locator('#saved')).toHaveCount(0)
      for (const number of ['x', '0', '999999999']) {
        await editor.goto(`${RESULTS}?saved=${number}`)
        await expect(editor.locator('#saved')).toHaveCount(0)
      }

      const own = await editor.goto(address)
      expect(own?.headers()['cache-control']).toContain('no-store')
      await editor.locator('#saved').getByRole('link', { name: 'Dismiss' }).click()
      await expect(editor.locator('#saved')).toHaveCount(0)
      expect(new URL(editor.url()).search).toBe('')

      await editor.goto(address)
      await editor.locator('#saved').getByRole('link', { name: 'Undo this change' }).click()
      await editor.getByLabel('Reason', { exact: true }).fill('It was dry')
      await editor.getByRole('button', { name: 'Undo', exact: true }).click()
      await expectSaved(editor, 'Restored')
      expect(new URL(editor.url()).hash).toBe(`#r-${id}`)
    })

    test('what is seldom corrected is folded away, says what it contains, and opens where something is wrong', async ({
      signIn,
    }) => {
      const editor = await signIn('brett', { javaScriptEnabled })
      const { id, competition } = await resultAt(editor, refused)
      await editor.goto(`/admin/results/${id}`)
      for (const label of ['Mark', 'Status', 'Date', 'Note', 'Reason', 'Source']) {
        await expect(editor.getByLabel(label, { exact: true })).toBeVisible()
      }
      const wind = editor.getByLabel('Wind', { exact: true })
      await expect(wind).toBeHidden()
      await expect(editor.locator('summary').filter({ hasText: /^The race/ })).toContainText(
        `${competition.name} ${refused.slice(0, 4)}, Marathon`,
      )

      await unfold(editor, /^Wind, timing/)
      await wind.fill('a lot')
      await editor.getByRole('button', { name: 'Save', exact: true }).click()
      const summary = editor.getByRole('alert').filter({ hasText: 'Nothing was saved' })
      await summary.getByRole('link', { name: 'Wind', exact: true }).click()
      await expect(wind).toBeVisible()
      await expect(wind).toBeInViewport()
      await expect(wind).toHaveValue('a lot')
      await expect(wind).toHaveAttribute('aria-invalid', 'true')
      await expect(editor.getByLabel('Whose record it was', { exact: true })).toBeHidden()
    })

    test('flags are boxes with words, and keep what the result has', async ({ signIn }) => {
      const editor = await signIn('brett', { javaScriptEnabled })
      const { id } = await resultAt(editor, flagged)
      await editor.goto(`/admin/results/${id}`)
      await unfold(editor, /^Wind, timing/)
      await editor.getByLabel('at altitude (A)').check()
      await editor.getByLabel('exhibition (x)').check()
      await giveReason(editor, 'Run in the mountains')
      await save(editor)
      await expect(editor.locator('#saved')).toContainText('at altitude, exhibition')

      await editor.goto(`/admin/results/${id}`)
      const folded = editor.locator('summary').filter({ hasText: /^Wind, timing/ })
      await expect(folded).toContainText('at altitude, exhibition')
      await unfold(editor, /^Wind, timing/)
      await expect(editor.getByLabel('at altitude (A)')).toBeChecked()
      await editor.getByLabel('exhibition (x)').uncheck()
      await giveReason(editor, 'It counted')
      await save(editor)
      await editor.goto(`/admin/results/${id}`)
      await expect(folded).toContainText('at altitude')
      await expect(folded).not.toContainText('exhibition')
    })

    test('a claim is checked against the record before it is saved', async ({ signIn }) => {
      const editor = await signIn('oyuna', { javaScriptEnabled })
      await editor.goto(PROFILE)
      await editor.locator('a[href^="/admin/things/claim/new"]').first().click()
      await editor.getByLabel('Of which result').selectOption({ label: await paris(editor) })
      const preview = editor.getByRole('region', { name: 'Preview' })
      const ask = async (age: string) => {
        await editor.getByLabel('Number', { exact: true }).fill(age)
        if (!javaScriptEnabled) await editor.getByRole('button', { name: 'Preview', exact: true }).click()
      }
      await ask('43')
      await expect(preview).toContainText(/The record says: .* was 42 then/)
      await expect(preview).toContainText('This would be a finding.')
      await ask('42')
      await expect(preview).toContainText('The record says the same.')
      await expect(preview).not.toContainText('This would be a finding.')
    })
  })
}

/** The marathon of the Olympic Games in Paris, as the form offers it. */
async function paris(editor: Page): Promise<string> {
  const offered = await editor.getByLabel('Of which result').getByRole('option').allInnerTexts()
  return offered.find((words) => /Olympic Games 2024/.test(words)) ?? ''
}

test('axe finds nothing in the short form, with everything unfolded, nor in the notice of a save', async ({
  signIn,
}) => {
  test.slow()
  const editor = await signIn('oyuna')
  const { id } = await resultAt(editor, '2011-london-marathon')
  await editor.goto(`/admin/results/${id}`)
  await expectAccessibleIn(editor, EVERY_LOOK, 'the short form')
  for (const name of [/^Wind, timing/, /^Other places/, /^Records/, /^The race/, /^Team and legs/]) {
    await unfold(editor, name)
  }
  await expectAccessibleIn(editor, EVERY_LOOK, 'the form, unfolded')
  await editor.getByLabel('Note', { exact: true }).fill('Seen by axe')
  await giveReason(editor)
  await save(editor)
  await expectAccessibleIn(editor, EVERY_LOOK, 'the notice of a save')
})

test('a save leaves its form without a warning of unsaved edits', async ({ signIn }) => {
  const editor = await signIn('oyuna')
  const { id } = await resultAt(editor, '2009-newton-aycliffe-10k-race')
  const warnings: string[] = []
  editor.on('dialog', (dialog) => {
    warnings.push(dialog.type())
    return dialog.accept()
  })
  await editor.goto(`/admin/results/${id}`)
  // Browsers warn only of what was typed by hand.
  await editor.getByLabel('Note', { exact: true }).pressSequentially('On a wet road')
  await giveReason(editor)
  await editor.getByRole('button', { name: 'Save', exact: true }).click()
  await expectSaved(editor)
  expect(warnings).toEqual([])
})
