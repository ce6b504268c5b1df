/**
 * Twice the text may take twice the time to read, and a little more, but never four times: no pattern and no loop of the
 * readers is worse than n log n, whatever is pasted.
 */
import { describe, expect, test } from 'vitest'
import { guessColumns } from './columns'
import { guessDelimiter, readCsv } from './csv'
import { guessFormat } from './format'
import type { RawRow } from './listing'
import { readApi } from './tables/api'
import { readCells } from './tables/cells'
import { readFixedWidth } from './tables/fixed-width'
import { readHtml } from './tables/html'
import { readResultList } from './tables/result-list'
import { readWikitext } from './tables/wikitext'
import { sniffText } from './text'

/** In characters: twice as many are still looked at by what looks at the beginning alone, and a square takes seconds. */
const LENGTH = 32_000

const READERS: Readonly<Record<string, (text: string) => unknown>> = {
  'the form': (text) => guessFormat(text, 'list.txt'),
  'the delimiter': guessDelimiter,
  'the encoding': (text) => sniffText(new TextEncoder().encode(text)),
  CSV: readAsCsv,
  cells: readCells,
  'result lists': readResultList,
  'columns of blanks': readFixedWidth,
  wikitext: readWikitext,
  HTML: readHtml,
  JSON: readApi,
}

const PARTS: readonly string[] = [
  ...['\n', '\r', '\r\n', ' \n', '\t\n', '\u2028', ' ', '\t', '\u3000', '\0'],
  ...[',', ';', '"', '""', '"a', '"a\n', '"",', 'a,"b', ',,,\n', 'sep=,\n'],
  ...['[', '{', '{},', '[],', '{"a":', '"id":', '{"name":"A","results":[{"id":"a"},{"id":"b"}]},'],
  ...[
    '==a==\n',
    '= a =\n',
    '{|\n',
    '{|\n|a||b\n|}\n',
    '|-\n',
    '{{',
    '{{a|',
    '[[a|',
    "'''",
    '<!--',
    '<ref',
    '{{AchievementTable}}\n',
  ],
  ...['<', '<table>', '<tr><td>', '<h1>a</h1><table><tr><td>1<td>b</table>', '<td rowspan=999>', '<script>', '&amp;'],
  ...['(', '1. ', '1. Aa Bb (Cc) - 9.87, ', '- A (', 'DNF ', 'Men 100 m\n', "Men's 100 m Final +0.7 m/s ", '男子 '],
  ...[
    'Name\n',
    'Name\nMark\n',
    '1\nKEN\nA B\n9.87\n',
    'Pl  Name  Time\n',
    '---- ----\n',
    'a  b  9.87\n',
    '| a | b |\n',
  ],
  ...['9.87 ', '9', '2:08:50 ', 'é', '日', '💣', '—', 'x'],
]

describe.each(Object.entries(READERS))('Reading %s', (_, read) => {
  test.each(PARTS.map((part) => [JSON.stringify(part), part]))(
    '%s, twice as often, takes twice the time',
    async (_, part) => {
      // What takes no time at all cannot be compared.
      const short = await work(read, part, LENGTH)
      if (short < MEASURABLE) return
      const long = Math.min(await work(read, part, 2 * LENGTH), await work(read, part, 2 * LENGTH))
      expect(long / Math.min(short, await work(read, part, LENGTH))).toBeLessThan(3.5)
    },
  )
})

/** In milliseconds. */
const MEASURABLE = 60

/** Of this process alone, whatever else the machine does, in milliseconds. */
async function work(read: (text: string) => unknown, part: string, length: number): Promise<number> {
  const text = part.repeat(Math.ceil(length / part.length))
  const before = process.cpuUsage()
  await read(text)
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1000
}

async function readAsCsv(text: string): Promise<void> {
  const rows: RawRow[] = []
  for await (const row of readCsv(chunksOf(text), { delimiter: ',' })) rows.push(row)
  guessColumns(rows)
}

async function* chunksOf(text: string): AsyncGenerator<string> {
  for (let at = 0; at < text.length; at += 65_536) yield text.slice(at, at + 65_536)
}
