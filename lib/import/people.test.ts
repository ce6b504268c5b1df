import { describe, expect, test } from 'vitest'
import { type KnownAthlete, type ListedPerson, matchPerson } from './people'

const listed: ListedPerson = {
  key: 'bataa batsaikhan',
  birthDate: '1981-10-07',
  countryCode: 'MGL',
  sex: 'M',
  firstDate: '2004-08-29',
  lastDate: '2023-08-27',
}
const known: KnownAthlete = {
  id: 'a',
  keys: ['bataa batsaikhan', 'b bataa'],
  birthDate: '1981-10-07',
  countryCodes: ['MGL'],
  sex: 'M',
}

const stateOf = (person: Partial<ListedPerson>, ...athletes: Partial<KnownAthlete>[]) =>
  matchPerson(
    { ...listed, ...person },
    athletes.map((athlete, index) => ({ ...known, id: String(index), ...athlete })),
  ).state

describe('Whom a list means', () => {
  test('the same name and birth date is the same athlete', () => {
    expect(matchPerson(listed, [known])).toMatchObject({ state: 'KNOWN', athleteId: 'a' })
  })
  test('a year of birth is enough where the country is the same, and not where it is another', () => {
    expect(stateOf({ birthDate: '1981' }, {})).toBe('KNOWN')
    expect(stateOf({ birthDate: '1981', countryCode: 'KAZ' }, {})).toBe('ASK')
  })
  test('without a birth date the country makes it sure where one alone fits, and asks where two do', () => {
    expect(stateOf({ birthDate: null }, {})).toBe('KNOWN')
    expect(stateOf({ birthDate: null }, {}, { birthDate: '1990-01-01' })).toBe('ASK')
  })
  test('with nothing but a name somebody is asked', () => {
    expect(stateOf({ birthDate: null, countryCode: null }, {})).toBe('ASK')
  })
  test('a change of country with the full birth date is the same athlete', () => {
    expect(stateOf({ countryCode: 'KAZ' }, {})).toBe('KNOWN')
  })
  test('namesakes of other birth dates are kept apart', () => {
    expect(stateOf({ birthDate: '1990-03-21' }, {})).toBe('NEW')
  })
  test('a birth date that differs by a slip of the pen is asked about', () => {
    expect(stateOf({ birthDate: '1981-07-10' }, {})).toBe('ASK')
    expect(stateOf({ birthDate: '1982-10-07' }, {})).toBe('ASK')
  })
  test('a like name with the same birth date and country is asked about', () => {
    expect(stateOf({ key: 'bataa batsaihan' }, {})).toBe('ASK')
  })
  test('a woman is not the man of the same name', () => {
    expect(stateOf({ sex: 'F' }, {})).toBe('NEW')
  })
  test('nobody competes before he is born', () => {
    expect(stateOf({ birthDate: null, firstDate: '1970-05-01', lastDate: '1970-05-01' }, {})).toBe('NEW')
  })
})
