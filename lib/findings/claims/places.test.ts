import { describe, expect, test } from 'vitest'
import { anEdition, aPlace, aResult, aSeries } from '../../record/record.fixture'
import { at, stateOf, worlds } from './claims.fixture'

const paris = at(worlds, 2003, { place: 63 })
const helsinki = at(worlds, 2005, { place: 61 })
const daegu = at(worlds, 2011, { place: 20 })

describe('“never better than 20th”', () => {
  const claim = { kind: 'NEVER_BETTER_THAN' as const, seriesSlug: worlds.slug, number: 20 }

  test('holds where no place is better, also where none is as good', () => {
    expect(stateOf(claim, { results: [paris, helsinki, daegu] })).toBe('holds')
    expect(stateOf(claim, { results: [paris, helsinki] })).toBe('holds')
  })

  test('is wrong where a better place had been reached, and stale where it came later', () => {
    const berlin = at(worlds, 2009, { place: 15 })
    expect(stateOf({ ...claim, asOf: '2014' }, { results: [daegu, berlin] })).toBe('wrong')
    const moscow = at(worlds, 2015, { place: 15 })
    expect(stateOf({ ...claim, asOf: '2014' }, { results: [daegu, moscow] })).toBe('stale')
  })

  test('cannot be checked without any place', () => {
    expect(stateOf(claim, { results: [at(worlds, 2003)] })).toBe('unchecked')
  })

  test('of a place in a race looks at that event of its series until then', () => {
    const best = { kind: 'NEVER_BETTER_THAN' as const, resultId: helsinki.id, number: 61, asOf: '2005' }
    const track = at(worlds, 2003, { place: 12, discipline: '10000-metres' })
    expect(stateOf(best, { results: [paris, helsinki, daegu, track] })).toBe('holds')
    expect(stateOf({ ...best, number: 60 }, { results: [paris, helsinki] })).toBe('wrong')
    expect(stateOf(best, { results: [at(worlds, 2003, { place: 50 }), helsinki] })).toBe('wrong')
  })

  test('at regional level counts a championship that was decided within a city race', () => {
    const regional = { kind: 'NEVER_BETTER_THAN' as const, level: 'REGIONAL' as const, number: 4, asOf: '2014' }
    const games = anEdition(aSeries({ slug: 'asian-games', category: 'CONTINENTAL_GAMES' }), 2014)
    const fourth = aResult({ date: '2014', competition: games, places: [aPlace({ place: 4 })] })
    const hongKong = aResult({
      date: '2013',
      places: [aPlace({ place: 15 }), aPlace({ place: 1, classification: 'asian-championship' })],
    })
    const national = aResult({ date: '2013', places: [aPlace({ classification: 'national-championship' })] })
    expect(stateOf(regional, { results: [fourth, national] })).toBe('holds')
    expect(stateOf(regional, { results: [fourth, hongKong] })).toBe('wrong')
  })
})

describe('“in the top thirty for the first time”', () => {
  const berlin = at(worlds, 2009, { place: 29 })
  const claim = { kind: 'FIRST_IN_TOP' as const, resultId: berlin.id, number: 30 }

  test('holds where every earlier place was worse', () => {
    expect(stateOf(claim, { results: [paris, helsinki, berlin, daegu] })).toBe('holds')
  })

  test('is wrong where an earlier one was as good, or this one is not', () => {
    expect(stateOf(claim, { results: [at(worlds, 2005, { place: 30 }), berlin] })).toBe('wrong')
    expect(stateOf({ ...claim, number: 20 }, { results: [berlin] })).toBe('wrong')
  })

  test('cannot be checked without the place', () => {
    const unplaced = at(worlds, 2009)
    expect(stateOf({ ...claim, resultId: unplaced.id }, { results: [unplaced] })).toBe('unchecked')
  })
})
