import { describe, expect, test } from 'vitest'
import { readListing } from './read-listing'
import { contextFor } from './setup'
import { cellInput, cellOf, isBlank, listColumns, listedRow, rowsIn, type SheetHead, withRoom } from './sheet'
import { checkRow } from './sheet-check'
import { readRaceHead, readSeasonHead } from './sheet-head'

const HEAD: SheetHead = {
  kind: 'race',
  context: { discipline: '100-metres', sex: 'M', round: 'FINAL', date: '2009-08-16' },
  told: { competitionAddress: '2009-world-championships' },
}
const SEASON: SheetHead = {
  kind: 'season',
  context: { sex: 'M', date: '2014' },
  told: { name: 'Ser-Od Bat-Ochir', athleteAddress: 'ser-od-bat-ochir', country: 'MGL' },
}
const BOLT = { place: '1', name: 'Usain BOLT', country: 'JAM', birthDate: '1986', mark: '9.58', wind: '+0.9' }

describe('The rows of a form', () => {
  test('are put together from its columns, blank ones too', () => {
    const rows = rowsIn({ 'row:name': ['Bolt', '', ' Gay\n'], 'row:mark': ['9.58', '', ''] }, 'race')
    expect(rows).toEqual([{ name: 'Bolt', mark: '9.58' }, {}, { name: 'Gay' }])
    expect(rows.map((row) => isBlank(row, 'race'))).toEqual([false, true, false])
    expect(isBlank({ athleteAddress: 'new' }, 'race')).toBe(true)
  })

  test('have names by which an error finds its cell', () => {
    expect(cellOf(cellInput('mark', 3))).toEqual({ column: 'mark', row: 3 })
    expect(cellOf('competition')).toBeNull()
  })

  test('grow by one where the last is filled, to a limit', () => {
    expect(withRoom([BOLT], 'race', 1)).toEqual([BOLT, {}])
    expect(withRoom([BOLT, {}], 'race', 1)).toHaveLength(2)
    expect(withRoom(Array(500).fill(BOLT), 'race')).toHaveLength(500)
  })
})

test('a row is read as a row of a list, with what the head says of it', () => {
  const row = { ...BOLT, remark: '=a “formula”, -1 s behind' }
  const read = readListing(listedRow(row, HEAD, 4), listColumns('race'), contextFor({}, {}, HEAD.context), {
    dayOrder: null,
  })
  expect(read).toMatchObject({
    ok: true,
    listing: {
      line: 4,
      name: 'Usain BOLT',
      birthDate: '1986',
      countryCode: 'JAM',
      discipline: '100-metres',
      date: '2009-08-16',
      mark: { value: 9580 },
      wind: 900,
      place: 1,
      competitionAddress: '2009-world-championships',
      remark: '=a “formula”, -1 s behind',
      warnings: [],
    },
  })
})

describe('A row that is typed', () => {
  test('is right where each cell is, and blank where there is none', () => {
    expect(checkRow(BOLT, HEAD)).toMatchObject({ errors: {}, listing: { place: 1 } })
    expect(checkRow({}, HEAD)).toEqual({ errors: {}, warnings: [], listing: null })
    expect(checkRow({ name: 'Gay', mark: 'DNF' }, HEAD).listing?.status).toBe('DNF')
    expect(checkRow({ name: 'Gay', place: '2=' }, HEAD).listing).toMatchObject({ place: 2, tied: true })
    expect(checkRow({ name: 'Gay', mark: '9.71 NR' }, HEAD).listing?.records).toEqual(['NR'])
  })

  test.each([
    ['place', 'last'],
    ['country', 'Narnia'],
    ['birthDate', '2020'],
    ['mark', '2.58'],
    ['status', 'tired'],
    ['wind', 'strong'],
  ] as const)('says what is wrong in %s', (column, text) => {
    const { errors, listing } = checkRow({ ...BOLT, [column]: text }, HEAD)
    expect(Object.keys(errors)).toEqual([column])
    expect(listing).toBeNull()
  })

  test('says what is missing', () => {
    expect(Object.keys(checkRow({ mark: '9.58' }, HEAD).errors)).toEqual(['name'])
    expect(Object.keys(checkRow({ name: 'Bolt' }, HEAD).errors)).toEqual(['mark'])
  })

  test('has its mark read as a list’s, with what was inferred', () => {
    const marathon: SheetHead = { ...HEAD, context: { ...HEAD.context, discipline: 'marathon' } }
    expect(checkRow({ name: 'Bat-Ochir', mark: '2:08.50' }, marathon)).toMatchObject({
      errors: {},
      listing: { mark: { value: 7_730_000 } },
    })
    expect(checkRow({ name: 'Bat-Ochir', mark: '2:08.50' }, marathon).warnings).toHaveLength(1)
  })

  test('waits for the discipline before its mark is judged', () => {
    expect(checkRow({ name: 'Bolt', mark: '9.58' }, { ...HEAD, context: {} }).errors).toEqual({})
  })

  test('of a season has a date, a place and a discipline of its own', () => {
    const row = { date: '7 Dec', competition: 'Fukuoka Marathon', discipline: 'marathon', mark: '2:08:50' }
    expect(checkRow(row, SEASON).listing).toMatchObject({
      name: 'Ser-Od Bat-Ochir',
      athleteAddress: 'ser-od-bat-ochir',
      countryCode: 'MGL',
      date: '2014-12-07',
    })
    expect(Object.keys(checkRow({ ...row, date: '07/12/2014' }, SEASON).errors)).toEqual(['date'])
    expect(Object.keys(checkRow({ ...row, discipline: 'chess' }, SEASON).errors)).toEqual(['discipline'])
    expect(Object.keys(checkRow({ mark: '2:08:50' }, SEASON).errors).sort()).toEqual(['competition', 'discipline'])
  })
})

describe('The head of a sheet', () => {
  const textOf = (typed: Record<string, string>) => (input: string) => typed[input] ?? ''

  test('of a race says its discipline, round and heat', () => {
    const typed = { discipline: 'marathon', sex: 'F', round: 'HEAT', raceNumber: '2', date: '2014', hostCountry: 'jpn' }
    expect(readRaceHead(textOf(typed))).toMatchObject({
      errors: {},
      head: {
        context: { discipline: 'marathon', sex: 'F', round: 'HEAT', raceNumber: 2, date: '2014', countryCode: 'JPN' },
      },
    })
    expect(readRaceHead(textOf({})).errors).toHaveProperty('discipline')
    expect(readRaceHead(textOf({ ...typed, discipline: '4x100-metres-relay' })).errors).toHaveProperty('discipline')
    expect(readRaceHead(textOf({ ...typed, date: 'soon' }))).toMatchObject({
      errors: { date: expect.any(String) },
      head: { context: { sex: 'F' } },
    })
  })

  test('of a season says whose it is, for which country', () => {
    const athlete = { slug: 'ser-od-bat-ochir', name: 'Ser-Od Bat-Ochir', sex: 'M' as const }
    expect(readSeasonHead(textOf({ date: '2014', countryCode: 'MGL' }), athlete).head).toEqual(SEASON)
  })
})
