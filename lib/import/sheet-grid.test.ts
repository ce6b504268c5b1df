import { describe, expect, test } from 'vitest'
import { EMPTY_ROWS, isBlank } from './sheet'
import { filledDown, moved, pasted, readGrid, withCell } from './sheet-grid'

describe('Text copied from a spreadsheet', () => {
  test.each([
    ['1\tBolt\t9.58', [['1', 'Bolt', '9.58']]],
    [
      '1\tBolt\r\n2\tGay\r\n',
      [
        ['1', 'Bolt'],
        ['2', 'Gay'],
      ],
    ],
    ['a\n\nc\n', [['a'], [''], ['c']]],
    ['\tx\n', [['', 'x']]],
    ['"two\nlines"\t"say ""no"""', [['two lines', 'say "no"']]],
    ['6" nails\tx', [['6" nails', 'x']]],
    ['', []],
  ])('%j has the cells that were copied', (text, cells) => {
    expect(readGrid(text)).toEqual(cells)
  })
})

describe('A grid that is pasted', () => {
  test('fills the sheet from the cell on, and leaves the cells around it', () => {
    const rows = pasted([{ place: '1', name: 'Bolt' }, { remark: 'kept' }], 'race', { row: 1, column: 1 }, [
      ['Gay', 'USA'],
      ['Powell', 'JAM'],
    ])
    expect(rows.slice(0, 3)).toEqual([
      { place: '1', name: 'Bolt' },
      { name: 'Gay', country: 'USA', remark: 'kept' },
      { name: 'Powell', country: 'JAM' },
    ])
  })

  test('adds rows as it needs them, always with an empty one at the end', () => {
    const grid = Array.from({ length: 30 }, (_, index) => [String(index + 1)])
    const rows = pasted([], 'race', { row: 0, column: 0 }, grid)
    expect(rows).toHaveLength(31)
    expect(rows.findIndex((row) => isBlank(row, 'race'))).toBe(30)
    expect(pasted([], 'race', { row: 0, column: 0 }, [['1']])).toHaveLength(EMPTY_ROWS)
  })

  test('leaves away what has no room to the right, and what is beyond the longest sheet', () => {
    const [row] = pasted([], 'race', { row: 0, column: 7 }, [['a note', 'more', 'still more']])
    expect(row).toEqual({ remark: 'a note' })
    const endless = Array.from({ length: 2000 }, () => ['1'])
    expect(pasted([], 'race', { row: 0, column: 0 }, endless)).toHaveLength(500)
  })
})

test('a cell is filled with the one above it, and the first with nothing', () => {
  const rows = [{ wind: '+1.2', country: 'JAM' }, { name: 'Gay' }]
  expect(filledDown(rows, 'race', { row: 1, column: 6 })[1]).toEqual({ name: 'Gay', wind: '+1.2' })
  expect(filledDown(rows, 'race', { row: 0, column: 6 })).toEqual(rows)
})

test('who is meant is asked again when the name, country or birth date is typed again', () => {
  const row = { name: 'Kim', athleteAddress: 'kim-2' }
  expect(withCell(row, 'mark', '9.99')).toEqual({ ...row, mark: '9.99' })
  for (const column of ['name', 'country', 'birthDate'] as const) {
    expect(withCell(row, column, 'x')).not.toHaveProperty('athleteAddress')
  }
})

describe('A key', () => {
  const at = { row: 3, column: 4 }
  test.each([
    ['ArrowUp', null, { row: 2, column: 4 }],
    ['ArrowDown', 0, { row: 4, column: 4 }],
    ['Enter', null, { row: 4, column: 4 }],
    ['Enter', 1, { row: 4, column: 1 }],
    ['a', null, null],
  ])('%s after a walk from %j leads to %j', (key, from, to) => {
    expect(moved(key, at, { rows: 10, from })).toEqual(to)
  })

  test('leads nowhere beyond the first and the last row', () => {
    expect(moved('ArrowUp', { row: 0, column: 0 }, { rows: 10, from: null })).toBeNull()
    expect(moved('Enter', { row: 9, column: 0 }, { rows: 10, from: null })).toBeNull()
  })
})
