import { expect, test } from 'vitest'
import { Corrections } from './corrections'
import type { Column, RawRow } from './listing'
import { readListing } from './read-listing'
import type { Cells } from './row-cells'
import { NOTHING } from './setup'

const ROW: RawRow = { line: 3, raw: 'A Kip 14 5.3', cells: ['A Kip', '14', '5.3'], context: {}, problem: null }
const COLUMNS: Column[] = ['name', 'minutes', 'seconds']
const AROUND = { ...NOTHING, discipline: '5000-metres', sex: 'M', date: '2014', ageGroup: 'U20' } as const

function corrected(cells: Cells) {
  const { row, columns } = new Corrections([{ line: 3, raw: ROW.raw, cells }]).apply(ROW, COLUMNS)
  const read = readListing(row, columns, AROUND, { dayOrder: null })
  return read.ok ? read.listing : read.refusal.reason
}

test('a whole mark that is typed counts over one in several columns, and emptied it is none', () => {
  expect(corrected({ mark: '14:06.00' })).toMatchObject({ mark: { text: '14:06.00' } })
  expect(corrected({ mark: '' })).toMatch(/neither a mark/)
  expect(corrected({ seconds: '6.3' })).toMatchObject({ mark: { text: '14:06.3' } })
})

test('an age group that is emptied is none, whatever the heading says', () => {
  expect(corrected({ ageGroup: '' })).toMatchObject({ ageGroup: null })
  expect(corrected({ ageGroup: 'U18', paraClass: 'T46' })).toMatchObject({ ageGroup: 'U18', paraClass: 'T46' })
})
