import { expect, test } from 'vitest'
import { aClaim, aCompetition, aRecordClaim, aResult, aSeries } from '../record/record.fixture'
import { findWith } from './rule.fixture'
import { unexplainedBest } from './unexplained-bests'

const nowhere = aCompetition({ name: 'Unknown race', year: 2016, city: null, countryCode: null })
const fromList = aResult({ mark: '2:10:00', date: '2016', competition: nowhere })

test('a best of which nobody says where it was achieved is told', () => {
  expect(findWith(unexplainedBest, { results: [fromList] })).toMatchObject([{ subject: `result:${fromList.id}` }])
})

test('a best from a known city, country or series explains itself', () => {
  const known = [{ city: 'Fukuoka' }, { countryCode: 'JPN' }, { series: aSeries() }]
  for (const where of known) {
    const result = { ...fromList, competition: { ...nowhere, ...where } }
    expect(findWith(unexplainedBest, { results: [result] })).toEqual([])
  }
})

test('a mark from an unknown race that is neither a best nor a record matters to nobody', () => {
  const better = aResult({ mark: '2:08:50' })
  expect(findWith(unexplainedBest, { results: [fromList, better] })).toEqual([])
  const record = { ...fromList, records: [aRecordClaim()] }
  expect(findWith(unexplainedBest, { results: [record, better] })).toHaveLength(1)
})

test('a best that a source gives and no result has is told; one that a result has is not', () => {
  const claims = [aClaim({ kind: 'PERSONAL_BEST', disciplineSlug: 'marathon', text: '2:08:50' })]
  expect(findWith(unexplainedBest, { claims })).toMatchObject([{ field: 'best:marathon' }])
  expect(findWith(unexplainedBest, { claims, results: [aResult({ mark: '2:08:50' })] })).toEqual([])
})
