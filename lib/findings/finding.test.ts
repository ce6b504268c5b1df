import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { aCitation, aCompetition, aPlace, aRecord, aRecordClaim, aResult, aSource } from '../record/record.fixture'
import { findWith } from './rule.fixture'
import { byWeight, findingsIn, openFinding, RULES } from './rules'
import { settledDispute } from './sources-disagree'
import { findingsInWords } from './words'

const table = aSource({ slug: 'table' })
const text = aSource({ slug: 'text' })

/** A place on which a table and a text disagree; the text's is the one that is not accepted. */
function disputed(asserted: string, given: { reason?: string; reversed?: boolean } = {}) {
  const citations = [
    aCitation({ id: 'a', source: table, field: 'place', asserts: '36' }),
    aCitation({
      id: 'b',
      source: text,
      field: 'place',
      asserts: asserted,
      accepted: false,
      rejection: 'CONTRADICTED',
      reason: given.reason ?? 'The table is the fuller one.',
    }),
  ]
  const places = [aPlace({ place: 36, citations: given.reversed ? citations.reverse() : citations })]
  const [finding] = findWith(settledDispute, { results: [aResult({ id: 'moscow', places })] })
  if (!finding) throw new Error('Nothing was found.')
  return finding
}

describe('a fingerprint', () => {
  test('is the same as long as the finding rests on the same', () => {
    expect(disputed('35').fingerprint).toBe(disputed('35').fingerprint)
    expect(disputed('35', { reason: 'Told otherwise.' }).fingerprint).toBe(disputed('35').fingerprint)
    expect(disputed('35', { reversed: true }).fingerprint).toBe(disputed('35').fingerprint)
  })

  test('changes when a source asserts something else', () => {
    expect(disputed('34').fingerprint).not.toBe(disputed('35').fingerprint)
  })
})

describe('the rules', () => {
  test('each have a name of their own, a title and an explanation in sentences', () => {
    const names = RULES.map(({ name }) => name)
    expect(new Set(names).size).toBe(names.length)
    for (const { name, title, explanation } of RULES) {
      expect(name).toMatch(/^[a-z]+(-[a-z]+)*$/)
      expect(title).toMatch(/^[A-Z]/)
      expect(explanation).toMatch(/\.$/)
    }
  })

  const careers = fc.array(
    fc.record({
      id: fc.uuid(),
      mark: fc.constantFrom('2:08:50', '2:11:05', '2:11:05', '2:49:06', null),
      date: fc.constantFrom('1980', '2010', '2010-05~', '2010-12-19', '2010-12-19', '2011-02-06', '2014'),
      status: fc.constantFrom(null, null, 'DNF' as const),
      place: fc.integer({ min: 1, max: 5 }),
      record: fc.constantFrom(null, 'NR', 'PB', 'CR'),
      ageGroup: fc.constantFrom(null, null, 'U20', 'M40'),
    }),
    { maxLength: 15 },
  )

  test('find the same in a record in whatever order it was read', () => {
    const race = aCompetition({ year: 2010 })
    fc.assert(
      fc.property(careers, (career) => {
        const results = career.map(({ mark, place, record, ...given }) =>
          aResult({
            ...given,
            competition: race,
            ...(given.status === null ? { mark } : {}),
            ...(mark === null || given.status !== null
              ? {}
              : { value: mark === '2:08:50' ? 7_730_000 : 7_865_000, precision: 1000 }),
            places: [aPlace({ place })],
            records: record === null ? [] : [aRecordClaim({ code: record })],
          }),
        )
        const found = (order: typeof results) =>
          findingsIn(aRecord({ results: order }), { others: [] })
            .sort(byWeight)
            .map(openFinding)
        expect(found(results.toReversed())).toEqual(found(results))
      }),
      { numRuns: 100 },
    )
  })
})

test('findings are listed by weight: what is wrong before what is worth a look', () => {
  const nobodys = aResult({ mark: '2:08:50', date: '1970-01-01', competition: aCompetition({ year: 1970 }) })
  const found = findingsIn(aRecord({ results: [nobodys] }), { others: [] }).sort(byWeight)
  expect(found.map(({ rule }) => rule)).toEqual([
    'outside-lifetime',
    'uncited-figure',
    'uncited-figure',
    'uncited-figure',
  ])
})

describe('the open data', () => {
  test('tell the rule, the thing and the evidence, and nothing of the desk', () => {
    expect(Object.keys(openFinding(disputed('35')))).toEqual([
      'rule',
      'severity',
      'subject',
      'field',
      'explanation',
      'evidence',
    ])
    expect(openFinding(disputed('35'))).toMatchObject({
      subject: 'result:moscow',
      field: 'place:overall',
      evidence: [
        { source: 'table', locator: 'paragraph 1', asserts: '36' },
        { source: 'text', locator: 'paragraph 1', asserts: '35' },
      ],
    })
  })
})

test('a list for people counts by rule', () => {
  expect(findingsInWords([disputed('35'), disputed('34')])).toContain('     2  settled-dispute')
  expect(findingsInWords([])).toBe('The rules find nothing.')
})
