import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { guessColumns } from '../columns'
import { readListing } from '../read-listing'
import { contextFor } from '../setup'
import { readFixedWidth } from './fixed-width'
import { ANY_TEXT, expectWellFormed, LONG_GARBAGE, millisecondsOf } from './garbage.fixture'

const cellsOf = (text: string) => readFixedWidth(text).flatMap(({ rows }) => rows.map(({ cells }) => cells))

describe('a timing system’s table', () => {
  const [table, ...others] = readFixedWidth(`Steppe Cup, Rome, Italy, 3 May 2014
Event 12  Men 100 Meter Dash
Heat 1 of 2  Wind: +1.2
Pl  Name            Nat  Time    Wind
-------------------------------------
1   Bold Ser        MGL  10.20   +1.2
2   Jean Luc Pic    FRA  10.31
3   Ho Lee               10.40   +1.2

Heat 2 of 2  Wind: -0.4
1   Ann de la Cruz  ESP  10.25   -0.4
    Al Bo           USA  DNF
`)

  test('keeps names together and empty cells empty', () => {
    expect(others).toEqual([])
    expect(table?.header).toEqual(['Pl', 'Name', 'Nat', 'Time', 'Wind'])
    expect(table?.rows.map(({ cells }) => cells)).toEqual([
      ['1', 'Bold Ser', 'MGL', '10.20', '+1.2'],
      ['2', 'Jean Luc Pic', 'FRA', '10.31', ''],
      ['3', 'Ho Lee', '', '10.40', '+1.2'],
      ['1', 'Ann de la Cruz', 'ESP', '10.25', '-0.4'],
      ['', 'Al Bo', 'USA', 'DNF', ''],
    ])
  })

  test('has the headings between as the context of what follows', () => {
    const heat = {
      competition: 'Steppe Cup',
      city: 'Rome',
      countryCode: 'ITA',
      date: '2014-05-03',
      discipline: '100-metres',
      sex: 'M',
    }
    expect(table?.title).toBe('Event 12 Men 100 Meter Dash')
    expect(table?.rows[0]?.context).toEqual({ ...heat, round: 'HEAT', raceNumber: 1, wind: 1200 })
    expect(table?.rows[3]?.context).toEqual({ ...heat, round: 'HEAT', raceNumber: 2, wind: -400 })
  })

  test('has rows with their lines as they stood', () => {
    expect(table?.rows.map(({ line }) => line)).toEqual([6, 7, 8, 11, 12])
    expect(table?.rows[4]?.raw).toBe('    Al Bo           USA  DNF')
  })
})

describe('columns', () => {
  test('may have no title, and one blank before the name', () => {
    const tables = readFixedWidth(`Event 3  Women 200 Meter Dash
================================================================
    Name                    Year School                  Finals  Wind
================================================================
Final
  1 Roe, Bea                  SR Hill High               24.58   0.9
  2 Doe, Ann                  JR Riverside Academy       24.99   0.9
 -- Foe, Sue                     Lake                      DNS   0.9

Event 4  Women Long Jump
================================================================
    Name                    Year School                  Finals  Wind
================================================================
 10 Roe, Bea                  SR Hill High              6.12m    0.9
`)
    expect(tables.map(({ title, context }) => [title, context.discipline, context.round ?? null])).toEqual([
      ['Event 3 Women 200 Meter Dash', '200-metres', 'FINAL'],
      ['Event 4 Women Long Jump', 'long-jump', null],
    ])
    expect(tables[0]?.header).toEqual(['', 'Name', 'Year', 'School', 'Finals', 'Wind'])
    expect(tables[0]?.rows.map(({ cells }) => cells)).toEqual([
      ['1', 'Roe, Bea', 'SR', 'Hill High', '24.58', '0.9'],
      ['2', 'Doe, Ann', 'JR', 'Riverside Academy', '24.99', '0.9'],
      ['--', 'Foe, Sue', '', 'Lake', 'DNS', '0.9'],
    ])
  })

  test('are those of the rule, where it has parts', () => {
    expect(
      cellsOf('Pl Name       Nat Mark\n-- ---------- --- -----\n 1 Al Bo      USA  9.99\n 2 Longername GBR 10.01'),
    ).toEqual([
      ['1', 'Al Bo', 'USA', '9.99'],
      ['2', 'Longername', 'GBR', '10.01'],
    ])
  })

  test('of Japanese letters take two places on the screen', () => {
    const [table] = readFixedWidth(
      '男子100m 決勝 風:+1.2\n順位  氏名        所属        記録\n 1    山田 太郎   順天堂大    10.20\n 2    鈴木一      早大        10.31',
    )
    expect(table?.header).toEqual(['順位', '氏名', '所属', '記録'])
    expect(table?.rows.map(({ cells }) => cells)).toEqual([
      ['1', '山田 太郎', '順天堂大', '10.20'],
      ['2', '鈴木一', '早大', '10.31'],
    ])
  })

  test('are found without titles too, and with tabs', () => {
    expect(cellsOf('1   Bold Ser        MGL  10.20\n2   Jean Luc Pic    FRA  10.31')).toEqual([
      ['1', 'Bold Ser', 'MGL', '10.20'],
      ['2', 'Jean Luc Pic', 'FRA', '10.31'],
    ])
    expect(cellsOf('1\tBold Ser\tMGL\t10.20\n2\tJo Kip\t\tKEN\t10.31')).toHaveLength(2)
  })

  test('of split times have no name, which is said', () => {
    const rows = readFixedWidth('Pl  Name       Time\n1   Bold Ser   52.10\n               26.00   52.10')[0]?.rows
    expect(rows?.map(({ problem }) => problem)).toEqual([null, 'No name stands in this line.'])
  })
})

