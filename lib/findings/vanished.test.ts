import { expect, test } from 'vitest'
import { aRecord, aResult } from '../record/record.fixture'
import { vanishedFromList } from './vanished'

const listed = aResult({ id: 'listed', mark: '2:08:50' })
const gone = { resultId: 'listed', source: 'a-list', list: 'marathon.csv', since: '2024-01-01' }
const found = (vanished?: (typeof gone)[]) =>
  vanishedFromList.run(aRecord({ results: [listed, aResult({ id: 'other' })] }), { others: [], vanished })

test('a result that the next edition of a list has no more is told', () => {
  expect(found([gone])).toMatchObject([
    { subject: 'result:listed', evidence: [{ source: 'a-list', asserts: '2:08:50' }] },
  ])
})

test('one that it still has is not, nor one of no list', () => {
  expect(found([])).toEqual([])
  expect(found()).toEqual([])
})
