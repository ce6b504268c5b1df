import fc from 'fast-check'
import { expect, test } from 'vitest'
import { aCompetition, aResult } from '../record/record.fixture'
import { DISCIPLINES } from '../sport/disciplines'
import { EVERYTHING, filterResults, parseResultFilter, RESULT_KINDS, resultFilterParts } from './result-filter'

const olympic = aCompetition({ category: 'OLYMPIC_GAMES' })
const cityRace = aResult({ date: '2014-12-07' })
const olympicMarathon = aResult({ date: '2016-08-21', competition: olympic })
const championshipTrackRace = aResult({ date: '2014-09', discipline: '5000-metres', competition: olympic })
const results = [olympicMarathon, cityRace, championshipTrackRace]

test('an address names year, discipline, kind and country, in that order', () => {
  expect(parseResultFilter(['2014', 'marathon', 'city-races'])).toEqual({
    year: 2014,
    discipline: 'marathon',
    kind: 'city-races',
    country: null,
  })
  expect(parseResultFilter(['track', 'JPN'])).toEqual({ ...EVERYTHING, kind: 'track', country: 'JPN' })
  expect(parseResultFilter([])).toEqual(EVERYTHING)
})

test.each([
  ['a country in small letters', ['jpn']],
  ['an unknown part', ['2014', 'swimming']],
  ['another order', ['championships', 'marathon']],
  ['two years', ['2014', '2015']],
  ['the same part twice', ['marathon', 'marathon']],
  ['a year that is none', ['0214']],
])('an address with %s names no filter', (_what, parts) => {
  expect(parseResultFilter(parts)).toBeNull()
})

test('every filter has one address, which names it again', () => {
  const filter = fc.record({
    year: fc.option(fc.integer({ min: 1000, max: 2999 })),
    discipline: fc.option(fc.constantFrom(...DISCIPLINES.map(({ slug }) => slug))),
    kind: fc.option(fc.constantFrom(...RESULT_KINDS)),
    country: fc.option(fc.constantFrom('JPN', 'MGL')),
  })
  fc.assert(
    fc.property(filter, (wanted) => {
      expect(parseResultFilter(resultFilterParts(wanted))).toEqual(wanted)
    }),
  )
})

test('without a filter every result passes, in its order', () => {
  expect(filterResults(results, EVERYTHING)).toEqual(results)
})

test('the parts of a filter narrow it together', () => {
  expect(filterResults(results, { ...EVERYTHING, year: 2014 })).toEqual([cityRace, championshipTrackRace])
  expect(filterResults(results, { ...EVERYTHING, year: 2014, discipline: 'marathon' })).toEqual([cityRace])
  expect(filterResults(results, { ...EVERYTHING, year: 2016, discipline: 'marathon', kind: 'city-races' })).toEqual([])
})

test('a track race at a championship is of both kinds', () => {
  expect(filterResults(results, { ...EVERYTHING, kind: 'championships' })).toEqual([
    olympicMarathon,
    championshipTrackRace,
  ])
  expect(filterResults(results, { ...EVERYTHING, kind: 'track' })).toEqual([championshipTrackRace])
  expect(filterResults(results, { ...EVERYTHING, kind: 'city-races' })).toEqual([cityRace])
})

test('results are narrowed to the country in which the race was', () => {
  const inKenya = aResult({ venue: { city: 'Nairobi', countryCode: 'KEN', longitude: null, latitude: null } })
  expect(filterResults([...results, inKenya], { ...EVERYTHING, country: 'KEN' })).toEqual([inKenya])
})
