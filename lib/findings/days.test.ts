import { describe, expect, test } from 'vitest'
import { aCompetition, aResult } from '../record/record.fixture'
import { agesOn, daysOf, daysOfResult, isBefore } from './days'

describe('the days that a date can mean', () => {
  test.each([
    ['2014-12-07', '2014-12-07', '2014-12-07'],
    ['2014-12', '2014-12-01', '2014-12-31'],
    ['2014', '2014-01-01', '2014-12-31'],
    ['2014-04~', '2014-01-01', '2014-12-31'],
    ['2014~', '2013-01-01', '2015-12-31'],
  ])('%s is between %s and %s', (date, first, last) => {
    expect(daysOf(date)).toEqual({ first, last })
  })

  test('of a result are narrowed by its competition’s', () => {
    const competition = aCompetition({ year: 2024, startDate: '2024-07-26', endDate: '2024-08-11' })
    expect(daysOfResult(aResult({ date: '2024', competition }))).toEqual({ first: '2024-07-26', last: '2024-08-11' })
    expect(daysOfResult(aResult({ date: '2024-08', competition }))).toEqual({ first: '2024-08-01', last: '2024-08-11' })
  })

  test('are the result’s own where the two contradict each other', () => {
    const competition = aCompetition({ year: 2013, startDate: '2013-07-03', endDate: '2013-07-07' })
    expect(daysOfResult(aResult({ date: '2013-08-01', competition }))).toEqual(daysOf('2013-08-01'))
  })
})

test('a date is before another only if it is so whatever the two mean', () => {
  expect(isBefore(daysOf('2013'), daysOf('2014-01'))).toBe(true)
  expect(isBefore(daysOf('2013'), daysOf('2013-12'))).toBe(false)
  expect(isBefore(daysOf('2013-12-01'), daysOf('2013-12-01'))).toBe(false)
})

describe('the ages that dates leave open', () => {
  test('are one where the birthday lies outside them', () => {
    expect(agesOn('1981-10-07', daysOf('2024-08-10'))).toEqual({ least: 42, most: 42 })
    expect(agesOn('1981-10-07', daysOf('2024-10-07'))).toEqual({ least: 43, most: 43 })
  })

  test('are two where the birthday may have passed or not', () => {
    expect(agesOn('1981-10-07', daysOf('2024'))).toEqual({ least: 42, most: 43 })
    expect(agesOn('1981', daysOf('2024-08-10'))).toEqual({ least: 42, most: 43 })
  })
})
