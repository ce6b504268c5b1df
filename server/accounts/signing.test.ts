import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { readSigned, signText } from './signing'

const [OLD, NEW] = ['an old key of more than 32 characters', 'a new key of more than 32 characters']
beforeEach(() => void vi.stubEnv('PALMARES_SECRET', OLD))
afterEach(() => void vi.unstubAllEnvs())

test('a text comes back as it was signed, also after the key was replaced', () => {
  const text = 'The file is larger than 200 MB: split it. “Бат-Очир”'
  const signed = signText(text)
  expect(readSigned(signed)).toBe(text)
  expect(signed).toMatch(/^[\w.-]+$/)
  vi.stubEnv('PALMARES_SECRET', `${NEW},${OLD}`)
  expect(readSigned(signed)).toBe(text)
  vi.stubEnv('PALMARES_SECRET', NEW)
  expect(readSigned(signed)).toBe('')
})

test('what others made up is not shown', () => {
  const [written, mac] = signText('It is empty.').split('.')
  const other = Buffer.from('Call 555-0100').toString('base64url')
  for (const value of [
    'Call 555-0100',
    `${other}.${mac}`,
    other,
    `${other}.`,
    `${written}.${mac}x`,
    '',
    undefined,
    ['a'],
  ]) {
    expect(readSigned(value)).toBe('')
  }
})
