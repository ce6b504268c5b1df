import { describe, expect, test } from 'vitest'
import { aCitation, aPlace, aResult, aSource } from './record.fixture'
import { agreement, statementsOn, statementsOnResult } from './source-statements'

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
  test('is counted over the statements that assert a value', () => {
    const said = [...statementsOnResult(moscow, 'table'), ...statementsOnResult(moscow, 'article')]
    expect(agreement(said)).toEqual({ agreeing: 2, asserted: 3 })
  })

  test('is none where nothing is asserted', () => {
    expect(agreement([])).toEqual({ agreeing: 0, asserted: 0 })
  })
})
