import { describe, expect, test } from 'vitest'
import { aCompetition, anEdition, aPlace, aResult, aSeries } from '../record/record.fixture'
import type { Result } from '../record/result'
import { honours, medals } from './honours'

const asianGames = aSeries({ slug: 'asian-games', name: 'Asian Games', category: 'CONTINENTAL_GAMES' })
const olympics = aSeries({ slug: 'olympic-games', name: 'Olympic Games', category: 'OLYMPIC_GAMES' })

function placed(place: number, given: Partial<Result> = {}): Result {
  return aResult({ places: [aPlace({ place })], ...given })
}

const told = (results: Result[]) =>
  honours(results).map(({ kind, place, classification }) => [kind, place, classification])

describe('at a championship', () => {
  test('the first three places are medals', () => {
    const results = [1, 2, 3, 4].map((place) => placed(place, { competition: anEdition(asianGames, 2014) }))
    expect(told(results)).toEqual([
      ['medal', 1, 'overall'],
      ['medal', 2, 'overall'],
      ['medal', 3, 'overall'],
    ])
    expect(medals(results)).toEqual({ gold: 1, silver: 1, bronze: 1 })
  })

  test('winning a heat is no medal', () => {
    const competition = anEdition(olympics, 2012)
    expect(honours([placed(1, { competition, round: 'HEAT' })])).toEqual([])
  })

  test('a place that was struck with its result is no medal', () => {
    const competition = anEdition(olympics, 2012)
    expect(honours([placed(1, { competition, status: 'DQ' })])).toEqual([])
  })

  test('a title decided within it is one medal, not two', () => {
    const places = [aPlace({ place: 2 }), aPlace({ place: 1, classification: 'asian-championship' })]
    const results = [placed(1, { competition: anEdition(asianGames, 2014), places })]
    expect(told(results)).toEqual([['medal', 1, 'asian-championship']])
  })
})

describe('elsewhere', () => {
  test('first is a win and second and third are podium places', () => {
    expect(told([placed(3), placed(4), placed(2), placed(1)])).toEqual([
      ['win', 1, 'overall'],
      ['podium', 3, 'overall'],
      ['podium', 2, 'overall'],
    ])
  })

  test('second in the Asian championship within an open race is a silver medal, and fifth in the race is nothing', () => {
    const places = [aPlace({ place: 5 }), aPlace({ place: 2, classification: 'asian-championship' })]
    const hongKong2008 = aResult({ places })
    expect(honours([hongKong2008])).toEqual([
      { kind: 'medal', place: 2, classification: 'asian-championship', championship: null, result: hongKong2008 },
    ])
    expect(medals([hongKong2008])).toEqual({ gold: 0, silver: 1, bronze: 0 })
  })

  test('where that championship is a competition of its own, the medal is its own', () => {
    const places = [aPlace({ place: 5 }), aPlace({ place: 2, classification: 'asian-championship' })]
    const series = aSeries({ slug: 'asian-marathon', name: 'Asian Marathon Championships' })
    const championship = {
      ...{ id: 'inner', slug: 'inner', name: series.name, year: 2008, category: series.category, series },
      classification: 'asian-championship',
    }
    const hongKong2008 = aResult({ places, competition: aCompetition({ inner: [championship] }) })
    expect(honours([hongKong2008])).toMatchObject([{ kind: 'medal', place: 2, championship: { id: 'inner' } }])
  })

  test('a national title is a win', () => {
    const places = [aPlace({ place: 9 }), aPlace({ place: 1, classification: 'national-championship' })]
    const national = aCompetition({ category: 'NATIONAL_CHAMPIONSHIPS' })
    expect(told([aResult({ places }), placed(1, { competition: national })]).map(([kind]) => kind)).toEqual([
      'win',
      'win',
    ])
  })

  test('being the third Asian of a race is no honour', () => {
    expect(honours([aResult({ places: [aPlace({ place: 3, classification: 'asian' })] })])).toEqual([])
  })
})

test('medals stand first by the weight of the championship, then the newest first, before wins and podium places', () => {
  const win = placed(1, { date: '2010-04-18' })
  const podium = placed(3, { date: '2010-02-28' })
  const asian = placed(1, { date: '2013-02-24', places: [aPlace({ classification: 'asian-championship' })] })
  const earlierGames = placed(3, { date: '2010-11-27', competition: anEdition(asianGames, 2010) })
  const laterGames = placed(2, { date: '2014-10-03', competition: anEdition(asianGames, 2014) })
  const olympic = placed(3, { date: '2016-08-21', competition: anEdition(olympics, 2016) })
  const results = [podium, win, asian, laterGames, earlierGames, olympic]
  expect(honours(results).map(({ result }) => result)).toEqual([olympic, laterGames, earlierGames, asian, win, podium])
})
