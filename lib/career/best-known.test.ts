import { expect, test } from 'vitest'
import { aClaim, aRecordClaim, aResult } from '../record/record.fixture'
import { bestsOnlyKnown } from './best-known'

const unknown = aResult({ date: '2005-06' })
const helsinki = aResult({ mark: '2:36:31', date: '2005-08-13' })
const beijing = aResult({ mark: '2:20:13', date: '2006-10' })

test('a best after a race of unknown mark is the best known', () => {
  const { onTheDay } = bestsOnlyKnown({ results: [unknown, helsinki, beijing], claims: [] })
  expect([...onTheDay]).toEqual([helsinki.id, beijing.id])
  expect(bestsOnlyKnown({ results: [helsinki, { ...unknown, date: '2007' }], claims: [] }).onTheDay.size).toBe(0)
})

test('a race that was not finished could not have been better', () => {
  const unfinished = { ...unknown, status: 'DNF' as const }
  expect(bestsOnlyKnown({ results: [unfinished, helsinki], claims: [] }).onTheDay.size).toBe(0)
})

test('a source that calls it a personal best, or a record, takes the doubt away', () => {
  const claim = aClaim({ kind: 'PERSONAL_BEST', resultId: beijing.id })
  const named = aClaim({ kind: 'PERSONAL_BEST', disciplineSlug: 'marathon', text: '2:20:13' })
  for (const claims of [[claim], [named]]) {
    expect(bestsOnlyKnown({ results: [unknown, beijing], claims }).onTheDay.size).toBe(0)
  }
  const record = { ...beijing, records: [aRecordClaim()] }
  expect(bestsOnlyKnown({ results: [unknown, record], claims: [] }).onTheDay.size).toBe(0)
  const course = { ...beijing, records: [aRecordClaim({ code: 'CR' })] }
  expect(bestsOnlyKnown({ results: [unknown, course], claims: [] }).onTheDay.size).toBe(1)
})

test('a season’s best is only known where a race of the year has no mark; a source may call that race the best', () => {
  const claim = aClaim({ kind: 'SEASON_BEST', resultId: unknown.id })
  const { ofSeason, claimedOfSeason } = bestsOnlyKnown({ results: [unknown, helsinki, beijing], claims: [claim] })
  expect([...ofSeason]).toEqual([helsinki.id])
  expect(claimedOfSeason.get(helsinki.id)?.id).toBe(unknown.id)
})
