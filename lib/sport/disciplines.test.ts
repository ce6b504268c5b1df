import { describe, expect, test } from 'vitest'
import { DISCIPLINES, discipline, isDisciplineSlug } from './disciplines'

const LARGEST_STORED_INTEGER = 2 ** 31 - 1

test('10,000 m on the track and 10K on the road are two disciplines of one length', () => {
  const [track, road] = [discipline('10000-metres'), discipline('10k-road')]
  expect(track.distance).toBe(road.distance)
  expect([track.surface, road.surface]).toEqual(['TRACK', 'ROAD'])
  expect([track.name, road.name]).toEqual(['10,000 m', '10K road'])
})

test('a marathon is 42.195 km, half of one 21.0975 km, and a mile 1609.344 m', () => {
  expect(discipline('marathon').distance).toBe(42_195_000)
  expect(discipline('half-marathon').distance).toBe(21_097_500)
  expect(discipline('mile').distance).toBe(1_609_344)
})

test('wind counts in the sprints, the sprint hurdles and the horizontal jumps alone', () => {
  expect(DISCIPLINES.filter(({ windSensitive }) => windSensitive).map(({ slug }) => slug)).toEqual([
    '100-metres',
    '200-metres',
    '100-metres-hurdles',
    '110-metres-hurdles',
    'long-jump',
    'triple-jump',
  ])
})

test('every road race stands to the second, save the mile', () => {
  const finer = DISCIPLINES.filter(({ surface, precision }) => surface === 'ROAD' && precision < 1000)
  expect(finer.map(({ slug }) => slug)).toEqual(['mile-road'])
})

test('a medley is as long as its legs together, and no other relay is of that length', () => {
  expect(discipline('swedish-medley-relay').distance).toBe(1_000_000)
  expect(discipline('sprint-medley-relay').distance).toBe(1_600_000)
  expect(discipline('distance-medley-relay').distance).toBe(4_000_000)
})

test('in a race of a fixed time the mark is the distance', () => {
  expect(DISCIPLINES.filter(({ duration }) => duration !== null).map(({ slug, unit }) => [slug, unit])).toEqual([
    ['one-hour', 'MILLIMETRE'],
    ['24-hours', 'MILLIMETRE'],
  ])
})

test('only a slug of ours is a discipline', () => {
  expect(isDisciplineSlug('marathon')).toBe(true)
  expect(['10K', 'Marathon', '', 'toString', '__proto__'].filter(isDisciplineSlug)).toEqual([])
})

describe.each(DISCIPLINES)('$name', ({ slug, unit, distance, precision, plausible }) => {
  test('is found by its slug, which fits in an address', () => {
    expect(discipline(slug).slug).toBe(slug)
    expect(slug).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/)
  })

  test('has whole numbers for its rules, which the database can hold', () => {
    const { least, most } = plausible
    for (const number of [distance ?? 1, precision, least, most]) expect(number).toSatisfy(Number.isInteger)
    expect(0 < least && least < most && most <= LARGEST_STORED_INTEGER).toBe(true)
  })

  test('is not run faster than 12 m/s', () => {
    if (unit !== 'MILLISECOND') return expect(distance).toBeNull()
    expect((distance ?? 0) / plausible.least).toBeLessThan(12)
  })
})
