import { expect, test } from 'vitest'
import { knownAddress } from './known-parameters'

const ask = (address: string) => {
  const { pathname, searchParams } = new URL(address, 'http://localhost')
  return knownAddress(pathname, searchParams, '2026-11-22')
}

test.each([
  ['/?page=7', '/'],
  ['/athletes/ser-od-bat-ochir?fbclid=abc&utm_source=mail', '/athletes/ser-od-bat-ochir'],
  ['/athletes/ser-od-bat-ochir?fbclid=abc&asOf=2024-08-01', '/athletes/ser-od-bat-ochir?asOf=2024-08-01'],
  ['/athletes/a/results/2014/JPN?asOf=2024-08-01&x=1', '/athletes/a/results/2014/JPN?asOf=2024-08-01'],
  ['/athletes/a/bests?asOf=2024-08-01', '/athletes/a/bests?asOf=2024-08-01'],
  ['/competitions/a?event=marathon-m&page=2&x=1', '/competitions/a?event=marathon-m&page=2'],
  ['/compare?athletes=a,b', '/compare?athletes=a,b'],
  ['/made-up/path?with=anything', '/made-up/path'],
  ['/athletes?__proto__=1&constructor=2', '/athletes'],
])('%s is the page %s, which is kept', (asked, address) => {
  expect(ask(asked)).toEqual({ address, isKept: true })
})

test.each([
  '/athletes/a?asOf=yesterday',
  '/athletes/a?asOf=2026-11-23',
  '/athletes/a?asOf=2024-08-01&asOf=2024-08-02',
  '/athletes/a?revision=0',
  '/competitions/a?page=1e9',
  '/athletes?query=bat',
  '/athletes?cursor=%00',
  '/athletes/a?saved=12',
])('%s is answered and not kept', (asked) => {
  expect(ask(asked).isKept).toBe(false)
})
