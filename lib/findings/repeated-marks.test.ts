import { describe, expect, test } from 'vitest'
import { aCitation, aResult, aSource } from '../record/record.fixture'
import type { DisciplineSlug } from '../sport/disciplines'
import { repeatedMark } from './repeated-marks'
import { findWith } from './rule.fixture'

const table = aSource({ slug: 'table' })
const cited = (mark: string, date: string, source = table, discipline: DisciplineSlug = 'marathon') =>
  aResult({ mark, date, discipline, citations: [aCitation({ source, asserts: mark })] })

describe('the same mark at two competitions', () => {
  const moscow = cited('2:21:55', '2013-08-17')
  const london = cited('2:21:55', '2017-08-06')

  test('in one source is told once, on the later of the two', () => {
    expect(findWith(repeatedMark, { results: [london, moscow] })).toMatchObject([{ subject: `result:${london.id}` }])
  })

  test('is confirmed by sources that tell the two independently', () => {
    const elsewhere = cited('2:21:55', '2017-08-06', aSource({ slug: 'newspaper' }))
    expect(findWith(repeatedMark, { results: [moscow, elsewhere] })).toEqual([])
  })

  test('is no news where marks are coarse: a sprinter runs 10.05 more than once', () => {
    const sprints = [
      cited('10.05', '2013-06-01', table, '100-metres'),
      cited('10.05', '2014-06-01', table, '100-metres'),
    ]
    expect(findWith(repeatedMark, { results: sprints })).toEqual([])
  })

  test('is no news among so many marks that some must coincide', () => {
    const many = Array.from({ length: 80 }, (_, index) =>
      cited(`2:2${Math.floor(index / 20)}:${String(index % 60).padStart(2, '0')}`, `20${10 + (index % 10)}-03-01`),
    )
    expect(findWith(repeatedMark, { results: [moscow, london, ...many] })).toEqual([])
  })

  test('with another one of a second’s difference is none', () => {
    expect(findWith(repeatedMark, { results: [moscow, cited('2:21:56', '2017-08-06')] })).toEqual([])
  })
})
