import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { aResult } from '../record/record.fixture'
import { isBetter } from '../sport/compared-mark'
import {
  careerRank,
  countingResults,
  personalBests,
  progression,
  seasonBests,
  separateBests,
  whyNotBest,
} from './bests'

const beijing2007 = aResult({ mark: '2:16:22', date: '2007-10-21' })
const beijing2008 = aResult({ mark: '2:14:15', date: '2008-04-20' })
const berlin2010 = aResult({ mark: '2:12:42', date: '2010-09-26' })
const hofu2010 = aResult({ mark: '2:14:49', date: '2010-12-19' })
const fukuoka2014 = aResult({ mark: '2:08:50', date: '2014-12-07' })
const tokyo2021 = aResult({ status: 'DNF', date: '2021-08-08' })
const career = [tokyo2021, fukuoka2014, hofu2010, berlin2010, beijing2008, beijing2007]

/** Marathons of any year of a career in whatever order, with equal marks, equal days and vague dates among them. */
const careers = fc.array(
  fc
    .record({
      value: fc.integer({ min: 7_700, max: 7_720 }).map((seconds) => seconds * 1000),
      date: fc.constantFrom(
        '2010',
        '2010-05',
        '2010-05-02',
        '2010-11-14',
        '2011-02-06',
        '2011-02-06',
        '2012',
        '2012-03',
      ),
      flags: fc.constantFrom<string[]>([], [], [], ['dh'], ['h']),
    })
    .map((given) => aResult({ ...given, precision: 1000 })),
  { maxLength: 25 },
)

test('less time is better on the track and the road, more metres and more points elsewhere', () => {
  expect(isBetter(7_730_000, 7_731_000, 'marathon')).toBe(true)
  expect(isBetter(8_950, 8_900, 'long-jump')).toBe(true)
  expect(isBetter(8_312, 8_311, 'decathlon')).toBe(true)
  expect(isBetter(8_312, 8_312, 'decathlon')).toBe(false)
})

test('counting results are the eligible ones of the discipline, best first', () => {
  const downhill = aResult({ mark: '2:05:00', flags: ['dh'] })
  const half = aResult({ discipline: 'half-marathon', mark: '1:02:10' })
  expect(countingResults([...career, downhill, half], 'marathon')).toEqual([
    fukuoka2014,
    berlin2010,
    beijing2008,
    hofu2010,
    beijing2007,
  ])
})

describe('personal bests', () => {
  test('there is one for each discipline with a counting mark, as disciplines are printed', () => {
    const half = aResult({ discipline: 'half-marathon', mark: '1:02:10' })
    const track = aResult({ discipline: '10000-metres', mark: '29:17.72' })
    const road = aResult({ discipline: '10k-road', mark: '30:08' })
    const bests = personalBests([...career, half, road, track])
    expect(bests.map(({ discipline }) => discipline)).toEqual(['10000-metres', '10k-road', 'half-marathon', 'marathon'])
    expect(bests.map(({ result }) => result)).toEqual([track, road, half, fukuoka2014])
  })

  test('of two equal marks the earlier is the best', () => {
    const again = aResult({ mark: '2:08:50', date: '2015-12-06' })
    expect(personalBests([again, fukuoka2014])[0]?.result).toBe(fukuoka2014)
  })

  test('an electronic time is preferred to an equal hand time that came first', () => {
    const hand = aResult({ discipline: '800-metres', mark: '1:45.3h', date: '1975-06-01' })
    const electronic = aResult({ discipline: '800-metres', mark: '1:45.30', date: '1977-06-01' })
    expect(personalBests([hand, electronic])[0]?.result).toBe(electronic)
    expect(whyNotBest(hand, [hand, electronic])).toEqual([
      'equals the mark of 1 June 1977, which was timed electronically',
    ])
  })

  test('a mark known only to the year takes nothing from an equal one of a known day in that year', () => {
    const vague = aResult({ mark: '2:12:42', date: '2010' })
    expect(personalBests([vague, berlin2010])[0]?.result).toBe(berlin2010)
  })

  test('who never had a counting mark has no bests', () => {
    expect(personalBests([tokyo2021])).toEqual([])
  })
})

describe('progression', () => {
  test('of times of before electronic timing is of the marks as written, by as much as the coarser of two tells', () => {
    const inMinutes = aResult({ mark: '2h31', date: '1935-11-03' })
    const toTenths = aResult({ mark: '2:29:19.2', date: '1936-08-09' })
    expect(progression([inMinutes, toTenths], 'marathon')).toMatchObject([
      { improvement: null, precision: 60_000 },
      { improvement: 100_800, precision: 60_000 },
    ])
  })

  test('each step betters the one before, and says by how much', () => {
    expect(progression(career, 'marathon')).toEqual([
      { result: beijing2007, improvement: null, precision: 1000 },
      { result: beijing2008, improvement: 127_000, precision: 1000 },
      { result: berlin2010, improvement: 93_000, precision: 1000 },
      { result: fukuoka2014, improvement: 232_000, precision: 1000 },
    ])
  })

  test('a longer jump is a step by the difference in millimetres', () => {
    const jumps = ['7.90', '8.02', '7.99'].map((mark, index) =>
      aResult({ discipline: 'long-jump', mark, wind: 0, date: `2010-05-0${index + 1}` }),
    )
    expect(progression(jumps, 'long-jump').map(({ improvement }) => improvement)).toEqual([null, 120])
  })

  test('a heat and a final of one day may both be steps', () => {
    const sprint = { discipline: '400-metres', date: '2010-05-01' } as const
    const final = aResult({ ...sprint, round: 'FINAL', mark: '45.90' })
    const heat = aResult({ ...sprint, round: 'HEAT', mark: '46.10' })
    expect(progression([final, heat], '400-metres').map(({ result }) => result)).toEqual([heat, final])
  })

  test('whatever the career, no step is slower than the last and the last step is the personal best', () => {
    fc.assert(
      fc.property(careers, (results) => {
        const steps = progression(results, 'marathon')
        const [best] = personalBests(results)
        expect(steps.at(-1)?.result).toBe(best?.result)
        for (const [index, { result, improvement }] of steps.entries()) {
          const before = steps[index - 1]?.result
          expect(improvement).toBe(before === undefined ? null : before.value - result.value)
          expect(improvement ?? 0).toBeGreaterThanOrEqual(0)
        }
      }),
    )
  })

  test('the order in which results are given changes nothing', () => {
    fc.assert(
      fc.property(careers, (results) => {
        const reversed = results.toReversed()
        expect(progression(reversed, 'marathon')).toEqual(progression(results, 'marathon'))
        expect(seasonBests(reversed)).toEqual(seasonBests(results))
      }),
    )
  })
})

