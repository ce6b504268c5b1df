import { expect, test } from 'vitest'
import { filled } from '@/components/form/form-state'
import { foldProps, hasToBeSeen } from './folds'

const NOTHING = { typed: null, errors: {}, asked: [], isAsked: {} }

test('a fold has to be seen where something in it was typed, is wrong or is asked about', () => {
  const initial = { wind: ['+0.7 m/s'], flags: ['i A'] }
  expect(hasToBeSeen('details', initial, NOTHING)).toBe(false)
  const typed = { wind: ['+0.7 m/s'], flags: ['i', 'A'], club: [''] }
  expect(hasToBeSeen('details', initial, { ...NOTHING, typed })).toBe(false)
  expect(hasToBeSeen('details', initial, { ...NOTHING, typed: { ...typed, flags: ['i'] } })).toBe(true)
  expect(hasToBeSeen('records', {}, { ...NOTHING, errors: { 'newRecord.1': 'Which record was it?' } })).toBe(true)
  expect(hasToBeSeen('places', {}, { ...NOTHING, asked: ['placeAsPublished:overall'] })).toBe(true)
  expect(hasToBeSeen('race', {}, { ...NOTHING, isAsked: { race: true } })).toBe(true)
})

test('a fold says what it contains', () => {
  const typed = {
    ...{ competition: ['Fukuoka Marathon 2014'], discipline: ['marathon'], round: ['FINAL'], flags: ['A'] },
    ...{ 'scope:NR': ['MGL'], 'record:NR': ['yes'], 'scope:AR': [''], newRecord: ['', ''] },
  }
  const contains = (fold: Parameters<typeof foldProps>[0]) =>
    foldProps(fold, filled(typed, {}), Object.keys(typed)).contains
  expect(contains('race')).toEqual(['Fukuoka Marathon 2014', 'Marathon'])
  expect(contains('records')).toEqual(['NR'])
  expect(contains('details')).toEqual(['at altitude'])
  expect(contains('team')).toEqual([])
})
