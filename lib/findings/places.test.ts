import { describe, expect, test } from 'vitest'
import { aCitation, aCompetition, aPlace, aResult } from '../record/record.fixture'
import type { Result } from '../record/result'
import { impossiblePlace, placeWithoutFinish } from './places'
import { findWith } from './rule.fixture'

const hofu = aCompetition({ name: 'Hofu Yomiuri Marathon', year: 2013 })

function ran(mark: string | null, place: number | null, given: Partial<Result> = {}): Result {
  const places =
    place === null ? [] : [aPlace({ place, citations: [aCitation({ field: 'place', asserts: String(place) })] })]
  return aResult({ competition: hofu, mark, places, ...given })
}
const other = (...given: Parameters<typeof ran>) => ({
  name: 'Yuki Kawauchi',
  result: ran(given[0], given[1], { athleteId: 'athlete-2', ...given[2] }),
})
const found = (own: Result, ...others: ReturnType<typeof other>[]) =>
  findWith(impossiblePlace, { results: [own] }, others)

describe('a place', () => {
  test('is too good when more are known to have been faster than it leaves room for', () => {
    const [finding] = found(ran('2:09:00', 2), other('2:08:00', null), other('2:08:30', null))
    expect(finding).toMatchObject({ field: 'place:overall' })
    expect(finding?.explanation).toContain('2 known results of the race are better')
    expect(found(ran('2:09:00', 2), other('2:08:00', null))).toEqual([])
  })

  test('is contradicted by somebody slower with a better one, and the other way round, as one finding', () => {
    const [mine, theirs] = [ran('2:09:00', 5), other('2:10:00', 3)]
    const [seenByMe] = found(mine, theirs)
    const [seenByThem] = findWith(impossiblePlace, { results: [theirs.result] }, [
      { name: 'Ser-Od Bat-Ochir', result: mine },
    ])
    expect(seenByMe?.subject).toBe(`result:${theirs.result.id}`)
    expect(seenByThem?.fingerprint).toBe(seenByMe?.fingerprint)
    expect(found(mine, other('2:08:00', 3))).toEqual([])
  })

  test('is held by one alone, unless they tied', () => {
    expect(found(ran('2:09:00', 1), other('2:09:30', 1))).toHaveLength(1)
    expect(found(ran(null, 1), other(null, 1))).toHaveLength(1)
    expect(found(ran('2:09:00', 1), other('2:09:00', 1))).toEqual([])
    const tied = other('2:09:30', null, { places: [aPlace({ place: 1, tied: true })] })
    expect(found(ran('2:09:00', 1), tied)).toEqual([])
  })

  test('is in one classification: first among the Asians may be fifteenth in the race', () => {
    const asian = ran('2:17:56', null, {
      places: [aPlace({ place: 15 }), aPlace({ place: 1, classification: 'asian-championship' })],
    })
    expect(found(asian, other('2:10:00', 1))).toEqual([])
  })

  test('is compared within one race, of which a meeting may hold several', () => {
    const meeting = aCompetition({ category: 'TRACK_MEETING' })
    const track = { competition: meeting, discipline: '5000-metres' as const }
    const faster = other('13:27.52', 12, track)
    expect(found(ran('13:28.61', 2, track), faster)).toEqual([])
    const heat = { ...track, round: 'HEAT' as const, raceNumber: 35 }
    expect(found(ran('13:28.61', 2, heat), other('13:27.52', 12, heat))).toHaveLength(1)
    expect(found(ran('13:28.61', 2, heat), other('13:27.52', 12, { ...heat, raceNumber: 34 }))).toEqual([])
  })

  test('says nothing against net times, which leave out the way to the start', () => {
    expect(found(ran('2:09:00', 5, { timing: 'NET' }), other('2:10:00', 3))).toEqual([])
  })
})

describe('a place without a finish', () => {
  test('is told', () => {
    const [finding] = findWith(placeWithoutFinish, { results: [ran(null, 12, { status: 'DNF' })] })
    expect(finding?.explanation).toContain('did not finish')
  })

  test('is not one outside the time limit', () => {
    expect(findWith(placeWithoutFinish, { results: [ran(null, 12, { status: 'OTL' }), ran('2:09:00', 1)] })).toEqual([])
  })
})
