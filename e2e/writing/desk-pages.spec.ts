import { EVERY_LOOK, expectAccessibleIn, LOOKS } from '../accessible'
import { resultAt } from '../desk'
import { expect, test } from '../fixtures'

/**
 * The desk's pages by kind. They write nothing, but the race of hundreds that the reading tests' record has would give
 * the page of findings hundreds of rows. The first of each kind is looked at in every width and colour scheme.
 */
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
    '/admin/competitions/2013-osaka-marathon/merge?with=2014-fukuoka-marathon',
  ],
  'of everything': () => [
    '/admin',
    '/admin/disputes',
    '/admin/findings',
    '/admin/changes/1',
    '/admin/revisions/1',
    '/admin/many?kind=result&name=ser-od',
    '/admin/review',
    '/admin/proposals',
  ],
}

for (const [name, pagesOf] of Object.entries(PAGES)) {
  test(`axe finds nothing on the desk’s pages ${name}, and nothing runs over their edge`, async ({ signIn }) => {
    test.slow()
    const editor = await signIn('oyuna')
    const { id } = await resultAt(editor, '2013-world-athletics-championships')
    for (const [index, path] of pagesOf(id).entries()) {
      expect((await editor.goto(path))?.status(), path).toBe(200)
      // What is folded away is checked too; a page repeats the same parts, so six of them are enough.
      await editor.evaluate(() => {
        for (const details of [...document.querySelectorAll('details')].slice(0, 6)) details.open = true
      })
      await expectAccessibleIn(editor, index === 0 ? EVERY_LOOK : LOOKS, path)
    }
  })
}
