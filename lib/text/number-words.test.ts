import { expect, test } from 'vitest'
import { inWords, ordinal, rankInWords } from './number-words'

test('ordinals are written as prose writes them', () => {
  const written = [1, 2, 3, 4, 10, 11, 12, 13, 21, 22, 63, 101, 111, 112].map(ordinal)
  expect(written.join(' ')).toBe('1st 2nd 3rd 4th 10th 11th 12th 13th 21st 22nd 63rd 101st 111th 112th')
})

test('counts are words up to twelve and figures beyond', () => {
  expect([1, 12, 13].map(inWords)).toEqual(['one', 'twelve', '13'])
})

test('a rank says how many marks are better', () => {
  expect([1, 2, 3, 10, 11].map(rankInWords)).toEqual(['best', 'second-best', 'third-best', 'tenth-best', '11th-best'])
})
