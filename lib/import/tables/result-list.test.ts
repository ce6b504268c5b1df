import { existsSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { ANY_TEXT, expectWellFormed, LONG_GARBAGE, millisecondsOf } from './garbage.fixture'
import { readResultList } from './result-list'

/** The real documents lie beside the project and not in it. */
const SHARED = new URL('../../../../shared/', import.meta.url)
const realFile = (path: string) => readFileSync(new URL(path, SHARED), 'utf8')

/** Place, name, country, affiliation, birth, mark, wind, records, note. */
const cellsOf = (text: string) => readResultList(text).flatMap(({ rows }) => rows.map(({ cells }) => cells))

describe('a list with an entry a line', () => {
  const [table, ...others] = readResultList(
    "Steppe Cup, Rome, Italy, 3 May 2014\n\nWomen's 100 m Final   +0.7 m/s\n1. Anna Ser (Mongolia) - 11.20\n2. Eve Ito (Japan) - 11.30",
  )

  test('has its context from the headings above', () => {
    expect(others).toEqual([])
    expect(table).toMatchObject({
      title: "Women's 100 m Final +0.7 m/s",
      context: {
        competition: 'Steppe Cup',
        city: 'Rome',
        countryCode: 'ITA',
        date: '2014-05-03',
        discipline: '100-metres',
        sex: 'F',
        round: 'FINAL',
        wind: 700,
      },
    })
  })

  test('has named columns, and each row with its line as it stood', () => {
    expect(table?.columns).toEqual([
      'place',
      'name',
      'country',
      'affiliation',
      'birthDate',
      'mark',
      'wind',
      'records',
      'note',
    ])
    expect(table?.rows).toMatchObject([
      {
        line: 4,
        raw: '1. Anna Ser (Mongolia) - 11.20',
        cells: ['1', 'Anna Ser', 'Mongolia', '', '', '11.20', '', '', ''],
      },
      { line: 5, raw: '2. Eve Ito (Japan) - 11.30' },
    ])
  })
})

describe('an entry', () => {
  test.each([
    ['1. Anna Ser (Mongolia) - 11.20', ['1', 'Anna Ser', 'Mongolia', '', '', '11.20', '', '', '']],
    ['1. Anna Ser, Mongolia, 11.20', ['1', 'Anna Ser', 'Mongolia', '', '', '11.20', '', '', '']],
    ['1. Ser, Anna (MGL) 11.20', ['1', 'Ser, Anna', 'MGL', '', '', '11.20', '', '', '']],
    ['1) Anna SER MGL 11.20', ['1', 'Anna SER', 'MGL', '', '', '11.20', '', '', '']],
    ['1= Anna Ser (MGL) – 11.4h', ['1=', 'Anna Ser', 'MGL', '', '', '11.4h', '', '', '']],
    ['=2. Anna Ser (MGL) 11.40', ['=2', 'Anna Ser', 'MGL', '', '', '11.40', '', '', '']],
    ['① 山田太郎 (順天堂大) 2:10:00', ['1', '山田太郎', '', '順天堂大', '', '2:10:00', '', '', '']],
    ['３．山田太郎（早大）　２：１０：００', ['3', '山田太郎', '', '早大', '', '2:10:00', '', '', '']],
    ['1 Jo Kip (Kenya/Lake Harriers) 2:08:50', ['1', 'Jo Kip', 'Kenya', 'Lake Harriers', '', '2:08:50', '', '', '']],
    ['Jo Kip (Kenya/Lake Harriers) 2:08:50', ['', 'Jo Kip', 'Kenya', 'Lake Harriers', '', '2:08:50', '', '', '']],
    ['2. Ken Ito (Lake Foods) 2:08:51 CR', ['2', 'Ken Ito', '', 'Lake Foods', '', '2:08:51', '', 'CR', '']],
    ['2. Ken Ito (JPN, 1990) 2:08:51 =NR, PB', ['2', 'Ken Ito', 'JPN', '', '1990', '2:08:51', '', '=NR PB', '']],
    ['2. Ken Ito (JPN) 20.81 Q (+0.3)', ['2', 'Ken Ito', 'JPN', '', '', '20.81', '+0.3', '', 'Q']],
    ['2. Ken Ito (JPN) 8.12m -0.1', ['2', 'Ken Ito', 'JPN', '', '', '8.12m', '-0.1', '', '']],
    ['5. Al Bo (FRA) DNF', ['5', 'Al Bo', 'FRA', '', '', 'DNF', '', '', '']],
    ['– Al Bo (FRA) DQ', ['', 'Al Bo', 'FRA', '', '', 'DQ', '', '', '']],
  ])('%s', (text, cells) => {
    expect(cellsOf(`Men's marathon\n${text}`)).toEqual([cells])
  })

  test('of a combined event has points', () => {
    expect(
      cellsOf("Men's Decathlon\n1. Al Bo (FRA) 8312\n2. Di Co (ITA) - 8,100 pts").map((cells) => cells[5]),
    ).toEqual(['8312', '8,100 pts'])
  })

  test('of several names that did not finish gives each a row', () => {
    expect(cellsOf("Men's marathon\n1. Jo Kip (KEN) 2:08:50\nDNF: Al Bo (France), Di Co").slice(1)).toEqual([
      ['', 'Al Bo', 'France', '', '', 'DNF', '', '', ''],
      ['', 'Di Co', '', '', '', 'DNF', '', '', ''],
    ])
  })
})

describe('a list that runs on in one line', () => {
  const RUN_ON = `Summary: gold: 4 Men: gold: 1 Women: gold: 3 12th Steppe Athletics Championships Pune, India, July 3-7, 2013 click here for all Men's 200 m Final \u00a0 +0.7 m/s 1. Bold Ser (Mongolia) - 20.87 2. Fadi Al Ali (Saudi Arabia) - 20.912 Women's 3000 m SC 1. Una Li (China) - 9:34.77 2. Eve Ito (Japan) - 9...`
  const tables = readResultList(RUN_ON)

  test('is parted into its events, with the competition of all of them', () => {
    expect(tables.map(({ context }) => context)).toEqual([
      {
        competition: '12th Steppe Athletics Championships',
        city: 'Pune',
        countryCode: 'IND',
        date: '2013-07',
        discipline: '200-metres',
        sex: 'M',
        round: 'FINAL',
        wind: 700,
      },
      {
        competition: '12th Steppe Athletics Championships',
        city: 'Pune',
        countryCode: 'IND',
        date: '2013-07',
        discipline: '3000-metres-steeplechase',
        sex: 'F',
      },
    ])
  })

  test('keeps the entry that was cut off as a row with the reason', () => {
    expect(tables[1]?.rows).toMatchObject([
      { cells: ['1', 'Una Li', 'China', '', '', '9:34.77', '', '', ''], problem: null },
      {
        cells: ['2', 'Eve Ito', 'Japan', '', '', '', '', '', ''],
        raw: '2. Eve Ito (Japan) - 9...',
        problem: 'The entry is cut off before its mark ends.',
      },
    ])
  })

  test('is not read to the half of a figure', () => {
    const [, second] = readResultList('Men 100 m 1. A Kip (KEN) 9.90 2. B Ser (MGL) - 9.9...')[0]?.rows ?? []
    expect(second?.problem).toMatch(/cut off/)
  })
})

describe('heats', () => {
  test('each have their number and their wind', () => {
    const [table] = readResultList(
      "Women's 100 m\nHeat 1 (-0.3 m/s)\n1. A Ser (MGL) 11.20\nHeat 2: 1. B Ito (JPN) 11.30 2. C Li (CHN) 11.40",
    )
    expect(table?.rows.map(({ context: { round, raceNumber, wind } }) => [round, raceNumber, wind])).toEqual([
      ['HEAT', 1, -300],
      ['HEAT', 2, undefined],
      ['HEAT', 2, undefined],
    ])
  })
})

describe('prose', () => {
  test('with numbers in it is no list', () => {
    expect(
      readResultList('1. First we go home.\n2. Then we ran 10 km in the rain, which took 30.08 and more.'),
    ).toEqual([])
  })

  test('between results says nothing of a race', () => {
    const tables = readResultList(
      "Men's 100 m\n1. A Kip (KEN) 9.90\nLater many of those who had come for the women's marathon went to see the stadium and the river.\n2. B Ser (MGL) 9.91",
    )
    expect(tables).toHaveLength(1)
    expect(tables[0]?.rows.map(({ context }) => context.discipline)).toEqual(['100-metres', '100-metres'])
  })
})

describe.skipIf(!existsSync(SHARED))('the real documents, where ../shared is', () => {
  test('the news page ends in five events, fourteen whole entries and one that was cut off', () => {
    const tables = readResultList(realFile('sources/000_245078e595e16e76.txt'))
    expect(tables.map(({ context }) => [context.sex, context.discipline, context.wind ?? null, context.date])).toEqual([
      ['M', '200-metres', 700, '2013-07'],
      ['M', '400-metres', null, '2013-07'],
      ['M', '110-metres-hurdles', 100, '2013-07'],
      ['M', '400-metres-hurdles', null, '2013-07'],
      ['M', '3000-metres-steeplechase', null, '2013-07'],
    ])
    const rows = tables.flatMap((table) => table.rows)
    expect(rows).toHaveLength(15)
    expect(rows.filter(({ problem }) => problem !== null)).toHaveLength(1)
    expect(rows.map(({ cells: [place] }) => place)).toEqual(Array.from({ length: 5 }, () => ['1', '2', '3']).flat())
    for (const { cells, context } of rows.slice(0, -1)) {
      expect(cells[1]).toMatch(/^\p{Lu}[\p{L} ]+$/u)
      expect(cells[2]).toMatch(/^\p{Lu}[\p{L} ]+$/u)
      expect(cells[5]).toMatch(/^(?:\d:)?\d\d\.\d{2,3}$/)
      expect(context.competition).toBe('20th Asian Athletics Championships')
    }
  })

  test.each(['001_8a9c821e711d1a4b', '002_4267ad9c8ba58de8', '003_9c15adfc4aeef9f9'])(
    '%s holds no result list',
    (name) => {
      expect(readResultList(realFile(`sources/${name}.txt`))).toEqual([])
    },
  )
})

describe('any text', () => {
  test('is read without an error', () => {
    fc.assert(fc.property(ANY_TEXT, (text) => expectWellFormed(readResultList(text), text)))
  })

  test.each(LONG_GARBAGE.map((text) => [JSON.stringify(text.slice(0, 24)), text]))(
    '%s over and over takes no long time',
    (_, text) => {
      expect(millisecondsOf(() => readResultList(text))).toBeLessThan(10_000)
    },
  )
})
