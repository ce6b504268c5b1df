import { stringify } from 'csv-stringify/sync'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { guessDelimiter, readCsv } from './csv'
import type { RawRow } from './listing'

async function* chunksOf(...chunks: string[]): AsyncGenerator<string> {
  yield* chunks
}

async function rowsOf(text: string | AsyncIterable<string>, delimiter = ','): Promise<RawRow[]> {
  const rows: RawRow[] = []
  const chunks = typeof text === 'string' ? chunksOf(text) : text
  for await (const row of readCsv(chunks, { delimiter })) rows.push(row)
  return rows
}

const cellsOf = async (text: string, delimiter?: string) => (await rowsOf(text, delimiter)).map(({ cells }) => cells)

describe('rows', () => {
  test('are told with their line and as they stood', async () => {
    expect(await rowsOf('"",Rank,Mark\r\n0,1,"Arena, Roma (ITA)"\r\n')).toEqual([
      { line: 1, raw: '"",Rank,Mark', cells: ['', 'Rank', 'Mark'], context: {}, problem: null },
      { line: 2, raw: '0,1,"Arena, Roma (ITA)"', cells: ['0', '1', 'Arena, Roma (ITA)'], context: {}, problem: null },
    ])
  })

  test('may hold quotation marks, delimiters and line breaks in quoted cells', async () => {
    expect(await cellsOf('a,"b ""c"", d","e\nf"\ng, "h, i" ,j"k\n')).toEqual([
      ['a', 'b "c", d', 'e\nf'],
      ['g', 'h, i', 'j"k'],
    ])
    expect((await rowsOf('a,"b\n\nc"\nd,e\n')).map(({ line }) => line)).toEqual([1, 4])
  })

  test('may differ in length; empty ones are left out', async () => {
    expect(await cellsOf('a,b,c\n\nd\n,,\ne,f,g,h\n')).toEqual([['a', 'b', 'c'], ['d'], ['e', 'f', 'g', 'h']])
  })

  test('follow the line that tells Excel what separates cells', async () => {
    expect(await cellsOf('sep=;\na;1,5\n', ';')).toEqual([['a', '1,5']])
  })

  test('that a program wrote are read as they were, wherever the stream is cut', async () => {
    const cell = fc.string({ unit: fc.constantFrom('a', 'é', ' ', ',', ';', '"', '\n', "'", '順') })
    const table = fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { maxLength: 6 })
    await fc.assert(
      fc.asyncProperty(
        table,
        fc.constantFrom(',', ';', '\t'),
        fc.integer({ min: 1, max: 9 }),
        async (rows, delimiter, size) => {
          const text = stringify(rows, { delimiter, quoted_match: /^ / })
          const pieces = text.match(new RegExp(`[^]{1,${size}}`, 'g')) ?? []
          const read = await rowsOf(chunksOf(...pieces), delimiter)
          const isFilled = (row: string[]) => row.some((one) => one.trim() !== '')
          expect(read.map(({ cells }) => cells)).toEqual(rows.filter(isFilled))
          expect(read.every(({ problem }) => problem === null)).toBe(true)
        },
      ),
    )
  })
})

describe('a row that cannot be read', () => {
  const problems = async (text: string) =>
    (await rowsOf(text)).map(({ line, cells, problem }) => problem ?? `${line}: ${cells.join('|')}`)

  test('for a quotation mark that is never closed is named, and the next line is read', async () => {
    expect(await problems('a,b\nc,"d\ne,f\ng,h\n')).toEqual([
      '1: a|b',
      expect.stringContaining('never closed'),
      '3: e|f',
      '4: g|h',
    ])
  })

  test('for a quotation mark that is closed by that of a later line costs only itself', async () => {
    expect(await problems('a,"b\nc,"d, e",f\ng,h\n')).toEqual([
      expect.stringContaining('not doubled'),
      '2: c|d, e|f',
      '3: g|h',
    ])
  })

  test('for quotation marks that are not doubled is named', async () => {
    expect(await problems('a,"b "c" d"\ne,f\n')).toEqual([expect.stringContaining('not doubled'), '2: e|f'])
  })

  test('does not swallow the file, however long it is', async () => {
    const rest = Array.from({ length: 5000 }, (_, at) => `${at},x`).join('\n')
    const rows = await rowsOf(`a,"b\n${rest}\n`)
    expect(rows).toHaveLength(5001)
    expect(rows.filter(({ problem }) => problem !== null).map(({ line }) => line)).toEqual([1])
  })

  test('of ten million characters is named, kept short, and the next one is read', async () => {
    async function* monster() {
      yield 'a,b\n"'
      for (let at = 0; at < 160; at++) yield 'x'.repeat(65_536)
      yield '"\nc,d\n'
    }
    const rows = await rowsOf(monster())
    expect(rows.map(({ line, problem }) => [line, problem])).toEqual([
      [1, null],
      [2, expect.stringContaining('longer than a million characters')],
      [3, null],
    ])
    expect(rows[1]?.raw).toHaveLength(2000)
  })

  test('is the worst that any text can bring', async () => {
    const text = fc.string({ unit: fc.constantFrom('a', ',', '"', '\n', '\r', ' ') })
    await fc.assert(
      fc.asyncProperty(text, async (given) => {
        const lines = (await rowsOf(given)).map(({ line }) => line)
        expect(lines).toEqual([...new Set(lines)].sort((a, b) => a - b))
      }),
    )
  })
})

describe('what separates the cells', () => {
  test.each([
    ['a,b,c\n1,2,3\n', ','],
    ['Rang;Zeit;Name\n1;2:26,39;Mörtel, Jan\n2;2:27,1;Röhr, Lena\n', ';'],
    ['Rank\tVenue\n1\tArena, Roma (ITA)\n2\tStadion, Bern, Wankdorf (SUI)\n', '\t'],
    ['1|9.80|A\n2|9.81|B\n', '|'],
    ['"",Rank,Venue\n0,1,"Arena; x, Roma (ITA)"\n1,2,Bern (SUI)\n', ','],
    ['sep=|\na;b|c;d\n', '|'],
    ['', ','],
  ])('in %j is %j', (head, delimiter) => {
    expect(guessDelimiter(head)).toEqual({ value: delimiter, reason: expect.stringMatching(/\.$/) })
  })
})
