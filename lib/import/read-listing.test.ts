import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isPartialDate } from '../sport/partial-date'
import type { Column, Listing, RowContext } from './listing'
import { readListing } from './read-listing'
import type { ListingOptions } from './row-cells'
import { NOTHING } from './setup'

const MARATHON: Partial<RowContext> = { discipline: 'marathon', sex: 'M' }

type Cells = Partial<Record<Column, string>>

/** A row that says all it must, save what a test says of it. */
const PLAIN: Cells = { name: 'Tamir BOLDOO', mark: '2:10:55', date: '07 DEC 2014' }

function answer(cells: Cells, context: Partial<RowContext> = MARATHON, options: Partial<ListingOptions> = {}) {
  const given: Cells = { ...PLAIN, ...cells }
  const columns = Object.keys(given) as Column[]
  const row = { line: 7, raw: Object.values(given).join(), cells: Object.values(given), context: {}, problem: null }
  return readListing(row, columns, { ...NOTHING, ...context }, { dayOrder: null, latestYear: 2026, ...options })
}

function read(cells: Cells, context?: Partial<RowContext>, options?: Partial<ListingOptions>): Listing {
  const answered = answer(cells, context, options)
  if (!answered.ok) throw new Error(`Refused: ${answered.refusal.reason}`)
  return answered.listing
}

function reason(cells: Cells, context?: Partial<RowContext>, options?: Partial<ListingOptions>): string {
  const answered = answer(cells, context, options)
  if (answered.ok) throw new Error('It was not refused.')
  return answered.refusal.reason
}

test("a row of a federation's list is a listing", () => {
  const cells: Cells = {
    rank: '12',
    mark: '12.8',
    wind: '0.3',
    name: 'Tamir  BOLDOO',
    birthDate: 'OCT 1985',
    country: 'MGL',
    place: '1sf2',
    venue: 'Meadow Field, Eugene, OR (USA)',
    date: '07 SEP 2012',
  }
  expect(read(cells, { discipline: '110-metres-hurdles', sex: 'M' })).toEqual({
    line: 7,
    raw: 'Tamir  BOLDOO,12.8,07 SEP 2012,12,0.3,OCT 1985,MGL,1sf2,Meadow Field, Eugene, OR (USA)',
    name: 'Tamir BOLDOO',
    birthDate: '1985-10',
    countryCode: 'MGL',
    club: null,
    discipline: '110-metres-hurdles',
    sex: 'M',
    ageGroup: null,
    paraClass: null,
    round: 'SEMIFINAL',
    raceNumber: 2,
    mark: { text: '12.8', value: 12_800, precision: 10, timing: null },
    status: null,
    wind: 300,
    flags: [],
    qualification: null,
    place: 1,
    tied: false,
    records: [],
    date: '2012-09-07',
    endDate: null,
    competition: { name: null, city: 'Eugene', venue: 'Meadow Field', countryCode: 'USA' },
    warnings: ['Read as 12.80: a spreadsheet drops the zero at the end; a hand time is written with h.'],
  })
})

