import { deflateRawSync } from 'node:zlib'
import { utils, type WorkSheet, write } from '@e965/xlsx'
import { describe, expect, test } from 'vitest'
import { BrokenWorkbook, LARGEST_UNPACKED, readWorkbook } from './workbook'

function bookOf(sheets: Readonly<Record<string, WorkSheet>>): Buffer {
  const book = utils.book_new()
  for (const [name, sheet] of Object.entries(sheets)) utils.book_append_sheet(book, sheet, name)
  return write(book, { type: 'buffer', bookType: 'xlsx' }) as Buffer
}

describe('A workbook', () => {
  test('is read as it is shown: zeros, times and days; each sheet is a table', () => {
    const sheet = utils.aoa_to_sheet([
      ["Men's 100 m"],
      ['Pos', 'Name', 'Mark', 'Date'],
      [1, 'Bold BAT', 9.8, 41_980],
      [2, 'Tuya GAN', 0.0975, 41_980],
    ])
    Object.assign(sheet.C3 ?? {}, { z: '0.00' })
    Object.assign(sheet.C4 ?? {}, { z: 'h:mm:ss' })
    for (const cell of [sheet.D3, sheet.D4]) Object.assign(cell ?? {}, { z: 'yyyy-mm-dd' })
    const [men, women] = readWorkbook(
      bookOf({
        Men: sheet,
        Women: utils.aoa_to_sheet([
          ['Name', 'Time'],
          ['A B', '2:20:20'],
        ]),
      }),
    )
    expect(men).toMatchObject({
      header: ['Pos', 'Name', 'Mark', 'Date'],
      context: { discipline: '100-metres', sex: 'M' },
    })
    expect(men?.rows.map(({ line, cells }) => [line, ...cells])).toEqual([
      [3, '1', 'Bold BAT', '9.80', '2014-12-07'],
      [4, '2', 'Tuya GAN', '2:20:24', '2014-12-07'],
    ])
    expect(women).toMatchObject({ title: 'Women', header: ['Name', 'Time'] })
  })

  test('has what merged cells say in each row that they are over', () => {
    const sheet = utils.aoa_to_sheet([
      ['Competition', 'Name', 'Time'],
      ['Naadam', 'Bold BAT', '2:20:20'],
      ['', 'Tuya GAN', '2:21:20'],
    ])
    sheet['!merges'] = [{ s: { r: 1, c: 0 }, e: { r: 2, c: 0 } }]
    expect(readWorkbook(bookOf({ Men: sheet }))[0]?.rows.map(({ cells }) => cells[0])).toEqual(['Naadam', 'Naadam'])
  })

  test('that would be too large when it is unpacked is refused before it is opened, whatever it says of its size', () => {
    const bomb = archiveOf('xl/worksheets/sheet1.xml', Buffer.alloc(LARGEST_UNPACKED + 1_000_000))
    expect(bomb.length).toBeLessThan(1_000_000)
    expect(() => readWorkbook(bomb)).toThrow(/too large/)
  })

  test.each([
    ['cut short', bookOf({ A: utils.aoa_to_sheet([['Name', 'Time']]) }).subarray(0, 900)],
    ['no archive at all', Buffer.from('PK\x03\x04 and so on')],
    ['empty', Buffer.alloc(0)],
  ])('that is %s is refused in words', (_what, bytes) => {
    expect(() => readWorkbook(bytes)).toThrow(BrokenWorkbook)
  })
})

/** An archive of one file, which says of itself that it is small. */
function archiveOf(name: string, content: Buffer): Buffer {
  const packed = deflateRawSync(content)
  const local = Buffer.alloc(30)
  local.writeUInt32LE(0x04034b50, 0)
  local.writeUInt16LE(8, 8)
  local.writeUInt32LE(packed.length, 18)
  local.writeUInt32LE(100, 22)
  local.writeUInt16LE(name.length, 26)
  const entry = Buffer.alloc(46)
  entry.writeUInt32LE(0x02014b50, 0)
  entry.writeUInt16LE(8, 10)
  entry.writeUInt32LE(packed.length, 20)
  entry.writeUInt32LE(100, 24)
  entry.writeUInt16LE(name.length, 28)
  const start = local.length + name.length + packed.length
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(1, 8)
  end.writeUInt16LE(1, 10)
  end.writeUInt32LE(entry.length + name.length, 12)
  end.writeUInt32LE(start, 16)
  return Buffer.concat([local, Buffer.from(name), packed, entry, Buffer.from(name), end])
}
