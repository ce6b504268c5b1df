import { createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import type { Photo } from '@/lib/record/photo'
import { anAthlete, aRecord } from '@/lib/record/record.fixture'
import { profileLinkedData } from './linked-data'
import { Portrait } from './portrait'

const photo: Photo = {
  id: 'p1',
  fileId: 'f1',
  width: 800,
  height: 1200,
  author: 'A. Tourist',
  licence: 'CC_BY_SA_4_0',
  sourceUrl: 'https://commons.example/1',
  caption: null,
  takenOn: null,
}

test('a picture keeps its place while it loads, and names its author and licence', () => {
  const html = renderToStaticMarkup(createElement(Portrait, { photo, others: [], name: 'Ser-Od', desk: false }))
  expect(html).toMatch(/<img[^>]* width="800" height="1200" alt="Ser-Od" loading="eager"/)
  expect(html).toContain('/photos/f1/320.webp 320w, /photos/f1/960.webp 800w')
  expect(html).toContain('<a href="https://commons.example/1" rel="external noopener">A. Tourist</a>')
  expect(html).toContain('<a href="https://creativecommons.org/licenses/by-sa/4.0/" rel="license noopener">')
  expect(html).not.toContain('/admin/')
})

test('linked data has the picture with its licence, and the same person elsewhere', () => {
  const athlete = anAthlete({
    photos: [photo],
    externalIds: [
      { id: 'e1', authority: 'WIKIDATA', value: 'Q1189' },
      { id: 'e2', authority: 'NATIONAL_FEDERATION', value: 'MGL-81' },
    ],
  })
  const json = JSON.stringify(profileLinkedData(aRecord({ athlete }), 'https://palmares.example'))
  expect(json).toContain('"sameAs":["https://www.wikidata.org/wiki/Q1189"]')
  expect(json).toContain('"contentUrl":"https://palmares.example/photos/f1/960.webp"')
  expect(json).toContain('"license":"https://creativecommons.org/licenses/by-sa/4.0/"')
})
