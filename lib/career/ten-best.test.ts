import { expect, test } from 'vitest'
import { aResult } from '../record/record.fixture'
import { tenBest } from './ten-best'

const marathons = (values: readonly number[]) =>
  values.map((value, index) => aResult({ id: `m-${index}`, value, date: `${2000 + index}-05-01` }))

test('the ten best marks come best first, with their average, and the eleventh is left out', () => {
  const values = Array.from({ length: 11 }, (_, index) => 8_000_000 + index * 1_000)
  const [ten] = tenBest(marathons(values.toReversed()), ['marathon'])
  expect(ten?.marks.map(({ result }) => result.value)).toEqual(values.slice(0, 10))
  expect(ten?.average).toBe(8_004_500)
})

test('equal marks share a rank', () => {
  const [ten] = tenBest(marathons([8_000_000, 8_100_000, 8_000_000]), ['marathon'])
  expect(ten?.marks.map(({ rank }) => rank)).toEqual([1, 1, 3])
})

test('one mark alone is no list', () => {
  expect(tenBest(marathons([8_000_000]), ['marathon', '5000-metres'])).toEqual([])
})
