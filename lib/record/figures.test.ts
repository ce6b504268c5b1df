import { describe, expect, test } from 'vitest'
import { changedFigures, citedFigure, figureKey, figureOf, isPresent, saysTheSame } from './figures'

const CITATION = { id: 'c', version: 1, withdrawn: false, sourceId: 's', locator: 'p. 1', accepted: true }

describe('to which figure something belongs', () => {
  test.each([
    ['results', 'value', 'mark'],
    ['results', 'precision', 'mark'],
    ['results', 'timing', 'timing'],
    ['results', 'raceId', 'race'],
    ['results', 'raceNumber', 'race'],
    ['results', 'competition', 'race'],
    ['results', 'withdrawn', 'itself'],
    ['results', 'team', 'athlete'],
    ['places', 'tied', 'place'],
    ['places', 'placeAsPublished', 'place'],
    ['record_claims', 'scope', 'record'],
    ['competitions', 'longitude', 'position'],
    ['competitions', 'name', 'name'],
    ['athletes', 'heightCm', 'heightCm'],
    ['athletes', 'mergedIntoId', 'itself'],
    ['athletes', 'residence', 'residence'],
    ['events', 'disciplineSlug', 'discipline'],
  ])('in %s, %s to %s', (entity, field, figure) => {
    expect(figureOf(entity, field)).toBe(figure)
  })

  test('a citation to the figure of what it cites', () => {
    expect(citedFigure({ ...CITATION, resultId: 'r', placeId: null, field: 'discipline' })).toEqual({
      entity: 'results',
      id: 'r',
      figure: 'race',
    })
    expect(figureKey(citedFigure({ ...CITATION, nameVariantId: 'n', field: 'text' }))).toBe('name_variants/n/text')
    expect(() => citedFigure(CITATION)).toThrow()
  })
})

describe('in what two states differ', () => {
  const row = { id: 'r', version: 1, withdrawn: false, mark: '2:08:50', value: 7_730_000, note: null, flags: ['A'] }

  test('the version is not content, and a column that came later was empty', () => {
    expect(changedFigures('results', row, { ...row, version: 2, club: null })).toEqual([])
    expect(changedFigures('results', row, { ...row, club: 'NTN' })).toEqual(['club'])
  })

  test('columns of one figure count once', () => {
    const other = { ...row, mark: '2:08:51', value: 7_731_000, flags: [], withdrawn: true }
    expect(changedFigures('results', row, other)).toEqual(['itself', 'mark', 'flags'])
  })

  test('a citation that is withdrawn says nothing', () => {
    const gone = { ...CITATION, withdrawn: true, asserts: '1981' }
    expect(isPresent(gone)).toBe(false)
    expect(saysTheSame(gone, null)).toBe(true)
    expect(saysTheSame(CITATION, gone)).toBe(false)
    expect(saysTheSame(CITATION, { ...CITATION, version: 4 })).toBe(true)
    expect(saysTheSame(CITATION, { ...CITATION, accepted: false })).toBe(false)
  })
})
