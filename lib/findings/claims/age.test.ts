import { expect, test } from 'vitest'
import { anAthlete, aResult } from '../../record/record.fixture'
import { stateOf } from './claims.fixture'

const paris = aResult({ date: '2024-08-10' })

test('an age on a day is wrong where the birthday had not come, and right where it had', () => {
  expect(stateOf({ number: 43, resultId: paris.id }, { results: [paris] })).toBe('wrong')
  expect(stateOf({ number: 42, resultId: paris.id }, { results: [paris] })).toBe('holds')
  expect(stateOf({ number: 32, asOf: '2014-01-30' }, {})).toBe('holds')
})

test('an age in a year may be either of two, and no other', () => {
  expect(stateOf({ number: 41, asOf: '2023' }, {})).toBe('holds')
  expect(stateOf({ number: 42, asOf: '2023' }, {})).toBe('holds')
  expect(stateOf({ number: 43, asOf: '2023' }, {})).toBe('wrong')
})

test('an age does not go stale', () => {
  expect(stateOf({ number: 32, asOf: '2014-01-30' }, { results: [paris] })).toBe('holds')
})

test('an age cannot be checked without a birth date, or on an unknown day', () => {
  expect(stateOf({ number: 32, asOf: '2014-01-30' }, { athlete: anAthlete({ birthDate: null }) })).toBe('unchecked')
  expect(stateOf({ number: 32 }, {})).toBe('unchecked')
})
