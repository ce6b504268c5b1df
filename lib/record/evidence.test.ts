import { describe, expect, test } from 'vitest'
import { formWith } from '../form/form.fixture'
import type { Typed } from '../form/typed'
import { readEvidence } from './evidence'

describe('why and from where', () => {
  const given = { reason: ['Misread'], locator: ['row 3'] }
  const read = (typed: Typed) => readEvidence(formWith({ ...given, ...typed }))

  test('a source is chosen', () => {
    expect(read({ source: ['asahi-2014'] })).toEqual({
      ok: true,
      evidence: { reason: 'Misread', locator: 'row 3', source: { slug: 'asahi-2014' } },
    })
  })

  test('or described anew, with a date in any clear spelling', () => {
    const described = { publication: ['The Paper'], title: ['A title'], sourceDate: ['7 Dec 2014'] }
    expect(read(described)).toMatchObject({ ok: true, evidence: { source: { date: '2014-12-07', url: null } } })
  })

  test('but not both: neither is dropped in silence', () => {
    expect(read({ source: ['asahi-2014'], publication: ['The Paper'], title: ['A title'] })).toMatchObject({
      errors: { source: expect.stringMatching(/not both/) },
    })
  })

  test('nothing is saved without a reason, a source and a place in it', () => {
    const { errors } = readEvidence(new FormData()) as { errors: object }
    expect(Object.keys(errors).sort()).toEqual(['locator', 'reason', 'source'])
  })

  test('an address that is none, or runs a script, is refused', () => {
    const described = { publication: ['The Paper'], title: ['A title'] }
    for (const url of ['paper.example', 'javascript:alert(1)', 'https://']) {
      expect(read({ ...described, url: [url] })).toMatchObject({ errors: { url: expect.any(String) } })
    }
  })
})