describe('any text', () => {
  test('is read without an error', () => {
    fc.assert(fc.property(ANY_TEXT, (text) => expectWellFormed(readFixedWidth(text), text)))
  })

  test.each(LONG_GARBAGE.map((text) => [JSON.stringify(text.slice(0, 24)), text]))(
    '%s over and over takes no long time',
    (_, text) => {
      expect(millisecondsOf(() => readFixedWidth(text))).toBeLessThan(10_000)
    },
  )
})

test('what a timing system prints has its places, its results and its heats, and neither seeds nor points for marks', () => {
  const printed = `                    Darkhan Invitational - 3 May 2014
Event 3  Men 100 Meter Dash
==========================================================================
    Name                    Year School               Seed     Finals  Wind H# Points
==========================================================================
  1 Bold, Ganbat              SR Darkhan             10.55      10.48   0.7  2   10
  2 Tuya, Bat                 JR Erdenet             10.66      10.58   0.7  1    8
 -- Gan, Erdene               SO Erdenet             10.99        DNF        1
Event 5  Women Long Jump
==========================================================================
    Name                    Year School               Seed     Finals           Points
==========================================================================
  1 Anu, Bat                  SR Darkhan             6.01m      6.12m  20-01.00   10
  2 Oyun, Dorj                JR Erdenet             5.88m      5.99m  19-08.00    8
 -- Nomin, Gan                JR Erdenet             5.50m       FOUL
`
  const read = readFixedWidth(printed).flatMap(({ header, context, rows }) => {
    const titles = { line: 0, raw: '', cells: header ?? [], context: {}, problem: null }
    const columns = guessColumns([titles, ...rows]).columns.map(({ value }) => value)
    return rows.map((row) => {
      const found = readListing(row, columns, contextFor(row.context, context, {}), { dayOrder: null })
      if (!found.ok) throw new Error(found.refusal.reason)
      const { name, discipline, sex, place, mark, status, raceNumber, wind, club } = found.listing
      return [discipline, sex, name, place, mark?.value ?? status, raceNumber, wind, club]
    })
  })
  expect(read).toEqual([
    ['100-metres', 'M', 'Bold, Ganbat', 1, 10_480, 2, 700, 'Darkhan'],
    ['100-metres', 'M', 'Tuya, Bat', 2, 10_580, 1, 700, 'Erdenet'],
    ['100-metres', 'M', 'Gan, Erdene', null, 'DNF', 1, null, 'Erdenet'],
    ['long-jump', 'F', 'Anu, Bat', 1, 6_120, null, null, 'Darkhan'],
    ['long-jump', 'F', 'Oyun, Dorj', 2, 5_990, null, null, 'Erdenet'],
    ['long-jump', 'F', 'Nomin, Gan', null, 'NM', null, null, 'Erdenet'],
  ])
})