describe('a mark', () => {
  test.each([
    ['2:08:50', 7_730_000],
    ['02:06:32.000', 7_592_000],
    ['2h08:50', 7_730_000],
    ['2:08:50 h', 7_730_000],
    ['2:08:50 NR', 7_730_000],
    ['2:08:50 AM', 7_730_000],
    ['0.0894675925925926', 7_730_000],
  ])('of %s in the marathon is read', (mark, value) => {
    expect(read({ mark }).mark?.value).toBe(value)
  })

  test('that a spreadsheet took for hours is read as minutes, with a warning', () => {
    const { mark, warnings } = read({ mark: '58:31:00' }, { discipline: 'half-marathon', sex: 'M' })
    expect(mark?.value).toBe(3_511_000)
    expect(warnings).toEqual(['Read as 58:31: a spreadsheet took minutes for hours.'])
  })

  test('is a hand time only with an h, and then not an electronic one', () => {
    const on = (mark: string, electronicOnly: boolean) =>
      read({ mark }, { discipline: '800-metres', sex: 'M' }, { electronicOnly }).mark?.timing
    expect([on('2:13.9h', false), on('2:13.9', false), on('2:13.9h', true), on('2:13.95', true)]).toEqual([
      'HAND',
      null,
      'HAND',
      'ELECTRONIC',
    ])
  })

  test('carries what stands behind it: wind, qualification, records', () => {
    const sprint: Partial<RowContext> = { discipline: '200-metres', sex: 'F' }
    expect(read({ mark: '22.87 (+0.3) Q =NR' }, sprint)).toMatchObject({
      wind: 300,
      qualification: 'Q',
      records: ['=NR'],
    })
    expect(read({ mark: '22.87q PB', note: 'NR' }, sprint)).toMatchObject({ qualification: 'q', records: ['PB', 'NR'] })
    expect(read({ mark: '22,87 (.865)' }, sprint).mark?.value).toBe(22_870)
    expect(read({ mark: '22.87A', records: 'AR; =CR' }, sprint)).toMatchObject({ flags: ['A'], records: ['AR', '=CR'] })
    expect(read({ mark: '22.87', wind: 'NWI' }, { ...sprint, wind: 700 }).wind).toBe(700)
  })

  test.each([
    ['6.58', 'long-jump', 6580],
    ['9126.0', 'decathlon', 9126],
    ['7291 pts', 'heptathlon', 7291],
    ['13:22,80 min', '5000-metres', 802_800],
  ] as const)('of %s in the %s is read', (mark, discipline, value) => {
    expect(read({ mark }, { discipline, sex: 'F' }).mark?.value).toBe(value)
  })

  test('may be missing where a status says why', () => {
    expect(read({ mark: 'DNF' })).toMatchObject({ mark: null, status: 'DNF', place: null })
    expect(read({ mark: '', place: 'DNS' })).toMatchObject({ mark: null, status: 'DNS', place: null })
    expect(read({ mark: '-', status: 'DQ', place: '4' })).toMatchObject({ mark: null, status: 'DQ', place: null })
  })

  test('that was struck is kept beside its DQ', () => {
    expect(read({ mark: '2:08:50 DQ (TR 17.3)' })).toMatchObject({ status: 'DQ', mark: { value: 7_730_000 } })
    expect(read({ status: 'DQ' })).toMatchObject({ status: 'DQ', mark: { value: 7_855_000 } })
  })
})

describe('a place', () => {
  test('is read from floats, ties, heats and medals', () => {
    expect(read({ place: '4.0' })).toMatchObject({ place: 4, tied: false, round: 'FINAL' })
    expect(read({ place: '=1' })).toMatchObject({ place: 1, tied: true })
    expect(read({ place: '3h3' })).toMatchObject({ place: 3, round: 'HEAT', raceNumber: 3 })
    expect(read({ place: 'G' })).toMatchObject({ place: 1 })
    expect(read({ round: 'Heat 2' })).toMatchObject({ round: 'HEAT', raceNumber: 2 })
    expect(read({ round: '2' }, { ...MARATHON, round: 'HEAT' })).toMatchObject({ round: 'HEAT', raceNumber: 2 })
  })

  test('in a race of a combined event never passes for one in a final', () => {
    expect(read({ place: '2ce6' })).toMatchObject({
      place: 2,
      round: 'HEAT',
      raceNumber: 6,
      warnings: [expect.any(String)],
    })
  })

  test('in another classification is not that in the race', () => {
    const { place, otherPlace } = read({ place: '2', classification: 'asian-championship' })
    expect([place, otherPlace]).toEqual([null, { classification: 'asian-championship', place: 2, tied: false }])
    expect(read({ place: '5', classification: 'overall' }).place).toBe(5)
  })

  test('that is none is left out, and said so', () => {
    expect(read({ place: 'x9' })).toMatchObject({ place: null, warnings: ['“x9” is not a place and was left out.'] })
    expect(read({ place: 'OC' })).toMatchObject({ place: null, warnings: ['Out of competition, so without a place.'] })
  })
})

describe('a name', () => {
  test('is kept as printed, and what stands in brackets behind it is a country or a club', () => {
    expect(read({ name: 'Tamir   Boldoo (Mongolia)' })).toMatchObject({
      name: 'Tamir Boldoo',
      countryCode: 'MGL',
      club: null,
    })
    expect(read({ name: 'Aiko Mori (Subaru)' })).toMatchObject({ name: 'Aiko Mori', countryCode: null, club: 'Subaru' })
    expect(read({ name: 'Tamir Boldoo (MGL/NTN)' })).toMatchObject({ countryCode: 'MGL', club: 'NTN' })
    expect(read({ name: 'Aiko Mori [JPN] (1990)*' })).toMatchObject({
      name: 'Aiko Mori',
      countryCode: 'JPN',
      birthDate: '1990',
    })
  })

  test('in two columns is put together in the order of its script', () => {
    expect(read({ name: '', givenName: 'Jan', familyName: 'Mörtel' }).name).toBe('Jan Mörtel')
    expect(read({ name: '', givenName: '愛子', familyName: '森' }).name).toBe('森 愛子')
  })

  test('of one athlete may stand above the table', () => {
    expect(read({ name: '' }, { ...MARATHON, athlete: 'Tamir Boldoo' }).name).toBe('Tamir Boldoo')
  })

  test('with a lost letter is doubted, and one that cannot be read is refused', () => {
    expect(read({ name: 'Jan M?RTEL' }).warnings).toHaveLength(1)
    expect(reason({ name: 'Jan M\ufffdRTEL' })).toContain('encoding')
  })
})

