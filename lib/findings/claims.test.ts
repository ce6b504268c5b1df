import { describe, expect, test } from 'vitest'
import { aClaim, aResult, aSource } from '../record/record.fixture'
import { staleClaim, uncheckedClaim, wrongClaim } from './claims'
import { at, olympics } from './claims/claims.fixture'
import { findWith } from './rule.fixture'

const paris = aResult({ date: '2024-08-10' })
const aged = (number: number, slug = 'encyclopedia') =>
  aClaim({ number, resultId: paris.id, source: aSource({ slug }), locator: 'paragraph 5' })

describe('a claim that does not hold', () => {
  test('is told on the result, with the source and what the record says', () => {
    const [finding] = findWith(wrongClaim, { results: [paris], claims: [aged(43)] })
    expect(finding).toMatchObject({ subject: `result:${paris.id}`, field: 'age-on' })
    expect(finding?.explanation).toContain('was 42 then')
    expect(finding?.evidence[0]).toMatchObject({ source: 'encyclopedia', locator: 'paragraph 5' })
  })

  test('is told once where two sources make it', () => {
    const claims = [aged(43), aged(43, 'newspaper')]
    const [finding, ...others] = findWith(wrongClaim, { results: [paris], claims })
    expect(others).toEqual([])
    expect(finding?.evidence.map(({ source }) => source)).toEqual(['encyclopedia', 'newspaper', null])
    expect(finding?.explanation).toContain('2 sources')
  })

  test('is not told where it holds', () => {
    for (const rule of [wrongClaim, staleClaim, uncheckedClaim]) {
      expect(findWith(rule, { results: [paris], claims: [aged(42)] })).toEqual([])
    }
  })
})

describe('a claim that no longer holds', () => {
  const claims = [aClaim({ kind: 'TIMES_OLYMPIAN', seriesSlug: olympics.slug, number: 1, asOf: '2005' })]
  const games = [2004, 2008, 2012].map((year) => at(olympics, year))
  const found = (count: number) => findWith(staleClaim, { results: games.slice(0, count), claims })

  test('is a notice about the athlete', () => {
    expect(found(2)).toMatchObject([{ severity: 'notice', subject: 'athlete:ser-od-bat-ochir' }])
    expect(found(1)).toEqual([])
  })

  test('stays the same finding when it grows staler still', () => {
    expect(found(3)[0]?.fingerprint).toBe(found(2)[0]?.fingerprint)
  })
})

test('a claim that cannot be checked says what is missing', () => {
  const claims = [aClaim({ kind: 'MARATHONS_RUN', disciplineSlug: 'marathon', number: 74 })]
  const [finding] = findWith(uncheckedClaim, { results: [paris], claims })
  expect(finding?.explanation).toContain('73 of the 74')
})
