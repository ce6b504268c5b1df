import { describe, expect, test } from 'vitest'
import type { Claim } from '../record/claim'
import { aClaim, aCompetition, aPlace, aResult } from '../record/record.fixture'
import type { Result } from '../record/result'
import { headToHead } from './head-to-head'

const fukuoka = aCompetition()
const athlete = (results: Result[], id = 'ser-od', claims: Claim[] = []) => ({ id, results, claims })
const berlin = aCompetition({ name: 'Berlin Marathon' })

describe('a meeting', () => {
  test('is a race that both started', () => {
    const one = [
      aResult({ competition: fukuoka, mark: '2:08:50' }),
      aResult({ competition: berlin, mark: '2:12:42', date: '2010-09-26' }),
    ]
    const other = [aResult({ competition: fukuoka, mark: '2:09:50' }), aResult({ mark: '2:05:00' })]
    expect(headToHead(athlete(one), athlete(other))).toMatchObject({ meetings: [{ ahead: 'one' }], one: 1, other: 0 })
  })

  test('is none in two heats of one event, nor where one did not start, nor for a team', () => {
    const heat = (raceNumber: number | null, more = {}) =>
      aResult({ competition: fukuoka, round: 'HEAT', raceNumber, ...more })
    expect(headToHead(athlete([heat(1)]), athlete([heat(2)])).meetings).toEqual([])
    expect(headToHead(athlete([heat(1)]), athlete([heat(1, { status: 'DNS' })])).meetings).toEqual([])
    expect(headToHead(athlete([heat(1, { team: 'NTN' })]), athlete([heat(1)])).meetings).toEqual([])
  })
})

describe('ahead was', () => {
  const meet = (one: Parameters<typeof aResult>[0], other: Parameters<typeof aResult>[0]) =>
    headToHead(
      athlete([aResult({ competition: fukuoka, ...one })]),
      athlete([aResult({ competition: fukuoka, ...other })]),
    ).meetings[0]?.ahead
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

  test('who has the better place in a championship within the race, where nobody gives the whole', () => {
    const inner = (place: number) => ({ places: [aPlace({ classification: 'asian-championship', place })] })
    expect(meet(inner(2), inner(5))).toBe('one')
    expect(meet(inner(2), placed(1))).toBeNull()
  })

  test('nobody by a net time beside a gun time', () => {
    expect(meet({ mark: '2:10:00', timing: 'NET' }, { mark: '2:10:01', timing: 'GUN' })).toBeNull()
  })

  test('whom a source says, where neither places nor marks tell, and nobody where sources contradict each other', () => {
    const [mine, theirs] = [aResult({ competition: fukuoka }), aResult({ competition: fukuoka })]
    const ahead = (result: Result, otherId: string) => [
      aClaim({ kind: 'AHEAD_OF', resultId: result.id, otherId, text: 'The name as published', number: null }),
    ]
    const one = athlete([mine], 'ser-od', ahead(mine, 'kawauchi'))
    expect(headToHead(one, athlete([theirs], 'kawauchi'))).toMatchObject({ one: 1, other: 0 })
    const contradicted = athlete([theirs], 'kawauchi', ahead(theirs, 'ser-od'))
    expect(headToHead(one, contradicted).meetings[0]?.ahead).toBeNull()
    expect(headToHead(one, athlete([theirs], 'somebody-else')).meetings[0]?.ahead).toBeNull()
  })
})
