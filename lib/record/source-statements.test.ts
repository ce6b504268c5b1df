import { describe, expect, test } from 'vitest'
import { aCitation, aPlace, aResult, aSource } from './record.fixture'
import { agreement, pageOfContents, type Subject, statementsOn, statementsOnResult } from './source-statements'

const table = aSource({ slug: 'table' })
const article = aSource({ slug: 'article' })

const moscow = aResult({
  mark: '2:21:55',
  citations: [
    aCitation({ source: table, field: 'mark', asserts: '2:21:55' }),
    aCitation({ source: article, field: 'mark', asserts: null }),
  ],
  places: [
    aPlace({
      place: 36,
      citations: [
        aCitation({ source: table, field: 'place', asserts: '36' }),
        aCitation({ source: article, field: 'place', asserts: '35', accepted: false }),
      ],
    }),
  ],
})

describe('what a source says', () => {
  test('agrees where the record shows the same value, and differs where it shows another', () => {
    expect(statementsOnResult(moscow, 'table').map(({ agrees }) => agrees)).toEqual([true, true])
    const [, place] = statementsOnResult(moscow, 'article')
    expect(place).toMatchObject({ field: 'place:overall', agrees: false })
  })

  test('neither agrees nor differs where it only supports the whole', () => {
    const [mark] = statementsOnResult(moscow, 'article')
    expect(mark).toMatchObject({ field: 'mark', agrees: null, isOnlySource: false })
  })

  test('is known from it alone where nobody else asserts the value of the record', () => {
    expect(statementsOnResult(moscow, 'table').every(({ isOnlySource }) => isOnlySource)).toBe(true)
    const shared = {
      ...moscow,
      citations: [table, article].map((source) => aCitation({ source, field: 'mark', asserts: '2:21:55' })),
    }
    expect(statementsOnResult(shared, 'table')[0]).toMatchObject({ agrees: true, isOnlySource: false })
  })

  test('is compared as what it is: "73:15" agrees with a record of 1:13:15', () => {
    const half = aResult({
      discipline: 'half-marathon',
      mark: '1:13:15',
      citations: [aCitation({ source: table, field: 'mark', asserts: '73:15' })],
    })
    expect(statementsOnResult(half, 'table')[0]?.agrees).toBe(true)
  })

  test('of a person is held against the person', () => {
    const person = {
      heightCm: 173,
      citations: [aCitation({ source: article, field: 'heightCm', asserts: '172', accepted: false })],
    }
    expect(statementsOn(person, 'article')[0]?.agrees).toBe(false)
  })
})

describe('agreement', () => {
  test('is counted where another source gives the figure too', () => {
    const both = aResult({
      mark: '2:21:55',
      citations: [table, article].map((source) => aCitation({ source, field: 'mark', asserts: '2:21:55' })),
    })
    expect(agreement(statementsOnResult(both, 'table'))).toEqual({ agreeing: 1, asserted: 1 })
    expect(agreement(statementsOnResult(moscow, 'article'))).toEqual({ agreeing: 0, asserted: 1 })
    expect(agreement(statementsOnResult(moscow, 'table'))).toEqual({ agreeing: 0, asserted: 0 })
  })

  test('is none where nothing is asserted', () => {
    expect(agreement([])).toEqual({ agreeing: 0, asserted: 0 })
  })
})

describe('a page of what a source says', () => {
  const subjects = (...ids: string[]) =>
    ids.map((id): Subject => ({ id, about: { kind: 'person', name: id }, statements: [] }))
  const contents = {
    athletes: [
      { slug: 'a', name: 'A', subjects: subjects('a1', 'a2', 'a3') },
      { slug: 'b', name: 'B', subjects: subjects('b1') },
    ],
    competitions: subjects('c1', 'c2'),
  }

  test('ends within an athlete and begins there again, and all pages together are the whole', () => {
    const pages = [1, 2, 3, 4].map((page) => pageOfContents(contents, page, 2))
    const shown = pages.map(({ athletes, competitions }) =>
      [...athletes.flatMap((athlete) => athlete.subjects), ...competitions].map(({ id }) => id),
    )
    expect(shown).toEqual([['a1', 'a2'], ['a3', 'b1'], ['c1', 'c2'], []])
    expect(pages[1]?.athletes.map(({ slug }) => slug)).toEqual(['a', 'b'])
  })
})
