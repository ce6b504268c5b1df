import { describe, expect, test } from 'vitest'
import type { Series } from '../record/competition'
import { aCompetition, anEdition, aPlace, aResult, aSeries } from '../record/record.fixture'
import type { Result } from '../record/result'
import type { Category } from '../sport/championships'
import { isChampionship, nthAppearance, seriesAppearances } from './appearances'

const worlds = aSeries()
const olympics = aSeries({ slug: 'olympic-games', name: 'Olympic Games', category: 'OLYMPIC_GAMES' })

function started(series: Series, year: number, given: Partial<Result> = {}): Result {
  return aResult({ competition: anEdition(series, year), date: `${year}-08-15`, ...given })
}

const yearsOfWorlds = [2003, 2005, 2007, 2009, 2011, 2013, 2015, 2017, 2019, 2022, 2023, 2025]
const editions = { 'world-championships': yearsOfWorlds }
const atWorlds = yearsOfWorlds.map((year) => started(worlds, year))

describe('appearances', () => {
  test('every edition he started in counts once', () => {
    expect(seriesAppearances(atWorlds, editions)[0]?.appearances).toBe(12)
  })

  test('two events of one edition are one appearance', () => {
    const [only] = seriesAppearances(
      [started(worlds, 2011), started(worlds, 2011, { discipline: '5000-metres' })],
      editions,
    )
    expect(only?.appearances).toBe(1)
    expect(only?.results).toHaveLength(2)
  })

  test('who did not finish has appeared, who did not start has not', () => {
    const results = [
      started(worlds, 2011),
      started(worlds, 2013, { status: 'DNF' }),
      started(worlds, 2015, { status: 'DNS' }),
      started(olympics, 2012, { status: 'DNS' }),
    ]
    const [only, ...others] = seriesAppearances(results, editions)
    expect(only?.appearances).toBe(2)
    expect(only?.results.map(({ competition }) => competition.year)).toEqual([2013, 2011])
    expect(others).toEqual([])
  })

  test('the Olympic Games come first, then the World Championships and the continent, then the rest by count', () => {
    const races = { brighton: 1, hofu: 4, osaka: 2 }
    const results = [
      ...Object.entries(races).flatMap(([slug, count]) =>
        Array.from({ length: count }, (_, index) =>
          started(aSeries({ slug, name: slug, category: 'ROAD_RACE' }), 2010 + index),
        ),
      ),
      started(aSeries({ slug: 'asian-games', name: 'Asian Games', category: 'CONTINENTAL_GAMES' }), 2014),
      ...atWorlds,
      started(olympics, 2012),
    ]
    expect(seriesAppearances(results, {}).map(({ series }) => series.slug)).toEqual([
      'olympic-games',
      'world-championships',
      'asian-games',
      'hofu',
      'osaka',
      'brighton',
    ])
  })

  test('a race of no series is no appearance', () => {
    expect(seriesAppearances([aResult()], {})).toEqual([])
  })
})

describe('streaks', () => {
  const streakOf = (years: number[]) =>
    seriesAppearances(
      years.map((year) => started(worlds, year)),
      editions,
    )[0]?.streak

  test('years in which no edition was held do not break one', () => {
    expect(streakOf(yearsOfWorlds)).toEqual({ length: 12, from: 2003, to: 2025 })
  })

  test('an edition he missed does', () => {
    expect(streakOf([2003, 2005, 2009, 2011, 2013, 2017])).toEqual({ length: 3, from: 2009, to: 2013 })
  })

  test('of two equal runs the later is told', () => {
    expect(streakOf([2003, 2005, 2009, 2011])).toEqual({ length: 2, from: 2009, to: 2011 })
  })

  test('an edition that only his own result tells of is known by it', () => {
    expect(streakOf([2011, 2012, 2013])).toEqual({ length: 3, from: 2011, to: 2013 })
  })

  test('none is claimed where the years of the series are unknown', () => {
    expect(seriesAppearances(atWorlds, {})[0]?.streak).toBeNull()
  })
})

