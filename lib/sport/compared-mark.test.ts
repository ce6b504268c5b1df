import { expect, test } from 'vitest'
import { comparedValue, gapBetween, isBetter } from './compared-mark'

test('thousandths of a second on the track decide places, and no mark (World Athletics, Technical Rule 21.2)', () => {
  expect(comparedValue(20_918, '200-metres')).toBe(20_920)
  expect(isBetter(9_784, 9_789, '100-metres')).toBe(false)
  expect(isBetter(9_780, 9_784, '100-metres')).toBe(true)
  expect(gapBetween(20_918, 20_920, '200-metres')).toBe(0)
})

test('a road time is compared as it was published, a length is better where it is more', () => {
  expect(comparedValue(7_730_000, 'marathon')).toBe(7_730_000)
  expect(isBetter(7_730_000, 7_740_000, 'marathon')).toBe(true)
  expect(isBetter(8_950, 8_900, 'long-jump')).toBe(true)
})
