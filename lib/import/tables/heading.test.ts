import { describe, expect, test } from 'vitest'
import { below, contextUnder, readHeading } from './heading'
import { countryCodeOf } from './meeting-words'

describe('a heading', () => {
  test.each([
    ["Men's 200 m Final   +0.7 m/s", { discipline: '200-metres', sex: 'M', round: 'FINAL', wind: 700 }],
    ["Men's 3000 m SC", { discipline: '3000-metres-steeplechase', sex: 'M' }],
    ['Event 12  Men 100 Meter Dash', { discipline: '100-metres', sex: 'M' }],
    ['Heat 1 of 3  Wind: +1.2', { round: 'HEAT', raceNumber: 1, wind: 1200 }],
    ['Heat 2: Wind −0.3', { round: 'HEAT', raceNumber: 2, wind: -300 }],
    ['Semi-Final 2 (+0.4)', { round: 'SEMIFINAL', raceNumber: 2, wind: 400 }],
    [
      '100m Women - Heat 3 - wind: 0.4',
      { discipline: '100-metres', sex: 'F', round: 'HEAT', raceNumber: 3, wind: 400 },
    ],
    ['Women 10,000m', { discipline: '10000-metres', sex: 'F' }],
    ["Women's 10K", { discipline: '10k-road', sex: 'F' }],
    [
      "U20 Women's Long Jump Qualification",
      { discipline: 'long-jump', sex: 'F', ageGroup: 'U20', round: 'QUALIFICATION' },
    ],
    ["Men's 100m T38 Final", { discipline: '100-metres', sex: 'M', paraClass: 'T38', round: 'FINAL' }],
    ['Men 20km Race Walk', { discipline: '20k-race-walk', sex: 'M' }],
    ['Mixed 4x400m Relay', { discipline: 'mixed-4x400-metres-relay', sex: 'X' }],
    ['男子100m 決勝', { discipline: '100-metres', sex: 'M', round: 'FINAL' }],
    ['Final', { round: 'FINAL' }],
    ['International competition', {}],
  ])('%s', (text, context) => {
    expect(readHeading(text).context).toEqual(context)
  })

  test('names a competition with its city and month, where the days are a range', () => {
    expect(readHeading('12th Steppe Athletics Championships Pune, India, July 3-7, 2013').context).toEqual({
      competition: '12th Steppe Athletics Championships',
      city: 'Pune',
      countryCode: 'IND',
      date: '2013-07',
    })
    expect(readHeading('Hill Marathon Championships, Rome, Italy, 17 February 2008').context).toEqual({
      competition: 'Hill Marathon Championships',
      city: 'Rome',
      countryCode: 'ITA',
      date: '2008-02-17',
      discipline: 'marathon',
    })
  })

  test('tells the nation of the athlete apart from the country of the competition', () => {
    expect(readHeading('Representing Mongolia')).toEqual({ context: {}, nation: 'MGL', rest: '' })
  })

  test('leaves what it does not understand', () => {
    expect(readHeading('Men 5000 m, presented by the Bakery').rest).toBe('presented by the Bakery')
  })
})

describe('headings below others', () => {
  const event = contextUnder({ competition: 'Steppe Cup' }, "Women's 100 m Heat 1 +0.7 m/s")

  test('of a heat keep the event and drop the race before', () => {
    expect(contextUnder(event, 'Heat 2')).toEqual({
      competition: 'Steppe Cup',
      discipline: '100-metres',
      sex: 'F',
      round: 'HEAT',
      raceNumber: 2,
    })
  })

  test('of an event drop the last event, its sex too', () => {
    expect(contextUnder(event, 'Long Jump')).toEqual({ competition: 'Steppe Cup', discipline: 'long-jump' })
  })

  test('of an event keep the sex of a heading that named no event', () => {
    expect(contextUnder(contextUnder({}, 'Women'), 'Long Jump')).toEqual({ sex: 'F', discipline: 'long-jump' })
  })

  test('of a competition drop the day and the city of the one before', () => {
    const above = { competition: 'A Cup', city: 'Rome', countryCode: 'ITA', date: '2013', sex: 'M' } as const
    expect(below(above, { competition: 'B Cup' })).toEqual({ competition: 'B Cup', sex: 'M' })
  })
})

test.each([
  ['MGL', 'MGL'],
  ['SIN', 'SGP'],
  ['Saudi Arabia', 'KSA'],
  ['Türkiye', 'TUR'],
  ['Turkey', 'TUR'],
  ['U.S.A.', 'USA'],
  ['Subaru', null],
  ['LEE', null],
])('%s as a country is %s', (text, code) => {
  expect(countryCodeOf(text)).toBe(code)
})

describe('a date with slashes', () => {
  const dated = (text: string) => {
    const { date, slashedDate } = readHeading(`Steppe Relays ${text}`).context
    return slashedDate === undefined ? date : `either: ${slashedDate}`
  }

  test('is read where only one reading is a day, or the days of a meeting', () => {
    expect(dated('13/4/2026')).toBe('2026-04-13')
    expect(dated('- 4/13/2026')).toBe('2026-04-13')
    expect(dated('5/5/2026')).toBe('2026-05-05')
    expect(dated('3/27/2026 to 3/28/2026')).toBe('2026-03')
    expect(dated('3/4/2026 to 3/6/2026')).toBe('2026-03')
    expect(dated('13/14/2026')).toBeUndefined()
  })

  test('is kept as it is written where it may be two', () => {
    expect(dated('- 3/4/2026')).toBe('either: 3/4/2026')
    expect(dated('3/4/2026 - 4/4/2026')).toBe('2026-04')
  })

  test('takes the place of a date above it, and the other way round', () => {
    expect(below({ date: '2013' }, { slashedDate: '3/4/2026' })).toEqual({ slashedDate: '3/4/2026' })
    expect(below({ slashedDate: '3/4/2026' }, { date: '2013' })).toEqual({ date: '2013' })
  })
})
