import { expect, test } from 'vitest'
import {
  allTimeList,
  cursorAfter,
  type MarkList,
  markListAddress,
  numbered,
  parseMarkList,
  readCursor,
} from './mark-list'

const MEN = allTimeList('marathon')

test('a list has one address, and the address asks for that list', () => {
  expect(markListAddress(MEN)).toBe('/disciplines/marathon')
  const list: MarkList = { ...MEN, sex: 'F', country: 'MGL', year: 2014, all: true, performances: true }
  const address = markListAddress(list)
  expect(address).toBe('/disciplines/marathon?sex=women&country=MGL&year=2014&marks=all&list=performances')
  const query = Object.fromEntries(new URLSearchParams(address.split('?')[1]))
  expect(parseMarkList('marathon', query)).toEqual(list)
})

test('a list of its own is asked for by its kind, and shows no marks of others', () => {
  const list: MarkList = { ...allTimeList('200-metres'), key: 'wind-assisted' }
  expect(markListAddress(list)).toBe('/disciplines/200-metres?kind=wind-assisted')
  expect(parseMarkList('200-metres', { kind: 'wind-assisted', marks: 'all' })).toEqual(list)
  expect(parseMarkList('shot-put', { kind: 'class-f46' }).key).toBe('class-f46')
  expect(parseMarkList('shot-put', { kind: 'none' }).key).toBe('main')
})

test('a discipline that only women have leads to theirs', () => {
  expect(markListAddress(allTimeList('heptathlon'))).toBe('/disciplines/heptathlon')
  expect(parseMarkList('heptathlon', {}).sex).toBe('F')
  expect(markListAddress(allTimeList('heptathlon', 'M'))).toBe('/disciplines/heptathlon?sex=men')
})

test('what a query asks in other words than ours is left out', () => {
  const query = { sex: 'dogs', country: "M'L", year: '14', marks: 'none', list: ['x', 'performances'] }
  expect(parseMarkList('marathon', query)).toEqual(MEN)
  expect(parseMarkList('marathon', { country: 'mgl' })).toMatchObject({ country: 'MGL' })
})

test('equal marks share a number, and the next one counts them all', () => {
  const rows = [10, 20, 20, 30].map((rank, index) => ({ rank, precedence: '0_2014-12-07_4', id: `r${index}` }))
  expect(numbered(rows, null).map(({ number, shared }) => [number, shared])).toEqual([
    [1, false],
    [2, true],
    [2, true],
    [4, false],
  ])
})

test('the numbers go on from page to page, also where equal marks lie on both sides of the turn', () => {
  const rows = [10, 20, 20, 20, 30, 40].map((rank, index) => ({
    rank,
    precedence: `0_2014-12-07_${index % 5}`,
    id: `r${index}`,
  }))
  const whole = numbered(rows, null).map(({ number }) => number)
  for (const size of [1, 2, 3, 4, 5]) {
    const pages: number[] = []
    let after: ReturnType<typeof readCursor> = null
    for (let start = 0; start < rows.length; start += size) {
      const page = numbered(rows.slice(start, start + size), after)
      pages.push(...page.map(({ number }) => number))
      const next = cursorAfter(page, after)
      const address: string = markListAddress(MEN, next)
      after = readCursor(new URLSearchParams(address.split('?')[1]).get('cursor'))
      expect(after).toEqual(next)
    }
    expect(pages, `pages of ${size}`).toEqual(whole)
  }
})

test('a cursor that we did not make begins at the beginning', () => {
  for (const text of [null, '', '1', '1.r.0.1', '9999999999.r.1.1', '1.r.1.2', "1.r'.1.1", '1.r.1.1.1', 'x.r.1.1']) {
    expect(readCursor(text), String(text)).toBeNull()
  }
})
