import { describe, expect, test } from 'vitest'
import { aCompetition, aResult } from '../record/record.fixture'
import { courseReasons, ineligibility } from './eligibility'
import { parseImplement } from './implements'
import { isListKey, listInWords, listOf } from './separate-lists'

describe('a mark is in', () => {
  const sprint = { discipline: '100-metres', mark: '10.05' } as const
  const shot = { discipline: 'shot-put', mark: '18.20' } as const

  test.each([
    ['the main list', { mark: '2:08:50' }, 'main'],
    ['the main list with a legal wind', { ...sprint, wind: 2000 }, 'main'],
    ['the wind-assisted one', { ...sprint, wind: 2100 }, 'wind-assisted'],
    [
      'the wind-assisted one of combined events',
      { discipline: 'long-jump', mark: '7.80', flags: ['W'] },
      'wind-assisted',
    ],
    ['the hand-timed one, with or without a reading', { discipline: '100-metres', mark: '10.3h' }, 'hand-timed'],
    ['the main list, by hand over a longer distance', { discipline: '800-metres', mark: '1:45.3h' }, 'main'],
    ['none, by hand with too much wind', { discipline: '100-metres', mark: '10.3h', wind: 3000 }, null],
    ['none without a reading of the wind', sprint, null],
    ['the short-track one', { discipline: '400-metres', mark: '45.05', flags: ['i'] }, 'short-track'],
    [
      'the main list over 60 m, which is run nowhere else',
      { discipline: '60-metres', mark: '6.50', flags: ['i'] },
      'main',
    ],
    ['the net-timed one', { mark: '2:08:50', timing: 'NET' }, 'net-timed'],
    ['that of a para class', { mark: '2:48:50', paraClass: 'T46' }, 'class-t46'],
    ['none, of a para class with too much wind', { ...sprint, wind: 2100, paraClass: 'T46' }, null],
    ['the main list as a junior with no lighter thing to throw', { mark: '2:28:50', ageGroup: 'U20' }, 'main'],
    ['that of juniors and their implement', { ...shot, ageGroup: 'U20', implement: '6 kg' }, 'group-u20-6kg'],
    ['that of juniors where nobody names the implement', { ...shot, ageGroup: 'U20' }, 'group-u20'],
    ['the main list as a junior with the men’s shot', { ...shot, ageGroup: 'U20', implement: '7.26 kg' }, 'main'],
    ['none on a course that falls too far', { mark: '2:08:50', drop: 43 }, null],
    ['none as an estimate', { mark: '2:08:50', flags: ['e'] }, null],
  ] as const)('%s', (_list, given, list) => {
    const result = aResult({ ...given, flags: [...('flags' in given ? given.flags : [])] })
    // The letter h of a mark is read with it.
    const isHand = given.mark.endsWith('h')
    expect(listOf(isHand ? { ...result, timing: 'HAND', flags: ['h'] } : result)).toBe(list)
  })

  test('no list as the leg of a relay', () => {
    expect(listOf(aResult({ mark: '2:08:50', competition: aCompetition({ category: 'RELAY' }) }))).toBeNull()
  })
})

test('a list is called as it is spoken of, and its key fits in an address', () => {
  expect(listInWords('group-u20-6kg')).toBe('U20 6kg')
  expect(listInWords('class-t46')).toBe('T46')
  expect(listInWords('short-track')).toBe('on the short track')
  expect(['main', 'class-t46', 'group-u20-99.1cm'].every(isListKey)).toBe(true)
  expect(['', 'none', 'class-', 'group-A', 'toString'].some(isListKey)).toBe(false)
})

describe('a course', () => {
  test('may fall a metre a kilometre, for everybody (World Athletics, Competition Rule 31.21.3)', () => {
    expect(ineligibility(aResult({ mark: '2:08:50', drop: 42 }))).toEqual([])
    expect(ineligibility(aResult({ mark: '2:08:50', drop: 140 }))).toEqual([
      'on a course that falls 140 m, where 42 m are allowed',
    ])
  })

  test('may have its ends half of its length apart for World Athletics, three tenths for ARRS', () => {
    const course = { discipline: 'marathon', drop: null, separation: 17_000 } as const
    expect(courseReasons(course)).toEqual([])
    expect(courseReasons(course, 'ARRS')).toEqual([
      'on a course whose start and finish are 40 % of its length apart, where 30 % are allowed',
    ])
  })

  test('is asked of the road alone', () => {
    expect(courseReasons({ discipline: '10000-metres', drop: 30, separation: 9000 })).toEqual([])
  })
})

test.each([
  ['7.26kg', '7.26 kg'],
  ['7260 g', '7.26 kg'],
  ['800 g', '800 g'],
  ['0.991 m', '99.1 cm'],
  ['heavy', null],
  ['0 kg', null],
] as const)('the implement %s is read as %s', (text, implement) => {
  expect(parseImplement(text)).toBe(implement)
})
