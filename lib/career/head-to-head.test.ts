import { describe, expect, test } from 'vitest'
import { aCompetition, aPlace, aResult } from '../record/record.fixture'
import { headToHead } from './head-to-head'

const fukuoka = aCompetition()
const berlin = aCompetition({ name: 'Berlin Marathon' })

describe('a meeting', () => {
  test('is a race that both started', () => {
    const one = [
      aResult({ competition: fukuoka, mark: '2:08:50' }),
      aResult({ competition: berlin, mark: '2:12:42', date: '2010-09-26' }),
    ]
    const other = [aResult({ competition: fukuoka, mark: '2:09:50' }), aResult({ mark: '2:05:00' })]
    expect(headToHead(one, other)).toMatchObject({ meetings: [{ ahead: 'one' }], one: 1, other: 0 })
  })

  test('is none in two heats of one event, nor where one did not start, nor for a team', () => {
    const heat = (raceNumber: number | null, more = {}) =>
      aResult({ competition: fukuoka, round: 'HEAT', raceNumber, ...more })
    expect(headToHead([heat(1)], [heat(2)]).meetings).toEqual([])
    expect(headToHead([heat(1)], [heat(1, { status: 'DNS' })]).meetings).toEqual([])
    expect(headToHead([heat(1, { team: 'NTN' })], [heat(1)]).meetings).toEqual([])
  })
})

describe('ahead was', () => {
  const meet = (one: Parameters<typeof aResult>[0], other: Parameters<typeof aResult>[0]) =>
    headToHead([aResult({ competition: fukuoka, ...one })], [aResult({ competition: fukuoka, ...other })]).meetings[0]
      ?.ahead
  const placed = (place: number) => ({ places: [aPlace({ place })] })

  test('who has the better place, whatever the marks say', () => {
    expect(meet({ mark: '2:10:00', ...placed(1) }, { mark: '2:10:00', ...placed(2) })).toBe('one')
    expect(meet(placed(3), placed(3))).toBeNull()
  })

  test('without places, who has the better mark: less time, or more metres', () => {
    expect(meet({ mark: '2:10:01' }, { mark: '2:10:00' })).toBe('other')
    const jump = { discipline: 'long-jump' as const }
    expect(meet({ ...jump, mark: '8.10 (+0.3)' }, { ...jump, mark: '8.05 (+0.3)' })).toBe('one')
  })

  test('who finished, of whom one did not; nobody where neither did or nothing is known', () => {
    expect(meet({ status: 'DNF' }, { mark: '2:30:00' })).toBe('other')
    expect(meet({ status: 'DNF' }, { status: 'DQ' })).toBeNull()
    expect(meet({}, { mark: '2:30:00' })).toBeNull()
  })
})
