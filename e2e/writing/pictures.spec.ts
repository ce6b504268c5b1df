import type { Page } from '@playwright/test'
import sharp from 'sharp'
import { API, expectSaved, giveReason, PROFILE } from '../desk'
import { expect, test } from '../fixtures'

const picture = async (name = 'portrait.png') => ({
  name,
  mimeType: 'image/png',
  buffer: await sharp({ create: { width: 600, height: 800, channels: 3, background: '#205040' } })
    .png()
    .toBuffer(),
})

async function openUpload(editor: Page): Promise<void> {
  await editor.goto(PROFILE)
  await editor.getByRole('link', { name: 'Add a picture' }).click()
  await expect(editor.getByRole('heading', { level: 1 })).toHaveText('Add a picture')
}

const send = (editor: Page) => editor.getByRole('button', { name: 'Send the picture' }).click()
const add = (editor: Page) => editor.getByRole('button', { name: 'Add to the record' }).click()

for (const javaScriptEnabled of [true, false]) {
  const how = javaScriptEnabled ? 'with JavaScript' : 'without JavaScript'

  test.describe(`pictures and identifiers, ${how}`, () => {
    test('a picture is sent, told of, confirmed, shown to everybody, and withdrawn', async ({ signIn, page }) => {
      const editor = await signIn('oyuna', { javaScriptEnabled })
      await openUpload(editor)
      await editor.getByLabel('Picture', { exact: true }).setInputFiles(await picture())
      await send(editor)
      await editor.getByLabel('Author', { exact: true }).first().fill('A. Tourist')
      await giveReason(editor, 'There was no picture')
      await add(editor)

      // What is missing is asked for, and the picture is kept meanwhile.
      await expect(editor.getByLabel('Licence')).toHaveAttribute('aria-invalid', 'true')
      await editor.getByLabel('Licence').selectOption({ label: 'CC BY-SA 4.0' })
      await editor.getByLabel('Where it was published').fill('https://commons.example/wiki/File:1.jpg')
      await editor.getByLabel('Caption').fill(`At the finish, ${how}`)
      await add(editor)
      await expect(editor.getByRole('alert').filter({ hasText: /./ })).toContainText('nobody under 18')
      await editor.getByLabel('Yes, it is right').check()
      await add(editor)
      await expectSaved(editor)

      await page.goto(PROFILE)
      const shown = page.getByRole('img', { name: `At the finish, ${how}` })
      await expect(shown).toHaveAttribute('width', '600')
      await expect(shown).toHaveAttribute('height', '800')
      expect(
        await shown.evaluate((img: HTMLImageElement) => img.decode().then(() => img.naturalWidth)),
      ).toBeGreaterThan(0)
      await expect(page.getByRole('figure').filter({ has: shown })).toContainText('A. Tourist, CC BY-SA 4.0')
      const address = (await shown.getAttribute('src')) ?? ''
      const answer = await page.request.get(address)
      expect(answer.headers()).toMatchObject({
        'content-type': 'image/webp',
        'x-content-type-options': 'nosniff',
        'content-security-policy': "default-src 'none'",
        'cache-control': 'public, max-age=31536000, immutable',
      })

      await editor.goto(PROFILE)
      await editor.getByRole('figure').getByRole('link', { name: 'Edit the picture by A. Tourist' }).click()
      await editor.getByText('Withdraw this picture').click()
      await editor.getByLabel('Why it is withdrawn').fill('A slip')
      await editor.getByLabel('Which source says so').fill('Asahi newspaper')
      await editor.getByLabel('Where it says so').fill('page 1')
      await editor.getByRole('button', { name: 'Withdraw the picture' }).click()
      await expectSaved(editor, 'Withdrawn')
      expect((await page.request.get(address)).status()).toBe(410)
      await page.goto(PROFILE)
      await expect(shown).toHaveCount(0)
    })

    test('what is no picture is refused, and nothing at all is asked for again', async ({ signIn }) => {
      const editor = await signIn('oyuna', { javaScriptEnabled })
      await openUpload(editor)
      const text = { name: 'portrait.jpg', mimeType: 'image/jpeg', buffer: Buffer.from('I am no picture.') }
      await editor.getByLabel('Picture', { exact: true }).setInputFiles(text)
      await send(editor)
      await expect(editor.getByRole('alert').filter({ hasText: /./ })).toContainText(
        'no JPEG, PNG, WebP or AVIF picture',
      )
      const large = { ...text, buffer: Buffer.alloc(9 * 1024 * 1024, 1) }
      await editor.getByLabel('Picture', { exact: true }).setInputFiles(large)
      await send(editor)
      await expect(editor.getByRole('alert').filter({ hasText: /./ })).toContainText('larger than 8 MB')
      await expect(editor.getByRole('button', { name: 'Add to the record' })).toHaveCount(0)
    })

    test('an identifier is added from a pasted address, and leads there', async ({ signIn, page }) => {
      const editor = await signIn('oyuna', { javaScriptEnabled })
      const [authority, id, pasted] = javaScriptEnabled
        ? ['World Athletics', '14178500', 'https://worldathletics.org/athletes/mongolia/ser-od-bat-ochir-14178500']
        : ['Olympedia', '69539', 'https://www.olympedia.org/athletes/69539']
      await editor.goto(PROFILE)
      await editor.getByRole('link', { name: 'Add an external id' }).click()
      await editor.getByLabel('Whose list').selectOption({ label: authority })
      await editor.getByLabel('Identifier', { exact: true }).fill(pasted)
      await giveReason(editor, 'To be found there')
      await add(editor)
      await expectSaved(editor)
      await page.goto(PROFILE)
      const link = page.locator(`a[href$="${id}"]`)
      await expect(link).toHaveText(authority)
      await expect(link).toHaveAttribute('rel', /noopener/)
      const { externalIds } = (await (await page.request.get(API)).json()) as { externalIds: { value: string }[] }
      expect(externalIds.map(({ value }) => value)).toContain(id)
    })
  })
}

test('a stranger can neither send a picture nor see one that is not in the record', async ({ page }) => {
  const sent = await page.request.post('/admin/photos/upload?of=nobody', {
    multipart: { file: await picture() },
    maxRedirects: 0,
  })
  expect(sent.status()).toBe(401)
  expect(await sent.text()).toContain('/sign-in')
  expect((await page.request.get('/photos/nothing/320.webp')).status()).toBe(404)
  expect((await page.request.get('/admin/photos/nothing')).status()).toBe(404)
})
