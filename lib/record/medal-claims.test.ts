import { expect, test } from 'vitest'
import { medalClaims } from './medal-claims'
import { aCitation, aCompetition } from './record.fixture'

test('what a source counts is read by country, the whole first', () => {
  const citations = [
    aCitation({ field: 'medalsOfWomen:JPN', asserts: '3-3-6' }),
    aCitation({ field: 'medals:JPN', asserts: '4-6-10' }),
    aCitation({ field: 'city', asserts: 'Pune' }),
    aCitation({ field: 'medals:IND', asserts: 'many' }),
  ]
  const told = medalClaims(aCompetition({ citations }))
  expect(told.map(({ countryCode, of, gold, silver, bronze }) => [countryCode, of, gold, silver, bronze])).toEqual([
    ['JPN', null, 4, 6, 10],
    ['JPN', 'women', 3, 3, 6],
  ])
})
