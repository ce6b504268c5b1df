import { expect, test } from 'vitest'
import { isAt, pageAddress, parameter } from './page-address'

test('what says nothing is left out of an address, and commas stay readable', () => {
  expect(pageAddress('/compare', { athletes: 'a,b', add: '' })).toBe('/compare?athletes=a,b')
  expect(pageAddress('/athletes', { country: null, letter: undefined })).toBe('/athletes')
})

test('a parameter that is empty or said twice is none', () => {
  expect(parameter({ year: ' 2014 ' }, 'year')).toBe('2014')
  expect(parameter({ year: '' }, 'year')).toBeNull()
  expect(parameter({ year: ['2014', '2015'] }, 'year')).toBe('2014')
})

test('an address with an empty field, another order or something unknown is not the page’s own', () => {
  const address = pageAddress('/athletes', { country: 'MGL', sex: 'men' })
  expect(isAt({ country: 'MGL', sex: 'men' }, address)).toBe(true)
  expect(isAt({ sex: 'men', country: 'MGL' }, address)).toBe(false)
  expect(isAt({ country: 'MGL', sex: 'men', letter: '' }, address)).toBe(false)
  expect(isAt({ country: 'MGL', sex: 'men', utm: 'x' }, address)).toBe(false)
  expect(isAt({}, '/athletes')).toBe(true)
  expect(isAt({ athletes: 'a,b' }, pageAddress('/compare', { athletes: 'a,b' }))).toBe(true)
})
