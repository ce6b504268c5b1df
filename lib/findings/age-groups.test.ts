import { describe, expect, test } from 'vitest'
import { anAthlete, aResult } from '../record/record.fixture'
import { wrongAgeGroup } from './age-groups'
import { findWith } from './rule.fixture'

const found = (birthDate: string | null, ageGroup: string, date: string) =>
  findWith(wrongAgeGroup, { athlete: anAthlete({ birthDate }), results: [aResult({ ageGroup, date })] })

describe('a youth group counts the age on 31 December', () => {
  test('so who turns 20 in the year is too old for the U20', () => {
    expect(found('1981-10-07', 'U20', '2001-02-03')).toMatchObject([{ field: 'ageGroup' }])
  })

  test('and who turns 19 is not, nor who may, the birth date being vague', () => {
    expect(found('1981-10-07', 'U20', '2000-12-30')).toEqual([])
    expect(found('1981~', 'U20', '2001-02-03')).toEqual([])
  })
})

describe('a masters’ group counts the age on the day', () => {
  test('so the day before the birthday is a day too early', () => {
    expect(found('1981-10-07', 'M40', '2021-10-06')).toHaveLength(1)
  })

  test('and the birthday itself is in order, as is a day on which it may have passed', () => {
    expect(found('1981-10-07', 'M40', '2021-10-07')).toEqual([])
    expect(found('1981-10-07', 'M40', '2021')).toEqual([])
  })
})

test('nothing is said of an unknown birth date, or of a group that does not go by age', () => {
  expect(found(null, 'U20', '2021-10-06')).toEqual([])
  expect(found('1981-10-07', 'university', '2021-10-06')).toEqual([])
})
