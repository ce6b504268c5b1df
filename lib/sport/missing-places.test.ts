import { expect, test } from 'vitest'
import { missingPlaces, placesInWords } from './missing-places'

const words = (...places: number[]) => placesInWords(missingPlaces(places))

test('gaps before the last known place are told', () => {
  expect(words(1, 8)).toBe('Places 2–7')
  expect(words(3)).toBe('Places 1–2')
  expect(words(2)).toBe('Place 1')
  expect(words(9, 1, 2, 7)).toBe('Places 3–6 and 8')
  expect(words(2, 4, 6, 8, 10)).toBe('Places 1, 3, 5 and more')
})

test('a whole list lacks nothing, nor does an empty one', () => {
  expect(words(3, 1, 2)).toBeNull()
  expect(words()).toBeNull()
})

test('nobody is second after two who share the first place', () => {
  expect(words(1, 1, 3)).toBeNull()
  expect(words(1, 1, 4)).toBe('Place 3')
  expect(words(1, 2, 2, 2, 5)).toBeNull()
})
