import { describe, expect, test } from 'vitest'
import { aResult, aSeries } from '../../record/record.fixture'
import type { Result } from '../../record/result'
import { at, hofu, stateOf } from './claims.fixture'

const beijing2007 = aResult({ mark: '2:16:22', date: '2007-10-21' })
const beijing2008 = aResult({ mark: '2:14:15', date: '2008-04-20' })
const berlin2010 = aResult({ mark: '2:12:42', date: '2010-09-26' })
const hofu2010 = at(hofu, 2010, { mark: '2:14:49', date: '2010-12-19' })
const london2011 = aResult({ mark: '2:11:35', date: '2011-04-17' })
const hofu2011 = at(hofu, 2011, { mark: '2:11:56', date: '2011-12-18' })
const osaka2013 = aResult({ mark: '2:13:31', date: '2013-10-27' })
const hofu2013 = at(hofu, 2013, { mark: '2:09:00', date: '2013-12-15' })
const fukuoka2014 = aResult({ mark: '2:08:50', date: '2014-12-07' })
const career = [beijing2007, beijing2008, berlin2010, hofu2010, london2011, hofu2011, osaka2013, hofu2013, fukuoka2014]

const of = (result: Result) => ({ resultId: result.id })

describe('a personal best', () => {
  const claim = { kind: 'PERSONAL_BEST' as const, ...of(hofu2013), text: '2:09:00' }

  test('on its day holds, though it has been bettered since', () => {
    expect(stateOf({ ...claim, asOf: '2013-12' }, { results: career })).toBe('holds')
  })

  test('of an undated source goes stale when it is bettered', () => {
    expect(stateOf(claim, { results: career })).toBe('stale')
    expect(stateOf({ ...claim, ...of(fukuoka2014), text: '2:08:50' }, { results: career })).toBe('holds')
  })

  test('is wrong where a better mark came before it', () => {
    const best = { kind: 'PERSONAL_BEST' as const, ...of(hofu2011), asOf: '2011-12' }
    expect(stateOf(best, { results: career })).toBe('wrong')
    expect(stateOf(best, { results: [hofu2011, { ...london2011, flags: ['dh'] }] })).toBe('holds')
  })

  test('is wrong where the mark was another, or does not count', () => {
    expect(stateOf({ ...claim, text: '2:09:10' }, { results: [hofu2013] })).toBe('wrong')
    expect(stateOf(claim, { results: [{ ...hofu2013, flags: ['dh'] }] })).toBe('wrong')
  })

  test('cannot be checked without a mark, or when its result is gone', () => {
    expect(stateOf(claim, { results: [{ ...hofu2013, value: null, mark: null }] })).toBe('unchecked')
    expect(stateOf(claim, { results: [] })).toBe('unchecked')
  })

  test('of a discipline is looked up among the results', () => {
    const best = (text: string) => ({ kind: 'PERSONAL_BEST' as const, disciplineSlug: 'marathon' as const, text })
    expect(stateOf(best('2:08:50'), { results: career })).toBe('holds')
    expect(stateOf(best('2:09:30'), { results: career })).toBe('stale')
    expect(stateOf({ ...best('2:09:30'), asOf: '2020' }, { results: career })).toBe('wrong')
  })
})

describe('the best of a season', () => {
  const claim = { kind: 'SEASON_BEST' as const, ...of(osaka2013), text: '2:13:31', asOf: '2013' }

  test('is wrong where another mark of the year is better, also one from after it', () => {
    expect(stateOf(claim, { results: career })).toBe('wrong')
  })

  test('holds among the marks of its year', () => {
    expect(stateOf(claim, { results: [osaka2013, london2011, fukuoka2014] })).toBe('holds')
  })

  test('so far holds until it is bettered', () => {
    expect(stateOf({ ...claim, asOf: '2013-11-01' }, { results: career })).toBe('holds')
  })
})

describe('“the third-best of his career”', () => {
  const claim = { kind: 'NTH_BEST_OF_CAREER' as const, ...of(hofu2010), number: 3, asOf: '2010-12-19' }

  test('holds on its day, when two were better', () => {
    expect(stateOf(claim, { results: career })).toBe('holds')
    expect(stateOf({ ...claim, number: 2 }, { results: career })).toBe('wrong')
  })

  test('cannot be checked where the record knows of one better mark', () => {
    expect(stateOf(claim, { results: [berlin2010, hofu2010] })).toBe('unchecked')
  })

  test('goes stale when it is said later and bettered after that', () => {
    expect(stateOf({ ...claim, asOf: '2011-01-01' }, { results: career })).toBe('stale')
  })
})

