import { expect, test } from 'vitest'
import { aResult } from '../record/record.fixture'
import { byDate, chronologically, newestFirst } from './chronology'

test('a date known to the year or the month stands after every day within it', () => {
  const dates = ['2011', '2010', '2010-12', '2010-12-31', '2011-01-01', '2010-01-15']
  expect(dates.sort(byDate)).toEqual(['2010-01-15', '2010-12-31', '2010-12', '2010', '2011-01-01', '2011'])
})

test('an approximate date stands where the same date stands without the doubt', () => {
  expect(byDate('2014-04~', '2014-04')).toBe(0)
  expect(byDate('2014-04~', '2014-05-01')).toBeLessThan(0)
})

test('on one day the heats come before the final', () => {
  const final = aResult({ round: 'FINAL' })
  const heat = aResult({ round: 'HEAT' })
  const semifinal = aResult({ round: 'SEMIFINAL' })
  expect([final, heat, semifinal].sort(chronologically)).toEqual([heat, semifinal, final])
  expect([heat, final, semifinal].sort(newestFirst)).toEqual([final, semifinal, heat])
})
