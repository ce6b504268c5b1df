import { describe, expect, test } from 'vitest'
import { aRecordClaim, aResult } from '../record/record.fixture'
import { findWith } from './rule.fixture'
import { beyondRecord, impossibleMark, unlikelyMark } from './unlikely-marks'

test('a mark that nobody could have is told with the bounds of the discipline', () => {
  const [finding] = findWith(impossibleMark, { results: [aResult({ mark: null, value: 5_330_000, precision: 1000 })] })
  expect(finding).toMatchObject({ field: 'mark', severity: 'error' })
  expect(finding?.explanation).toContain('1:28:50')
})

test('a mark that somebody could have is let pass, in a wheelchair a faster one', () => {
  const wheelchair = aResult({ value: 5_330_000, precision: 1000, paraClass: 'T54' })
  expect(findWith(impossibleMark, { results: [aResult({ mark: '2:08:50' }), wheelchair, aResult()] })).toEqual([])
})

describe('a mark far outside the athlete’s range', () => {
  const usual = ['2:20:10', '2:21:55', '2:24:19', '2:31:00', '2:36:31'].map((mark) => aResult({ mark }))
  const found = (mark: string, others = usual) =>
    findWith(unlikelyMark, { results: [...others, aResult({ mark })] }).map(({ explanation }) => explanation)

  test('is told, whether far better or far worse than all others', () => {
    expect(found('2:08:50')).toEqual([expect.stringContaining('2:08:50')])
    expect(found('3:36:31')).toEqual([expect.stringContaining('3:36:31')])
  })

  test('is not told of a good or a bad day', () => {
    expect(found('2:16:41')).toEqual([])
    expect(found('2:49:06')).toEqual([])
  })

  test('cannot be told of somebody with few marks', () => {
    expect(found('2:08:50', usual.slice(0, 4))).toEqual([])
  })

  test('is judged upwards where more is better', () => {
    const jumps = ['7.80', '7.85', '7.90', '7.70', '7.60'].map((mark) =>
      aResult({ discipline: 'long-jump', mark: `${mark} (+0.3)` }),
    )
    const jumped = (mark: string) =>
      findWith(unlikelyMark, { results: [...jumps, aResult({ discipline: 'long-jump', mark: `${mark} (+0.3)` })] })
    expect(jumped('9.30')).toHaveLength(1)
    expect(jumped('8.20')).toEqual([])
  })
})

describe('a mark better than a record', () => {
  const found = (changes: Parameters<typeof aResult>[0]) =>
    findWith(beyondRecord, { results: [aResult({ date: '2014-12-07', countryCode: 'MGL', ...changes })] })

  test('is compared with the world record of its day', () => {
    const [finding] = found({ mark: '2:02:30' })
    expect(finding?.explanation).toContain(
      '2:02:57 by Dennis Kimetto (KEN) in Berlin on 28 September 2014 (World Athletics: world records, known up to 31 December 2025)',
    )
    expect(found({ mark: '2:02:30', date: '2023-10-08', countryCode: 'KEN' })).toEqual([])
    expect(found({ mark: '2:08:50' })).toEqual([])
  })

  test('is compared with the record of the area from the day on which that was set', () => {
    const [finding] = found({ mark: '2:04:30', date: '2020-03-01' })
    expect(finding?.explanation).toContain('the record of the area Asia')
    expect(found({ mark: '2:04:30', date: '2020-03-01', countryCode: 'KEN' })).toEqual([])
  })

  test('is no finding where sources call it that record, or where it does not count', () => {
    expect(found({ mark: '2:02:30', records: [aRecordClaim({ code: 'WR' })] })).toEqual([])
    expect(found({ mark: '2:02:30', flags: ['dh'] })).toEqual([])
  })
})
