import { describe, expect, test } from 'vitest'
import { askedFor, pastAt } from './past'

describe('an address asks', () => {
  test('for today where it names no day and no revision', () => {
    expect(askedFor({ page: '2' })).toEqual({ kind: 'today' })
  })

  test('for a day of the calendar, or for a revision by its number', () => {
    expect(askedFor({ asOf: '2024-02-29' })).toEqual({ kind: 'day', asOf: '2024-02-29' })
    expect(askedFor({ revision: '1234' })).toEqual({ kind: 'revision', revision: 1234 })
  })

  test.each([
    [{ asOf: 'yesterday' }],
    [{ asOf: '' }],
    [{ asOf: '2024-08' }],
    [{ asOf: '2023-02-29' }],
    [{ asOf: '2024-08-01~' }],
    [{ asOf: ['2024-08-01', '2024-08-02'] }],
    [{ revision: '0' }],
    [{ revision: '-1' }],
    [{ revision: '1e3' }],
    [{ revision: '99999999999' }],
    [{ asOf: '2024-08-01', revision: '3' }],
  ])('for nothing with %j', (query) => {
    expect(askedFor(query)).toBeNull()
  })
})

test('a reader of a day stands on it, a reader of a revision on the day on which it was made', () => {
  const moment = { changeSetId: 7, at: '2024-07-30T23:59:00.000Z' }
  expect(pastAt({ kind: 'day', asOf: '2024-08-01' }, moment)).toMatchObject({
    day: '2024-08-01',
    query: '?asOf=2024-08-01',
  })
  expect(pastAt({ kind: 'revision', revision: 9 }, moment)).toMatchObject({ day: '2024-07-30', query: '?revision=9' })
})
