import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  dateHeld,
  datePrecision,
  daysBetween,
  formatBounded,
  formatDate,
  formatDates,
  isPartialDate,
  parsePartialDate,
  yearOf,
} from './partial-date'

test('a date is written as far as it is known', () => {
  expect(['2014-12-07', '2014-12', '2014', '2014-04~', '2014~'].map(formatDate)).toEqual([
    '7 December 2014',
    'December 2014',
    '2014',
    'about April 2014',
    'about 2014',
  ])
})

test.each([
  [null, null, ''],
  ['2014-12-07', null, '7 December 2014'],
  ['2008-08-15', '2008-08-24', '15 to 24 August 2008'],
  ['2011-08-27', '2011-09-04', '27 August to 4 September 2011'],
  ['2013-12-31', '2014-01-01', '31 December 2013 to 1 January 2014'],
  ['2014-04', '2014-05', 'April to May 2014'],
  ['2014', '2015', '2014 to 2015'],
])('a competition of %s to %s is held %s', (startDate, endDate, text) => {
  expect(formatDates(startDate, endDate)).toBe(text)
})

test('the precision and the year of a date are told from its text', () => {
  expect(['2014-12-07', '2014-12-07~', '2014-12', '2014~'].map(datePrecision)).toEqual(['day', 'day', 'month', 'year'])
  expect(['2014-12-07', '1981~'].map(yearOf)).toEqual([2014, 1981])
})

test('only days of the calendar are dates', () => {
  expect(['2014-02-28', '2016-02-29', '2014-12~'].every(isPartialDate)).toBe(true)
  expect(
    ['2014-02-29', '2014-13', '2014-00', '2014-12-7', '14', '0999', '2014-12-07T00:00', ''].filter(isPartialDate),
  ).toEqual([])
})

test('days are counted over years, in both directions, and only between days', () => {
  expect(daysBetween('2014-12-07', '2015-01-01')).toBe(25)
  expect(daysBetween('2015-01-01', '2014-12-07')).toBe(-25)
  expect(daysBetween('2016-02-28', '2016-03-01')).toBe(2)
  expect(daysBetween('2014-12', '2015-01-01')).toBeNull()
  expect(daysBetween('2014-12-07', '2015-01-01~')).toBeNull()
})

test.each([
  [null, null, '2008'],
  ['2008-08-24', null, '2008-08-24'],
  ['2008-08-24', '2008-08-24', '2008-08-24'],
  ['2008-08-15', '2008-08-24', '2008-08'],
  ['2008-08', '2008-08-24', '2008-08'],
  ['2008-07-31', '2008-08-02', '2008'],
  ['2008-12-30', '2009-01-02', '2008'],
  ['2008-08~', '2008-08-24', '2008-08~'],
  ['2008~', '2008', '2008~'],
])('what was at a competition of %s to %s was on %s', (startDate, endDate, held) => {
  expect(dateHeld({ year: 2008, startDate, endDate })).toBe(held)
})

describe('reading', () => {
  test.each([
    ['07 DEC 2014', '2014-12-07'],
    ['7 December 2014', '2014-12-07'],
    ['7th Dec. 2014', '2014-12-07'],
    ['7-Dec-2014', '2014-12-07'],
    ['Dec 7, 2014', '2014-12-07'],
    ['2014-12-07', '2014-12-07'],
    ['2014-12-07 00:00:00', '2014-12-07'],
    ['2014/12/07', '2014-12-07'],
    ['7.12.2014', '2014-12-07'],
    ['25/12/2014', '2014-12-25'],
    ['1/30/2014', '2014-01-30'],
    ['2014年12月7日', '2014-12-07'],
    ['２０１４年１２月', '2014-12'],
    ['OCT 2003', '2003-10'],
    ['Sept. 2003', '2003-09'],
    ['12/2014', '2014-12'],
    ['2014', '2014'],
    ['about April 2014', '2014-04~'],
    ['c. 2014', '2014~'],
  ])('%s is %s', (text, date) => {
    expect(parsePartialDate(text)).toBe(date)
  })

  test.each([
    '07/12/2014',
    '7/12/14',
    '30 February 2014',
    '2014-13',
    '2013/14',
    '7 Foo 2014',
    '5–7 Dec 2014',
    'yesterday',
    '',
  ])('%j is not guessed at', (text) => {
    expect(parsePartialDate(text)).toBeNull()
  })
})

describe('for any date and any text', () => {
  const day = fc
    .date({ min: new Date('1000-01-01'), max: new Date('2999-12-31'), noInvalidDate: true })
    .map((date) => date.toISOString().slice(0, 'YYYY-MM-DD'.length))
  const anyDate = fc
    .tuple(day, fc.constantFrom('YYYY'.length, 'YYYY-MM'.length, 'YYYY-MM-DD'.length), fc.constantFrom('', '~'))
    .map(([date, length, about]) => date.slice(0, length) + about)

  test('what is written is read back as the same date', () => {
    fc.assert(
      fc.property(anyDate, (date) => {
        expect(isPartialDate(date)).toBe(true)
        expect(parsePartialDate(date)).toBe(date)
        expect(parsePartialDate(formatDate(date))).toBe(date)
      }),
      { numRuns: 1000 },
    )
  })

  test('reading never throws, and finds a date of the calendar or nothing', () => {
    const number = fc.oneof(fc.nat(31), fc.integer({ min: 1896, max: 2032 })).map(String)
    const pieces = fc.constantFrom(...'-/. ~年月日', 'Dec', 'May', 'about ')
    const likeADate = fc.array(fc.oneof(number, pieces), { maxLength: 7 }).map((texts) => texts.join(''))
    fc.assert(
      fc.property(
        fc.oneof({ weight: 1, arbitrary: fc.string({ unit: 'binary' }) }, { weight: 4, arbitrary: likeADate }),
        (text) => {
          const date = parsePartialDate(text)
          expect(date === null || isPartialDate(date)).toBe(true)
        },
      ),
      { numRuns: 3000 },
    )
  })
})

test('bounds are told where no day is known', () => {
  expect(formatBounded('2009', { notBefore: '2009-04', notAfter: '2009-08' })).toBe('April to August 2009')
  expect(formatBounded('2008', { notBefore: null, notAfter: '2008-08' })).toBe('2008, no later than August')
  expect(formatBounded('2008', { notBefore: '2008-02', notAfter: null })).toBe('2008, no earlier than February')
  expect(formatBounded('2008', { notBefore: null, notAfter: null })).toBe('2008')
})
