import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readPlace, readRound } from './place'

const NOTHING = { place: null, tied: false, round: null, raceNumber: null, outOfCompetition: false, combined: false }

describe('a place', () => {
  test.each([
    ['1', { place: 1 }],
    ['4.0', { place: 4 }],
    ['1.', { place: 1 }],
    ['１２', { place: 12 }],
    ['1st', { place: 1 }],
    ['22nd', { place: 22 }],
    ['1er', { place: 1 }],
    ['3位', { place: 3 }],
    ['12/148', { place: 12 }],
    ['1=', { place: 1, tied: true }],
    ['=1', { place: 1, tied: true }],
    ['T3', { place: 3, tied: true }],
    ['1f', { place: 1, round: 'FINAL' }],
    ['1f7', { place: 1, round: 'FINAL', raceNumber: 7 }],
    ['1sf2', { place: 1, round: 'SEMIFINAL', raceNumber: 2 }],
    ['3h3', { place: 3, round: 'HEAT', raceNumber: 3 }],
    ['3 h3', { place: 3, round: 'HEAT', raceNumber: 3 }],
    ['3 (h3)', { place: 3, round: 'HEAT', raceNumber: 3 }],
    ['1qf3', { place: 1, round: 'QUARTERFINAL', raceNumber: 3 }],
    ['1sr2', { place: 1, round: 'QUARTERFINAL', raceNumber: 2 }],
    ['2q1', { place: 2, round: 'QUALIFICATION', raceNumber: 1 }],
    ['1pr5', { place: 1, round: 'QUALIFICATION', raceNumber: 5 }],
    ['2ce6', { place: 2, raceNumber: 6, combined: true }],
    ['f', { round: 'FINAL' }],
    ['f2', { round: 'FINAL', raceNumber: 2 }],
    ['h', { round: 'HEAT' }],
    ['OC', { outOfCompetition: true }],
    ['G', { place: 1 }],
    ['S', { place: 2 }],
    ['B', { place: 3 }],
    ['Gold', { place: 1 }],
    ['', {}],
    ['–', {}],
  ])('of “%s” is read', (text, known) => {
    expect(readPlace(text)).toEqual({ ...NOTHING, ...known })
  })

  test.each(['DNF', '0', '2:08:50', '1.5', 'Bern', '-1', 'h3h3', 'th', '1 2'])('of “%s” is none', (text) => {
    expect(readPlace(text)).toBeNull()
  })

  test('is read of any text, or none is', () => {
    fc.assert(fc.property(fc.string(), (text) => Number.isInteger(readPlace(text)?.place ?? 1)))
  })
})

describe('a round', () => {
  test.each([
    ['Final', 'FINAL', null],
    ['SEMIFINAL', 'SEMIFINAL', null],
    ['Semi-Final 2', 'SEMIFINAL', 2],
    ["Men's 200 m Heat 3", 'HEAT', 3],
    ['Heats', 'HEAT', null],
    ['Vorlauf 2', 'HEAT', 2],
    ['男子100m 準決勝', 'SEMIFINAL', null],
    ['予選2組', 'HEAT', 2],
    ['決勝', 'FINAL', null],
    ['quarterfinal', 'QUARTERFINAL', null],
    ['Qualification', 'QUALIFICATION', null],
    ['h3', 'HEAT', 3],
    ['Final 100 m', 'FINAL', null],
  ] as const)('of “%s” is %s', (text, round, raceNumber) => {
    expect(readRound(text)).toEqual({ round, raceNumber })
  })

  test('is none where no word names it', () => {
    expect(['Heath 2', 'Marathon', '', '3'].map(readRound)).toEqual([null, null, null, null])
  })
})
