import { describe, expect, test } from 'vitest'
import { aCompetition, aResult } from '../record/record.fixture'
import type { DisciplineSlug } from './disciplines'
import { ineligibility, recordIneligibility } from './eligibility'
import type { Status } from './status'

test('a plain road mark counts', () => {
  expect(ineligibility(aResult({ mark: '2:08:50' }))).toEqual([])
})

describe('wind', () => {
  const windy: [DisciplineSlug, string][] = [
    ['100-metres', '10.05'],
    ['200-metres', '20.30'],
    ['100-metres-hurdles', '12.70'],
    ['110-metres-hurdles', '13.30'],
    ['long-jump', '8.10'],
    ['triple-jump', '17.05'],
  ]

  test.each(windy)('in the %s a following wind of 2.0 m/s is allowed and 2.1 is not', (discipline, mark) => {
    expect(ineligibility(aResult({ discipline, mark, wind: 2000 }))).toEqual([])
    expect(ineligibility(aResult({ discipline, mark, wind: 2100 }))).toEqual([
      'wind-assisted: +2.1 m/s, where +2.0 m/s is allowed',
    ])
  })

  test.each(windy)('in the %s a mark without a wind reading does not count', (discipline, mark) => {
    expect(ineligibility(aResult({ discipline, mark }))).toEqual(['no wind reading'])
  })

  test('a head wind spoils nothing', () => {
    expect(ineligibility(aResult({ discipline: '100-metres', mark: '10.05', wind: -3400 }))).toEqual([])
  })

  test('indoors nobody measures the wind, and nobody misses it', () => {
    expect(ineligibility(aResult({ discipline: 'long-jump', mark: '8.10', flags: ['i'] }))).toEqual([])
  })

  test('no wind reading is asked for where the wind does not matter', () => {
    expect(ineligibility(aResult({ discipline: '400-metres', mark: '45.05', wind: 4000 }))).toEqual([])
  })

  test('the stronger wind that combined events allow is told as such', () => {
    const combined = aResult({ discipline: 'long-jump', mark: '7.80', flags: ['W'] })
    expect(ineligibility(combined)).toEqual(['wind-assisted in a combined event'])
  })

  test('assistance is told once, by its strength where that is known', () => {
    const assisted = { discipline: '100-metres', mark: '9.95', flags: ['w'] } as const
    expect(ineligibility(aResult({ ...assisted, flags: ['w'] }))).toEqual(['wind-assisted'])
    expect(ineligibility(aResult({ ...assisted, flags: ['w'], wind: 2500 }))).toHaveLength(1)
  })
})

test.each<Status>(['DNF', 'DNS', 'DQ', 'NM', 'NH', 'OTL'])(
  '%s counts for nothing, even beside a struck mark',
  (status) => {
    expect(ineligibility(aResult({ mark: '2:08:50', status }))).toHaveLength(1)
  },
)

test('a result whose mark nobody knows does not count', () => {
  expect(ineligibility(aResult())).toEqual(['no mark is known'])
})

test.each([
  ['+', 'an intermediate time'],
  ['dh', 'on a downhill course'],
  ['x', 'in an exhibition'],
  ['e', 'an estimate'],
])('a mark with the letter "%s" is %s', (flag, reason) => {
  expect(ineligibility(aResult({ mark: '2:08:50', flags: [flag] }))).toEqual([reason])
})

test('altitude and short track take nothing from a mark', () => {
  expect(ineligibility(aResult({ discipline: '800-metres', mark: '1:45.30', flags: ['A', 'i'] }))).toEqual([])
})

test('a hand time does not count up to 400 m, and does beyond', () => {
  expect(ineligibility(aResult({ discipline: '400-metres', mark: '45.1h' }))).toEqual(['hand-timed'])
  expect(ineligibility(aResult({ discipline: '800-metres', mark: '1:45.3h' }))).toEqual([])
})

test('a cross-country time does not count, for no two courses are of one length', () => {
  expect(ineligibility(aResult({ discipline: 'cross-country', mark: '35:10' }))).toEqual(['over no fixed distance'])
})

test("a team's mark and a leg of a relay are no individual's bests", () => {
  const relay = aCompetition({ category: 'RELAY' })
  expect(ineligibility(aResult({ mark: '30:08', discipline: '10k-road', competition: relay }))).toEqual([
    'a leg of a relay',
  ])
  expect(ineligibility(aResult({ mark: '39.10', discipline: '4x100-metres-relay', team: 'Mongolia' }))).toEqual([
    "a team's mark",
  ])
})

test('a team may hold a record in the relay', () => {
  const relay = aResult({ mark: '39.10', discipline: '4x100-metres-relay', team: 'Mongolia' })
  expect(recordIneligibility(relay)).toEqual([])
})

test('every reason is told when there are several', () => {
  const mark = aResult({ discipline: '100-metres', mark: '9.9h', wind: 3000, flags: ['h', 'x'] })
  expect(ineligibility(mark)).toEqual([
    'wind-assisted: +3.0 m/s, where +2.0 m/s is allowed',
    'hand-timed',
    'in an exhibition',
  ])
})
