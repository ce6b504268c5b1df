import { expect, test } from 'vitest'
import { ageOn } from './age'

test('the age turns on the birthday', () => {
  expect(ageOn('1981-10-07', '2014-10-06')).toEqual({ years: 32, exact: true })
  expect(ageOn('1981-10-07', '2014-10-07')).toEqual({ years: 33, exact: true })
})

test('who was born on 29 February turns a year older on 1 March in other years', () => {
  expect(ageOn('2000-02-29', '2001-02-28')).toEqual({ years: 0, exact: true })
  expect(ageOn('2000-02-29', '2001-03-01')).toEqual({ years: 1, exact: true })
  expect(ageOn('2000-02-29', '2004-02-29')).toEqual({ years: 4, exact: true })
})

test('a month or a year is enough where the birthday cannot fall on the other side', () => {
  expect(ageOn('1981-10-07', '2014-12')).toEqual({ years: 33, exact: true })
  expect(ageOn('1981-10', '2014-09-30')).toEqual({ years: 32, exact: true })
})

test('where the birthday could fall on either side, the lower age is given as inexact', () => {
  expect(ageOn('1981-10-07', '2014')).toEqual({ years: 32, exact: false })
  expect(ageOn('1981', '2014-12-07')).toEqual({ years: 32, exact: false })
  expect(ageOn('1981-10', '2014-10-15')).toEqual({ years: 32, exact: false })
})

test('from an approximate date no exact age follows', () => {
  expect(ageOn('1981-10-07~', '2014-12-07')).toEqual({ years: 33, exact: false })
  expect(ageOn('1981-10-07', '2014-12-07~')).toEqual({ years: 33, exact: false })
})

test('in the year of birth the age is at least nought', () => {
  expect(ageOn('2014', '2014')).toEqual({ years: 0, exact: false })
})

test('there is no age without a birth date or before it', () => {
  expect(ageOn(null, '2014-12-07')).toBeNull()
  expect(ageOn('2015-01-01', '2014-12-07')).toBeNull()
  expect(ageOn('unknown', '2014-12-07')).toBeNull()
})
