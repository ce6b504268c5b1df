import { expect, test } from 'vitest'
import { asDocument, ownStatus } from './document'

test('the framework’s scripts and their preloads are left out', () => {
  const html =
    '<head><link rel="preload" as="script" href="/_next/a.js"/><link rel="modulepreload" href="/_next/b.js"/></head>' +
    '<p>kept</p><script src="/_next/a.js" async=""></script><script>self.__next_f.push([1,"<p>gone</p>"])</script>'
  expect(asDocument(html)).toBe('<head></head><p>kept</p>')
})

test('data, speculation rules, our own modules, styles and fonts stay', () => {
  const html =
    '<link rel="stylesheet" href="/a.css"/><link rel="preload" as="font" href="/a.woff2"/>' +
    '<script type="application/ld+json">{"@type":"Person"}</script>' +
    '<script type="speculationrules">{}</script><script type="module" src="/search.mjs"></script>'
  expect(asDocument(html)).toBe(html)
})

test('a page may give itself a status, and what a person wrote may not', () => {
  expect(ownStatus('<head><meta name="palmares-status" content="410"/></head>')).toBe(410)
  expect(ownStatus('<p>&lt;meta name="palmares-status" content="410"/&gt;</p>')).toBeNull()
})
