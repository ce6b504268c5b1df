import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { ANY_TEXT, expectWellFormed, LONG_GARBAGE, millisecondsOf } from './garbage.fixture'
import { readHtml } from './html'

const cellsOf = (text: string) => readHtml(text).map(({ rows }) => rows.map(({ cells }) => cells))

describe('a table of a page', () => {
  const PAGE = `<!DOCTYPE html><html><head><title>Results <table></title><script>document.write("<table><tr><td>no<td>no")</script></head>
<body><h1>12th Steppe Games</h1>
<h2>Women&rsquo;s 100&nbsp;m hurdles</h2>
<table class=results><caption>Final <small>(+0.4 m/s)</small></caption>
<thead><tr><th rowspan=2>Pos<th rowspan=2>Athlete<th colspan=2>Race</tr><tr><th>Time<th>Wind</tr></thead>
<tbody>
<tr><td>1<td>Anna Sm&iacute;th<br>(Riga)<td>12.91<sup>[2]</sup><td rowspan=2>+0.4</tr>
<tr><td>2</td><td><span class="flagicon"><img alt="Japan" src="/Flag_of_Japan.svg"></span> Yui &lt;Abe&gt;</td><td>13.02</td></tr>
<tr><td colspan="4">Heats</td></tr>
<tr><td><span style="display:none">003</span>3</td><td>Eve Dorj</td><td>13.30</td><td></td></tr>
</tbody></table>`
  const [table, ...others] = readHtml(PAGE)

  test('takes its title from the caption and its context from the headings above', () => {
    expect(others).toEqual([])
    expect(table?.title).toBe('Final (+0.4 m/s)')
    expect(table?.context).toEqual({
      competition: '12th Steppe Games',
      discipline: '100-metres-hurdles',
      sex: 'F',
      round: 'FINAL',
      wind: 400,
    })
  })

  test('has its spans filled, its entities and line breaks read, its scripts and hidden keys left out', () => {
    expect(table?.header).toEqual(['Pos', 'Athlete', 'Time', 'Wind'])
    expect(table?.rows.map(({ cells }) => cells)).toEqual([
      ['1', 'Anna Smíth (Riga)', '12.91', '+0.4'],
      ['2', 'Yui <Abe>', '13.02', '+0.4'],
      ['3', 'Eve Dorj', '13.30', ''],
    ])
  })

  test('has rows below a row across the table in the context that it gives', () => {
    expect(table?.rows.map(({ context }) => context.round)).toEqual(['FINAL', 'FINAL', 'HEAT'])
  })

  test('has rows with their lines and their text as it stood', () => {
    expect(table?.rows.map(({ line }) => line)).toEqual([7, 8, 10])
    expect(table?.rows[1]?.raw).toMatch(/^<tr><td>2<\/td>.*<\/tr>$/)
  })
})

describe('tables', () => {
  test('are all read, those inside others too, in the order in which they begin', () => {
    expect(
      cellsOf('<table><tr><td>a<td><table><tr><td>b<td>c</table></tr><tr><td>d<td>e</table><table><tr><td>f<td>g'),
    ).toEqual([
      [
        ['a', ''],
        ['d', 'e'],
      ],
      [['b', 'c']],
      [['f', 'g']],
    ])
  })

  test('that only lay out a page in one column are left out', () => {
    expect(cellsOf('<table><tr><td>Menu</td></tr><tr><td>News</td></tr></table>')).toEqual([])
  })

  test('show the flag of the nation that stands beside a name as a column', () => {
    const flag = (name: string) => `<img class="flag" alt="${name}">`
    const [table] = readHtml(
      `<table><tr><th>Name<th>Mark</tr><tr><td>${flag('Kenya')} Jo Kip<td>2:08:50<tr><td>${flag('Japan')} Ken Ito<td>2:09:01</table>`,
    )
    expect(table).toMatchObject({ header: ['Name', 'Mark', 'Country'], columns: [null, null, 'country'] })
    expect(table?.rows.map(({ cells }) => cells.at(-1))).toEqual(['Kenya', 'Japan'])
  })

  test('whose titles stand in plain cells have them as titles all the same', () => {
    const [table] = readHtml('<table><tr><td>Pos<td>Name<td>Time</tr><tr><td>1<td>Jo Kip<td>9.99</table>')
    expect(table?.header).toEqual(['Pos', 'Name', 'Time'])
  })
})

describe('any text', () => {
  test('is read without an error', () => {
    fc.assert(fc.property(ANY_TEXT, (text) => expectWellFormed(readHtml(text), text)))
  })

  test('ten thousand elements inside one another are no trouble', () => {
    const deep = `${'<div><b>'.repeat(10_000)}<table><tr><td>a<td>b</table>`
    expect(cellsOf(deep)).toEqual([[['a', 'b']]])
    expect(() => readHtml('<table><tr><td>'.repeat(10_000))).not.toThrow()
  })

  test.each(LONG_GARBAGE.map((text) => [JSON.stringify(text.slice(0, 24)), text]))(
    '%s over and over takes no long time',
    (_, text) => {
      expect(millisecondsOf(() => readHtml(text))).toBeLessThan(10_000)
    },
  )
})

test('a flag beside the name is the country, whatever the picture is called', () => {
  const row = (name: string, land: string) =>
    `<tr><td>1<td><img src="/a/7.png" alt="${land}"> <a>${name}</a><td>2:20:20`
  const [table] = readHtml(
    `<table><tr><th>Pos<th>Athlete<th>Time${row('Bold BAT', 'Mongolia')}${row('Ken ITO', 'Japan')}</table>`,
  )
  expect(table?.header).toEqual(['Pos', 'Athlete', 'Time', 'Country'])
  expect(table?.rows.map(({ cells }) => [cells[1], cells[3]])).toEqual([
    ['Bold BAT', 'Mongolia'],
    ['Ken ITO', 'Japan'],
  ])
})
