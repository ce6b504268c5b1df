import { expect, test } from 'vitest'
import { aResult } from '../record/record.fixture'
import { displayMark } from './display-mark'

test('a mark reads one way, however it was published', () => {
  const published = { discipline: 'half-marathon', mark: '73:15', value: 4_395_000 } as const
  expect(displayMark(aResult(published))).toBe('1:13:15')
  expect(displayMark(aResult({ ...published, precision: null }))).toBe('1:13:15')
})

test('a mark whose value is not known is shown as published, and an unknown one not at all', () => {
  expect(displayMark(aResult({ mark: '2:08:50', value: null }))).toBe('2:08:50')
  expect(displayMark(aResult())).toBeNull()
})
