import { expect, test } from 'vitest'
import { fieldChanges } from '@/lib/record/history'
import { differenceOf, rowInWords, sentenceOf } from './row-words'

test.each([
  ['places', { classification: 'overall', place: 3, tied: false }, '3rd place'],
  ['places', { classification: 'overall', place: 3, tied: true }, 'joint 3rd place'],
  [
    'places',
    { classification: 'asian-championship', place: 1, placeAsPublished: 2 },
    '1st place, Asian championship (published as 2nd)',
  ],
  ['record_claims', { code: 'NR', scope: 'MGL', state: 'CLAIMED' }, 'national record (Mongolia)'],
  [
    'record_claims',
    { code: 'AR', scope: 'Asia', authority: 'World Athletics', state: 'RATIFIED' },
    'area record (Asia), ratified by World Athletics',
  ],
  ['citations', { field: 'mark', asserts: '2:08:50', locator: 'page 1', accepted: true }, 'mark “2:08:50”, page 1'],
  ['citations', { field: 'competition', asserts: null, locator: 'row 3', accepted: true }, 'competition, row 3'],
  [
    'citations',
    { field: 'mark', asserts: '2:08:51', locator: 'page 1', accepted: false, rejection: 'MISPRINT' },
    'mark “2:08:51”, page 1; not followed: a misprint',
  ],
  ['team_members', { leg: 3 }, 'leg 3'],
  ['team_members', { leg: 3, athlete: 'Ganbat Dorj' }, 'Ganbat Dorj, leg 3'],
  ['citations', { field: 'text', asserts: 'Сэр-Од', locator: 'row 1', nameVariantId: 'n' }, 'name “Сэр-Од”, row 1'],
  ['results', { mark: '2:08:50' }, null],
])('%s %j is %s', (entity, row, words) => {
  expect(rowInWords(entity, row)).toBe(words)
})

test.each([
  ['places', 'added', 'added as 3rd place'],
  ['places', 'withdrawn', '3rd place withdrawn'],
  ['places', 'restored', '3rd place restored'],
  ['places', 'changed', '3rd place changed'],
] as const)('a row of %s that was %s reads “%s”', (entity, kind, words) => {
  expect(sentenceOf({ entity, kind, row: { classification: 'overall', place: 3 } })).toBe(words)
})

test('a row without words of its own reads by what happened to it', () => {
  expect(sentenceOf({ entity: 'results', kind: 'added', row: { mark: '2:08:50' } })).toBe('result added')
  expect(sentenceOf({ entity: 'athletes', kind: 'changed', row: {} })).toBe('changed')
  expect(
    sentenceOf({
      entity: 'citations',
      kind: 'added',
      row: { field: 'mark', asserts: '2:08:50', locator: 'page 1', accepted: true },
    }),
  ).toBe('source cited: mark “2:08:50”, page 1')
})

test.each([
  [
    'places',
    { classification: 'overall', place: 3, tied: false },
    { classification: 'overall', place: 3, tied: true },
    [{ field: 'place', before: '3rd place', after: 'joint 3rd place' }],
  ],
  [
    'record_claims',
    { code: 'NR', scope: 'MGL', state: 'CLAIMED', equalled: false },
    { code: 'NR', scope: 'MGL', state: 'RATIFIED', equalled: false, authority: 'World Athletics' },
    [
      {
        field: 'record',
        before: 'national record (Mongolia)',
        after: 'national record (Mongolia), ratified by World Athletics',
      },
    ],
  ],
  [
    'citations',
    { field: 'mark', asserts: '2:08:51', locator: 'page 1', accepted: true, reason: null },
    { field: 'mark', asserts: '2:08:51', locator: 'page 1', accepted: false, rejection: 'MISPRINT', reason: 'Seen' },
    [
      {
        field: 'citation',
        before: 'mark “2:08:51”, page 1',
        after: 'mark “2:08:51”, page 1; not followed: a misprint',
      },
      { field: 'reason', before: null, after: 'Seen' },
    ],
  ],
  ['results', { mark: '2:08:50' }, { mark: '2:08:51' }, [{ field: 'mark', before: '2:08:50', after: '2:08:51' }]],
])('a changed row of %s says what it was and what it is', (entity, former, row, difference) => {
  expect(differenceOf({ entity, former, row, fields: fieldChanges(former, row) })).toEqual(difference)
})
