import { EVERY_LOOK, expectAccessibleAt, LOOKS } from '../accessible'
import { BIOGRAPHY, PROFILE, RESULTS } from '../desk'
import { expect, test } from '../fixtures'
import { LONG_RACE } from '../long-list'

const PAGES = [
  PROFILE,
  `${PROFILE}?asOf=2024-08-01`,
  `${PROFILE}/history`,
  RESULTS,
  `${RESULTS}/marathon/JPN`,
  BIOGRAPHY,
  `${PROFILE}/bests`,
  `${PROFILE}/bests?asOf=2024-08-01`,
  `${PROFILE}/sources`,
  '/athletes/long-1',
  '/',
  '/sources',
  '/sources/encyclopedia-article',
  '/disciplines/marathon',
  '/disciplines/marathon?marks=all&list=performances',
  '/disciplines',
  '/disciplines/heptathlon',
  '/countries',
  '/records/MGL',
  '/records/MGL?discipline=marathon',
  '/series',
  '/series/world-athletics-championships',
  `/competitions/${LONG_RACE}`,
  `/competitions/${LONG_RACE}?event=marathon-m&page=2`,
  '/competitions/2014-fukuoka-marathon',
  '/athletes',
  '/athletes?country=KEN&letter=F',
  '/compare',
  '/compare?athletes=ser-od-bat-ochir,long-1',
  '/compare?athletes=ser-od-bat-ochir,nobody',
]

/** The first of their kinds: the long document, the page of short sections, the long table, the form. */
const LOOKED_AT_CLOSELY = [PROFILE, '/', '/disciplines/marathon', '/sign-in']

for (const path of [...PAGES, '/sign-in']) {
  test(`axe finds nothing on ${path}, and nothing runs over its edge`, async ({ page }) => {
    const looks = LOOKED_AT_CLOSELY.includes(path) ? EVERY_LOOK : LOOKS
    // On the profile, a look takes axe half a minute.
    test.setTimeout(60_000 + looks.length * 60_000)
    await expectAccessibleAt(page, path, looks)
  })
}

test('public pages carry none of the framework’s scripts', async ({ request }) => {
  for (const path of PAGES) {
    const html = await (await request.get(path)).text()
    expect(html, path).not.toContain('/_next/static/chunks/app')
    expect(html, path).not.toContain('__next_f')
    expect(
      [...html.matchAll(/<script\b[^>]*>/g)]
        .map(([tag]) => tag)
        .filter((tag) => !/ld\+json|speculationrules|module/.test(tag)),
      path,
    ).toEqual([])
  }
})
