import { expect, test } from 'vitest'
import { formatClock, formatDistance, parseClock, parseDistance, splitName } from './splits'

test.each([
  ['5 km', 5_000_000, '5 km'],
  ['5k', 5_000_000, '5 km'],
  ['21.0975 km', 21_097_500, '21.0975 km'],
  ['400 m', 400_000, '400 m'],
  ['10,000 m', 10_000_000, '10 km'],
  ['1 mile', 1_609_344, '1.609344 km'],
] as const)('the distance %s is %i mm', (text, distance, shown) => {
  expect(parseDistance(text)).toBe(distance)
  expect(formatDistance(distance)).toBe(shown)
})

test.each([
  ['1:04:20', 3_860_000],
  ['15:02', 902_000],
  ['4:58.4', 298_400],
  ['52.10', 52_100],
] as const)('the time %s is %i ms', (text, value) => {
  expect(parseClock(text)).toBe(value)
  expect(parseClock(formatClock(value))).toBe(value)
})

test('what is neither is refused', () => {
  expect(['5', 'half', '0 km', '5 apples', ''].map(parseDistance)).toEqual([null, null, null, null, null])
  expect(['', '1:70', '5 km', '12:30h', '0'].map(parseClock)).toEqual([null, null, null, null, null])
})

test('the half of a distance is called half-way', () => {
  expect(splitName(21_097_500, { discipline: 'marathon' })).toBe('Half-way')
  expect(splitName(21_097_500, { discipline: '50k-road' })).toBe('21.0975 km')
})
