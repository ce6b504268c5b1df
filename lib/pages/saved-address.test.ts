import { expect, test } from 'vitest'
import { savedAddress, savedNumber } from './saved-address'

test('the number of a save stands before the place in the page', () => {
  expect(savedAddress('/athletes/x#r-7', 12)).toBe('/athletes/x?saved=12#r-7')
  expect(savedAddress('/competitions/x', 12)).toBe('/competitions/x?saved=12')
  expect(savedAddress('/series/x?event=marathon-M', 12)).toBe('/series/x?event=marathon-M&saved=12')
})

test.each(['', '0', '-1', '1.5', 'x', '12345678901', '1 OR 1'])('“%s” is no number of a save', (text) => {
  expect(savedNumber(new URLSearchParams({ saved: text }))).toBeNull()
})

test('the number of a save is read from an address', () => {
  expect(savedNumber(new URLSearchParams('saved=12'))).toBe('12')
  expect(savedNumber(new URLSearchParams('asOf=2014'))).toBeNull()
})
