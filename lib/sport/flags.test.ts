import { expect, test } from 'vitest'
import { flagsIn, flagsInWords, inOrder } from './flags'

test('letters are read apart, put in order without repeats, and said in words', () => {
  expect(flagsIn('A, i  dh')).toEqual(['A', 'i', 'dh'])
  expect(inOrder(['x', 'A', 'i', 'A', '?'])).toEqual(['i', 'A', 'x', '?'])
  expect(flagsInWords(['i', 'A', '?'])).toBe('indoors, at altitude, ?')
})
