import { describe, expect, test } from 'vitest'
import { proxyHops, readSettings, secretsOf } from './env'

const [ONE, TWO] = ['a key that has more than 32 characters', 'another one that has as many of them']

describe('the keys that sign', () => {
  test('are one, or several with commas between them', () => {
    expect(secretsOf(ONE)).toEqual([ONE])
    expect(secretsOf(`${TWO}, ${ONE}`)).toEqual([TWO, ONE])
  })

  test('are one where a comma is part of it', () => {
    expect(secretsOf('for the tests alone, nobody signs in with it')).toHaveLength(1)
  })
})

describe('the proxies that are believed', () => {
  test.each([
    [undefined, 0],
    ['', 0],
    ['0', 0],
    ['1', 1],
    ['2', 2],
    ['many', 0],
    ['-1', 0],
    ['1.5', 0],
  ])('%s → %s', (setting, hops) => {
    expect(proxyHops({ PALMARES_BEHIND_PROXY: setting })).toBe(hops)
  })

  test('are a number, or the start fails with one line', () => {
    expect(readSettings({ PALMARES_BEHIND_PROXY: '2' }).PALMARES_BEHIND_PROXY).toBe(2)
    expect(() => readSettings({ PALMARES_BEHIND_PROXY: 'yes' })).toThrow(/^PALMARES_BEHIND_PROXY: .*number of proxies/)
  })
})
