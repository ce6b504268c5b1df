import { expect, test } from 'vitest'
import { deviceName, visitOf } from './visit'

test('of an address only the beginning is kept', () => {
  const networkOf = (address: string) => visitOf(new Headers({ 'x-forwarded-for': address })).network
  expect(networkOf('203.0.113.77')).toBe('203.0.113.0/24')
  expect(networkOf('::ffff:203.0.113.77')).toBe('203.0.113.0/24')
  expect(networkOf('2001:db8:12:34:5:6:7:8')).toBe('2001:db8:12:34::/64')
  expect(networkOf('unknown')).toBeNull()
  expect(visitOf(new Headers()).network).toBeNull()
})

test('a device has a name that its owner recognises', () => {
  const chrome = 'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/156.0.0.0 Safari/537.36'
  const firefox = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:140.0) Gecko/20100101 Firefox/140.0'
  expect(deviceName(chrome)).toBe('Chrome on Linux')
  expect(deviceName(firefox)).toBe('Firefox on Windows')
  expect(deviceName(null)).toBe('Unknown device')
  expect(deviceName('<script>'.repeat(100))).toMatch(/^Unknown browser/)
})
