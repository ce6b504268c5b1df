import { describe, expect, test } from 'vitest'
import { readSuggestion } from './suggestion'

const SHOWN = [
  { name: 'mark', value: '2:08:50' },
  { name: 'date', value: '' },
]

function formOf(fields: Record<string, string>): FormData {
  const form = new FormData()
  for (const [name, value] of Object.entries(fields)) form.set(name, value)
  return form
}

const WHOLE = { figure: 'mark', right: '2:08:51', evidence: 'The result list' }

describe('a suggestion', () => {
  test('says what is right and how its sender knows', () => {
    expect(readSuggestion(formOf(WHOLE), SHOWN)).toEqual({
      ok: true,
      suggestion: { ...WHOLE, wrong: null, name: null, email: null, wantsCredit: false },
    })
  })

  test('says what is wrong where it is about none of the figures', () => {
    const nowhere = formOf({ ...WHOLE, figure: '' })
    expect(readSuggestion(nowhere, SHOWN)).toMatchObject({ ok: false, errors: { wrong: expect.any(String) } })
    nowhere.set('wrong', 'A result is missing')
    expect(readSuggestion(nowhere, SHOWN)).toMatchObject({ ok: true, suggestion: { figure: null } })
  })

  test.each([
    ['right', { right: '' }],
    ['evidence', { evidence: ' ' }],
    ['figure', { figure: 'slug' }],
    ['email', { email: 'not an address' }],
    ['right', { right: 'x'.repeat(2001) }],
    ['name', { wantsCredit: 'on' }],
  ])('is refused at the field %s: %j', (field, change) => {
    const read = readSuggestion(formOf({ ...WHOLE, ...change }), SHOWN)
    expect(read).toMatchObject({ ok: false, errors: { [field]: expect.any(String) } })
  })
})
