import { describe, expect, test } from 'vitest'
import { at, hofu, olympics, stateOf, worlds } from './claims.fixture'

const games = [2004, 2008, 2012, 2016, 2021, 2024].map((year) => at(olympics, year))

describe('“five-time Olympian”', () => {
  const claim = { kind: 'TIMES_OLYMPIAN' as const, seriesSlug: olympics.slug, number: 5 }

  test('is stale once there has been a sixth, and holds until then', () => {
    expect(stateOf({ ...claim, asOf: '2023' }, { results: games })).toBe('stale')
    expect(stateOf({ ...claim, asOf: '2023' }, { results: games.slice(0, 5) })).toBe('holds')
  })

  test('is wrong if there had been six', () => {
    expect(stateOf({ ...claim, asOf: '2025' }, { results: games })).toBe('wrong')
  })

  test('cannot be checked where the record knows of four', () => {
    expect(stateOf({ ...claim, asOf: '2023' }, { results: games.slice(0, 4) })).toBe('unchecked')
  })

  test('is stale, not wrong, in the very year of the sixth, which may not have come yet', () => {
    expect(stateOf({ ...claim, asOf: '2024' }, { results: games })).toBe('stale')
  })

  test('of an undated source is stale, not wrong, for it was true once', () => {
    expect(stateOf(claim, { results: games })).toBe('stale')
  })

  test('counts who did not finish, and not who did not start', () => {
    const four = games.slice(0, 4)
    expect(stateOf(claim, { results: [...four, at(olympics, 2021, { status: 'DNF' })] })).toBe('holds')
    expect(stateOf(claim, { results: [...four, at(olympics, 2021, { status: 'DNS' })] })).toBe('unchecked')
  })
})

describe('“his third attempt”', () => {
  const races = [2008, 2009, 2010, 2011].map((year) => at(hofu, year))
  const claim = (number: number) => ({ kind: 'APPEARANCES' as const, resultId: races[2]?.id ?? '', number })

  test('is counted up to that edition and stays true whatever follows', () => {
    expect(stateOf(claim(3), { results: races })).toBe('holds')
    expect(stateOf(claim(2), { results: races })).toBe('wrong')
    expect(stateOf(claim(4), { results: races })).toBe('unchecked')
  })
})

describe('a run of editions', () => {
  const years = [2003, 2005, 2007, 2009]
  const all = years.map((year) => at(worlds, year))
  const editions = { [worlds.slug]: years }
  const claim = { kind: 'STREAK' as const, seriesSlug: worlds.slug }

  test('of an undated source is stale when it has grown', () => {
    expect(stateOf({ ...claim, number: 3 }, { results: all, editions })).toBe('stale')
    expect(stateOf({ ...claim, number: 4 }, { results: all, editions })).toBe('holds')
  })

  test('cannot be checked where an edition is missing from the record', () => {
    const gap = all.filter(({ competition }) => competition.year !== 2005)
    expect(stateOf({ ...claim, number: 4 }, { results: gap, editions })).toBe('unchecked')
    expect(stateOf({ ...claim, since: '2003' }, { results: gap, editions })).toBe('unchecked')
  })

  test('since a year holds where every edition was entered, and is wrong where one was not started', () => {
    const absent = all.map((result) =>
      result.competition.year === 2005 ? { ...result, status: 'DNS' as const } : result,
    )
    expect(stateOf({ ...claim, since: '2003', asOf: '2010' }, { results: all, editions })).toBe('holds')
    expect(stateOf({ ...claim, since: '2003', asOf: '2010' }, { results: absent, editions })).toBe('wrong')
  })

  test('may have been broken by an edition of which the record knows nothing, where a gap is that long', () => {
    const entered = [2003, 2005, 2007, 2011, 2013]
    const results = entered.map((year) => at(worlds, year))
    const known = { results, editions: { [worlds.slug]: entered } }
    expect(stateOf({ ...claim, number: 3, asOf: '2014' }, known)).toBe('holds')
    expect(stateOf({ ...claim, number: 5, asOf: '2014' }, known)).toBe('holds')
    expect(stateOf({ ...claim, number: 2, asOf: '2014' }, known)).toBe('wrong')
  })

  test('up to one edition is counted back from it', () => {
    const nth = (number: number) => ({
      kind: 'NTH_CONSECUTIVE_APPEARANCE' as const,
      resultId: all[3]?.id ?? '',
      number,
    })
    expect(stateOf(nth(4), { results: all, editions })).toBe('holds')
    expect(stateOf(nth(3), { results: all, editions })).toBe('wrong')
    expect(stateOf(nth(5), { results: all, editions })).toBe('unchecked')
  })
})

describe('“he finished all of them”', () => {
  const finished = [2003, 2005].map((year) => at(worlds, year, { mark: '2:26:39' }))
  const broken = at(worlds, 2023, { status: 'DNF' })
  const claim = { kind: 'FINISHED_ALL' as const, seriesSlug: worlds.slug, asOf: '2022' }

  test('goes stale with the first that is not finished', () => {
    expect(stateOf(claim, { results: finished })).toBe('holds')
    expect(stateOf(claim, { results: [...finished, broken] })).toBe('stale')
    expect(stateOf({ ...claim, asOf: '2024' }, { results: [...finished, broken] })).toBe('wrong')
  })

  test('is not touched by an edition that was not started', () => {
    expect(stateOf(claim, { results: [...finished, at(worlds, 2007, { status: 'DNS' })] })).toBe('holds')
  })
})

describe('a count of marathons', () => {
  const races = [2010, 2010, 2010, 2011].map((year) => at(hofu, year))
  const claim = { kind: 'MARATHONS_RUN' as const, disciplineSlug: 'marathon' as const, asOf: '2023' }

  test('that is larger than what the record knows cannot be checked; a smaller one is wrong', () => {
    expect(stateOf({ ...claim, number: 74 }, { results: races })).toBe('unchecked')
    expect(stateOf({ ...claim, number: 4 }, { results: races })).toBe('holds')
    expect(stateOf({ ...claim, number: 3 }, { results: races })).toBe('wrong')
  })

  test('since a year leaves out what came before, and allows any order that the dates do', () => {
    const last = races[3]
    const inYear = (number: number) => ({
      kind: 'MARATHONS_RUN' as const,
      resultId: last?.id ?? '',
      since: '2011',
      number,
    })
    expect(stateOf(inYear(1), { results: races })).toBe('holds')
    expect(stateOf(inYear(4), { results: races })).toBe('unchecked')
    const third = { kind: 'MARATHONS_RUN' as const, resultId: races[0]?.id ?? '', since: '2010', number: 3 }
    expect(stateOf(third, { results: races })).toBe('holds')
  })
})
