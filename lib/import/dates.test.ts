import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isPartialDate } from '../sport/partial-date'
import { guessDayOrder, readListDate } from './dates'

describe('a date', () => {
  test.each([
    ['07 OCT 2020', '2020-10-07'],
    ['OCT 2003', '2003-10'],
    ['2003', '2003'],
    ['2003.0', '2003'],
    ['7.10.2020', '2020-10-07'],
    ['7. 10. 2020', '2020-10-07'],
    ['2020-10-07', '2020-10-07'],
    ['2020-10-07T19:30:00Z', '2020-10-07'],
    ['2020/10/07 19:30', '2020-10-07'],
    ['10/13/2019', '2019-10-13'],
    ['13/10/2019', '2019-10-13'],
    ['5/5/2019', '2019-05-05'],
    ['Sunday, 7 December 2014', '2014-12-07'],
    ['Sun, Dec 7, 2014', '2014-12-07'],
    ['7-Dec-2014', '2014-12-07'],
    ['07DEC2014', '2014-12-07'],
    ['7th of December 2014', '2014-12-07'],
    ['7. Dezember 2014', '2014-12-07'],
    ['1. März 2014', '2014-03-01'],
    ['So., 7. Dez. 2014', '2014-12-07'],
    ['7 décembre 2014', '2014-12-07'],
    ['1er août 2014', '2014-08-01'],
    ['le 14 juillet 2014', '2014-07-14'],
    ['3 févr. 2014', '2014-02-03'],
    ['7 de diciembre de 2014', '2014-12-07'],
    ['3 de enero de 2014', '2014-01-03'],
    ['7 dicembre 2014', '2014-12-07'],
    ['8 giugno 2014', '2014-06-08'],
    ['7 de dezembro de 2014', '2014-12-07'],
    ['7 декабря 2014', '2014-12-07'],
    ['7 декабря 2014 г.', '2014-12-07'],
    ['1 мая 2014 года', '2014-05-01'],
    ['9 ноября 2014', '2014-11-09'],
    ['сентябрь 2014', '2014-09'],
    ['2014年12月7日', '2014-12-07'],
    ['2014年12月7日(日)', '2014-12-07'],
    ['２０１４年１２月', '2014-12'],
    ['2014 оны 12 сарын 7', '2014-12-07'],
    ['2014 оны 12-р сарын 7-ны өдөр', '2014-12-07'],
    ['2014 оны 12 сар', '2014-12'],
    ['about April 2014', '2014-04~'],
  ])('%s is %s', (text, date) => {
    expect(readListDate(text)).toEqual({ date, endDate: null })
  })

  test.each([
    '07/12/2014',
    '30 FEB 2014',
    '31.4.2014',
    '2014-13-01',
    '41980',
    '7.10.96',
    'Rome',
    '',
    '2:08:50',
    'Marathon 2014',
    'Junkers 2014',
    'Mayor 2014',
  ])('“%s” is none', (text) => {
    expect(readListDate(text)).toBeNull()
  })

  test('that could begin with the day or with the month follows its column', () => {
    expect(readListDate('07/12/2014', { dayOrder: 'DMY' })?.date).toBe('2014-12-07')
    expect(readListDate('07/12/2014', { dayOrder: 'MDY' })?.date).toBe('2014-07-12')
    expect(readListDate('25/12/2014', { dayOrder: 'MDY' })?.date).toBe('2014-12-25')
  })

  test('with two digits for the year is in the last hundred years before the one given', () => {
    const read = (text: string, century: number) => readListDate(text, { century, dayOrder: 'DMY' })?.date
    expect([read('7.10.96', 2023), read('07 OCT 96', 2023), read('7-Oct-05', 2023), read('7/10/23', 2023)]).toEqual([
      '1996-10-07',
      '1996-10-07',
      '2005-10-07',
      '2023-10-07',
    ])
    expect(read('14.09.24', 2023)).toBe('1924-09-14')
  })

  test('that a spreadsheet counts in days is read only where dates are expected', () => {
    expect(readListDate('41980', { serials: true })?.date).toBe('2014-12-07')
    expect(readListDate('2014', { serials: true })?.date).toBe('2014')
  })
})

describe('a range', () => {
  test.each([
    ['5–7 AUG 2005', '2005-08-05', '2005-08-07'],
    ['5 - 7 August 2005', '2005-08-05', '2005-08-07'],
    ['5/6 AUG 2005', '2005-08-05', '2005-08-06'],
    ['August 5–7, 2005', '2005-08-05', '2005-08-07'],
    ['31 JUL – 2 AUG 2005', '2005-07-31', '2005-08-02'],
    ['July 31 – August 2, 2005', '2005-07-31', '2005-08-02'],
    ['30 DEC 2004 – 1 JAN 2005', '2004-12-30', '2005-01-01'],
    ['5.–7.8.2005', '2005-08-05', '2005-08-07'],
    ['31.7.–2.8.2005', '2005-07-31', '2005-08-02'],
    ['5. bis 7. August 2005', null, null],
    ['2014年12月6日～7日', '2014-12-06', '2014-12-07'],
    ['2014年11月30日〜12月1日', '2014-11-30', '2014-12-01'],
    ['2005-08-05/2005-08-07', '2005-08-05', '2005-08-07'],
    ['7–5 AUG 2005', null, null],
  ])('%s runs from %s to %s', (text, date, endDate) => {
    expect(readListDate(text)).toEqual(date === null ? null : { date, endDate })
  })
})

describe('whether the day or the month stands first', () => {
  test('is told by those dates that can be read in one way only', () => {
    expect(guessDayOrder(['07/12/2014', '25/12/2014', ''])).toBe('DMY')
    expect(guessDayOrder(['07/12/2014', '12/25/2014'])).toBe('MDY')
  })

  test('is not told where none can, or where they disagree', () => {
    expect(guessDayOrder(['07/12/2014', '2014-12-07'])).toBeNull()
    expect(guessDayOrder(['25/12/2014', '12/25/2014'])).toBeNull()
  })
})

test('whatever the text, a date is one that the calendar knows', () => {
  const piece = fc.constantFrom('7', '31', '12', '2014', '96', ' ', '-', '/', '.', 'Dec', 'фев', '年', '月', '日', ',')
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string(),
        fc.array(piece).map((parts) => parts.join('')),
      ),
      (text) => {
        const read = readListDate(text, { dayOrder: 'DMY', century: 2023, serials: true })
        expect(
          read === null || (isPartialDate(read.date) && (read.endDate === null || isPartialDate(read.endDate))),
        ).toBe(true)
      },
    ),
  )
})
