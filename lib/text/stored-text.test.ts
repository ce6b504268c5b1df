/** What is stored may be older than the rules of today: whatever stands there, a page is shown. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { discipline, isDisciplineSlug } from '../sport/disciplines'
import { displayMark } from '../sport/display-mark'
import { decodedPart } from './decoded-part'
import { languageName, languageTag, scriptName } from './language'
import { webAddress } from './web-address'
import { wordFor } from './word-for'

test('no code of a language or a script throws', () => {
  expect([languageName('mn'), scriptName('Cyrl')]).toEqual(['Mongolian', 'Cyrillic'])
  for (const code of ['mn-Cyrl-MNG', '', 'constructor', '💣'])
    expect([languageName(code), scriptName(code)]).toEqual([code, code])
  expect(['mn-Cyrl', 'mn-Cyrl-MNG', ''].map(languageTag)).toEqual(['mn-Cyrl', null, null])
  fc.assert(fc.property(fc.string(), (code) => void [languageName(code), scriptName(code), languageTag(code)]))
})

test('only addresses of the web are linked to', () => {
  expect(webAddress('https://example.org/a b')).toBe('https://example.org/a b')
  for (const text of [null, '', 'http://[', 'javascript:alert(1)', 'data:text/html,x', '../..'])
    expect(webAddress(text)).toBeNull()
})

test('a table has no words but its own', () => {
  const words = { mark: 'mark' }
  expect(wordFor(words, 'mark')).toBe('mark')
  for (const text of ['constructor', 'toString', '__proto__', '']) expect(wordFor(words, text)).toBeUndefined()
})

test('a part of an address that cannot be decoded is left as it is', () => {
  expect(decodedPart('place%3Aoverall')).toBe('place:overall')
  expect(decodedPart('%E0%A4%A')).toBe('%E0%A4%A')
})

test('a discipline that is not known is called by its slug, and its marks stand as they were published', () => {
  const slug = '3000-metres-walk-in-water'
  expect(isDisciplineSlug(slug)).toBe(false)
  const unknown = slug as Parameters<typeof discipline>[0]
  expect(discipline(unknown).name).toBe(slug)
  const result = { mark: '12:34', value: 754_000, precision: 1000, timing: null, flags: [], discipline: unknown }
  expect(displayMark(result)).toBe('12:34')
})
