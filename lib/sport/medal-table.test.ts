import { expect, test } from 'vitest'
import { medalTable } from './medal-table'

const won = (countryCode: string | null, ...places: number[]) => places.map((place) => ({ countryCode, place }))

test('gold comes before any number of silver medals', () => {
  expect(medalTable([...won('KEN', 2, 2, 2), ...won('ETH', 1)])).toEqual([
    { countryCode: 'ETH', gold: 1, silver: 0, bronze: 0, total: 1, rank: 1 },
    { countryCode: 'KEN', gold: 0, silver: 3, bronze: 0, total: 3, rank: 2 },
  ])
})

test('two who tie for the first place win gold both, and nobody silver', () => {
  expect(medalTable([...won('QAT', 1), ...won('ITA', 1), ...won('BLR', 3)])).toMatchObject([
    { countryCode: 'ITA', gold: 1, rank: 1 },
    { countryCode: 'QAT', gold: 1, rank: 1 },
    { countryCode: 'BLR', bronze: 1, rank: 3 },
  ])
})

test('a fourth place is no medal, and one without a country stands in no row', () => {
  expect(medalTable([...won('MGL', 4), ...won(null, 1)])).toEqual([])
})