test('the best place is the best in a final, and the first of equal ones', () => {
  const at = (year: number, place: number, given: Partial<Result> = {}) =>
    started(worlds, year, { places: [aPlace({ place })], ...given })
  const first20th = at(2011, 20)
  const results = [at(2015, 20), first20th, at(2013, 36), at(2017, 1, { round: 'HEAT' }), at(2019, 5, { status: 'DQ' })]
  expect(seriesAppearances(results, editions)[0]?.best).toEqual({ place: 20, result: first20th })
  expect(seriesAppearances(atWorlds, editions)[0]?.best).toBeNull()
})

test('medals are those of the series alone', () => {
  const results = [
    started(worlds, 2011, { places: [aPlace({ place: 3 })] }),
    started(olympics, 2012, { places: [aPlace({ place: 1 })] }),
  ]
  expect(seriesAppearances(results, editions).map(({ medals }) => medals)).toEqual([
    { gold: 1, silver: 0, bronze: 0 },
    { gold: 0, silver: 0, bronze: 1 },
  ])
})

describe('which appearance it was', () => {
  test('is counted by edition, whatever the order of the results', () => {
    const [, second] = atWorlds
    const tenth = atWorlds[9]
    if (second === undefined || tenth === undefined) throw new Error('too few editions')
    expect(nthAppearance(second, atWorlds.toReversed())).toBe(2)
    expect(nthAppearance(tenth, atWorlds.toReversed())).toBe(10)
  })

  test('is the same for two events of one edition', () => {
    const marathon = started(worlds, 2013)
    const track = started(worlds, 2013, { discipline: '5000-metres' })
    const results = [started(worlds, 2011), marathon, track]
    expect(results.map((result) => nthAppearance(result, results))).toEqual([1, 2, 2])
  })

  test('is nothing for a race he did not start, or of no series', () => {
    const absent = started(worlds, 2013, { status: 'DNS' })
    const alone = aResult()
    expect(nthAppearance(absent, [absent])).toBeNull()
    expect(nthAppearance(alone, [alone])).toBeNull()
  })
})

test.each<[Category, boolean]>([
  ['OLYMPIC_GAMES', true],
  ['WORLD_CHAMPIONSHIPS', true],
  ['CONTINENTAL_GAMES', true],
  ['CONTINENTAL_CHAMPIONSHIPS', true],
  ['REGIONAL_GAMES', true],
  ['NATIONAL_CHAMPIONSHIPS', false],
  ['ROAD_RACE', false],
  ['TRACK_MEETING', false],
  ['RELAY', false],
])('whether %s is a championship between nations: %s', (category, expected) => {
  expect(isChampionship(aCompetition({ category }))).toBe(expected)
})

test('a championship within a race is an appearance in its own series, with its place and its medal', () => {
  const race = aSeries({ slug: 'hong-kong', name: 'Hong Kong Marathon', category: 'ROAD_RACE' })
  const asian = aSeries({ slug: 'asian-marathon', name: 'Asian Marathon', category: 'CONTINENTAL_CHAMPIONSHIPS' })
  const competition = {
    ...anEdition(race, 2008),
    inner: [{ ...anEdition(asian, 2008), classification: 'asian-championship', series: asian }],
  }
  const places = [aPlace({ place: 5 }), aPlace({ place: 2, classification: 'asian-championship' })]
  const told = seriesAppearances([aResult({ competition, places })], {}).map(
    ({ series, appearances, best, medals }) => [...[series.slug, appearances, best?.place], medals.silver],
  )
  expect(told).toEqual([
    ['asian-marathon', 1, 2, 1],
    ['hong-kong', 1, 5, 0],
  ])
  const without = aResult({ competition, places: [aPlace({ place: 5 })] })
  expect(seriesAppearances([without], {}).map(({ series }) => series.slug)).toEqual(['hong-kong'])
})
