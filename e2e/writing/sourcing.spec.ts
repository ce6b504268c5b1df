import type { Page } from '@playwright/test'
import { API, citeOtherMark, expectSaved, formOf, giveReason, PROFILE, RESULTS, resultAt } from '../desk'
import { expect, test } from '../fixtures'

/** Resolves the dispute about a result's mark: this value, and the other is not followed. */
async function resolveMark(editor: Page, id: string, mark: string, other: string): Promise<void> {
  await editor.goto(`/admin/disputes/result/${id}/mark`)
  await editor.getByRole('radio', { name: mark }).check()
  const aside = editor.locator('.side').filter({ has: editor.getByRole('radio', { name: other }) })
  await aside.getByLabel('If it is not followed, why').selectOption({ label: 'superseded since' })
  await editor.getByLabel('Reason').fill(`The organiser has confirmed ${mark}`)
  await editor.getByRole('button', { name: /^Resolve/ }).click()
  await expectSaved(editor)
}

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'with JavaScript' : 'without JavaScript', () => {
    const [competition, other] = javaScriptEnabled
      ? ['2012-olympic-games', '2:20:11']
      : ['2013-osaka-marathon', '2:13:13']

    test('a source that disagrees makes the figure disputed; the dispute is resolved, and opened again', async ({
      page,
      signIn,
    }) => {
      const editor = await signIn('oyuna', { javaScriptEnabled })
      const { id, mark } = await resultAt(editor, competition)
      const old = mark ?? ''
      await editor.goto(`/admin/results/${id}`)
      await editor.getByRole('link', { name: 'Sources', exact: true }).click()
      await editor.getByRole('link', { name: 'Cite another source for: Mark', exact: true }).click()
      const form = editor.getByRole('region', { name: 'Cite a source' })
      await expect(form.getByLabel('What the source says')).toHaveValue(old)

      // It never overwrites: an editor who does not choose what the record does is asked, and nothing typed is lost.
      await form.getByLabel('What the source says').fill(other)
      await giveReason(form)
      await form.getByRole('button', { name: 'Cite this source' }).click()
      await expect(form.getByRole('alert')).toContainText('choose whether the record changes')
      await expect(form.getByLabel('What the source says')).toHaveValue(other)
      await expect(form.getByLabel('Reason')).not.toHaveValue('')
      expect((await resultAt(editor, competition)).mark).toBe(old)

      await citeOtherMark(editor, id, other)
      await page.goto(RESULTS)
      const row = page.locator(`#r-${id}`)
      await expect(row).toContainText(old)
      await expect(row.getByRole('link', { name: 'Sources disagree on the mark' })).toBeVisible()
      const kept = (await resultAt(page, competition)).citations.find(({ asserts }) => asserts === other)
      expect(kept?.accepted).toBe(false)

      await resolveMark(editor, id, other, old)
      await page.goto(RESULTS)
      await expect(row).toContainText(other)
      await expect(row.getByRole('link', { name: 'Sources disagree on the mark' })).toBeVisible()

      await editor.goto('/admin/disputes')
      const listed = editor.getByRole('row').filter({ hasText: other }).filter({ hasText: old })
      await listed.getByRole('link', { name: /Reopen/ }).click()
      await expect(editor.getByText('The organiser has confirmed').first()).toBeVisible()
      await resolveMark(editor, id, old, other)
      await page.goto(RESULTS)
      await expect(row).toContainText(old)
      await page.goto(`${PROFILE}/history`)
      await expect(page.getByText(`The organiser has confirmed ${other}`).first()).toBeVisible()
    })

    test('a citation is corrected and withdrawn, each in one step with a reason', async ({ signIn }) => {
      const editor = await signIn('brett', { javaScriptEnabled })
      const { id, mark } = await resultAt(editor, javaScriptEnabled ? '2016-olympic-games' : '2008-olympic-games')
      const locator = 'page 7'
      await citeOtherMark(editor, id, '2:29:59', locator)
      const open = async () => {
        await editor.goto(`/admin/results/${id}/citations`)
        const side = editor.locator('.side').filter({ hasText: '2:29:59' })
        await side.getByText('Change or withdraw').click()
        return side
      }
      const side = await open()
      await side.getByRole('button', { name: 'Change the citation' }).click()
      await expect(side.getByRole('alert')).toContainText('Say why')
      await side.getByLabel('Where in the source').fill('page 8')
      await side.getByLabel('Reason').fill('Wrong page')
      await side.getByRole('button', { name: 'Change the citation' }).click()
      await expectSaved(editor)

      const again = await open()
      await expect(again).toContainText('page 8')
      await again.getByLabel('Reason').fill('It is not in there')
      await again.getByRole('button', { name: 'Withdraw the citation' }).click()
      await expectSaved(editor)
      await editor.goto(`/admin/results/${id}/citations`)
      await expect(editor.getByText('2:29:59')).toHaveCount(0)
      const result = await resultAt(editor, javaScriptEnabled ? '2016-olympic-games' : '2008-olympic-games')
      expect(result.mark).toBe(mark)
    })
  })
}

