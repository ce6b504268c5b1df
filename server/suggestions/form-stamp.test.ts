import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { LEAST_TIME, readStamp, stampForm } from './form-stamp'

const OPENED = Date.UTC(2026, 10, 21)

beforeAll(() => {
  vi.stubEnv('PALMARES_SECRET', 'a secret of more than thirty-two characters')
})
afterAll(() => {
  vi.unstubAllEnvs()
})

test('a form that was open for a while is accepted, and is the same form each time', () => {
  const stamp = stampForm(OPENED)
  const read = readStamp(stamp, OPENED + LEAST_TIME)
  expect(read).toMatchObject({ ok: true })
  expect(readStamp(stamp, OPENED + 60_000)).toEqual(read)
})

test.each([
  ['filled in within a second', 1_000, 'too-quick'],
  ['left open for two days', 48 * 3_600_000, 'too-old'],
])('a form that was %s is not', (_, age, why) => {
  expect(readStamp(stampForm(OPENED), OPENED + age)).toEqual({ ok: false, why })
})

test.each(['', 'x', '..', `${OPENED.toString(36)}.abc.def`])('%j was not signed here', (stamp) => {
  expect(readStamp(stamp, OPENED + 60_000)).toEqual({ ok: false, why: 'unsigned' })
})

test('the time in a stamp cannot be changed', () => {
  const [text = '', signature] = stampForm(OPENED).split('.')
  const written = Buffer.from(text, 'base64url').toString()
  const earlier = written.replace(String(OPENED), String(OPENED - 60_000))
  expect(earlier).not.toBe(written)
  const forged = `${Buffer.from(earlier).toString('base64url')}.${signature}`
  expect(readStamp(forged, OPENED)).toEqual({ ok: false, why: 'unsigned' })
})
