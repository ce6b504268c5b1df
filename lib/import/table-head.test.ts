import { describe, expect, test } from 'vitest'
import { guessColumns } from './columns'
import type { RawRow } from './listing'
import { findTableHead } from './table-head'
import { tableOfGrid } from './tables/grid'

const rowsOf = (lines: readonly string[]): RawRow[] =>
  lines.map((line, at) => ({ line: at + 1, raw: line, cells: line.split(','), context: {}, problem: null }))
const columnsOf = (header: readonly string[], lines: readonly string[]) =>
  guessColumns(rowsOf([header.join(','), ...lines])).columns.map(({ value }) => value)

describe('The head of a table', () => {
  test('is no matter where the titles are in the first row, or nowhere', () => {
    expect(findTableHead(rowsOf(['Place,Name,Time', '1,Bold BAT,2:20:20']))).toBeNull()
    expect(findTableHead(rowsOf(['1,Bold BAT,2:20:20', '2,Ganbold TUYA,2:21:20']))).toBeNull()
  })

  test('may have comments on top, of which the event and the sex are read', () => {
    const head = findTableHead(
      rowsOf(['# Results of the day', "Women's 5000 m - Final", '', 'Pos,Name,Nat,Time', '1,Bold BAT,MGL,15:20.20']),
    )
    expect(head).toMatchObject({
      rows: 4,
      header: ['Pos', 'Name', 'Nat', 'Time'],
      context: { discipline: '5000-metres', sex: 'F', round: 'FINAL' },
    })
  })

  test('may have titles in two rows, the upper over several columns', () => {
    const rows = rowsOf(['Pos,Athlete,,Performance,', ',Name,Nat,Mark,Wind', '1,Bold BAT,MGL,10.20,+0.7'])
    const head = findTableHead(rows)
    expect(head).toMatchObject({ rows: 2, header: ['Pos', 'Name', 'Nat', 'Mark', 'Wind'] })
    expect(columnsOf(head?.header ?? [], ['1,Bold BAT,MGL,10.20,+0.7'])).toEqual([
      'place',
      'name',
      'country',
      'mark',
      'wind',
    ])
  })
})

test('a sheet of a workbook is a table, named by the sheet', () => {
  const grid = [
    ['Marathon Oita 2014', 'Marathon Oita 2014'],
    ['Name', 'Time'],
    ['Bold BAT', '2:20:20'],
  ]
  const table = tableOfGrid(
    'Men',
    grid.map((cells, at) => ({ line: at + 1, cells })),
  )
  expect(table).toMatchObject({ title: 'Men: Marathon Oita 2014', header: ['Name', 'Time'], rows: [{ line: 3 }] })
  expect(tableOfGrid('Empty', [{ line: 1, cells: ['', 'words'] }])).toBeNull()
})

describe('Columns of timing systems and federations', () => {
  test.each([
    [
      ['Place', 'Name', 'Yr', 'School', 'Seed', 'Finals', 'Wind', 'H#', 'Points'],
      ['place', 'name', 'ignored', 'affiliation', 'ignored', 'mark', 'wind', 'round', 'ignored'],
      ['1,Bold BAT,SR,Darkhan,10.55,10.48,+0.7,2,10', '2,Tuya GAN,JR,Erdenet,10.66,10.58,+0.7,1,8'],
    ],
    [
      ['Name', 'Seed', 'Prelims', 'H#'],
      ['name', 'ignored', 'mark', 'round'],
      ['Bold BAT,10.55,10.48,2', 'Tuya GAN,10.66,10.58,1'],
    ],
    [
      ['Place', 'Name', 'Chip Time', 'Gun Time'],
      ['place', 'name', 'ignored', 'mark'],
      ['1,Bold BAT,2:20:20,2:20:22', '2,Tuya GAN,2:21:20,2:21:24'],
    ],
    [
      ['Place', 'Name', 'Chip'],
      ['place', 'name', 'mark'],
      ['1,Bold BAT,2:20:20', '2,Tuya GAN,2:21:20'],
    ],
    [
      ['№', 'Нэр', 'Хүйс', 'Ур дүн'],
      ['ignored', 'name', 'sex', 'mark'],
      ['1,Bold BAT,эр,2:20:20', '2,Tuya GAN,эм,2:21:20'],
    ],
  ])('%j are told apart', (header, columns, lines) => {
    expect(columnsOf(header, lines)).toEqual(columns)
  })
})
