import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { ANY_TEXT, expectWellFormed, LONG_GARBAGE, millisecondsOf } from './garbage.fixture'
import { readWikitext } from './wikitext'

const CAREER = `{{Infobox sportsperson
| name = Tuya Ganbold
| nationality = Mongolian
}}
'''Tuya Ganbold''' is a runner.
==Competition record==
{{AchievementTable|Event=yes}}
|-
!colspan="6"|Representing {{MGL}}
|-
|2002
|[[2002 World Half Marathon|World Half Marathon Championships]]
|[[Brussels]], [[Belgium]]
|96th
|[[Half marathon]]
|1:09:54<ref name="a">{{cite web|url=x}}</ref>
|-
|rowspan=3|2005<!-- to be checked -->
|World Championships
|[[Helsinki]], Finland
|–
|Marathon
|{{abbr|DNF|did not finish}}
|-
|rowspan=2|Asian Championships
|rowspan=2|[[Incheon]], South Korea
|bgcolor=silver|2nd
|5000 m
|14:48.33
|-
|style="background:#cc9966" | 3rd
|10,000 m
|29:43.79 '''[[National record|NR]]'''
{{AchievementTableEnd}}
`

describe('an athlete’s competitions', () => {
  const [table, ...others] = readWikitext(CAREER)

  test('are one table, of the athlete whom the infobox names', () => {
    expect(others).toEqual([])
    expect(table).toMatchObject({ title: 'Competition record', context: { athlete: 'Tuya Ganbold' } })
  })

  test('have the titles that the template prints, and the marks under Notes are marks', () => {
    expect(table?.header).toEqual(['Year', 'Competition', 'Venue', 'Position', 'Event', 'Notes', 'Country'])
    expect(table?.columns).toEqual([null, null, null, null, null, 'mark', 'country'])
  })

  test('have every row filled with what spans into it, and the nation of the heading', () => {
    expect(table?.rows.map(({ cells }) => cells)).toEqual([
      ['2002', 'World Half Marathon Championships', 'Brussels, Belgium', '96th', 'Half marathon', '1:09:54', 'MGL'],
      ['2005', 'World Championships', 'Helsinki, Finland', '–', 'Marathon', 'DNF', 'MGL'],
      ['2005', 'Asian Championships', 'Incheon, South Korea', '2nd', '5000 m', '14:48.33', 'MGL'],
      ['2005', 'Asian Championships', 'Incheon, South Korea', '3rd', '10,000 m', '29:43.79 NR', 'MGL'],
    ])
  })

  test('have rows with the line on which they begin', () => {
    expect(table?.rows.map(({ line }) => line)).toEqual([11, 18, 25, 31])
    expect(table?.rows[3]?.raw).toMatch(/3rd\n\|10,000 m\n\|29:43\.79/)
  })

  test('are read from a plain table with a colspan heading just as well', () => {
    const plain = CAREER.replace(
      '{{AchievementTable|Event=yes}}',
      '{| class="wikitable"\n!Year!!Competition!!Venue!!Position!!Event!!Notes',
    ).replace('{{AchievementTableEnd}}', '|}')
    const [same] = readWikitext(plain)
    expect(same?.header).toEqual(table?.header)
    expect(same?.columns).toEqual(table?.columns)
    expect(same?.rows.map(({ cells }) => cells)).toEqual(table?.rows.map(({ cells }) => cells))
  })

  test('without an Event column have five', () => {
    const [short] = readWikitext(
      '{{AchievementTable|Event=no}}\n|-\n|2002\n|Cup\n|Ulaanbaatar\n|1st\n|2:20:00\n{{AchievementTableEnd}}',
    )
    expect(short?.header).toEqual(['Year', 'Competition', 'Venue', 'Position', 'Notes'])
    expect(short?.columns?.at(-1)).toBe('mark')
  })
})

test('a template whose rows give town and country apart has a column for each', () => {
  const [table] = readWikitext(
    '{{AchievementTable}}\n|-\n|2011||Asian Championships||Kobe||Japan||6th||10,000 m||29:44.84\n|-\n|2013||Cup||Ordos||China||1st||Marathon||2:15:00\n{{AchievementTableEnd}}',
  )
  expect(table?.header).toEqual(['Year', 'Competition', 'City', 'Host country', 'Position', 'Event', 'Notes'])
})

describe('a table of a race', () => {
  const RACE = `==Men's 200 metres==
===Heat 2===
Wind: −0.3 m/s
{| class="wikitable sortable" style="text-align:center"
|+ class="nowrap" | Heat 2
! rowspan="2" | Rank !! rowspan=2 | Athlete !! colspan="2" | Race !! rowspan=2 | Notes
|-
! Time !! Reaction
|-
| {{gold1}} || align=left | {{flagathlete|[[Bold Ser (sprinter)|Bold Ser]]|MGL}} || 20.81 || 0.151 || '''Q'''
|-
| 2
| align=left | {{flagicon|JPN}} [[Ken Ito]]
| 20.95
| 0.160
| {{small|q}}
|-
| – || {{flagIOCathlete|Lee Ho|KOR|2008 Summer}} || colspan=2 | {{DNF}} ||
|}
`
  const [table] = readWikitext(RACE)

  test('takes discipline, sex and heat from the headings above', () => {
    expect(table?.context).toEqual({ discipline: '200-metres', sex: 'M', round: 'HEAT', raceNumber: 2 })
    expect(table?.title).toBe('Heat 2')
  })

  test('joins header rows into one, and keeps flags as the nation', () => {
    expect(table?.header).toEqual(['Rank', 'Athlete', 'Time', 'Reaction', 'Notes', 'Country'])
    expect(table?.columns?.at(-1)).toBe('country')
    expect(table?.rows.map(({ cells }) => cells)).toEqual([
      ['1', 'Bold Ser', '20.81', '0.151', 'Q', 'MGL'],
      ['2', 'Ken Ito', '20.95', '0.160', 'q', 'JPN'],
      ['–', 'Lee Ho', 'DNF', 'DNF', '', 'KOR'],
    ])
  })

  test('may hold another table, which is read apart', () => {
    const tables = readWikitext('{|\n! Name !! Time\n|-\n| A\n|\n{|\n|b||c\n|}\n|-\n| Z || 9.87\n|}')
    expect(tables.map(({ rows }) => rows.map(({ cells }) => cells))).toEqual([
      [
        ['A', ''],
        ['Z', '9.87'],
      ],
      [['b', 'c']],
    ])
  })
})

describe('any text', () => {
  test('is read without an error', () => {
    fc.assert(fc.property(ANY_TEXT, (text) => expectWellFormed(readWikitext(text), text)))
  })

  test.each(LONG_GARBAGE.map((text) => [JSON.stringify(text.slice(0, 24)), text]))(
    '%s over and over takes no long time',
    (_, text) => {
      expect(millisecondsOf(() => readWikitext(text))).toBeLessThan(10_000)
    },
  )
})
