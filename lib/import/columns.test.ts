import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { resultsTable } from '../pages/open-data'
import { aRecord } from '../record/record.fixture'
import { guessColumns } from './columns'
import type { RawRow } from './listing'

function rowsOf(lines: readonly string[][]): RawRow[] {
  return lines.map((cells, at) => ({ line: at + 1, raw: cells.join(), cells, context: {}, problem: null }))
}

const guess = (...lines: string[]) => guessColumns(rowsOf(lines.map((line) => line.split('|'))))
const columnsOf = (...lines: string[]) => guess(...lines).columns.map(({ value }) => value)

const FEDERATION = [
  '0|1|26:51.00|Tamir BOLDOO|12 SEP 1996|MGL|1|Estadio del Río, Valencia (ESP)|07 OCT 2020|1206',
  '1|2|26:57.53|Aiko MORI|13 JUN 1982|JPN|2.0|Boulevard, Bruxelles (BEL)|26 AUG 2005|1195',
  '2|3|27:01.7h|Jan MÖRTEL|1985|GER|3h2|Bern (SUI)|26 AUG 2005|1190',
  '3|3|27:01.70|Lena RÖHR||GER||Ostrava (CZE)|27 MAY 2010|1190',
]
const FEDERATION_COLUMNS = [
  'ignored',
  'rank',
  'mark',
  'name',
  'birthDate',
  'country',
  'place',
  'venue',
  'date',
  'ignored',
]

describe("a federation's list", () => {
  test('is known by its titles', () => {
    const guessed = guess('|Rank|Mark|Competitor|DOB|Nat|Pos|Venue|Date|Results Score', ...FEDERATION)
    expect(guessed.header).toBe(true)
    expect(guessed.reason).toBe('The first line names the columns Rank, Mark, Competitor ….')
    expect(guessed.columns.map(({ value }) => value)).toEqual(FEDERATION_COLUMNS)
    expect(guessed.columns[3]?.reason).toBe('Its title is “Competitor”.')
  })

  test('is known by its cells where the titles are missing', () => {
    const guessed = guess(...FEDERATION)
    expect(guessed).toMatchObject({ header: false, reason: 'The first line holds a mark or a date already.' })
    expect(guessed.columns.map(({ value }) => value)).toEqual(FEDERATION_COLUMNS)
  })

  test('of a jump tells marks from winds', () => {
    const jumps = [
      '0|1|8.35|0.3|Tamir BOLDOO|12 SEP 1996|MGL|1|Bern (SUI)|07 OCT 2020|1206',
      '1|2|8.3|-0.9|Aiko MORI|13 JUN 1982|JPN|2.0|Oita (JPN)|26 AUG 2005|1195',
      '2|3|8.29||Jan MÖRTEL|1985|GER|3q2|Bern (SUI)|26 AUG 2005|1190',
    ]
    const expected = [
      'ignored',
      'rank',
      'mark',
      'wind',
      'name',
      'birthDate',
      'country',
      'place',
      'venue',
      'date',
      'ignored',
    ]
    expect(columnsOf('|Rank|Mark|WIND|Competitor|DOB|Nat|Pos|Venue|Date|Results Score', ...jumps)).toEqual(expected)
    expect(columnsOf(...jumps)).toEqual(expected)
  })
})

describe('titles', () => {
  test.each([
    [
      'Platz|Zeit|Name|Jahrgang|Verein|Datum|Ort',
      ['place', 'mark', 'name', 'birthDate', 'affiliation', 'date', 'venue'],
    ],
    ['Place|Temps|Nom|Prénom|Né(e)|Club', ['place', 'mark', 'familyName', 'givenName', 'birthDate', 'affiliation']],
    ['Puesto|Marca|Nombre|Apellidos|País|Fecha', ['place', 'mark', 'givenName', 'familyName', 'country', 'date']],
    [
      '順位|記録|氏名|所属|生年月日|国籍|日付|大会',
      ['place', 'mark', 'name', 'affiliation', 'birthDate', 'country', 'date', 'competition'],
    ],
    [
      'Место|Результат|Фамилия|Имя|Дата рождения|Страна',
      ['place', 'mark', 'familyName', 'givenName', 'birthDate', 'country'],
    ],
    ['Байр|Амжилт|Нэр|Төрсөн огноо|Улс|Тэмцээн', ['place', 'mark', 'name', 'birthDate', 'country', 'competition']],
    [
      'Bib|Gun Time|Net Time|First Name|Last Name|Nationality|M/F',
      ['ignored', 'mark', 'ignored', 'givenName', 'familyName', 'country', 'sex'],
    ],
    [
      'BirthDate|full_name|Finish Time|Event|City|Country',
      ['birthDate', 'name', 'mark', 'discipline', 'city', 'country'],
    ],
    ['Name|Points|Date', ['name', 'mark', 'date']],
    ['Name|Mark|Points|Date', ['name', 'mark', 'ignored', 'date']],
    ['Name|Nat|Mark|Date|City|Country', ['name', 'country', 'mark', 'date', 'city', 'hostCountry']],
  ])('%s are understood', (titles, columns) => {
    expect(columnsOf(titles)).toEqual(columns)
  })

  test('give way to cells that say otherwise', () => {
    expect(columnsOf('Mark|Name|Place', '2:10:05|Tamir Boldoo|Ulaanbaatar', '2:11:00|Aiko Mori|Oita')).toEqual([
      'mark',
      'name',
      'venue',
    ])
    expect(columnsOf('Rank|Team|Participant|Results', 'G|MGL|Tamir BOLDOO|2:10:05', 'S|JPN|Aiko MORI|2:11:00')).toEqual(
      ['place', 'country', 'name', 'mark'],
    )
  })

  test('of notes are of marks, where most notes are and no other column is', () => {
    expect(columnsOf('Year|Competition|Notes', '2014|Lake Race|2:10:05', '2015|Lake Race|DNF')).toEqual([
      'year',
      'competition',
      'mark',
    ])
  })

  test('may be unknown, and are titles all the same', () => {
    const guessed = guess('Wer|Was|Wo', 'Jan Mörtel|2:10:05|Bern (SUI)', 'Lena Röhr|2:11:00|Basel (SUI)')
    expect(guessed.header).toBe(true)
    expect(guessed.columns.map(({ value }) => value)).toEqual(['name', 'mark', 'venue'])
  })

  test('of our own results table are all known', () => {
    const { header } = resultsTable(aRecord())
    const columns = guessColumns(rowsOf([header])).columns.map(({ value }) => value)
    const known = Object.fromEntries(header.map((title, at) => [title, columns[at]]))
    expect(Object.entries(known).filter(([, column]) => column === null)).toEqual([])
    expect(Object.entries(known).filter(([, column]) => column !== 'ignored')).toEqual(
      Object.entries({
        year: 'year',
        date: 'date',
        competition: 'competition',
        city: 'city',
        country: 'hostCountry',
        discipline: 'discipline',
        round: 'round',
        mark: 'mark',
        status: 'status',
        wind: 'wind',
        classification: 'classification',
        place: 'place',
        records: 'records',
      }),
    )
  })
})

