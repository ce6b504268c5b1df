import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { decodeText, sniffText, type TextLine, textLines } from './text'

const bytes = (text: string) => new TextEncoder().encode(text)
const utf16 = (text: string, little = true) =>
  Uint8Array.from(
    [...Array(text.length).keys()].flatMap((at) => {
      const [high, low] = [text.charCodeAt(at) >> 8, text.charCodeAt(at) & 0xff]
      return little ? [low, high] : [high, low]
    }),
  )

async function* chunksOf<T>(...chunks: T[]): AsyncGenerator<T> {
  yield* chunks
}

async function* inPieces(whole: Uint8Array, size: number): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < whole.length; at += size) yield whole.subarray(at, at + size)
}

async function all<T>(items: AsyncIterable<T>): Promise<T[]> {
  const found: T[] = []
  for await (const item of items) found.push(item)
  return found
}

async function linesIn(...chunks: string[]): Promise<TextLine[]> {
  return all(textLines(chunksOf(...chunks)))
}

/** "Rank,選手名,記録" and "1,山田太郎,2:08:50" in Shift_JIS. */
const SHIFT_JIS = Uint8Array.from([
  ...bytes('Rank,'),
  ...[0x91, 0x49, 0x8e, 0xe8, 0x96, 0xbc, 0x2c, 0x8b, 0x4c, 0x98, 0x5e, 0x0d, 0x0a, 0x31, 0x2c],
  ...[0x8e, 0x52, 0x93, 0x63, 0x91, 0xbe, 0x98, 0x59],
  ...bytes(',2:08:50\r\n'),
])
const latin1 = (text: string) => Uint8Array.from(text, (letter) => letter.charCodeAt(0))

describe('the encoding of a file', () => {
  test.each([
    ['plain letters', bytes('Rank,Mark\n1,9.80\n'), 'utf-8'],
    ['UTF-8', bytes('Rank,Name\n1,Ангараг ЦЭРЭН\n'), 'utf-8'],
    ['UTF-8 with a byte order mark', bytes('\ufeffRank,Name\n'), 'utf-8'],
    ['UTF-8 that is cut within a letter', bytes('1,Jürgen Mörtel é').subarray(0, -1), 'utf-8'],
    ['UTF-16 with a byte order mark', utf16('\ufeffRank,Name\n'), 'utf-16le'],
    ['UTF-16 the other way round', utf16('\ufeffRank,Name\n', false), 'utf-16be'],
    ['UTF-16 without a byte order mark', utf16('Rank\tName\r\n1\tLena Röhr\r\n'), 'utf-16le'],
    ['UTF-16 the other way round without one', utf16('Rank\tName\r\n1\tLena Röhr\r\n', false), 'utf-16be'],
    ['Japanese UTF-16 without one', utf16('順位,選手名,記録\r\n1,山田太郎,2:08:50\r\n'), 'utf-16le'],
    ['Shift_JIS', SHIFT_JIS, 'shift_jis'],
    ['Windows-1252', latin1('Rank;Name\n1;Jürgen Vélez Señor;9,80\n2;Kerry O\x92FLANN\n'), 'windows-1252'],
    ['Windows-1252 in which only an apostrophe is not plain', latin1('1,Kerry O\x92FLANN\n'), 'windows-1252'],
    ['capital accents', latin1('1;JÜRGEN MÖRTEL\n2;ANDRÉ ÇELIK\n3;ÅSA ÖBERG\n'), 'windows-1252'],
  ])('is told for %s', (_kind, head, encoding) => {
    expect(sniffText(head)).toMatchObject({ ok: true, encoding, reason: expect.stringMatching(/\.$/) })
  })

  test('is told for a Russian list in Windows-1251', () => {
    const letters = (text: string) => {
      const code = (letter: string) => (letter >= 'А' && letter <= 'я' ? letter.charCodeAt(0) - 0x0410 + 0xc0 : 0)
      return Uint8Array.from(text, (letter) => code(letter) || letter.charCodeAt(0))
    }
    const list = 'Место;Спортсмен;Результат\n1;Иванов Сергей;13:45,2\n2;Петров Николай;13:50,1\nСоревнования в Москве\n'
    expect(sniffText(letters(list))).toMatchObject({ ok: true, encoding: 'windows-1251' })
  })
})

