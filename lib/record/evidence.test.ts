import { describe, expect, test } from 'vitest'
import { formWith } from '../form/form.fixture'
import { encodeReference } from '../form/reference'
import type { Typed } from '../form/typed'
import { readEvidence } from './evidence'
import { typedSource } from './source-choice'

const given = { reason: ['Misread'], locator: ['row 3'] }
const read = (typed: Typed) => readEvidence(formWith({ ...given, ...typed }))
const refers = (text: string, slug: string | null) => encodeReference({ text, slug, isChosen: true })

describe('why and from where', () => {
  test('nothing is saved without a reason, a source and a place in it', () => {
    const { errors, source } = readEvidence(new FormData())
    expect(Object.keys(errors).sort()).toEqual(['locator', 'reason', 'source'])
    expect(source).toBeNull()
  })

  test('a source is named, and its text means what the form was opened with', () => {
    const opened = typedSource({ slug: 'asahi-2014', label: 'Asahi newspaper, A title', detail: '' })
    expect(read(opened)).toEqual({
      reason: 'Misread',
      locator: 'row 3',
      source: { text: 'Asahi newspaper, A title', slug: 'asahi-2014' },
      errors: {},
    })
    expect(read({ ...opened, source: ['asahi'] }).source).toEqual({ text: 'asahi', slug: null })
  })

  test('a choice among several counts for as long as the text in question is not touched', () => {
    const sourceReference = [refers('asahi', 'asahi-2014'), refers('asahi', 'asahi-2015')]
    expect(read({ source: ['asahi'], sourceReference }).source).toEqual({ text: 'asahi', slug: 'asahi-2015' })
    expect(read({ source: ['asahi news'], sourceReference }).source).toMatchObject({ slug: null })
  })

  test('or described, with a date in any clear spelling', () => {
    const described = { publication: ['The Paper'], title: ['A title'], sourceDate: ['7 Dec 2014'] }
    expect(read(described)).toMatchObject({
      errors: {},
      source: { described: { publication: 'The Paper', date: '2014-12-07', url: null }, chosen: null },
    })
    const sourceReference = [refers('The Paper, A title', 'the-paper')]
    expect(read({ ...described, sourceReference }).source).toMatchObject({ chosen: 'the-paper' })
    expect(read({ ...described, title: ['Another'], sourceReference }).source).toMatchObject({ chosen: null })
  })

  test('but not both: neither is dropped in silence', () => {
    const both = read({ source: ['asahi'], publication: ['The Paper'], title: ['A title'] })
    expect(both).toMatchObject({ source: null, errors: { source: expect.stringMatching(/not both/) } })
    expect(read({ source: ['asahi'], title: ['A title'] })).toMatchObject({
      source: null,
      errors: { source: expect.stringMatching(/not both/), publication: expect.any(String) },
    })
  })

  test('an address that is none, or runs a script, is refused', () => {
    const described = { publication: ['The Paper'], title: ['A title'] }
    for (const url of ['paper.example', 'javascript:alert(1)', 'https://']) {
      expect(read({ ...described, url: [url] }).errors).toEqual({ url: expect.any(String) })
    }
  })
})

describe('text that the record did not know', () => {
  const carried = {
    source: ['The Morning Paper'],
    title: ['The Morning Paper'],
    sourceReference: [refers('The Morning Paper', null)],
  }

  test('begins a description, which counts once it is complete', () => {
    expect(read(carried)).toMatchObject({ source: null, errors: { publication: expect.any(String) } })
    expect(read({ ...carried, publication: ['A publisher'], title: ['The Morning Paper, page 1'] })).toMatchObject({
      errors: {},
      source: { described: { publication: 'A publisher', title: 'The Morning Paper, page 1' } },
    })
  })

  test('does not stand in the way of another name', () => {
    expect(read({ ...carried, source: ['asahi'] })).toMatchObject({ errors: {}, source: { text: 'asahi', slug: null } })
  })

  test('is looked up again where nothing is described', () => {
    expect(read({ ...carried, title: [''] }).source).toEqual({ text: 'The Morning Paper', slug: null })
  })
})