test('ranks are places where nothing tells of more than one race', () => {
  expect(columnsOf('Rank|Name|Time', '1|Jan Mörtel|2:10:05')).toEqual(['place', 'name', 'mark'])
  expect(columnsOf('Rank|Name|Time|Date', '1|Jan Mörtel|2:10:05|2014')).toEqual(['rank', 'name', 'mark', 'date'])
})

test('towns are the homes of the runners where nothing tells of more than one race', () => {
  const titles = 'Bib|Name|Age|M/F|City|State|Country|5K|10K|Official Time|Overall'
  expect(
    columnsOf(
      titles,
      '11|Mörtel, Jan|24|M|Bern||SUI|0:15:25|0:30:28|2:10:05|1',
      '17|Boldoo, Tamir|30|M|Darkhan||MGL|0:15:24|0:30:27|2:10:58|2',
    ),
  ).toEqual(['ignored', 'name', 'ignored', 'sex', 'ignored', null, 'country', null, null, 'mark', 'place'])
})

test('a table of nothing has no columns, and none makes it fail', () => {
  expect(guessColumns([])).toMatchObject({ header: false, columns: [] })
  fc.assert(
    fc.property(fc.array(fc.array(fc.string(), { maxLength: 5 }), { maxLength: 5 }), (lines) => {
      const width = Math.max(0, ...lines.map((cells) => cells.length))
      expect(guessColumns(rowsOf(lines)).columns).toHaveLength(width)
    }),
  )
})

describe('a date or a mark in several columns', () => {
  test('is known by the titles of its parts', () => {
    expect(
      columnsOf(
        'Name|Nat|Min|Sec|Day|Month|Year|City',
        'A Kip|KEN|14|5.3|7|12|2014|Oita',
        'B Ser|MGL|14|25.0|30|Nov|2014|Oita',
      ),
    ).toEqual(['name', 'country', 'minutes', 'seconds', 'day', 'month', 'year', 'city'])
    expect(columnsOf('Pos|Name|Nat|h|m|s', '1|A Kip|KEN|2|8|50', '2|B Ser|MGL|2|9|5', '3|C Ito|JPN|DNF||')).toEqual([
      'place',
      'name',
      'country',
      'hours',
      'minutes',
      'seconds',
    ])
  })

  test('may have years of two digits', () => {
    expect(columnsOf('Name|Time|Day|Month|Year', 'A Kip|14:05.3|7|12|14', 'B Ser|14:25.0|30|11|98')).toEqual([
      'name',
      'mark',
      'day',
      'month',
      'year',
    ])
  })

  test('leaves the points beside it what they are', () => {
    expect(columnsOf('Name|Nat|Min|Sec|Points', 'A Kip|KEN|14|05.3|1100', 'B Ser|MGL|14|25.0|1050')).toEqual([
      'name',
      'country',
      'minutes',
      'seconds',
      'ignored',
    ])
  })

  test('says nothing more where the whole has a column of its own', () => {
    expect(
      columnsOf(
        'Name|Time|Min|Sec|Date|Day|Month',
        'A Kip|14:05.3|14|5.3|7 DEC 2014|Sun|12',
        'B Ser|14:25.0|14|25.0|7 DEC 2014|Sun|12',
      ),
    ).toEqual(['name', 'mark', 'ignored', 'ignored', 'date', 'ignored', 'ignored'])
  })

  test('is not seen where the cells are no such numbers', () => {
    expect(columnsOf('Name|Time|Min', 'A Kip|14:05.3|13:50.1', 'B Ser|14:25.0|13:50.1')[2]).not.toBe('minutes')
  })
})
