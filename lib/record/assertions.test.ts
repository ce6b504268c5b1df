import { describe, expect, test } from 'vitest'
import { assertionsOf } from './assertions'
import { aCitation } from './record.fixture'

const citing = (...asserted: (string | null)[]) => asserted.map((asserts) => aCitation({ asserts }))
const valuesOf = (field: string, held: string | number | null, ...asserted: (string | null)[]) =>
  assertionsOf(field, held, citing(...asserted), 'half-marathon').map(({ value }) => value)

describe('values are compared as what they are', () => {
  test('a mark of 73:15 is the same as 1:13:15', () => {
    expect(valuesOf('mark', '1:13:15', '73:15')).toEqual(['1:13:15'])
    expect(valuesOf('mark', '1:13:15', '73:16')).toEqual(['1:13:15', '73:16'])
  })

  test('"5th" is 5', () => {
    expect(valuesOf('place', 5, '5th', '5', '5=')).toEqual(['5'])
    expect(valuesOf('place', 5, '6th')).toEqual(['5', '6th'])
  })

  test('a wind of +0.7 is the 700 mm/s that the record holds', () => {
    expect(valuesOf('wind', 700, '+0.7', '0.7')).toEqual(['+0.7 m/s'])
    expect(valuesOf('wind', -700, '-0.7')).toEqual(['−0.7 m/s'])
    expect(valuesOf('wind', -700, '0.7')).toEqual(['−0.7 m/s', '0.7'])
  })

  test('a mark that cannot be read is compared as it is written', () => {
    expect(valuesOf('mark', '1:13:15', 'about an hour')).toEqual(['1:13:15', 'about an hour'])
  })

  test('anything else is compared as text, whatever the spaces', () => {
    expect(valuesOf('birthPlace', 'Govi-Altai Province', ' Govi-Altai  Province')).toEqual(['Govi-Altai Province'])
  })
})

describe('dates', () => {
  test('a date told less fully does not contradict', () => {
    expect(valuesOf('date', '2014-12-07', '2014-12', '2014', '7 December 2014')).toEqual(['2014-12-07'])
  })

  test('another month does', () => {
    expect(valuesOf('birthDate', '1981-10-07', '1981-11')).toEqual(['1981-10-07', '1981-11'])
  })

  test('an approximate date is held to its year', () => {
    expect(valuesOf('date', '2014-04~', '2014-05-02')).toEqual(['2014-04~'])
    expect(valuesOf('date', '2014-04~', '2015-04-02')).toEqual(['2014-04~', '2015-04-02'])
  })

  test('of dates that agree the fullest is shown', () => {
    expect(valuesOf('date', null, 'December 2014', '2014-12-07', '2014')).toEqual(['2014-12-07'])
  })

  test('a vague date does not reconcile two days that contradict each other', () => {
    expect(valuesOf('date', null, '2014', '2014-12-07', '2014-11-30')).toHaveLength(2)
    expect(valuesOf('date', '2014', '2014-12-07', '2014-11-30')).toHaveLength(2)
  })
})

describe('what is accepted', () => {
  test('is what the record shows, though a citation of something else was once accepted', () => {
    const [shown, former] = assertionsOf('mark', '1:02:10', citing('1:02:15'), 'half-marathon')
    expect(shown).toMatchObject({ value: '1:02:10', accepted: true })
    expect(former).toMatchObject({ value: '1:02:15', accepted: false })
  })

  test('is shown in the words of an accepted citation', () => {
    const vague = aCitation({ asserts: '62:10', accepted: false })
    const accepted = aCitation({ asserts: '1:02:10' })
    expect(assertionsOf('mark', null, [vague, accepted], 'half-marathon')).toEqual([
      { value: '1:02:10', accepted: true, citations: [accepted, vague] },
    ])
  })

  test('is what the record holds, and stands first with the citations that say so', () => {
    const other = aCitation({ asserts: '1:02:15', accepted: false })
    const same = aCitation({ asserts: '62:10' })
    expect(assertionsOf('mark', '1:02:10', [other, same], 'half-marathon')).toEqual([
      { value: '1:02:10', accepted: true, citations: [same] },
      { value: '1:02:15', accepted: false, citations: [other] },
    ])
  })

  test('is, of a field that the record only computes, what the editors accepted', () => {
    const stale = aCitation({ field: 'olympicGames', asserts: '5', accepted: false })
    const right = aCitation({ field: 'olympicGames', asserts: '6' })
    expect(assertionsOf('olympicGames', null, [stale, right], null)).toEqual([
      { value: '6', accepted: true, citations: [right] },
      { value: '5', accepted: false, citations: [stale] },
    ])
  })

  test('may be nothing, where every source was rejected', () => {
    const rejected = aCitation({ asserts: '600', accepted: false })
    expect(assertionsOf('weightKg', null, [rejected], null)).toEqual([
      { value: '600', accepted: false, citations: [rejected] },
    ])
  })
})

test('a citation that asserts nothing contradicts nothing', () => {
  expect(valuesOf('mark', '1:02:10', null)).toEqual(['1:02:10'])
  expect(valuesOf('mark', null, null)).toEqual([])
})