describe('a country', () => {
  test.each([
    ['MGL', 'MGL'],
    ['MNG', 'MGL'],
    ['SIN', 'SGP'],
    ['URS', 'URS'],
    ['Great Britain', 'GBR'],
    ['Kenya (KEN)', 'KEN'],
    ['モンゴル', 'MGL'],
  ])('%s is %s', (country, code) => {
    expect(read({ country })).toMatchObject({ countryCode: code, warnings: [] })
  })

  test('that nobody knows is left out with a warning', () => {
    expect(read({ country: 'XQZ' })).toMatchObject({
      countryCode: null,
      warnings: ['“XQZ” is not a country that is known.'],
    })
  })

  test('may stand where teams do, and a club beside it is a club', () => {
    expect(read({ affiliation: 'MGL' })).toMatchObject({ countryCode: 'MGL', club: null })
    expect(read({ affiliation: 'NTN', country: 'MGL' })).toMatchObject({ countryCode: 'MGL', club: 'NTN' })
  })
})

describe('a birth date', () => {
  test.each([
    ['OCT 1985', '1985-10'],
    ['1985', '1985'],
    ['1985.0', '1985'],
    ['07 OCT 1985', '1985-10-07'],
    ['7.10.85', '1985-10-07'],
    ['85', '1985'],
    ['nan', null],
    ['', null],
  ])('“%s” is %s', (birthDate, expected) => {
    expect(read({ birthDate })).toMatchObject({ birthDate: expected, warnings: [] })
  })

  test('after the race is not taken, and said so', () => {
    expect(read({ birthDate: '07 OCT 2015' })).toMatchObject({
      birthDate: null,
      warnings: [expect.stringContaining('2015-10-07')],
    })
  })
})

describe('a date', () => {
  test('may be a range, a serial number, or parted over columns', () => {
    expect(read({ date: '5–7 AUG 2005' })).toMatchObject({ date: '2005-08-05', endDate: '2005-08-07' })
    expect(read({ date: '41980' }).date).toBe('2014-12-07')
    expect(read({ date: '7 Dec', year: '2014' }).date).toBe('2014-12-07')
    expect(read({ date: '7.12.' }, { ...MARATHON, date: '2014' }).date).toBe('2014-12-07')
    expect(read({ date: '7/12', year: '2014' }, MARATHON, { dayOrder: 'DMY' }).date).toBe('2014-12-07')
    expect(read({ date: '12月7日', year: '2014' }).date).toBe('2014-12-07')
    expect(read({ date: '', year: '2014' }, { ...MARATHON, date: '2014-12-07' }).date).toBe('2014-12-07')
    expect(read({ date: '', year: '2013' }, { ...MARATHON, date: '2014-12-07' }).date).toBe('2013')
  })

  test('that could be two days waits for an answer', () => {
    expect(reason({ date: '07/12/2014' })).toContain('whether the day or the month stands first')
    expect(read({ date: '07/12/2014' }, MARATHON, { dayOrder: 'DMY' }).date).toBe('2014-12-07')
  })
})

describe('a competition', () => {
  test('is told by name, venue, city and country, or by the heading', () => {
    const heading = { ...MARATHON, competition: 'Spring Marathon', city: 'Bern', countryCode: 'SUI' }
    expect(read({}, heading).competition).toEqual({
      name: 'Spring Marathon',
      city: 'Bern',
      venue: null,
      countryCode: 'SUI',
    })
    expect(read({ competition: 'Lake Race', city: 'Otsu', hostCountry: 'JPN' }).competition).toEqual({
      name: 'Lake Race',
      city: 'Otsu',
      venue: null,
      countryCode: 'JPN',
    })
    expect(read({ venue: 'Sports Hall, Glasgow (GBR) (i)' })).toMatchObject({
      competition: { city: 'Glasgow', venue: 'Sports Hall', countryCode: 'GBR' },
      flags: ['i'],
    })
  })
})

