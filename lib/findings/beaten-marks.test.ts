import { describe, expect, test } from 'vitest'
import { anEdition, aRecordClaim, aResult, aSeries } from '../record/record.fixture'
import { beatenBest, beatenRecord } from './beaten-marks'
import { findWith } from './rule.fixture'

const claiming = (code: string, given: Parameters<typeof aResult>[0]) =>
  aResult({ records: [aRecordClaim({ code, scope: code === 'NR' ? 'MGL' : null })], ...given })

describe('a mark that is called a personal best', () => {
  const best = claiming('PB', { mark: '2:11:56', date: '2011-12-18' })

  test('is contradicted by a better one from before it', () => {
    const results = [best, aResult({ mark: '2:11:35', date: '2011-04-17' })]
    expect(findWith(beatenBest, { results })).toMatchObject([{ subject: `result:${best.id}`, field: 'record:PB' }])
  })

  test.each([
    ['a better one from after it', { mark: '2:11:35', date: '2012-04-22' }],
    ['a better one that may be from after it', { mark: '2:11:35', date: '2011' }],
    ['a better one that does not count', { mark: '2:11:35', date: '2011-04-17', flags: ['dh'] }],
    ['a worse one', { mark: '2:12:42', date: '2010-09-26' }],
  ])('is not contradicted by %s', (_, given) => {
    expect(findWith(beatenBest, { results: [best, aResult(given)] })).toEqual([])
  })
})

test('a season’s best is contradicted within its season alone', () => {
  const best = claiming('SB', { mark: '2:13:31', date: '2013-12-27' })
  const inYear = (year: number) => aResult({ mark: '2:09:00', date: `${year}-02-15` })
  expect(findWith(beatenBest, { results: [best, inYear(2013)] })).toHaveLength(1)
  expect(findWith(beatenBest, { results: [best, inYear(2012)] })).toEqual([])
})

describe('a mark that is called a national record', () => {
  const record = claiming('NR', { mark: '2:14:15', date: '2008-04-20' })
  const elses = (given: Parameters<typeof aResult>[0]) => ({
    name: 'Somebody else',
    result: aResult({ athleteId: 'athlete-2', mark: '2:13:00', date: '2007-04-20', ...given }),
  })

  test('is contradicted by a compatriot who was better before', () => {
    const [finding] = findWith(beatenRecord, { results: [record] }, [elses({})])
    expect(finding?.explanation).toContain('2:13:00')
  })

  test('is not contradicted by another country, sex or discipline, nor by a later mark', () => {
    const others = [
      elses({ countryCode: 'CHN' }),
      elses({ sex: 'F' }),
      elses({ flags: ['i'] }),
      elses({ discipline: 'half-marathon', mark: '1:03:00' }),
      elses({ date: '2009-04-20' }),
    ]
    expect(findWith(beatenRecord, { results: [record] }, others)).toEqual([])
  })

  test('that was rescinded claims nothing', () => {
    const rescinded = { ...record, records: [aRecordClaim({ state: 'RESCINDED' })] }
    expect(findWith(beatenRecord, { results: [rescinded] }, [elses({})])).toEqual([])
  })
})

test('a course record is contradicted by a better mark from an earlier edition, and by no other race', () => {
  const osaka = aSeries({ slug: 'osaka-marathon', category: 'ROAD_RACE' })
  const berlin = aSeries({ slug: 'berlin-marathon', category: 'ROAD_RACE' })
  const record = claiming('CR', { mark: '2:11:52', date: '2012-11-25', competition: anEdition(osaka, 2012) })
  const earlier = (series: typeof osaka) =>
    aResult({ mark: '2:10:00', date: '2011-10-30', competition: anEdition(series, 2011) })
  expect(findWith(beatenRecord, { results: [record, earlier(osaka)] })).toHaveLength(1)
  expect(findWith(beatenRecord, { results: [record, earlier(berlin)] })).toEqual([])
})
