import { describe, expect, test } from 'vitest'
import { aCitation, anAthlete, aPlace, aResult, aSource } from '../record/record.fixture'
import { bareNumber, contradictedFootnote, emptyBinding } from './biography'
import { findWith } from './rule.fixture'

const written = (body: string) => ({
  athlete: anAthlete({
    chapters: [{ id: 'c', position: 1, title: 'Early years', body, language: 'en', translationOfId: null }],
  }),
})
const bare = (body: string) => findWith(bareNumber, written(body)).map(({ evidence }) => evidence[0]?.asserts)

describe('a number in the biography', () => {
  test('that is typed is told with its sentence', () => {
    expect(bare('He ran well. He finished 20th in Daegu, in 2:16:41. Then he rested.')).toEqual([
      'He finished 20th in Daegu, in 2:16:41.',
    ])
  })

  test('is found inside Markdown, and as it is read', () => {
    expect(bare('- He was *20th*\n- in **Daegu**.')).toEqual(['He was 20th'])
    expect(bare('1. First.\n2. Second.\n\n# The 2010s\n\n[A list](https://a.example/12)')).toEqual([])
  })

  test('that is bound, or a year, or the name of a distance, is in order', () => {
    expect(
      bare(
        'In 2011 he was {place result-000001} over 10,000 m, in the 4 × 400 m and the 110-metre hurdles.[@asahi-2014: paragraphs 1 to 3]',
      ),
    ).toEqual([])
    expect(bare('The Games of Tokyo 2020, and the 1990s before them.')).toEqual([])
  })
})

describe('a binding', () => {
  const daegu = aResult({ mark: '2:16:41' })
  const found = (body: string) => findWith(emptyBinding, { ...written(body), results: [daegu] })

  test('that finds nothing is told as it was written', () => {
    expect(found('He was {place nobody}.')).toMatchObject([{ explanation: expect.stringContaining('{place nobody}') }])
    expect(found(`He was {place ${daegu.id}}.`)).toHaveLength(1)
    expect(found('> - _{mark no_body}_')).toMatchObject([{ explanation: expect.stringContaining('{mark no_body}') }])
  })

  test('that finds its figure is in order', () => {
    expect(found(`- **He ran {mark ${daegu.id}}**\n\n> *{year ${daegu.id}}*`)).toEqual([])
    expect(found(`He ran {mark ${daegu.id}}.`)).toEqual([])
  })
})

describe('a footnote', () => {
  const encyclopedia = aSource({ slug: 'encyclopedia' })
  const says = (field: string, asserts: string) => aCitation({ source: encyclopedia, field, asserts })
  const paris = aResult({
    mark: '2:30:19',
    places: [aPlace({ place: 65, citations: [says('place', '65')] })],
    citations: [says('mark', '2:30:09')],
  })
  const found = (body: string) => findWith(contradictedFootnote, { ...written(body), results: [paris] })

  test('whose source has another value than the figure before it is found, with both', () => {
    const body = `He was {place ${paris.id}} in {mark ${paris.id}}.[@encyclopedia: table]`
    const [finding, ...others] = found(body)
    expect(others).toEqual([])
    expect(finding?.explanation).toMatch(/2:30:19.*\[@encyclopedia: table\].*2:30:09/)
  })

  test('is found where the sentence goes through Markdown', () => {
    expect(found(`> He ran **{mark ${paris.id}}**, *in the rain.*[@encyclopedia: *table*, _2_]`)).toHaveLength(1)
    expect(found(`- {mark ${paris.id}}\n- He was 42.[@encyclopedia: infobox]`)).toEqual([])
  })

  test.each([
    [`He was {place ${paris.id}}.[@encyclopedia: table]`],
    [`*He ran {mark ${paris.id}}.*  \nHe was 42.[@encyclopedia: infobox]`],
    [`He ran {mark ${paris.id}}.[@newspaper: page 1]`],
    [`He ran {mark ${paris.id}}. He was 42.[@encyclopedia: infobox]`],
  ])('%s is in order', (body) => {
    expect(found(body)).toEqual([])
  })
})
