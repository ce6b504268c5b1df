import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { DISCIPLINES } from '../sport/disciplines'
import { ageGroupOf, contextOfFileName, disciplineNote, disciplineOf, paraClassOf, sexOf } from './context'

describe('a discipline', () => {
  test.each([
    ['10,000m', '10000-metres'],
    ['10000 Metres', '10000-metres'],
    ['10.000 m', '10000-metres'],
    ['10 000 m', '10000-metres'],
    ['1万m', '10000-metres'],
    ['10 000 м', '10000-metres'],
    ["Men's 200 m", '200-metres'],
    ['Women’s 200 Metres Final', '200-metres'],
    ['男子5000m', '5000-metres'],
    ['５０００ｍ', '5000-metres'],
    ['5000m (Heat 35)', '5000-metres'],
    ['1500', '1500-metres'],
    ['M 1500', null],
    ['100m hurdles', '100-metres-hurdles'],
    ['110mH', '110-metres-hurdles'],
    ['110 m haies', '110-metres-hurdles'],
    ['400m Hürden', '400-metres-hurdles'],
    ['男子110mハードル', '110-metres-hurdles'],
    ['110-metres-hurdles', '110-metres-hurdles'],
    ['110 metres hurdles', '110-metres-hurdles'],
    ['3000mSC', '3000-metres-steeplechase'],
    ['3000 m SC', '3000-metres-steeplechase'],
    ["Women's 3000 metres steeplechase", '3000-metres-steeplechase'],
    ['3000 m steeple', '3000-metres-steeplechase'],
    ['3000m障害', '3000-metres-steeplechase'],
    ['3000 м с/п', '3000-metres-steeplechase'],
    ['3000 m Hindernis', '3000-metres-steeplechase'],
    ['3000m', '3000-metres'],
    ['Mile', 'mile'],
    ['One mile', 'mile'],
    ['1 Mile Road', 'mile-road'],
    ['10 miles', '10-miles-road'],
    ['Marathon', 'marathon'],
    ['Hong Kong Marathon', 'marathon'],
    ['マラソン', 'marathon'],
    ['марафон', 'marathon'],
    ['Maratón', 'marathon'],
    ['42.195 km', 'marathon'],
    ['Half Marathon', 'half-marathon'],
    ['Half-Marathon', 'half-marathon'],
    ['Halbmarathon', 'half-marathon'],
    ['Semi-marathon', 'half-marathon'],
    ['Media maratón', 'half-marathon'],
    ['ハーフマラソン', 'half-marathon'],
    ['полумарафон', 'half-marathon'],
    ['хагас марафон', 'half-marathon'],
    ['21.0975 km', 'half-marathon'],
    ['10K', '10k-road'],
    ['10 km', '10k-road'],
    ['10 Kilometres Road', '10k-road'],
    ['10000 m road', '10k-road'],
    ['100 km', '100k-road'],
    ['20 km walk', '20k-race-walk'],
    ['20km競歩', '20k-race-walk'],
    ['20 Kilometres Race Walk', '20k-race-walk'],
    ['10,000m race walk', '10000-metres-race-walk'],
    ['Marathon Race Walk', 'marathon-race-walk'],
    ['4x100m', '4x100-metres-relay'],
    ['4 × 400 m relay', '4x400-metres-relay'],
    ['Mixed 4x400m relay', 'mixed-4x400-metres-relay'],
    ['Long Jump', 'long-jump'],
    ['走幅跳', 'long-jump'],
    ['Weitsprung', 'long-jump'],
    ['прыжки в длину', 'long-jump'],
    ['LJ', 'long-jump'],
    ['Shot Put', 'shot-put'],
    ['Zehnkampf', 'decathlon'],
    ['Heptathlon', 'heptathlon'],
    ['Heptathlon (Short Track)', 'heptathlon-short-track'],
    ['Ultramarathon', null],
    ['Tokyo 2020', null],
    ['constructor', null],
    ['', null],
  ])('named “%s” is %s', (text, slug) => {
    expect(disciplineOf(text)).toBe(slug)
  })

  test('is found by its own slug and by the name that the record shows', () => {
    expect(DISCIPLINES.filter(({ slug }) => disciplineOf(slug) !== slug)).toEqual([])
    expect(DISCIPLINES.filter(({ slug, name }) => disciplineOf(name) !== slug).map(({ name }) => name)).toEqual([])
  })

  test('called 10K carries a note, since some write the track race so', () => {
    expect(disciplineNote('10K')).toContain('on the road')
    expect(['10 km', '10,000 m', 'Marathon'].map(disciplineNote)).toEqual([null, null, null])
  })
})

describe('a sex', () => {
  test.each([
    ["Men's 200 m", 'M'],
    ['WOMEN', 'F'],
    ['M', 'M'],
    ['w', 'F'],
    ['Mixed 4x400m', 'X'],
    ['女子マラソン', 'F'],
    ['男', 'M'],
    ['Herren', 'M'],
    ['Damen', 'F'],
    ['hommes', 'M'],
    ['мужчины', 'M'],
    ['эмэгтэй', 'F'],
    ['Men and Women', null],
    ['100 m', null],
    ['Memphis', null],
    ['Weitsprung Frauen', 'F'],
    // A class of para athletics, in which men throw as well.
    ['Javelin F46', null],
    ["Men's Shot Put F46", 'M'],
  ])('in “%s” is %s', (text, sex) => {
    expect(sexOf(text)).toBe(sex)
  })
})

test('age groups and para classes are told from a heading', () => {
  expect([ageGroupOf("U20 Men's 100 m"), ageGroupOf('Under 23'), ageGroupOf('100 m')]).toEqual(['U20', 'U23', null])
  expect([paraClassOf('100 m T54'), paraClassOf('Long Jump T/F 20'), paraClassOf('T99')]).toEqual(['T54', null, null])
})

describe('the name of a file', () => {
  test.each([
    ['men-110-metres-hurdles.csv', { sex: 'M', discipline: '110-metres-hurdles' }],
    ['women_marathon_2023.csv', { sex: 'F', discipline: 'marathon', date: '2023' }],
    ['3000-metres-steeplechase women.csv', { sex: 'F', discipline: '3000-metres-steeplechase' }],
    ['C:\\lists\\half-marathon-women.tsv', { sex: 'F', discipline: 'half-marathon' }],
    ['olympic marathon 2008.txt', { discipline: 'marathon', date: '2008' }],
    ['men-100m-heats.csv', { sex: 'M', discipline: '100-metres', round: 'HEAT' }],
    // Folders are called as somebody keeps things.
    ['w/marathon.csv', { discipline: 'marathon' }],
    ['/women/half-marathon/2013/list.csv', {}],
    ['C:\\women\\men.csv', { sex: 'M' }],
    ['10000m-m-all-time-2023.csv', { sex: 'M', discipline: '10000-metres' }],
    ['men_heptathlon.csv', { sex: 'M', discipline: 'heptathlon-short-track' }],
    ['U20-women-5000m.csv', { sex: 'F', discipline: '5000-metres', ageGroup: 'U20' }],
    ['results.csv', {}],
    ['', {}],
  ])('%s says %j', (name, context) => {
    expect(contextOfFileName(name)).toEqual(context)
  })
})

test('any text is a heading that may say nothing', () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      expect([disciplineOf(text), sexOf(text), contextOfFileName(text)]).toHaveLength(3)
    }),
  )
})