describe('a file that is no text', () => {
  test.each([
    [
      'a spreadsheet',
      latin1('PK\x03\x04....[Content_Types].xml....xl/workbook.xml'),
      /spreadsheet file \(\.xlsx\): save it as CSV/,
    ],
    ['an open spreadsheet', latin1('PK\x03\x04mimetypeapplication/vnd.oasis.opendocument.spreadsheet'), /\.ods/],
    ['an old spreadsheet', Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1), /\.xls/],
    ['an archive', latin1('PK\x03\x04results.csv'), /archive \(\.zip\): unpack it/],
    ['a compressed file', Uint8Array.of(0x1f, 0x8b, 8, 0), /\.gz/],
    ['a PDF', latin1('%PDF-1.7\n'), /PDF: copy its table/],
    ['a picture', Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d), /picture/],
    ['a program', latin1('\x7fELF\x02\x01\x01\0\0\0\0\0\0\0\0\0\x03\0>\0'), /not a text file/],
    ['noise', Uint8Array.from({ length: 500 }, (_, at) => (at * 7919) % 251), /not a text file/],
    ['nothing', new Uint8Array(), /empty/],
  ])('is refused with what to do: %s', (_kind, head, reason) => {
    expect(sniffText(head)).toEqual({ ok: false, reason: expect.stringMatching(reason) })
  })

  test('no bytes at all make it fail', () => {
    fc.assert(fc.property(fc.uint8Array(), (head) => sniffText(head).reason.length > 0))
  })
})

describe('decoding', () => {
  const text = '\ufeff順位,選手\r\n1,Jürgen 🏃'

  test.each([1, 2, 3, 7])('letters that are cut between chunks of %i bytes are put together again', async (size) => {
    const read = async (whole: Uint8Array, encoding: string) =>
      (await all(decodeText(inPieces(whole, size), encoding))).join('')
    expect(await read(bytes(text), 'utf-8')).toBe(text.slice(1))
    expect(await read(utf16(text), 'utf-16le')).toBe(text.slice(1))
    expect(await read(utf16(text, false), 'utf-16be')).toBe(text.slice(1))
    expect(await read(SHIFT_JIS, 'shift_jis')).toBe('Rank,選手名,記録\r\n1,山田太郎,2:08:50\r\n')
  })
})

describe('lines', () => {
  test('end in CR, LF or CRLF, and the last one may end in nothing', async () => {
    expect(await linesIn('a\r\nb\nc\rd')).toEqual(
      ['a', 'b', 'c', 'd'].map((line, at) => ({ line: at + 1, text: line, tooLong: false })),
    )
  })

  test('are the same however the text is cut into chunks', async () => {
    const text = fc.array(fc.constantFrom('a', 'bc', '\r', '\n', '\r\n')).map((parts) => parts.join(''))
    await fc.assert(
      fc.asyncProperty(text, fc.integer({ min: 1, max: 4 }), async (whole, size) => {
        const pieces = whole.match(new RegExp(`[^]{1,${size}}`, 'g')) ?? []
        const expected = whole.split(/\r\n|\r|\n/)
        if (expected.at(-1) === '') expected.pop()
        expect((await linesIn(...pieces)).map(({ text }) => text)).toEqual(expected)
      }),
    )
  })

  test('that are too long are cut and marked, and the next one is read', async () => {
    const lines = await all(textLines(chunksOf('abcdef', 'ghi', 'jk\nlm', 'n\n'), 5))
    expect(lines).toEqual([
      { line: 1, text: 'abcde', tooLong: true },
      { line: 2, text: 'lmn', tooLong: false },
    ])
  })
})
