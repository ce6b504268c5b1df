import { expect, test } from 'vitest'
import { aCitation, anAthlete, aPlace, aRecordClaim, aResult } from '../record/record.fixture'
import { findWith } from './rule.fixture'
import { uncitedFigure } from './uncited-figures'

const nobody = anAthlete({ birthDate: null, weightKg: null })
const fields = (record: Parameters<typeof findWith>[1]) => findWith(uncitedFigure, record).map(({ field }) => field)

test('a mark, a status, a place and a record that no source backs are told', () => {
  const finished = aResult({ mark: '2:08:50', places: [aPlace()], records: [aRecordClaim()] })
  const unfinished = aResult({ status: 'DNF', citations: [aCitation({ field: 'competition' })] })
  expect(fields({ athlete: nobody, results: [finished, unfinished] })).toEqual([
    'mark',
    'place:overall',
    'record:NR',
    'status',
  ])
})

test('a figure that a source backs is not, nor one that the record does not have', () => {
  const cited = aResult({
    mark: '2:08:50',
    citations: [aCitation({ field: 'mark' })],
    places: [aPlace({ citations: [aCitation({ field: 'place' })] })],
  })
  expect(fields({ athlete: nobody, results: [cited, aResult()] })).toEqual([])
})

test('birth date, height and weight need a source as well', () => {
  const citations = [aCitation({ field: 'weightKg', asserts: '60' })]
  expect(fields({ athlete: anAthlete({ citations, heightCm: 171 }) })).toEqual(['birthDate', 'heightCm'])
})