describe('a discipline and a sex', () => {
  test('in the row count before those above it', () => {
    expect(read({ discipline: 'Half Marathon', sex: 'W', mark: '1:10:00' })).toMatchObject({
      discipline: 'half-marathon',
      sex: 'F',
    })
  })

  test('called 10K is of the road, and says so', () => {
    const { discipline, warnings } = read({ discipline: '10K', mark: '28:30' })
    expect([discipline, warnings]).toEqual(['10k-road', [expect.stringContaining('on the road')]])
  })
})

describe('a row is refused by name of what is missing', () => {
  test.each([
    [{ name: '' }, MARATHON, 'There is no name in this row.'],
    [{ mark: '', place: '' }, MARATHON, 'There is neither a mark, nor a place, nor a status (DNF, DNS …) in this row.'],
    [{}, { sex: 'M' }, 'Nothing says which discipline this is.'],
    [{}, { discipline: 'marathon' }, 'Nothing says whether men or women competed here.'],
    [{ date: '' }, MARATHON, 'There is no date and no year in this row.'],
    [{ date: '30 FEB 2014' }, MARATHON, '“30 FEB 2014” is not a date that can be read.'],
    [{ discipline: 'Tug of war' }, MARATHON, '“Tug of war” is not a discipline of the record.'],
  ] satisfies [Cells, Partial<RowContext>, string][])('%j', (cells, context, expected) => {
    expect(reason(cells, context)).toBe(expected)
  })

  test('a mark that cannot be is refused with the reason', () => {
    expect(reason({ mark: '22:08' })).toMatch(/^“22:08”: .*Marathon lie between/)
  })

  test('a row that could not be read keeps its problem', () => {
    const row = { line: 3, raw: 'a,"b', cells: [], context: {}, problem: 'A quotation mark is never closed.' }
    expect(readListing(row, ['name'], NOTHING, { dayOrder: null })).toEqual({
      ok: false,
      refusal: { line: 3, raw: 'a,"b', reason: 'A quotation mark is never closed.' },
    })
  })
})

describe('a spreadsheet formula', () => {
  test.each([
    '=HYPERLINK("https://example.org","x")',
    '=1+1',
    '=cmd|calc',
    '+SUM(A1)',
    '-A1',
    '@SUM(A1)',
    ' =NOW()',
    '＝SUM(A1)',
  ])('%s is refused', (note) => {
    expect(reason({ note })).toMatch(/looks like a spreadsheet formula\.$/)
  })

  test.each(['=1', '=NR', '=NR; CR', '+0.7', '-0.3', '+0.7 m/s', '−0.3', '+1:05', '-', '--', '–', "'=HYPERLINK(1)"])(
    '%s is none',
    (note) => {
      expect(answer({ note }).ok).toBe(true)
    },
  )
})

test('whatever the cells hold, a row is read or refused with a reason, and never fails', () => {
  const columns: Column[] = [
    ...(['rank', 'place', 'mark', 'wind', 'name', 'birthDate', 'country', 'affiliation', 'sex', 'discipline'] as const),
    ...(['round', 'date', 'year', 'competition', 'venue', 'city', 'hostCountry', 'classification', 'records'] as const),
    ...(['status', 'note', 'givenName', 'familyName', 'ignored'] as const),
  ]
  const usual = fc.constantFrom(
    '1',
    '9.80',
    '2:08:50',
    'Jan Mörtel (GER)',
    '2014',
    '07 DEC 2014',
    'M',
    'Marathon',
    '',
    '=1',
    'DNF',
  )
  const cells = fc.array(fc.oneof(usual, fc.string(), fc.string({ unit: 'binary' })), { maxLength: 26 })
  const contexts = fc.constantFrom<RowContext>(NOTHING, {
    ...NOTHING,
    discipline: 'marathon',
    sex: 'F',
    date: '2014',
    athlete: 'A B',
  })
  fc.assert(
    fc.property(
      cells,
      fc.shuffledSubarray(columns, { minLength: columns.length }),
      contexts,
      (given, order, context) => {
        const row = { line: 1, raw: given.join(), cells: given, context: {}, problem: null }
        const read = readListing(row, order, context, { dayOrder: 'DMY' })
        if (read.ok) {
          const { name, date, mark, status, place, otherPlace, warnings } = read.listing
          expect(name.trim()).not.toBe('')
          expect(isPartialDate(date)).toBe(true)
          expect(mark !== null || status !== null || place !== null || otherPlace !== undefined).toBe(true)
          expect(warnings.every((warning) => warning.endsWith('.'))).toBe(true)
        } else expect(read.refusal.reason).not.toBe('')
      },
    ),
    { numRuns: 500 },
  )
})

