import { expect, test } from 'vitest'
import { athletesAddress, EVERYBODY, initialsOf, parseAthleteFilter } from './athlete-filter'

test('a filter has one address, and the address names that filter', () => {
  expect(athletesAddress(EVERYBODY)).toBe('/athletes')
  const filter = { country: 'MGL', sex: 'M', discipline: 'marathon', letter: 'B' } as const
  const address = athletesAddress(filter, 'bat', 'abc')
  expect(address).toBe('/athletes?query=bat&country=MGL&sex=men&discipline=marathon&letter=B&cursor=abc')
  expect(parseAthleteFilter(Object.fromEntries(new URLSearchParams(address.split('?')[1])))).toEqual(filter)
})

test('what a query names in other words than ours is left out', () => {
  expect(parseAthleteFilter({ country: 'x', sex: 'M', discipline: 'darts', letter: 'ab' })).toEqual(EVERYBODY)
  expect(parseAthleteFilter({ letter: 'b', country: 'mgl' })).toMatchObject({ letter: 'B', country: 'MGL' })
})

test('a name stands under its plain letter, whatever sits on it or runs through it', () => {
  expect(initialsOf('O')).toEqual(expect.arrayContaining(['O', 'o', 'Ö', 'ö', 'Ó', 'Ø', 'Ồ']))
  expect(initialsOf('S')).toEqual(expect.arrayContaining(['S', 's', 'Š', 'Ş']))
  expect(initialsOf('L')).toContain('Ł')
  expect(initialsOf('B')).not.toContain('O')
})
