import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Listing } from './listing'
import { type ImportSetup, NOTHING } from './setup'
import {
  isColumn,
  readStoredCandidates,
  readStoredChanges,
  readStoredColumns,
  readStoredListing,
  readStoredSetup,
} from './stored'

const SETUP: ImportSetup = {
  encoding: 'shift_jis',
  encodingReason: 'It reads as Japanese.',
  format: 'csv',
  formatReason: 'Tabs part most lines into 3 cells.',
  delimiter: '\t',
  context: { discipline: 'marathon', sex: 'M', date: '2014-12-07', wind: null, athlete: 'Ser-Od Bat-Ochir' },
  dayOrder: 'DMY',
  tables: [
    {
      title: 'Men',
      context: { round: 'HEAT', raceNumber: 3, wind: -200 },
      header: ['Pos', 'Name', ''],
      columns: ['place', 'name', null],
      reasons: ['Its title is “Pos”.', '', ''],
      sample: [['1', 'A', '']],
      leftOut: false,
    },
  ],
  sheet: { kind: ['race'], 'row:mark': ['2:08:50', ''] },
}

const LISTING: Listing = {
  line: 2,
  raw: '',
  name: 'Ser-Od BAT-OCHIR',
  birthDate: '1981-10-07',
  countryCode: 'MGL',
  club: null,
  discipline: 'marathon',
  sex: 'M',
  ageGroup: null,
  paraClass: null,
  round: 'FINAL',
  raceNumber: null,
  mark: { text: '2:08:50', value: 7_730_000, precision: 1000, timing: null },
  status: null,
  wind: null,
  flags: [],
  qualification: null,
  place: 3,
  tied: false,
  records: ['NR'],
  date: '2014-12-07',
  endDate: null,
  competition: { name: 'Fukuoka Marathon', city: 'Fukuoka', venue: null, countryCode: 'JPN' },
  warnings: [],
}

describe('What imports keep as JSON', () => {
  test('is read as it was written', () => {
    expect(readStoredSetup(JSON.parse(JSON.stringify(SETUP)))).toEqual(SETUP)
    expect(readStoredSetup({ ...SETUP, context: NOTHING }).context).toEqual(NOTHING)
    expect(readStoredListing(LISTING)).toEqual(LISTING)
    expect(readStoredColumns(['place', null, 'mark'])).toEqual(['place', null, 'mark'])
  })

  test('can be anything, and what is wrong in it is nothing', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (stored) => {
        const { tables, format, encoding } = readStoredSetup(stored)
        expect(tables.flatMap(({ columns }) => columns).every((column) => column === null || isColumn(column))).toBe(
          true,
        )
        expect([format, () => new TextDecoder(encoding)]).toHaveLength(2)
        readStoredListing(stored)
        readStoredChanges(stored)
        readStoredColumns(stored)
        readStoredCandidates(stored, 'athleteId')
      }),
    )
  })

  test.each([
    [{ ...SETUP, format: 'pdf' }, { format: 'csv' }],
    [{ ...SETUP, encoding: 'mn-Cyrl-MNG' }, { encoding: 'utf-8' }],
    [{ ...SETUP, context: { discipline: 'constructor', sex: 'M', date: '2014-13-45' } }, { context: { sex: 'M' } }],
    [{ ...SETUP, tables: [null, 'x', {}] }, { tables: [{ columns: [], leftOut: false }] }],
    [{ ...SETUP, sheet: 'x' }, { sheet: undefined }],
  ])('of a setup, all that is right is kept', (stored, expected) => {
    const read = readStoredSetup(stored)
    for (const [field, value] of Object.entries(expected)) {
      if (field === 'tables') expect(read.tables).toMatchObject(value as object)
      else expect(read[field as keyof ImportSetup]).toEqual(value)
    }
  })

  test.each(['discipline', 'competition', 'date', 'flags', 'warnings'] as const)(
    'a row without its %s is not shown as one',
    (field) => {
      expect(readStoredListing({ ...LISTING, [field]: undefined })).toBeNull()
      expect(readStoredListing({ ...LISTING, [field]: 'mn-Cyrl-MNG' })).toBeNull()
    },
  )
})
