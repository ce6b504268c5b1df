import { expect, test } from 'vitest'
import { plainText } from './plain-text'

test.each([
  ['  Ser-Od\r\nBat-Ochir ', 'Ser-Od\nBat-Ochir'],
  ['A\u0000B\u202eC', 'A BC'],
  ['e\u0301', '\u00e9'],
  [`Z${'\u0301\u0302\u0303\u0304'.repeat(40)}a`, '\u0179\u0302\u0303\u0304\u0301a'],
  ['Nguye\u0302\u0303n', 'Nguyễn'],
  ['שָׁלוֹם', 'שָׁלוֹם'.normalize('NFC')],
])('%j is read as %j', (typed, read) => {
  expect(plainText(typed)).toBe(read)
})

test('what is no text is nothing', () => {
  expect(plainText(null)).toBe('')
})
