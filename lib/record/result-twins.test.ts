import { describe, expect, test } from 'vitest'
import { type Compared, findTwins, isSameResult } from './result-twins'

const start = (id: string, athleteId: string | null, team: string | null = null, members: string[] = []) => ({
  id,
  athleteId,
  team,
  members: members.map((athleteId) => ({ athleteId })),
})
const pairs = (one: ReturnType<typeof start>[], other: ReturnType<typeof start>[]) =>
  findTwins(one, other).map((twin) => [twin.one.id, twin.other.id])

describe('the results of one start', () => {
  test('are of the same athlete', () => {
    expect(pairs([start('a', 'x'), start('b', 'y')], [start('c', 'y'), start('d', 'z')])).toEqual([['b', 'c']])
  })

  test('or of the same team, whatever its letter case, or of somebody who ran for it', () => {
    expect(pairs([start('a', null, 'Morpeth Harriers')], [start('b', null, 'MORPETH Harriers')])).toEqual([['a', 'b']])
    expect(pairs([start('a', null, 'Morpeth', ['x'])], [start('b', null, 'Harriers', ['y', 'x'])])).toEqual([
      ['a', 'b'],
    ])
  })

  test('are one pair at most each', () => {
    expect(pairs([start('a', 'x'), start('b', 'x')], [start('c', 'x')])).toEqual([['a', 'c']])
  })
})

describe('two results say the same', () => {
  const one: Compared = {
    mark: '2:08:50',
    value: 7_730_000,
    status: null,
    timing: null,
    wind: null,
    date: null,
    countryCode: 'MGL',
    club: null,
    qualification: null,
    reactionTime: null,
    ruleBroken: null,
    implement: null,
    teamScore: null,
    note: null,
    flags: ['A', 'x'],
    places: [{ classification: 'overall', place: 3 }],
    records: [{ code: 'NR', state: 'CLAIMED' }],
  }
  test.each<[string, Partial<Compared>]>([
    ['with another club', { club: 'Toyo Suisan' }],
    ['in another order of letters', { flags: ['x', 'A'] }],
    ['with a place in another classification', { places: [{ classification: 'asian', place: 1 }] }],
    ['with no record', { records: [] }],
  ])('%s', (_, other) => {
    expect(isSameResult(one, { ...one, ...other })).toBe(true)
  })
  test.each<[string, Partial<Compared>]>([
    ['with another value', { value: 7_731_000 }],
    ['without a mark', { mark: null, value: null }],
    ['with another country', { countryCode: 'JPN' }],
    ['with other letters', { flags: ['A'] }],
    ['with another place in one classification', { places: [{ classification: 'overall', place: 4 }] }],
    ['with a record in another state', { records: [{ code: 'NR', state: 'RATIFIED' }] }],
  ])('not %s', (_, other) => {
    expect(isSameResult(one, { ...one, ...other })).toBe(false)
  })
})
