import { describe, expect, test } from 'vitest'
import { clientAddress, clientNetwork, networkOf } from './network'

describe('the client’s address', () => {
  const spoofed = '203.0.113.99, 198.51.100.7'

  test.each([
    ['without a proxy, the connection’s own, whatever the header says', spoofed, '192.0.2.1', 0, '192.0.2.1'],
    ['behind one proxy, what that proxy has added', spoofed, '10.0.0.1', 1, '198.51.100.7'],
    ['behind two, what the outer one has added', `${spoofed}, 10.0.0.2`, '10.0.0.1', 2, '198.51.100.7'],
    ['the proxy’s, where it has added nothing', undefined, '10.0.0.1', 1, '10.0.0.1'],
    ['the first there is, where a proxy was passed by', '198.51.100.7', '10.0.0.1', 3, '198.51.100.7'],
    ['not an empty name in the header', ' , 198.51.100.7 ,', '10.0.0.1', 1, '198.51.100.7'],
    ['none, where the connection has none', undefined, undefined, 0, ''],
  ])('is, %s', (_, forwarded, socket, hops, address) => {
    expect(clientAddress(forwarded, socket, hops)).toBe(address)
  })

  test('cannot be chosen by the client, however much the client writes', () => {
    for (let attempt = 0; attempt < 60; attempt++) {
      expect(clientAddress(`192.0.2.${attempt}, 198.51.100.7`, '10.0.0.1', 1)).toBe('198.51.100.7')
    }
  })
})

describe('the network of an address', () => {
  test.each([
    ['192.0.2.1', '192.0.2.1'],
    ['::ffff:192.0.2.1', '192.0.2.1'],
    ['192.0.2.1:4711', '192.0.2.1'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
    ['2001:db8:1:2:ffff::1', '2001:db8:1:2::/64'],
    ['2001:DB8::1', '2001:db8:0:0::/64'],
    ['[2001:db8::1]:443', '2001:db8:0:0::/64'],
    ['fe80::1%eth0', 'fe80:0:0:0::/64'],
    ['::1', '0:0:0:0::/64'],
    ['somebody', 'unknown'],
    ['', 'unknown'],
    ['192.0.2.1.5', 'unknown'],
  ])('%s → %s', (address, network) => {
    expect(networkOf(address)).toBe(network)
  })

  test('is read from the headers of the application and of Node alike', () => {
    expect(clientNetwork(new Headers({ 'x-forwarded-for': '192.0.2.1' }))).toBe('192.0.2.1')
    expect(clientNetwork({ 'x-forwarded-for': '2001:db8::1' })).toBe('2001:db8:0:0::/64')
    expect(clientNetwork({})).toBe('unknown')
  })
})
