import { describe, expect, test } from 'vitest'
import { aRecordClaim, aResult } from '../record/record.fixture'
import type { Result } from '../record/result'
import { nationalRecordHistory } from './national-record-history'

function record(mark: string, date: string, given: Partial<Result> = {}): Result {
  return aResult({ mark, date, records: [aRecordClaim()], ...given })
}

const first = record('2:14:15', '2008-04-20')
const second = record('2:12:42', '2010-09-26')
const third = record('2:08:50', '2014-12-07')

test('a national record fell step by step, the last of which stands', () => {
  const notARecord = aResult({ mark: '2:09:00', date: '2013-12-15' })
  expect(nationalRecordHistory([third, notARecord, first, second])).toEqual([
    {
      discipline: 'marathon',
      scope: 'MGL',
      sex: 'M',
      steps: [
        { result: first, standing: false, improvement: null },
        { result: second, standing: false, improvement: 93_000 },
        { result: third, standing: true, improvement: 232_000 },
      ],
    },
  ])
})

const stepsOf = (results: Result[]) =>
  nationalRecordHistory(results)[0]?.steps.map(({ standing, improvement }) => [standing, improvement])

describe('what stands is computed', () => {
  test('a later claim to a slower mark takes nothing from the best', () => {
    expect(stepsOf([first, third, record('2:10:00', '2016-01-01')])).toEqual([
      [false, null],
      [true, 325_000],
      [false, null],
    ])
  })

  test('an equal mark stands beside it', () => {
    const equal = record('2:08:50', '2017-01-01', { records: [aRecordClaim({ equalled: true })] })
    expect(stepsOf([third, equal])).toEqual([
      [true, null],
      [true, 0],
    ])
  })

  test('a mark that does not count never stands, though it was claimed', () => {
    expect(stepsOf([first, record('2:05:00', '2012-01-01', { flags: ['dh'] })])).toEqual([
      [true, null],
      [false, null],
    ])
  })

  test('a relay team holds its record', () => {
    expect(stepsOf([record('39.10', '2012-01-01', { discipline: '4x100-metres-relay', team: 'Mongolia' })])).toEqual([
      [true, null],
    ])
  })
})

test('a rescinded record and a record of another kind are none', () => {
  const rescinded = record('2:07:00', '2015-01-01', { records: [aRecordClaim({ state: 'RESCINDED' })] })
  const course = record('2:11:52', '2012-11-25', { records: [aRecordClaim({ code: 'CR' })] })
  expect(nationalRecordHistory([rescinded, course])).toEqual([])
})

test('countries, sexes and disciplines do not mix, and stand in a fixed order', () => {
  const woman = record('2:30:00', '2012-01-01', { sex: 'F' })
  const track = record('29:17.72', '2020-09-01', { discipline: '10000-metres' })
  const british = record('2:05:11', '2019-04-28', { records: [aRecordClaim({ scope: 'GBR' })] })
  const told = nationalRecordHistory([woman, third, british, track]).map(({ discipline, scope, sex }) => [
    discipline,
    scope,
    sex,
  ])
  expect(told).toEqual([
    ['10000-metres', 'MGL', 'M'],
    ['marathon', 'GBR', 'M'],
    ['marathon', 'MGL', 'F'],
    ['marathon', 'MGL', 'M'],
  ])
})

test('a claim without a country is that of the country represented on the day', () => {
  const claim = aRecordClaim({ scope: null })
  expect(nationalRecordHistory([record('2:08:50', '2014-12-07', { records: [claim] })])[0]?.scope).toBe('MGL')
})
