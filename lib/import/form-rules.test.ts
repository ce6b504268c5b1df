import { expect, test } from 'vitest'
import { refusalOf } from './form-rules'
import type { Listing } from './listing'

const LISTING: Listing = {
  line: 2,
  raw: '',
  name: 'Ser-Od BAT-OCHIR',
  birthDate: '1981-10-07',
  countryCode: 'MGL',
  club: 'NTN',
  discipline: 'marathon',
  sex: 'M',
  ageGroup: null,
  paraClass: null,
  round: 'FINAL',
  raceNumber: null,
  place: 3,
  tied: false,
  mark: { text: '2:08:50', value: 7_730_000, precision: 1000, timing: null },
  status: null,
  wind: null,
  flags: [],
  records: [],
  qualification: null,
  date: '2014-12-07',
  endDate: null,
  competition: { name: 'Fukuoka Marathon', city: 'Fukuoka', venue: null, countryCode: 'JPN' },
  warnings: [],
}

test('what the forms take is taken from a list', () => {
  expect(refusalOf(LISTING)).toBeNull()
  expect(refusalOf({ ...LISTING, birthDate: null, countryCode: null, club: null, date: '2014' })).toBeNull()
  expect(refusalOf({ ...LISTING, competition: { name: null, city: null, venue: null, countryCode: null } })).toBeNull()
})

test.each<[Partial<Listing>, RegExp]>([
  [{ name: `A ${'B'.repeat(200)}` }, /^Athlete, name: .*longer than 200/],
  [{ sex: 'X' }, /^Athlete, man or woman: /],
  [{ countryCode: 'XXX' }, /^Athlete, country: “XXX” is no country/],
  [{ birthDate: '2199-01-01' }, /^Athlete, date of birth: .*still to come/],
  [{ competition: { ...LISTING.competition, city: 'x'.repeat(201) } }, /^Competition, city: .*longer/],
  [{ competition: { ...LISTING.competition, name: 'x'.repeat(201) } }, /^Competition, name: .*longer/],
  [{ competition: { ...LISTING.competition, venue: 'x'.repeat(201) } }, /^Competition, venue: .*longer/],
  [{ competition: { ...LISTING.competition, countryCode: 'JAP' } }, /^Competition, country of the venue: /],
  [{ endDate: '2014-12-06' }, /^Competition, last day: .*before the first/],
  [{ club: 'x'.repeat(201) }, /^Result, club or team: .*longer than 200/],
  [{ ageGroup: 'x'.repeat(11) }, /^Result, event, age group: .*longer than 10/],
  [{ remark: 'x'.repeat(2001) }, /^Result, note: .*longer than 2000/],
])('%j is refused', (said, reason) => {
  expect(refusalOf({ ...LISTING, ...said })).toMatch(reason)
})
