import { describe, expect, test } from 'vitest'
import { refuseBrokenForm } from './broken-form'

/** The status of the refusal; null where the form goes on to the application. */
async function send(body: BodyInit | null, headers: Record<string, string> = {}): Promise<number | null> {
  const request = new Request('http://localhost/admin', { method: 'POST', body, headers })
  return (await refuseBrokenForm(request))?.status ?? null
}

const action = { 'next-action': '00', 'content-type': 'text/plain;charset=UTF-8' }
const nested = (depth: number) => '['.repeat(depth) + ']'.repeat(depth)
function form(fields: Record<string, string>): FormData {
  const made = new FormData()
  for (const [name, value] of Object.entries(fields)) made.set(name, value)
  return made
}

describe('a form goes on', () => {
  test.each<[string, BodyInit | null, Record<string, string>]>([
    ['the arguments of an action', '["$K1", {"a": ["b"]}]', action],
    ['a text full of brackets, as an argument', JSON.stringify([`"${'[{'.repeat(500)}\\`]), action],
    ['a form with JavaScript', form({ '0': '["$K1"]', '1_text': nested(500) }), { 'next-action': '00' }],
    ['a form without it', form({ '$ACTION_1:1': '[{"attempt":1}]', text: nested(500) }), {}],
    ['JSON for a route of ours', '{', { 'content-type': 'application/json' }],
    ['nothing', null, {}],
  ])('%s', async (_, body, headers) => {
    expect(await send(body, headers)).toBeNull()
  })
})

describe('a form is refused', () => {
  test.each<[string, BodyInit | null, Record<string, string>]>([
    ['whose arguments nest without end', nested(30_000), action],
    ['whose objects do', '{"a":'.repeat(30_000), action],
    ['whose arguments are no JSON', 'x', action],
    ['with JavaScript, nested', form({ '0': nested(30_000) }), { 'next-action': '00' }],
    ['with JavaScript, in an argument beside', form({ '0': '["$1"]', '1': nested(30_000) }), { 'next-action': '00' }],
    ['with JavaScript, no JSON', form({ '0': 'x' }), { 'next-action': '00' }],
    ['without it, whose state is nested', form({ '$ACTION_1:1': nested(30_000) }), {}],
    ['that is cut off', '--x\r\nContent-Dis', { 'content-type': 'multipart/form-data; boundary=x' }],
    ['that does not say how it is divided', 'x', { 'content-type': 'multipart/form-data' }],
  ])('%s', async (_, body, headers) => {
    expect(await send(body, headers)).toBe(400)
  })

  test('in no time, however much it repeats', async () => {
    const began = performance.now()
    for (const text of ['"', '\\', '"\\', '[', '["']) await send(text.repeat(500_000), action)
    expect(performance.now() - began).toBeLessThan(2_000)
  })
})
