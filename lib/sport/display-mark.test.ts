import { expect, test } from 'vitest'
import { aResult } from '../record/record.fixture'
import { displayMark, publishedMark } from './display-mark'

test('a mark reads one way, however it was published', () => {
  const published = { discipline: 'half-marathon', mark: '73:15', value: 4_395_000 } as const
  expect(displayMark(aResult(published))).toBe('1:13:15')
  expect(displayMark(aResult({ ...published, precision: null }))).toBe('1:13:15')
})

test('a time on the track is shown to 0.01 s, rounded up (World Athletics, Technical Rule 19.24)', () => {
  const shown = (mark: string) => displayMark(aResult({ discipline: '200-metres', mark }))
  expect([shown('20.918'), shown('20.92'), shown('20.911')]).toEqual(['20.92', '20.92', '20.92'])
})

test('a long time of before electronic timing is shown as precisely as it was written', () => {
  const shown = (mark: string, date: string) => displayMark(aResult({ discipline: 'marathon', mark, date }))
  expect(shown('2:29:19.2', '1936-08-09')).toBe('2:29:19.2')
  expect(shown('2h31', '1936-08-09')).toBe('2 h 31 min')
  expect(displayMark(aResult({ discipline: '10000-metres', mark: '30:15.4', date: '1936-08-02' }))).toBe('30:15.4')
  expect(shown('2:29:19.2', '2014-12-07')).toBe('2:29:20')
})

test('a hand time says so, however it was published', () => {
  const timed = { discipline: '100-metres', value: 10_700, precision: 100, timing: 'HAND' } as const
  for (const mark of ['10.7', '10.7h']) {
    expect(displayMark(aResult({ ...timed, mark }))).toBe('10.7h')
    expect(publishedMark(aResult({ ...timed, mark }))).toBe('10.7h')
  }
  expect(publishedMark(aResult({ ...timed, mark: '10.7hA (+0.3)' }))).toBe('10.7hA (+0.3)')
  expect(publishedMark(aResult({ discipline: 'marathon', mark: '2h08:50', timing: 'HAND' }))).toBe('2h08:50h')
  expect(displayMark(aResult({ ...timed, mark: '10.7', timing: null, flags: ['h'] }))).toBe('10.7h')
  expect(displayMark(aResult({ ...timed, mark: '10.7', value: null }))).toBe('10.7h')
})

test('a mark whose value is not known is shown as published, and an unknown one not at all', () => {
  expect(displayMark(aResult({ mark: '2:08:50', value: null }))).toBe('2:08:50')
  expect(displayMark(aResult())).toBeNull()
})
