import type { Locator, Page } from '@playwright/test'
import { expectSaved, giveReason, resultAt } from '../desk'
import { expect, test } from '../fixtures'

const COMPETITION = '2014-fukuoka-marathon'

/** The form that cites, filled in but for the source. */
async function openCiteForm(editor: Page, locator: string): Promise<Locator> {
  const { id } = await resultAt(editor, COMPETITION)
  await editor.goto(`/admin/results/${id}/citations?field=mark`)
  const form = editor.getByRole('region', { name: 'Cite a source' })
  await giveReason(form, 'Found in the library')
  await form.getByLabel('Where in the source').fill(locator)
  return form
}

const cite = (form: Locator) => form.getByRole('button', { name: 'Cite this source' }).click()

for (const javaScriptEnabled of [true, false]) {
  const how = javaScriptEnabled ? 'with JavaScript' : 'without JavaScript'
  test.describe(`a source is typed, ${how}`, () => {
    test('where several fit they are offered, and the one that is chosen is cited', async ({ signIn }) => {
      const editor = await signIn('oyuna', { javaScriptEnabled })
      const form = await openCiteForm(editor, `several, ${how}`)
      const source = form.getByLabel('Source', { exact: true })
      await source.fill('wikipedia 2012 olympics')
      await cite(form)
      await expect(source).toHaveAttribute('aria-invalid', 'true')
      await expect(source).toHaveValue('wikipedia 2012 olympics')
      await expect(form.getByLabel('Reason', { exact: true })).toHaveValue('Found in the library')
      const meant = form.getByRole('group', { name: 'Which source is meant?' })
      await meant.getByRole('radio', { name: /Men's marathon/ }).check()

      // What else is wrong does not make it ask again.
      await form.getByLabel('Reason', { exact: true }).fill('')
      await cite(form)
      await expect(source).toHaveValue(/^Wikipedia, .*2012 Summer Olympics.*Men's marathon/)
      await expect(meant).toHaveCount(0)
      await form.getByLabel('Reason', { exact: true }).fill('Found in the library')
      await cite(form)
      await expectSaved(editor)
      const { citations } = await resultAt(editor, COMPETITION)
      expect(citations.map((citation) => citation.source)).toContain('wikipedia-2012-olympics-mens-marathon')
    })

    test('where none fits it is described, beginning with what was typed, and known from then on', async ({
      signIn,
    }) => {
      const editor = await signIn('oyuna', { javaScriptEnabled })
      const name = javaScriptEnabled ? 'The Evening Paper' : 'The Midday Paper'
      const form = await openCiteForm(editor, `new, ${how}`)
      await form.getByLabel('Source', { exact: true }).fill(name)
      await cite(form)
      await expect(form.getByRole('alert')).toContainText('There is no such source in the record. Describe it below.')
      await expect(form.getByLabel('Title', { exact: true })).toHaveValue(name)
      await form.getByLabel('Publisher').fill('A house of printers')
      await cite(form)
      await expectSaved(editor)

      const again = await openCiteForm(editor, `described, ${how}`)
      await again.getByLabel('Source', { exact: true }).fill('')
      await again.getByText('Describe a new source').click()
      await again.getByLabel('Publisher').fill('a house of PRINTERS')
      await again.getByLabel('Title', { exact: true }).fill(name)
      await cite(again)
      await expect(again.getByRole('alert')).toContainText('That source is in the record already')
      await again.getByRole('radio', { name }).check()
      await cite(again)
      await expectSaved(editor)
    })
  })
}