describe('season bests', () => {
  test('every calendar year has its own, the newest first, and the personal best is told apart', () => {
    expect(seasonBests(career).map(({ year, result, isPersonalBest }) => [year, result, isPersonalBest])).toEqual([
      [2014, fukuoka2014, true],
      [2010, berlin2010, false],
      [2008, beijing2008, false],
      [2007, beijing2007, false],
    ])
  })

  test('a date known only to the year is enough to have a season', () => {
    const vague = aResult({ mark: '2:20:00', date: '2006' })
    expect(seasonBests([vague])).toEqual([{ year: 2006, discipline: 'marathon', result: vague, isPersonalBest: true }])
  })
})

describe('career rank', () => {
  test('counts how many marks are better', () => {
    expect(careerRank(fukuoka2014, career)).toBe(1)
    expect(careerRank(hofu2010, career)).toBe(4)
  })

  test('as of its day, later marks are not counted', () => {
    expect(careerRank(hofu2010, career, hofu2010.date)).toBe(3)
    expect(careerRank(berlin2010, career, '2010-09-26')).toBe(1)
  })

  test('equal marks share a rank, and the next is one further on', () => {
    const again = aResult({ mark: '2:12:42', date: '2012-01-01' })
    const results = [...career, again]
    expect(careerRank(again, results)).toBe(2)
    expect(careerRank(berlin2010, results)).toBe(2)
    expect(careerRank(beijing2008, results)).toBe(4)
  })

  test('a mark that does not count, or was not yet run, has none', () => {
    expect(careerRank(tokyo2021, career)).toBeNull()
    expect(careerRank(fukuoka2014, career, '2013')).toBeNull()
  })
})

describe('why is this not his best?', () => {
  test('an ineligible mark that looks better is explained', () => {
    const downhill = aResult({ mark: '2:05:00', flags: ['dh'] })
    expect(whyNotBest(downhill, [...career, downhill])).toEqual(['on a downhill course'])
  })

  test('a struck mark is explained', () => {
    const struck = aResult({ mark: '2:05:00', status: 'DQ' })
    expect(whyNotBest(struck, [...career, struck])).toEqual(['was disqualified'])
  })

  test('so is the only mark of a discipline when it does not count', () => {
    const windy = aResult({ discipline: '100-metres', mark: '10.20' })
    expect(whyNotBest(windy, [windy])).toEqual(['no wind reading'])
  })

  test('a later equal mark is told which came first', () => {
    const again = aResult({ mark: '2:08:50', date: '2015-12-06' })
    expect(whyNotBest(again, [...career, again])).toEqual(['equals the mark of 7 December 2014, which came first'])
  })

  test('nobody asks it of the best itself, of a lesser mark, of no mark, or of a team', () => {
    const slow = aResult({ mark: '2:30:00', flags: ['dh'] })
    const team = aResult({ discipline: '4x100-metres-relay', mark: '39.10', team: 'Mongolia' })
    const results = [...career, slow, team]
    for (const result of [fukuoka2014, hofu2010, slow, tokyo2021, team]) expect(whyNotBest(result, results)).toEqual([])
  })
})

describe('bests of lists of their own', () => {
  const indoors = aResult({ discipline: '400-metres', mark: '45.05', flags: ['i'], date: '2014-02-01' })
  const outdoors = aResult({ discipline: '400-metres', mark: '45.50', date: '2014-07-01' })
  const windy = aResult({ discipline: '100-metres', mark: '9.95', wind: 3000 })

  test('are apart from the personal bests', () => {
    expect(personalBests([indoors, outdoors, windy]).map(({ result }) => result.mark)).toEqual(['45.50'])
    expect(separateBests([indoors, outdoors, windy]).map(({ list, result }) => [list, result.mark])).toEqual([
      ['wind-assisted', '9.95'],
      ['short-track', '45.05'],
    ])
  })

  test('are why a better mark is not the best', () => {
    expect(whyNotBest(indoors, [indoors, outdoors])).toEqual(['on the short track, which has a list of its own'])
  })
})

test('marks on the track are equal to the hundredth, and the earlier of them is the best', () => {
  const later = aResult({ discipline: '200-metres', mark: '20.911 (+0.1)', date: '2014-07-02' })
  const earlier = aResult({ discipline: '200-metres', mark: '20.918 (+0.1)', date: '2014-07-01' })
  expect(personalBests([later, earlier])).toMatchObject([
    { result: { id: earlier.id }, history: [{ improvement: null }] },
  ])
  expect(careerRank(later, [later, earlier])).toBe(1)
})
