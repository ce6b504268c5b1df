import { describe, expect, test } from 'vitest'
import { aCitation, aCompetition, anAthlete, aResult } from '../record/record.fixture'
import { marathonsDaysApart, outsideCompetition, outsideLifetime } from './dates'
import { findWith } from './rule.fixture'

const on = (date: string) => aResult({ date, competition: aCompetition({ year: Number(date.slice(0, 4)) }) })

describe('a result before birth or after death', () => {
  const athlete = anAthlete({
    birthDate: '1981-10-07',
    deathDate: '2030-05',
    citations: [aCitation({ field: 'birthDate', asserts: '1981-10-07' })],
  })
  const found = (date: string) => findWith(outsideLifetime, { athlete, results: [on(date)] })

  test('is told with what is known of the two dates', () => {
    expect(found('1980-05-01')).toMatchObject([{ field: 'date', severity: 'error' }])
    expect(found('1980-05-01')[0]?.evidence).toContainEqual(expect.objectContaining({ asserts: '1981-10-07' }))
    expect(found('2030-06-01')).toHaveLength(1)
  })

  test.each(['1981', '1981-10', '2000-01-01', '2030-05-12', '2030'])('may be in order on %s', (date) => {
    expect(found(date)).toEqual([])
  })
})

describe('a result outside its competition’s dates', () => {
  const pune = aCompetition({ year: 2013, startDate: '2013-07-03', endDate: '2013-07-07' })
  const found = (date: string, competition = pune) =>
    findWith(outsideCompetition, { results: [aResult({ date, competition })] })

  test('is told', () => {
    expect(found('2013-07-08')).toHaveLength(1)
    expect(found('2013-06')).toHaveLength(1)
    expect(found('2012', aCompetition({ year: 2013 }))).toHaveLength(1)
  })

  test.each(['2013-07-03', '2013-07-07', '2013-07', '2013', '2013-01~'])('%s is not outside', (date) => {
    expect(found(date)).toEqual([])
  })

  test('may lie in the next year when the competition does', () => {
    const newYear = aCompetition({ year: 2013, startDate: '2013-12-31', endDate: '2014-01-01' })
    expect(found('2014-01-01', newYear)).toEqual([])
  })
})

describe('two marathons', () => {
  const marathon = (date: string, mark: string | null = '2:20:00') => aResult({ date, mark })
  const found = (...results: ReturnType<typeof aResult>[]) => findWith(marathonsDaysApart, { results })

  test('within a week are told', () => {
    const [finding] = found(marathon('2013-12-15', '2:09:00'), marathon('2013-12-21'))
    expect(finding?.explanation).toContain('6 days apart')
  })

  test('a week apart, on unknown days, or unfinished, are not', () => {
    expect(found(marathon('2013-12-15'), marathon('2013-12-22'))).toEqual([])
    expect(found(marathon('2013-12-15'), marathon('2013-12'))).toEqual([])
    expect(found(marathon('2013-12-15'), marathon('2013-12-17', null))).toEqual([])
  })
})
