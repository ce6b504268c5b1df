import { describe, expect, test } from 'vitest'
import { figureLabel, refusalInWords } from './figure-words'

const MARK = { entity: 'results', figure: 'mark', title: 'Marathon, Fukuoka Marathon 2014' }

describe('a figure in words', () => {
  test.each([
    ['results', 'mark', 'Mark'],
    ['athletes', 'birthDate', 'Date of birth'],
    ['results', 'itself', 'Result'],
    ['places', 'itself', 'Place'],
    ['competitions', 'startDate', 'Beginning'],
    ['results', 'race', 'Race'],
  ])('%s %s', (entity, figure, label) => {
    expect(figureLabel({ entity, figure })).toBe(label)
  })
})

describe('why nothing was put back', () => {
  test('says what was changed, by whom and where', () => {
    const figures = [{ ...MARK, changedBy: [{ changeSetId: 12, author: 'Brett' }] }]
    expect(refusalInWords({ kind: 'moved', figures }, 'undo')).toMatch(
      /^The undo was refused: mark, changed by Brett in change 12\./,
    )
  })

  test('tells the things apart where there are several', () => {
    const note = { ...MARK, figure: 'note', title: 'Marathon, Osaka Marathon 2013' }
    const words = refusalInWords(
      { kind: 'apart', figures: [MARK, note], with: [{ title: 'Oyuna', href: null }] },
      'restore',
    )
    expect(words).toContain('mark (Marathon, Fukuoka Marathon 2014), note (Marathon, Osaka Marathon 2013)')
    expect(words).toContain('without Oyuna')
  })

  test('names the rule', () => {
    const rule = 'Who did not finish has no mark: clear one of the two.'
    expect(refusalInWords({ kind: 'rule', figures: [{ ...MARK, rule }] }, 'undo')).toBe(
      `The undo was refused: mark: ${rule}`,
    )
    expect(refusalInWords({ kind: 'nothing-left' }, 'undo')).toBe(
      'Nothing to undo: all of it stands as before already.',
    )
  })
})
