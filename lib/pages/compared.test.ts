import { expect, test } from 'vitest'
import { compareAddress, parseCompared } from './compared'

test('two or three athletes are compared, in the order in which the address names them', () => {
  expect(compareAddress(['b', 'a'])).toBe('/compare?athletes=b,a')
  expect(parseCompared({ athletes: 'b,a' })).toEqual({ slugs: ['b', 'a'], twice: [], tooMany: [] })
  expect(parseCompared({})).toEqual({ slugs: [], twice: [], tooMany: [] })
})

test('one who is named twice stands once, and a fourth is left out; both are told', () => {
  expect(parseCompared({ athletes: 'a, B,a,,c,d' })).toEqual({ slugs: ['a', 'b', 'c'], twice: ['a'], tooMany: ['d'] })
})
