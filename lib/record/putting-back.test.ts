import { describe, expect, test } from 'vitest'
import type { Row } from './history'
import { planItems, type RowStates, touchedFigures } from './putting-back'

const RESULT = { id: 'r', version: 1, withdrawn: false, mark: '2:08:50', value: 7_730_000, note: null }
const CITATION = { id: 'c', version: 1, withdrawn: false, resultId: 'r', field: 'mark', asserts: '2:08:50' }

const result = (before: Row | null, after: Row, now: Row = after): RowStates => ({
  entity: 'results',
  id: String(after.id),
  before,
  after,
  now,
})
const citation = (before: Row | null, after: Row | null, now: Row | null = after): RowStates => ({
  entity: 'citations',
  id: String((before ?? after ?? now)?.id),
  before,
  after,
  now,
})
const told = (states: RowStates[]) =>
  planItems(states).map(({ figures, status }) => [figures.map(({ figure }) => figure).join('+'), status])

describe('what of a change can be put back', () => {
  const wrong = { ...RESULT, version: 2, mark: '2:05:50', value: 7_550_000 }
  const cited = { ...CITATION, id: 'wrong', asserts: '2:05:50' }
  const own = [result(RESULT, wrong), citation(null, cited)]

  test('a figure with its citations, and nothing that was written beside it since', () => {
    const noted = { ...wrong, version: 3, note: 'A tail wind' }
    const [item, ...others] = planItems([result(RESULT, wrong, noted), citation(null, cited)])
    expect(others).toEqual([])
    expect(item).toMatchObject({
      key: 'results/r/mark',
      status: 'ready',
      elsewhere: [],
      writes: [
        { entity: 'results', id: 'r', columns: { mark: '2:08:50', value: 7_730_000 } },
        { entity: 'citations', id: 'wrong', columns: { withdrawn: true } },
      ],
    })
  })

  test('a figure that another source is cited for since was changed since', () => {
    const later = { ...CITATION, id: 'later', asserts: '2:05:50' }
    expect(told([...own, citation(null, null, later)])).toEqual([['mark', 'changed']])
    expect(told(own)).toEqual([['mark', 'ready']])
    expect(told([result(RESULT, wrong, RESULT), citation(null, cited, { ...cited, withdrawn: true })])).toEqual([
      ['mark', 'stands'],
    ])
  })

  test('what was only counted is nothing, and a citation that was withdrawn on both sides', () => {
    const gone = { ...CITATION, withdrawn: true }
    expect(told([result(RESULT, { ...RESULT, version: 2 }), citation(gone, { ...gone, asserts: 'x' })])).toEqual([])
  })

  test('of a thing that was made, everything is the thing itself', () => {
    const made = [result(null, RESULT), citation(null, CITATION)]
    expect(told(made)).toEqual([['itself', 'ready']])
    expect([...touchedFigures(made)]).toEqual(['results/r/itself'])
    const corrected = result(null, RESULT, { ...RESULT, note: 'Later' })
    expect(told([corrected, citation(null, CITATION)])).toEqual([['itself', 'changed']])
    const gone = result(null, RESULT, { ...RESULT, note: 'Later', withdrawn: true })
    expect(told([gone, citation(null, CITATION)])).toEqual([['itself', 'stands']])
    expect(planItems(made)[0]?.writes).toEqual([
      { entity: 'results', id: 'r', columns: { withdrawn: true } },
      { entity: 'citations', id: 'c', columns: { withdrawn: true } },
    ])
  })

  test('a thing comes back with the citations that went with it, apart from what was corrected', () => {
    const gone = { ...RESULT, withdrawn: true, note: 'A slip' }
    expect(told([result(RESULT, gone), citation(CITATION, { ...CITATION, withdrawn: true })])).toEqual([
      ['itself+mark', 'ready'],
      ['note', 'ready'],
    ])
  })

  test('two figures between which a citation was moved come back together', () => {
    const other = { ...RESULT, id: 'other' }
    const moved = { ...CITATION, resultId: 'other' }
    expect(told([result(RESULT, RESULT), result(other, other), citation(CITATION, moved)])).toEqual([
      ['mark+mark', 'ready'],
    ])
  })

  test('a citation that has gone to another figure since is not taken away from that', () => {
    const moved = { ...CITATION, id: 'wrong', resultId: 'other' }
    const [item] = planItems([result(RESULT, wrong), citation(CITATION, { ...CITATION, asserts: 'x' }, moved)])
    expect(item).toMatchObject({ status: 'changed', elsewhere: [{ entity: 'results', id: 'other', figure: 'mark' }] })
  })
})
