import { describe, expect, test } from 'vitest'
import { fixForm } from '../findings/fix-form'
import { agreesWithRecord, type CitedField, fieldsOfResult, isContested, isSettled } from './cited-thing'
import { aCitation, aResult } from './record.fixture'
import type { Result } from './result'
import type { Citation } from './source'

function mark(citations: Citation[], given: Partial<Result> = {}): CitedField {
  const cited = fieldsOfResult(aResult({ mark: '2:08:50', value: 7_730_000, ...given, citations })).find(
    ({ key }) => key === 'mark',
  )
  if (!cited) throw new Error('A result has no mark.')
  return cited
}

describe('what an assertion means for the record', () => {
  test('the same mark, written otherwise, agrees', () => {
    expect(agreesWithRecord(mark([]), '2.08.50')).toBe(true)
    expect(agreesWithRecord(mark([]), '2:08:51')).toBe(false)
  })

  test('a vaguer date agrees with the day that is known', () => {
    const date = fieldsOfResult(aResult({ date: '2014-12-07' })).find(({ key }) => key === 'date')
    expect(date && agreesWithRecord(date, '2014-12')).toBe(true)
    expect(date && agreesWithRecord(date, '2014-11')).toBe(false)
  })

  test('the first figure for what the record leaves blank is not what the record says', () => {
    expect(agreesWithRecord(mark([], { mark: null, value: null }), '2:08:50')).toBe(false)
  })
})

describe('what there is to settle', () => {
  const right = aCitation({ field: 'mark', asserts: '2:08:50' })
  const wrong = aCitation({ field: 'mark', asserts: '2:08:51' })
  const aside = { ...wrong, accepted: false, rejection: 'MISPRINT', reason: 'A misprint' } as const

  test('two accepted values are open, one with a reason beside it is settled, one alone is no dispute', () => {
    expect([isContested(mark([right, wrong])), isSettled(mark([right, wrong]))]).toEqual([true, false])
    expect([isContested(mark([right, aside])), isSettled(mark([right, aside]))]).toEqual([true, true])
    expect(isContested(mark([right]))).toBe(false)
  })
})

describe('the form that fixes a finding', () => {
  const finding = { rule: 'beaten-best', subject: 'result:abc', field: 'mark', fix: '/admin/results/abc' }

  test('is the one it names, but for what sources are cited for and chosen between', () => {
    expect(fixForm(finding)).toBe('/admin/results/abc')
    expect(fixForm({ ...finding, rule: 'open-dispute', field: 'place:overall' })).toBe(
      '/admin/disputes/result/abc/place%3Aoverall',
    )
    expect(fixForm({ ...finding, rule: 'uncited-figure' })).toBe('/admin/results/abc/citations?field=mark#cite')
  })
})
