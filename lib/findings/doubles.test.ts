import { describe, expect, test } from 'vitest'
import { aCompetition, aResult } from '../record/record.fixture'
import { possibleDouble, twiceInOneRace } from './doubles'
import { findWith } from './rule.fixture'

const fukuoka = aCompetition({ city: 'Fukuoka' })

describe('twice in one race', () => {
  test('nobody can be', () => {
    const results = [
      aResult({ competition: fukuoka, mark: '2:08:50' }),
      aResult({ competition: fukuoka, mark: '2:09:50' }),
    ]
    expect(findWith(twiceInOneRace, { results })).toMatchObject([{ severity: 'error' }])
  })

  test('is not who ran a heat and the final, or two distances', () => {
    const track = { competition: fukuoka, discipline: '5000-metres' as const }
    const results = [
      aResult(track),
      aResult({ ...track, round: 'HEAT', raceNumber: 1 }),
      aResult({ ...track, discipline: '10000-metres' }),
    ]
    expect(findWith(twiceInOneRace, { results })).toEqual([])
  })
})

describe('two results look like one', () => {
  const found = (...results: ReturnType<typeof aResult>[]) => findWith(possibleDouble, { results })

  test('where discipline, day and city are the same under two names', () => {
    const otherName = aCompetition({ name: 'Fukuoka International', city: 'Fukuoka' })
    expect(found(aResult({ competition: fukuoka }), aResult({ competition: otherName }))).toHaveLength(1)
  })

  test('where the mark and the day are the same in two cities', () => {
    const kasarani = aCompetition({ city: 'Kasarani' })
    const marks = [fukuoka, kasarani].map((competition) => aResult({ competition, mark: '2:08:50' }))
    expect(found(...marks)).toHaveLength(1)
  })

  test('where a competition has the same mark on the track and on the road', () => {
    const track = aResult({ competition: fukuoka, discipline: '10000-metres', mark: '29:17.72' })
    expect(found(track, { ...track, id: 'another', discipline: '10k-road' })).toHaveLength(1)
  })

  test('but not where the day is not known', () => {
    const otherName = aCompetition({ name: 'Fukuoka International', city: 'Fukuoka' })
    const vague = [fukuoka, otherName].map((competition) => aResult({ competition, date: '2014-12' }))
    expect(found(...vague)).toEqual([])
  })

  test('but not where a sprinter repeats himself in the final', () => {
    const dash = { competition: fukuoka, discipline: '100-metres' as const, mark: '10.05' }
    expect(found(aResult(dash), aResult({ ...dash, round: 'HEAT', raceNumber: 1 }))).toEqual([])
  })
})
