import { describe, expect, test } from 'vitest'
import { doubtsAbout, type ListBest, type ListPeople, unconfirmed } from './doubts'

const NOBODY: ListPeople = { known: 0, created: 0, namesakes: 0, ofOtherSex: 0 }
const KIPCHOGE: ListBest = { discipline: 'marathon', sex: 'F', value: 7_269_000, mark: '2:01:09', name: 'K', line: 2 }
const world = () => ({ value: 7_796_000, mark: '2:09:56' })
const codes = (bests: ListBest[], people = NOBODY) => doubtsAbout(bests, people, world).map(({ code }) => code)

describe('A list is doubted', () => {
  test('where its best is better than the best of the world, in time or in distance', () => {
    expect(codes([KIPCHOGE])).toEqual(['world best'])
    expect(codes([{ ...KIPCHOGE, value: 7_796_000 }])).toEqual([])
    const jump: ListBest = { ...KIPCHOGE, discipline: 'long-jump', value: 8_900, mark: '8.90' }
    expect(doubtsAbout([jump], NOBODY, () => ({ value: 7_520, mark: '7.52' }))).toHaveLength(1)
    expect(doubtsAbout([jump], NOBODY, () => ({ value: 8_950, mark: '8.95' }))).toEqual([])
    expect(doubtsAbout([jump], NOBODY, () => null)).toEqual([])
  })

  test('where nearly all would be new people although the record has most of their names', () => {
    const people = { ...NOBODY, created: 20, namesakes: 15 }
    expect(codes([], people)).toEqual(['new people'])
    expect(codes([], { ...people, known: 20 })).toEqual([])
    expect(codes([], { ...people, namesakes: 3 })).toEqual([])
    expect(codes([], { ...people, created: 3, namesakes: 3 })).toEqual([])
  })

  test('where people of the same name and birth date have the other sex', () => {
    expect(codes([], { ...NOBODY, known: 100, created: 1, ofOtherSex: 1 })).toEqual(['other sex'])
  })

  test('until the words of each doubt are typed', () => {
    const doubts = doubtsAbout([KIPCHOGE], { ...NOBODY, created: 20, namesakes: 15, ofOtherSex: 9 }, world)
    expect(unconfirmed(doubts, [])).toHaveLength(3)
    expect(unconfirmed(doubts, ['World best', ' new  people ', 'yes']).map(({ code }) => code)).toEqual(['other sex'])
    expect(unconfirmed(doubts, ['world-best', 'new people', 'other sex'])).toEqual([])
  })
})
