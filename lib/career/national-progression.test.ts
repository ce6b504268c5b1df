import { describe, expect, test } from 'vitest'
import { aRecordClaim, aResult } from '../record/record.fixture'
import type { Result } from '../record/result'
import { nationalSteps, ownProgressions } from './national-progression'

function record(mark: string, date: string, given: Partial<Result> = {}): Result {
  return aResult({ mark, date, records: [aRecordClaim()], ...given })
}

const first = record('2:14:15', '2008-04-20')
const second = record('2:12:42', '2010-09-26')
const third = record('2:08:50', '2014-12-07')
const unclaimed = aResult({ mark: '2:09:00', date: '2013-12-15' })

const stepsOf = (results: Result[]) => nationalSteps(results, 'MGL')

test('a record is compared with the best national mark before it, whether or not that was called a record', () => {
  const told = stepsOf([third, unclaimed, first, second]).map(({ mark, claim, improvement, stands }) => [
    mark.mark,
    claim !== null,
    improvement,
    stands,
  ])
  expect(told).toEqual([
    ['2:14:15', true, null, false],
    ['2:12:42', true, 93_000, false],
    ['2:09:00', false, 222_000, false],
    ['2:08:50', true, 10_000, true],
  ])
})

test('another athlete’s mark before it counts as well', () => {
  const other = aResult({ mark: '2:09:00', date: '2013-12-15', athleteId: 'athlete-2' })
  expect(stepsOf([other, third]).at(-1)).toMatchObject({ improvement: 10_000, stands: true })
})

describe('a national record is what a source calls one', () => {
  test('a better mark that nobody claims is the best on record here, and the record stands beside it', () => {
    const better = aResult({ mark: '2:08:00', date: '2015-01-01' })
    expect(stepsOf([third, better])).toMatchObject([
      { mark: { id: third.id }, stands: true, isBestToday: false },
      { mark: { id: better.id }, claim: null, stands: false, isBestToday: true },
    ])
  })

  test('a later claim to a slower mark takes nothing from the best', () => {
    const slower = record('2:10:00', '2016-01-01')
    expect(stepsOf([first, third, slower]).map(({ improvement, stands }) => [improvement, stands])).toEqual([
      [null, false],
      [325_000, true],
      [null, false],
    ])
  })

  test('an equal mark stands beside it', () => {
    const equal = record('2:08:50', '2017-01-01', { records: [aRecordClaim({ equalled: true })] })
    expect(stepsOf([third, equal]).map(({ improvement, stands }) => [improvement, stands])).toEqual([
      [null, true],
      [0, true],
    ])
  })

  test('a mark that does not count never stands, though it was claimed', () => {
    expect(stepsOf([first, record('2:05:00', '2012-01-01', { flags: ['dh'] })]).map(({ stands }) => stands)).toEqual([
      true,
      false,
    ])
  })

  test('a rescinded record is told and does not stand, and a record of another kind is none', () => {
    const rescinded = record('2:07:00', '2015-01-01', { records: [aRecordClaim({ state: 'RESCINDED' })] })
    const course = record('2:20:00', '2016-01-01', { records: [aRecordClaim({ code: 'CR' })] })
    expect(stepsOf([third, rescinded, course])).toMatchObject([{ stands: true }, { stands: false }])
    expect(ownProgressions([rescinded, course], 'MGL')).toEqual([])
  })
})

test('of one date the best unclaimed mark is the step', () => {
  const heat = aResult({ mark: '46.10', date: '2015-05-01', discipline: '400-metres', round: 'HEAT' })
  const final = aResult({ mark: '45.90', date: '2015-05-01', discipline: '400-metres' })
  expect(stepsOf([final, heat]).map(({ mark }) => mark.mark)).toEqual(['45.90'])
})

test('countries, sexes and disciplines do not mix, and stand in a fixed order', () => {
  const woman = record('2:30:00', '2012-01-01', { sex: 'F' })
  const track = record('29:17.72', '2020-09-01', { discipline: '10000-metres' })
  const british = record('2:05:11', '2019-04-28', { records: [aRecordClaim({ scope: 'GBR' })] })
  const told = ownProgressions([woman, third, british, track], 'MGL').map(({ discipline, scope, sex, steps }) => [
    discipline,
    scope,
    sex,
    steps.length,
  ])
  expect(told).toEqual([
    ['10000-metres', 'MGL', 'M', 1],
    ['marathon', 'GBR', 'M', 1],
    ['marathon', 'MGL', 'F', 1],
    ['marathon', 'MGL', 'M', 2],
  ])
})

test('a claim without a country is that of the country represented on the day, else the athlete’s', () => {
  const claim = aRecordClaim({ scope: null })
  const one = record('2:08:50', '2014-12-07', { records: [claim] })
  expect(ownProgressions([one], null)[0]?.scope).toBe('MGL')
  expect(ownProgressions([{ ...one, countryCode: null }], 'KEN')[0]?.scope).toBe('KEN')
})

test('a relay team holds its record', () => {
  const relay = record('39.10', '2012-01-01', { discipline: '4x100-metres-relay', team: 'Mongolia' })
  expect(ownProgressions([relay], null)[0]?.steps).toMatchObject([{ stands: true }])
})
