import { describe, expect, test } from 'vitest'
import { changeKind } from './history'

describe('what a revision did to its row', () => {
  const row = { id: 'a', raceId: 'x', mark: '2:08:50', flags: ['h'], withdrawn: false, version: 1 }

  test('it appeared, changed, went or came back', () => {
    expect(changeKind(null, row)).toBe('added')
    expect(changeKind(row, { ...row, mark: '2:08:51', version: 2 })).toBe('changed')
    expect(changeKind(row, { ...row, withdrawn: true, version: 2 })).toBe('withdrawn')
    expect(changeKind({ ...row, withdrawn: true }, { ...row, version: 2 })).toBe('restored')
  })

  test('to stand in another race is a change, though no reader is told the keys', () => {
    expect(changeKind(row, { ...row, raceId: 'y', version: 2 })).toBe('changed')
  })

  test('to be counted on with a citation or a place is none', () => {
    expect(changeKind(row, { ...row, flags: ['h'], version: 2 })).toBe('counted')
  })
})
