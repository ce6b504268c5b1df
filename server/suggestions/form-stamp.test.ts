import { expect, test } from 'vitest'
import { LEAST_TIME, readStamp, stampForm } from './form-stamp'

const SECRET = 'a secret of more than thirty-two characters'
const OPENED = Date.UTC(2026, 10, 21)

test('a form that was open for a while is accepted, and is the same form each time', () => {
  const stamp = stampForm(SECRET, OPENED)
  const read = readStamp(SECRET, stamp, OPENED + LEAST_TIME)
  expect(read).toMatchObject({ ok: true })
  expect(readStamp(SECRET, stamp, OPENED + 60_000)).toEqual(read)
})

test.each([
  ['filled in within a second', 1_000, 'too-quick'],
  ['left open for two days', 48 * 3_600_000, 'too-old'],
])('a form that was %s is not', (_, age, why) => {
  expect(readStamp(SECRET, stampForm(SECRET, OPENED), OPENED + age)).toEqual({ ok: false, why })
})

test.each(['', 'x', '..', `${OPENED.toString(36)}.abc.def`])('%j was not signed here', (stamp) => {
  expect(readStamp(SECRET, stamp, OPENED + 60_000)).toEqual({ ok: false, why: 'unsigned' })
})

test('the time in a stamp cannot be changed', () => {
  const [, formId, signature] = stampForm(SECRET, OPENED).split('.')
  const earlier = `${(OPENED - 60_000).toString(36)}.${formId}.${signature}`
  expect(readStamp(SECRET, earlier, OPENED)).toEqual({ ok: false, why: 'unsigned' })
})
