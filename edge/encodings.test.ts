import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { Encoded, encodingFor } from './encodings'

test.each([
  ['gzip, deflate, br, zstd', 'br'],
  ['gzip', 'gzip'],
  ['GZIP;q=0.5', 'gzip'],
  ['br;q=0, gzip', 'gzip'],
  ['br;q=0.0', null],
  ['abrupt, ungzipped', null],
  ['', null],
  [undefined, null],
])('to a reader who takes %j a page is sent as %j', (accepted, encoding) => {
  expect(encodingFor(accepted)).toBe(encoding)
})

test('a body is the same in every encoding', async () => {
  const encoded = new Encoded(Buffer.from('Бат-Очирын Сэр-Од '.repeat(1_000)))
  expect(gunzipSync(await encoded.as('gzip'))).toEqual(encoded.plain)
  expect(brotliDecompressSync(await encoded.as('br'))).toEqual(encoded.plain)
  expect(await encoded.as(null)).toBe(encoded.plain)
  expect(await encoded.as('br')).toBe(await encoded.as('br'))
})
