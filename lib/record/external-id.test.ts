import { describe, expect, test } from 'vitest'
import { type Authority, externalAddress, faultOf, identifierIn } from './external-id'

describe('an identifier elsewhere', () => {
  test.each<[Authority, string]>([
    ['WORLD_ATHLETICS', '14178500'],
    ['OLYMPEDIA', '69539'],
    ['WIKIDATA', 'Q1189'],
    ['ARRS', '3516'],
    ['TILASTOPAJA', '45032'],
    ['NATIONAL_FEDERATION', 'MGL-1981/07'],
  ])('of %s may be %s', (authority, value) => {
    expect(faultOf(authority, value)).toBeNull()
  })

  test.each<[Authority, string]>([
    ['WORLD_ATHLETICS', '0141'],
    ['WORLD_ATHLETICS', 'Usain Bolt'],
    ['WIKIDATA', '1189'],
    ['OLYMPEDIA', 'javascript:alert(1)'],
    ['NATIONAL_FEDERATION', '<b>'],
  ])('of %s cannot be %s', (authority, value) => {
    expect(faultOf(authority, value)).toMatch(/^An identifier of /)
  })

  test('leads to the athlete’s page there, where its address can be told', () => {
    const of = (authority: Authority, value: string, sex: 'M' | 'F' | 'X' = 'F') =>
      externalAddress({ authority, value }, sex)
    expect(of('WORLD_ATHLETICS', '14178500')).toBe('https://worldathletics.org/athletes/-/14178500')
    expect(of('WIKIDATA', 'Q1189')).toBe('https://www.wikidata.org/wiki/Q1189')
    expect(of('TILASTOPAJA', '7', 'M')).toBe('https://www.tilastopaja.info/db/at.php?Sex=1&ID=7')
    expect(of('TILASTOPAJA', '7')).toBe('https://www.tilastopaja.info/db/at.php?Sex=2&ID=7')
    expect(of('TILASTOPAJA', '7', 'X')).toBeNull()
    expect(of('NATIONAL_FEDERATION', '7')).toBeNull()
  })

  test.each([
    ['https://worldathletics.org/athletes/mongolia/ser-od-bat-ochir-14178500', '14178500'],
    ['https://worldathletics.org/athletes/-/14178500', '14178500'],
    ['http://www.olympedia.org/athletes/69539', '69539'],
    ['https://www.wikidata.org/wiki/Q1189', 'Q1189'],
    ['https://more.arrs.run/runner/3516', '3516'],
    ['https://www.tilastopaja.info/db/at.php?Sex=1&ID=45032', '45032'],
    ['14178500', '14178500'],
    ['https://example.org/athletes/5', 'https://example.org/athletes/5'],
  ])('is taken out of an address that was pasted: %s', (typed, value) => {
    expect(identifierIn(typed)).toBe(value)
  })
})
