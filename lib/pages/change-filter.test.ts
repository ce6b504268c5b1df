import { expect, test } from 'vitest'
import { changesAddress, EVERY_CHANGE, isFiltered, parseBefore, parseChangeFilter } from './change-filter'

const TODAY = '2026-11-21'

test('a filter is read from its own address', () => {
  const address =
    '/changes?athlete=ser-od-bat-ochir&competition=2014-fukuoka-marathon&editor=V1StGXR8_Z5j&source=asahi-2014&kind=restore&thing=result&day=2026-11-20&patrolled=no'
  const filter = parseChangeFilter(Object.fromEntries(new URLSearchParams(address.split('?')[1])), TODAY)
  expect(filter).toEqual({
    athlete: 'ser-od-bat-ochir',
    competition: '2014-fukuoka-marathon',
    editor: 'V1StGXR8_Z5j',
    source: 'asahi-2014',
    kind: 'RESTORE',
    thing: 'result',
    day: '2026-11-20',
    isUnpatrolled: true,
  })
  expect(changesAddress(filter)).toBe(address)
})

test.each([
  { kind: 'delete' },
  { thing: 'constructor' },
  { day: '2026-02-30' },
  { day: '2026-11-22' },
  { day: 'today' },
  { patrolled: 'yes' },
  { athlete: 'a b' },
  { editor: '../people' },
])('%j narrows nothing', (query) => {
  const filter = parseChangeFilter(query, TODAY)
  expect(filter).toEqual(EVERY_CHANGE)
  expect(isFiltered(filter)).toBe(false)
})

test.each([
  ['12', 12],
  ['0', null],
  ['1e9', null],
  ['9999999999', null],
])('before %s is %s', (before, number) => {
  expect(parseBefore({ before })).toBe(number)
})
