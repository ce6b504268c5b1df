import { describe, expect, test } from 'vitest'
import { outcomeKey, repeatOutcome, type Start, startKey } from './repeats'

const FINAL: Start = {
  discipline: 'marathon',
  sex: 'M',
  round: 'FINAL',
  raceNumber: null,
  date: '2015-05-01',
  mark: { value: 7_801_000 },
  status: null,
}
const first = { line: 2, outcome: outcomeKey(FINAL), place: null }

describe('Two lines of one athlete at one competition', () => {
  test('are one start only where discipline, round, race and day agree', () => {
    const key = startKey('a', 'c', FINAL)
    expect(startKey('a', 'c', { ...FINAL, mark: null, status: 'DNF' })).toBe(key)
    const others: Partial<Start>[] = [{ round: 'HEAT' }, { raceNumber: 2 }, { date: '2015-05-02' }, { sex: 'F' }]
    for (const other of others) expect(startKey('a', 'c', { ...FINAL, ...other })).not.toBe(key)
  })

  test('with the same mark count once', () => {
    expect(repeatOutcome(first, FINAL)).toEqual({
      kind: 'SAME',
      question: null,
      leftOut: true,
      reason: 'Repeats line 2.',
    })
  })

  test('with another mark, or a mark and a status, are asked about', () => {
    for (const later of [
      { ...FINAL, mark: { value: 7_802_000 } },
      { ...FINAL, mark: null, status: 'DNF' as const },
    ]) {
      expect(repeatOutcome(first, later)).toMatchObject({ kind: 'UNDECIDED', question: 'MARK', leftOut: false })
    }
  })

  test('at two places of the race may be two people, even with one mark', () => {
    expect(repeatOutcome({ ...first, place: 4 }, { ...FINAL, place: 5 })).toMatchObject({
      kind: 'UNDECIDED',
      question: 'MARK',
      reason: expect.stringMatching(/two people/),
    })
    expect(repeatOutcome({ ...first, place: 4 }, { ...FINAL, place: 4 })).toMatchObject({ kind: 'SAME' })
    expect(repeatOutcome({ ...first, place: 4 }, FINAL)).toMatchObject({ kind: 'SAME' })
  })

  test('with another status are asked about', () => {
    const withdrawn = { line: 2, outcome: outcomeKey({ mark: null, status: 'DNS' }), place: null }
    expect(repeatOutcome(withdrawn, { ...FINAL, mark: null, status: 'DNF' })).toMatchObject({ kind: 'UNDECIDED' })
  })
})