describe('a mark in several columns', () => {
  const TRACK: Partial<RowContext> = { discipline: '5000-metres', sex: 'M' }
  const markOf = (parts: Cells, context = TRACK) => read({ mark: '', ...parts }, context).mark?.text

  test('is put together', () => {
    expect(markOf({ minutes: '14', seconds: '5.3' })).toBe('14:05.3')
    expect(markOf({ minutes: "14'", seconds: '05', hundredths: '7' })).toBe('14:05.07')
    expect(markOf({ hours: '2', minutes: '8', seconds: '5 NR' }, MARATHON)).toBe('2:08:05')
    expect(markOf({ hours: '0', minutes: '14', seconds: '25,31' })).toBe('14:25,31')
    expect(markOf({ seconds: '48.20' }, { discipline: '400-metres', sex: 'M' })).toBe('48.20')
    expect(read({ mark: '', hours: '2', minutes: '8', seconds: '5 NR' }).records).toEqual(['NR'])
  })

  test('may be a status in one of them', () => {
    expect(read({ mark: '', hours: 'DNF', minutes: '', seconds: '' })).toMatchObject({ status: 'DNF', mark: null })
  })

  test('is refused where a part is missing or no number', () => {
    expect(reason({ mark: '', minutes: '14', seconds: '' }, TRACK)).toMatch(/no number of seconds/)
    expect(reason({ mark: '', hours: '2', minutes: '', seconds: '5' })).toMatch(/no number of minutes/)
    expect(reason({ mark: '', minutes: 'abc', seconds: '5' }, TRACK)).toMatch(/“abc” is no number of minutes/)
  })

  test('gives way to a whole one', () => {
    expect(markOf({ mark: '14:06.00', minutes: '14', seconds: '5.3' })).toBe('14:06.00')
  })
})

describe('a date in several columns', () => {
  const dateOf = (parts: Cells, context?: Partial<RowContext>) => read({ date: '', ...parts }, context).date

  test('is put together as far as it is there', () => {
    expect(dateOf({ day: '7', month: '12', year: '2014' })).toBe('2014-12-07')
    expect(dateOf({ day: '07', month: 'декабря', year: '2014' })).toBe('2014-12-07')
    expect(dateOf({ day: '3.0', month: '4.0', year: '2014.0' })).toBe('2014-04-03')
    expect(dateOf({ day: '7', month: '12', year: '’14' })).toBe('2014-12-07')
    expect(dateOf({ day: '7', month: '12', year: '82' })).toBe('1982-12-07')
    expect(dateOf({ day: '', month: 'Dec', year: '2014' })).toBe('2014-12')
    expect(dateOf({ day: '', month: '', year: '2014' })).toBe('2014')
  })

  test('takes its year from what stands above', () => {
    expect(dateOf({ day: '7', month: '12' }, { ...MARATHON, date: '2014' })).toBe('2014-12-07')
  })

  test('is refused where no calendar has it', () => {
    expect(reason({ date: '', day: '31', month: '2', year: '2014' })).toMatch(/“31 Feb” is not a date/)
    expect(reason({ date: '', day: '7', month: '13', year: '2014' })).toMatch(/“7 13” is not a date/)
    expect(reason({ date: '', day: '7', month: '', year: '2014' })).toMatch(/“7” is not a date/)
  })
})

describe('an age group or a para class', () => {
  test('has a column of its own, which counts over the heading', () => {
    expect(read({ ageGroup: 'u20' }, { ...MARATHON, ageGroup: 'U18' }).ageGroup).toBe('U20')
    expect(read({ ageGroup: 'M40', paraClass: 't46' })).toMatchObject({ ageGroup: 'M40', paraClass: 'T46' })
    expect(read({ mark: '1:25:00', paraClass: 'T54' }).mark?.text).toBe('1:25:00')
  })

  test('is none where the column says so', () => {
    const given = { ...MARATHON, ageGroup: 'U20', paraClass: 'T46' }
    expect(read({ ageGroup: 'Open', paraClass: 'open' }, given)).toMatchObject({ ageGroup: null, paraClass: null })
    expect(read({}, given)).toMatchObject({ ageGroup: 'U20', paraClass: 'T46' })
  })

  test('is refused where it is none that there is', () => {
    expect(reason({ ageGroup: 'elders' })).toMatch(/“elders” is no age group/)
    expect(reason({ paraClass: 'T99' })).toMatch(/“T99” is no para class/)
  })
})
