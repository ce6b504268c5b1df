import { describe, expect, test } from 'vitest'
import { anAthlete, aRecordClaim, aResult } from '../record/record.fixture'
import { unclaimedRecord } from './national-records'
import { findWith } from './rule.fixture'

const berlin2010 = aResult({ mark: '2:12:42', date: '2010-09-26', records: [aRecordClaim()] })
const london2011 = aResult({ mark: '2:11:35', date: '2011-04-17' })
const hofu2011 = aResult({ mark: '2:11:56', date: '2011-12-18' })
const fukuoka2014 = aResult({ mark: '2:08:50', date: '2014-12-07', records: [aRecordClaim()] })

const found = (results: (typeof berlin2010)[], others: Parameters<typeof findWith>[2] = []) =>
  findWith(unclaimedRecord, { results }, others).map(({ subject }) => subject)

describe('a result that betters the national record', () => {
  test('and is not called one is told, once, on the result itself', () => {
    expect(found([fukuoka2014, hofu2011, london2011, berlin2010])).toEqual([`result:${london2011.id}`])
  })

  test('and is called one is not', () => {
    expect(found([berlin2010, fukuoka2014])).toEqual([])
  })

  test('may have come before it, where the dates leave that open', () => {
    expect(found([berlin2010, { ...london2011, date: '2010' }])).toEqual([])
  })

  test('counts only when it is eligible and for the same country', () => {
    expect(found([berlin2010, { ...london2011, flags: ['dh'] }])).toEqual([])
    expect(found([berlin2010, { ...london2011, countryCode: 'GBR' }])).toEqual([])
    expect(found([berlin2010, { ...london2011, flags: ['i'] }])).toEqual([])
  })

  test('counts for the athlete’s own country where none is told, unless the athlete has changed it', () => {
    const results = [berlin2010, { ...london2011, countryCode: null }]
    const moved = [
      { id: 'a', countryCode: 'MGL', startDate: '2002', endDate: '2010' },
      { id: 'b', countryCode: 'JPN', startDate: '2011', endDate: null },
    ]
    expect(findWith(unclaimedRecord, { results })).toHaveLength(1)
    expect(findWith(unclaimedRecord, { results, athlete: anAthlete({ representations: moved }) })).toEqual([])
  })

  test('may be somebody else’s', () => {
    const result = { ...london2011, athleteId: 'athlete-2' }
    expect(found([berlin2010], [{ name: 'Somebody else', result }])).toEqual([`result:${london2011.id}`])
  })
})

test('before the first national record that is known, nothing is said of earlier marks', () => {
  expect(found([aResult({ mark: '2:30:00', date: '2004-02-08' }), berlin2010])).toEqual([])
})
