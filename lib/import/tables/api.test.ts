import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { openAthlete } from '../../pages/open-data'
import { aPlace, aRecord, aResult } from '../../record/record.fixture'
import { readApi } from './api'
import { ANY_TEXT, expectWellFormed, LONG_GARBAGE, millisecondsOf } from './garbage.fixture'

const RESULT = {
  id: 'r1',
  year: 2014,
  date: '2014-12-07',
  datePrecision: 'day',
  competition: { slug: 'lake-2014', name: 'Lake Marathon', city: 'Otsu', country: 'JPN', category: 'road-race' },
  discipline: 'marathon',
  round: 'final',
  mark: '2:08:50',
  value: 7_730_000,
  unit: 'milliseconds',
  status: null,
  wind: null,
  places: [
    { classification: 'overall', place: 3 },
    { classification: 'asian', place: 1 },
  ],
  records: ['NR'],
  citations: [],
  disputed: false,
}
const ATHLETE = { slug: 'a', name: 'Bold Ser', sex: 'M', country: 'MGL', birthDate: '1981-10-07', results: [RESULT] }

const columnsOf = (text: string) => {
  const [table] = readApi(text)
  return table?.rows.map(({ cells }) => Object.fromEntries(cells.map((cell, index) => [table.columns?.[index], cell])))
}

describe('a document of one athlete', () => {
  test('has a row for each place of each result', () => {
    const shared = {
      name: 'Bold Ser',
      birthDate: '1981-10-07',
      country: 'MGL',
      sex: 'M',
      date: '2014-12-07',
      competition: 'Lake Marathon',
      city: 'Otsu',
      hostCountry: 'JPN',
      discipline: 'marathon',
      round: 'final',
      mark: '2:08:50',
      status: '',
      wind: '',
      records: 'NR',
    }
    expect(columnsOf(JSON.stringify(ATHLETE))).toEqual([
      { ...shared, classification: 'overall', place: '3' },
      { ...shared, classification: 'asian', place: '1' },
    ])
  })

  test('says whose results they are, and what our own words say for certain', () => {
    const [table] = readApi(JSON.stringify(ATHLETE))
    expect(table).toMatchObject({ title: 'Bold Ser', context: { athlete: 'Bold Ser', sex: 'M' } })
    expect(table?.rows[0]?.context).toEqual({
      athlete: 'Bold Ser',
      sex: 'M',
      discipline: 'marathon',
      round: 'FINAL',
      date: '2014-12-07',
    })
  })

  test('has winds as lists print them, and statuses beside the mark', () => {
    const results = [
      { ...RESULT, discipline: '100-metres', wind: -0.3, places: [] },
      { ...RESULT, mark: null, status: 'DNF', places: [] },
    ]
    expect(columnsOf(JSON.stringify({ ...ATHLETE, results }))).toMatchObject([
      { wind: '-0.3', place: '' },
      { mark: '', status: 'DNF' },
    ])
  })

  test('has rows with the lines on which they begin', () => {
    const text = JSON.stringify({ ...ATHLETE, results: [RESULT, { ...RESULT, id: 'r2' }] }, null, 2)
    const lines = text.split('\n')
    expect(readApi(text)[0]?.rows.map(({ line }) => lines[line - 1]?.trim())).toEqual([
      '"id": "r1",',
      '"id": "r1",',
      '"id": "r2",',
      '"id": "r2",',
    ])
  })

  test('without a name says so in each row', () => {
    expect(readApi(JSON.stringify({ results: [RESULT] }))[0]?.rows[0]?.problem).toMatch(/“name” is missing/)
  })

  test('as the program itself writes it gives every place of every result', () => {
    const record = aRecord({
      results: [aResult({ mark: '2:08:50', places: [aPlace({ place: 3 })] }), aResult({ mark: '2:10:00' })],
    })
    const [table, ...others] = readApi(JSON.stringify(openAthlete(record)))
    expect(others).toEqual([])
    const [mark, place] = [table?.columns?.indexOf('mark') ?? -1, table?.columns?.indexOf('place') ?? -1]
    expect(table?.rows.map(({ cells }) => [cells[mark], cells[place]]).toSorted()).toEqual([
      ['2:08:50', '3'],
      ['2:10:00', ''],
    ])
    expect(table?.rows.every(({ problem }) => problem === null)).toBe(true)
  })
})

describe('several athletes', () => {
  test('may stand in an array or under “items”', () => {
    const other = { ...ATHLETE, name: 'Eve Ito' }
    for (const document of [[ATHLETE, other], { items: [ATHLETE, other], nextCursor: null }]) {
      expect(readApi(JSON.stringify(document)).map(({ title }) => title)).toEqual(['Bold Ser', 'Eve Ito'])
    }
  })

  test('of the search, which have no results, give no table', () => {
    expect(readApi('{"items":[{"slug":"a","name":"Bold Ser"}],"nextCursor":null}')).toEqual([])
  })
})

describe('broken JSON', () => {
  test('gives one row that says where it breaks', () => {
    const [table] = readApi('{\n  "name": "Bold Ser",\n  "results": [}\n}')
    expect(table?.rows).toHaveLength(1)
    expect(table?.rows[0]).toMatchObject({ line: 3, cells: [] })
    expect(table?.rows[0]?.problem).toMatch(/^The JSON cannot be read from line 3, character 15, where “\}/)
  })

  test('that ends too early says so', () => {
    expect(readApi('{"name": "Bold Ser",\n"results": [{')[0]?.rows[0]).toMatchObject({
      line: 2,
      problem: 'The JSON ends too early, on line 2: something in it is not closed.',
    })
  })

  test('that is no JSON at all breaks at its first letter', () => {
    expect(readApi('Rank,Mark')[0]?.rows[0]?.problem).toMatch(/line 1, character 1/)
  })
})

describe('any text', () => {
  test('is read without an error', () => {
    fc.assert(fc.property(ANY_TEXT, (text) => expectWellFormed(readApi(text), text)))
    fc.assert(fc.property(fc.json(), (text) => expectWellFormed(readApi(text), text)))
  })

  test.each(LONG_GARBAGE.map((text) => [JSON.stringify(text.slice(0, 24)), text]))(
    '%s over and over takes no long time',
    (_, text) => {
      expect(millisecondsOf(() => readApi(text))).toBeLessThan(10_000)
    },
  )
})
