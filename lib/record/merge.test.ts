import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { changedFields, merge } from './merge'

describe('two editors on one result', () => {
  const base = { mark: '2:09:00', date: '2013-12', club: '' }

  test('changes to different fields are both kept', () => {
    const { merged, clashes, taken } = merge(base, { ...base, date: '2013-12-15' }, { ...base, club: 'NTN' })
    expect(merged).toEqual({ mark: '2:09:00', date: '2013-12-15', club: 'NTN' })
    expect(clashes).toEqual([])
    expect(taken).toEqual(['date'])
  })

  test('different changes to one field are a clash, shown with base, theirs and mine', () => {
    const { clashes, merged } = merge(base, { ...base, mark: '2:09:01' }, { ...base, mark: '2:08:59' })
    expect(clashes).toEqual([{ field: 'mark', base: '2:09:00', theirs: '2:09:01', mine: '2:08:59' }])
    expect(merged.mark).toBe('2:08:59')
  })

  test('the same change made twice is no clash', () => {
    expect(merge(base, { ...base, mark: '2:09:01' }, { ...base, mark: '2:09:01' }).clashes).toEqual([])
  })

  test('a field that one of them added, such as a second place, is kept', () => {
    expect(merge(base, { ...base, 'place:asian': '2' }, base).merged['place:asian']).toBe('2')
  })

  const drafts = fc.dictionary(fc.constantFrom('a', 'b', 'c'), fc.constantFrom('', '1', '2'))

  test('where nobody else changed anything, what I typed is what is saved', () => {
    fc.assert(
      fc.property(drafts, drafts, (base, mine) => {
        const { merged, clashes } = merge(base, base, mine)
        expect(clashes).toEqual([])
        expect(changedFields(merged, mine)).toEqual([])
      }),
    )
  })

  test('it matters to nobody who was first, unless they clash', () => {
    fc.assert(
      fc.property(drafts, drafts, drafts, (base, theirs, mine) => {
        const one = merge(base, theirs, mine)
        fc.pre(one.clashes.length === 0)
        expect(changedFields(one.merged, merge(base, mine, theirs).merged)).toEqual([])
      }),
    )
  })
})
