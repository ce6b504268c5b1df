import { expectAccessible } from './accessible'
import { resultAt } from './desk'
import { expect, test } from './fixtures'

/** What the desk shows of one thing, by the result of the test's own. */
const PAGES: Record<string, (result: string) => string[]> = {
  'of a result': (id) => [
    `/admin/results/${id}`,
    `/admin/results/${id}/citations`,
    `/admin/disputes/result/${id}/place:overall`,
  ],
  'of an athlete and a competition': () => [
    '/admin/athletes/ser-od-bat-ochir',
    '/admin/athletes/ser-od-bat-ochir/citations',
    '/admin/competitions/2013-osaka-marathon/citations',
  ],
  'of everything': () => ['/admin', '/admin/disputes', '/admin/findings', '/admin/changes/1', '/admin/revisions/1'],
}

for (const width of [390, 1280]) {
  for (const colorScheme of ['light', 'dark'] as const) {
    for (const [name, pagesOf] of Object.entries(PAGES)) {
      test(`axe finds nothing on the desk’s pages ${name}, and nothing runs over, ${width} px, ${colorScheme}`, async ({
        signIn,
      }) => {
        test.slow()
        const editor = await signIn('oyuna', { viewport: { width, height: 900 }, colorScheme })
        const { id } = await resultAt(editor, '2013-world-athletics-championships')
        for (const path of pagesOf(id)) {
          expect((await editor.goto(path))?.status(), path).toBe(200)
          // Some see what is folded away, too; one of each kind tells for all.
          await editor.evaluate(() => {
            for (const details of [...document.querySelectorAll('details')].slice(0, 6)) details.open = true
          })
          await expectAccessible(editor, path)
        }
      })
    }
  }
}
