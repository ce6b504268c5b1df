import { existsSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readCells } from './cells'
import { ANY_TEXT, expectWellFormed, LONG_GARBAGE, millisecondsOf } from './garbage.fixture'

/** The real lists and documents, which lie beside the project and not in it. */
const SHARED = new URL('../../../../shared/', import.meta.url)
const realFile = (path: string) => readFileSync(new URL(path, SHARED), 'utf8')

const HEADER = 'Rank\r\nTeam\r\nParticipant\r\nResults\r\nNotes\r\n'
const table = (body: string, header = HEADER) => {
  const tables = readCells(header + body.replaceAll('/', '\r\n'))
  expect(tables).toHaveLength(1)
  return tables[0]
}
const cells = (body: string, header?: string) => table(body, header)?.rows.map((row) => row.cells)

describe('a race pasted with one cell a line', () => {
  test('has its columns told by their titles', () => {
    expect(table('G/ITA/ITA/Aldo ROSSI/02:10:55.000')?.columns).toEqual(['place', 'country', 'name', 'mark', 'note'])
  })

  test('has rows whether the name stands once or twice, and the line on which each begins', () => {
    const body =
      'G/ITA/ITA/Aldo ROSSI/02:10:55.000/S/USA/USA/Joe DOE/Joe DOE/02:11:29.000/B/KOR/KOR/Ho LEE/Ho LEE/02:12:11.000'
    expect(cells(body)).toEqual([
      ['G', 'ITA', 'Aldo ROSSI', '02:10:55.000', ''],
      ['S', 'USA', 'Joe DOE', '02:11:29.000', ''],
      ['B', 'KOR', 'Ho LEE', '02:12:11.000', ''],
    ])
    expect(table(body)?.rows.map(({ line }) => line)).toEqual([6, 11, 17])
  })

  test('has notes only where they stand, and those who finished nowhere', () => {
    expect(
      cells(
        '1/KEN/KEN/A Kip/2:08:50/OR/2/MGL/MGL/B Ser/2:09:00/PB/3/JPN/C Ito/2:09:01/DNF/ITA/ITA/D Rossi/DNS/URS/URS/E Orlov',
      ),
    ).toEqual([
      ['1', 'KEN', 'A Kip', '2:08:50', 'OR'],
      ['2', 'MGL', 'B Ser', '2:09:00', 'PB'],
      ['3', 'JPN', 'C Ito', '2:09:01', ''],
      ['', 'ITA', 'D Rossi', 'DNF', ''],
      ['', 'URS', 'E Orlov', 'DNS', ''],
    ])
  })

  test('has those without a place, whose empty cell left no line', () => {
    expect(cells('1/KEN/KEN/A Kip/2:08:50/ITA/ITA/D Rossi/DNF/MGL/MGL/E Bold/DNS')).toEqual([
      ['1', 'KEN', 'A Kip', '2:08:50', ''],
      ['', 'ITA', 'D Rossi', 'DNF', ''],
      ['', 'MGL', 'E Bold', 'DNS', ''],
    ])
  })

  test('passes over blank lines', () => {
    expect(cells('1//KEN/KEN//A Kip/2:08:50////2/MGL/MGL/B Ser/2:09:00/')).toHaveLength(2)
  })

  test('names the row that has no name', () => {
    expect(table('1/KEN/KEN/2:08:50/2/MGL/MGL/B Ser/2:09:00')?.rows.map(({ problem }) => problem)).toEqual([
      'No name stands in this row.',
      null,
    ])
  })

  test('takes its race from what stands above, and the heats from between', () => {
    const [heats] = readCells(
      `Steppe Games 2011\n\nMen's 100 m\nRank\nTeam\nAthlete\nTime\nHeat 1\n1\nKEN\nA Kip\n10.10\n2\nJPN\nC Ito\n10.11\nHeat 2\n1\nMGL\nB Ser\n10.20`,
    )
    expect(heats).toMatchObject({
      title: "Men's 100 m",
      context: { competition: 'Steppe Games 2011', discipline: '100-metres', sex: 'M' },
    })
    expect(heats?.rows.map(({ context, cells: [, , name] }) => [name, context.raceNumber])).toEqual([
      ['A Kip', 1],
      ['C Ito', 1],
      ['B Ser', 2],
    ])
  })

  test('is read without titles too', () => {
    const [bare] = readCells('1\nKEN\nKEN\nA Kip\n2:08:50\n2\nMGL\nMGL\nB Ser\nB Ser\n2:09:00')
    expect(bare).toMatchObject({ header: null, columns: ['place', 'country', 'name', 'mark', 'note'] })
    expect(bare?.rows).toHaveLength(2)
  })
})

describe('any table pasted with one cell a line', () => {
  const titles = 'Rank\nMark\nWind\nCompetitor\nDOB\nNat\nVenue\nDate\n'

  test('has rows of as many lines as it has titles', () => {
    expect(
      cells(
        '1/9.90/+0.7/A Kip/1990/KEN/Rome (ITA)/7 JUN 2014/2/9.91/-0.1/B Ser/3 MAY 1991/MGL/Oslo (NOR)/1 JUN 2014',
        titles,
      ),
    ).toEqual([
      ['1', '9.90', '+0.7', 'A Kip', '1990', 'KEN', 'Rome (ITA)', '7 JUN 2014'],
      ['2', '9.91', '-0.1', 'B Ser', '3 MAY 1991', 'MGL', 'Oslo (NOR)', '1 JUN 2014'],
    ])
  })

  test('has empty cells where blank lines stand for them', () => {
    expect(
      cells('1/9.90/+0.7/A Kip//KEN/Rome (ITA)/7 JUN 2014/2/9.91//B Ser/1991/MGL/Oslo (NOR)/1 JUN 2014', titles)?.map(
        (row) => [row[2], row[4]],
      ),
    ).toEqual([
      ['+0.7', ''],
      ['', '1991'],
    ])
  })

  test('has a rank where every row has a day of its own, and a club where a team is no nation', () => {
    expect(table('1/9.90/+0.7/A Kip/1990/KEN/Rome (ITA)/7 JUN 2014', titles)?.columns?.[0]).toBe('rank')
    expect(table('1/Harriers/A Kip/2:08:50/2/Athletic Club/B Ser/2:09:00')?.columns?.[1]).toBe('affiliation')
  })
})