describe('an improvement', () => {
  const claim = (result: Result, text: string) => ({ kind: 'IMPROVEMENT' as const, ...of(result), text })

  test('is over the best until then', () => {
    expect(stateOf(claim(berlin2010, '1:33'), { results: career })).toBe('holds')
    expect(stateOf(claim(berlin2010, '1:40'), { results: career })).toBe('wrong')
  })

  test('or over the mark of an earlier edition of the race', () => {
    expect(stateOf(claim(hofu2011, '2:53'), { results: career })).toBe('holds')
    expect(stateOf(claim(hofu2011, '2:54'), { results: career })).toBe('wrong')
  })

  test('told roundly is right within a quarter', () => {
    expect(stateOf(claim(beijing2008, 'about 2:00'), { results: career })).toBe('holds')
    expect(stateOf(claim(beijing2008, 'about 4:00'), { results: career })).toBe('wrong')
  })

  test('that is smaller than it looks may know of a mark that the record lacks', () => {
    expect(stateOf(claim(berlin2010, '1:00'), { results: career })).toBe('unchecked')
  })

  test('cannot be checked without an earlier mark, and is wrong where there was none', () => {
    expect(stateOf(claim(beijing2007, '6:00'), { results: career })).toBe('unchecked')
    expect(stateOf(claim(osaka2013, '0:30'), { results: career })).toBe('wrong')
  })

  test('over a mark of the same year holds in either order where the dates leave it open', () => {
    const spring = aResult({ mark: '2:12:00', date: '2010' })
    expect(stateOf(claim({ ...berlin2010 }, '1:33'), { results: [beijing2008, spring, berlin2010] })).toBe('holds')
  })

  test('of more than two minutes needs more than two minutes', () => {
    const more = (text: string) => ({ kind: 'IMPROVEMENT_MORE_THAN' as const, ...of(hofu2013), text })
    expect(stateOf(more('2:00'), { results: career })).toBe('holds')
    expect(stateOf(more('2:35'), { results: career })).toBe('wrong')
    expect(stateOf(more('2:00'), { results: [hofu2013] })).toBe('unchecked')
  })

  test('of a jump is told in metres', () => {
    const jumps = ['7.80', '8.05'].map((mark, index) =>
      aResult({ discipline: 'long-jump', mark: `${mark} (+0.3)`, date: `201${index}-06-01` }),
    )
    const [, second] = jumps
    expect(stateOf({ kind: 'IMPROVEMENT', resultId: second?.id ?? '', text: '0.25' }, { results: jumps })).toBe('holds')
    expect(stateOf({ kind: 'IMPROVEMENT', resultId: second?.id ?? '', text: '0.30' }, { results: jumps })).toBe('wrong')
  })
})

describe('a course record', () => {
  const osaka = aSeries({ slug: 'osaka', name: 'Osaka Marathon', category: 'ROAD_RACE' })
  const record = at(osaka, 2012, { mark: '2:11:52' })
  const claim = { kind: 'COURSE_RECORD' as const, ...of(record), text: '2:11:52' }
  const elses = (mark: string, year: number) => ({
    name: 'Somebody else',
    result: at(osaka, year, { mark, athleteId: 'athlete-2' }),
  })

  test('is wrong where somebody had been faster there', () => {
    expect(stateOf(claim, { results: [record] }, [elses('2:11:00', 2010)])).toBe('wrong')
  })

  test('holds against slower marks, and later ones', () => {
    expect(stateOf(claim, { results: [record] }, [elses('2:13:00', 2010), elses('2:08:00', 2014)])).toBe('holds')
  })

  test('cannot be checked without any mark from before', () => {
    expect(stateOf(claim, { results: [record] }, [elses('2:08:00', 2014)])).toBe('unchecked')
  })
})

test('“within the course record” is checked as such, and cannot be without a mark', () => {
  const brighton = aSeries({ slug: 'brighton', name: 'Brighton Marathon', category: 'ROAD_RACE' })
  const fourth = at(brighton, 2012, { mark: '2:13:01' })
  const claim = { kind: 'WITHIN_COURSE_RECORD' as const, ...of(fourth) }
  const before = { name: 'Somebody else', result: at(brighton, 2011, { mark: '2:16:07', athleteId: 'athlete-2' }) }
  expect(stateOf(claim, { results: [fourth] }, [before])).toBe('holds')
  expect(stateOf(claim, { results: [{ ...fourth, value: null, mark: null }] }, [before])).toBe('unchecked')
})

describe('a gap within a race', () => {
  const athens = aSeries({ slug: 'athens', name: 'Olympic Games', category: 'OLYMPIC_GAMES' })
  const own = at(athens, 2004, { mark: '2:33:24', place: 75 })
  const first = { name: 'The winner', result: at(athens, 2004, { mark: '2:10:55', place: 1, athleteId: 'athlete-2' }) }
  const behind = (text: string) => ({ kind: 'BEHIND_WINNER' as const, ...of(own), text })

  test('to the winner holds within a quarter where it is rounded, and is wrong beyond', () => {
    expect(stateOf(behind('about 20:00'), { results: [own] }, [first])).toBe('holds')
    expect(stateOf(behind('about 10:00'), { results: [own] }, [first])).toBe('wrong')
    expect(stateOf(behind('about 20:00'), { results: [own] })).toBe('unchecked')
  })

  test('to the second is what a race was won by', () => {
    const second = at(athens, 2004, { mark: '2:38:30', place: 2, athleteId: 'athlete-3' })
    const won = { ...own, places: first.result.places }
    const claim = { kind: 'WINNING_MARGIN' as const, ...of(won), text: 'about 5:00' }
    expect(stateOf(claim, { results: [won] }, [{ name: 'The second', result: second }])).toBe('holds')
  })
})