for (const javaScriptEnabled of [true, false]) {
  test(`a finding is set aside, and comes back when its evidence changes, ${javaScriptEnabled ? 'with' : 'without'} JavaScript`, async ({
    signIn,
  }) => {
    const editor = await signIn('oyuna', { javaScriptEnabled })
    const competition = javaScriptEnabled ? '2004-olympic-games' : '2015-world-athletics-championships'
    const { id } = await resultAt(editor, competition)
    await citeOtherMark(editor, id, '2:51:51')
    await editor.goto('/admin/findings')
    await editor.getByLabel('In whose record').fill('ser-od-bat-ochir')
    await editor.getByRole('button', { name: 'Run again' }).click()
    await expect(editor).toHaveURL(/athlete=ser-od-bat-ochir/)
    const finding = editor
      .getByRole('region', { name: 'Notices' })
      .getByRole('listitem')
      .filter({ hasText: '2:51:51' })
      .filter({ has: editor.locator(`a[href="/admin/disputes/result/${id}/mark"]`, { hasText: 'Fix' }) })
    await expect(finding).toHaveCount(1)
    await finding.locator('summary', { hasText: 'Dismiss' }).click()
    await finding.getByRole('button', { name: 'Dismiss' }).click()
    await expect(finding.getByRole('alert')).toContainText('Say why')
    await finding.getByLabel('Why it stays as it is').fill(`A known misprint at ${competition}`)
    await finding.getByRole('button', { name: 'Dismiss' }).click()
    const aside = editor.getByRole('region', { name: 'Dismissed' })
    const decision = aside.getByRole('listitem').filter({ hasText: `A known misprint at ${competition}` })
    await expect(decision).toContainText('Oyuna')
    await expect(finding).toHaveCount(0)

    await decision.getByRole('button', { name: /Bring it back/ }).click()
    await expect(finding).toHaveCount(1)
    await finding.locator('summary', { hasText: 'Dismiss' }).click()
    await finding.getByLabel('Why it stays as it is').fill(`A known misprint at ${competition}`)
    await finding.getByRole('button', { name: 'Dismiss' }).click()
    await expect(finding).toHaveCount(0)

    await citeOtherMark(editor, id, '2:52:52', 'page 2')
    await editor.goto('/admin/findings?athlete=ser-od-bat-ochir')
    await expect(finding).toHaveCount(1)
  })
}

test('nobody but an editor cites, settles or sets aside, though it is sent exactly as an editor’s form sends it', async ({
  page,
  signIn,
  baseURL,
}) => {
  const editor = await signIn('oyuna', { javaScriptEnabled: false })
  const { id } = await resultAt(editor, '2014-fukuoka-marathon')
  const path = `/admin/results/${id}/citations?field=mark`
  await editor.goto(path)
  await giveReason(editor.getByRole('region', { name: 'Cite a source' }))
  const form = await formOf(editor, 'Cite this source')
  const before = await (await page.request.get(API)).text()
  const answer = await page.request.post(path, {
    multipart: form,
    headers: { origin: baseURL ?? '' },
    maxRedirects: 0,
  })
  expect(answer.headers().location ?? '').not.toMatch(/\/admin\/saved/)
  expect(await (await page.request.get(API)).text()).toBe(before)
})
