import { expect, test } from 'vitest'
import { asDocument, documentPolicy } from './document'

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

test('marks between texts, which are for the framework alone, are left out', () => {
  expect(asDocument('<p>he was <!-- --><a href="/">12th</a> of <!-- -->30</p>')).toBe(
    '<p>he was <a href="/">12th</a> of 30</p>',
  )
})

test('the nonce goes with the scripts that it allowed, and a text that looks like one stays', () => {
  const html =
    '<style nonce="abc">p{}</style><script type="module" src="/a.mjs" nonce="abc"></script><p> nonce="abc"</p>'
  expect(asDocument(html)).toBe('<style>p{}</style><script type="module" src="/a.mjs"></script><p> nonce="abc"</p>')
  expect(documentPolicy("default-src 'self'; script-src 'self' 'nonce-a+/b='; object-src 'none'")).toBe(
    "default-src 'self'; script-src 'self'; object-src 'none'",
  )
})