describe('a table between pipes whose cells lost their spans', () => {
  const [lost] = readCells(
    [
      '= Tuya Ganbold =',
      '===Competitions===',
      '| Representing MGL | | | | | |',
      '| 2005 | World Cup | Helsinki, Finland | 61st | Marathon | 2:36:31 |',
      '| Half Marathon Cup | Edmonton, Canada | 56th | Half marathon | 1:08:12 | |',
      '| 2009 | Asian Cup | Guangzhou, China | 12th | 5000 m | 14:47.01 |',
      '| 9th | 10,000 m | 29:43.79 | | | |',
      '| 2021 | World Cup | Sapporo, Japan | – | Marathon | DNF |',
    ].join('\n'),
  )

  test('has each line with what it took over from the one above', () => {
    expect(lost?.rows.map((row) => row.cells)).toEqual([
      ['2005', 'World Cup', 'Helsinki, Finland', '61st', 'Marathon', '2:36:31', 'MGL'],
      ['2005', 'Half Marathon Cup', 'Edmonton, Canada', '56th', 'Half marathon', '1:08:12', 'MGL'],
      ['2009', 'Asian Cup', 'Guangzhou, China', '12th', '5000 m', '14:47.01', 'MGL'],
      ['2009', 'Asian Cup', 'Guangzhou, China', '9th', '10,000 m', '29:43.79', 'MGL'],
      ['2021', 'World Cup', 'Sapporo, Japan', '–', 'Marathon', 'DNF', 'MGL'],
    ])
  })

  test('has its columns told by their content, and its athlete by the head of the page', () => {
    expect(lost?.columns).toEqual(['year', 'competition', 'venue', 'place', 'discipline', 'mark', 'country'])
    expect(lost).toMatchObject({ title: 'Competitions', context: { athlete: 'Tuya Ganbold' } })
  })

  test('keeps a cell empty that was never filled', () => {
    const [kept] = readCells(
      '| Pos | Name | Time | Wind |\n|---|---|---|---|\n| 1 | A Kip | 9.90 | +0.7 |\n| 2 | B Ser | 9.91 | |',
    )
    expect(kept?.header).toEqual(['Pos', 'Name', 'Time', 'Wind'])
    expect(kept?.rows[1]?.cells).toEqual(['2', 'B Ser', '9.91', ''])
  })
})

describe.skipIf(!existsSync(SHARED))('the real files, where ../shared is', () => {
  test.each([
    ['2004', 81],
    ['2008', 76],
    ['2012', 85],
  ])('the Olympic marathon of %s has %i whole rows in the order of their places', (year, count) => {
    const text = realFile(`data/olympic-marathon-pasted/${year}.txt`)
    const [race, ...others] = readCells(text)
    expect(others).toEqual([])
    expect(race?.columns).toEqual(['place', 'country', 'name', 'mark', 'note'])
    expect(race?.rows).toHaveLength(count)
    expect(text.match(/\d\d:\d\d:\d\d\.000/g)).toHaveLength(count)
    race?.rows.forEach(({ cells: [place, nation, name, mark, note], problem }, index) => {
      expect(place).toBe(['G', 'S', 'B'][index] ?? String(index + 1))
      expect(nation).toMatch(/^[A-Z]{3}$/)
      expect(name).toMatch(/^\p{Lu}.* \p{Lu}/u)
      expect(mark).toMatch(/^02:\d\d:\d\d\.000$/)
      expect([note, problem]).toEqual(['', null])
    })
  })

  test('the statistics of the encyclopedia page hold thirty results', () => {
    const text = realFile('sources/003_9c15adfc4aeef9f9.txt')
    const [statistics, ...others] = readCells(text)
    expect(others).toEqual([])
    expect(statistics?.rows).toHaveLength(30)
    for (const { cells: row } of statistics?.rows ?? []) {
      expect(row[0]).toMatch(/^20\d\d$/)
      expect(row[2]).toMatch(/^\p{Lu}.*, \p{Lu}/u)
      expect(row[3]).toMatch(/^(?:\d+(?:st|nd|rd|th)|–)$/)
      expect(row[4]).toMatch(/marathon$| m$/i)
      expect(row[5]).toMatch(/^(?:[\d:.]+|DNF)$/)
    }
  })

  test.each(['000_245078e595e16e76', '001_8a9c821e711d1a4b', '002_4267ad9c8ba58de8'])(
    '%s is prose and no table',
    (name) => {
      const text = realFile(`sources/${name}.txt`)
      expect(readCells(text)).toEqual([])
    },
  )
})

describe('any text', () => {
  test('is read without an error', () => {
    fc.assert(fc.property(ANY_TEXT, (text) => expectWellFormed(readCells(text), text)))
  })

  test.each(LONG_GARBAGE.map((text) => [JSON.stringify(text.slice(0, 24)), text]))(
    '%s over and over takes no long time',
    (_, text) => {
      expect(millisecondsOf(() => readCells(text))).toBeLessThan(10_000)
    },
  )
})
