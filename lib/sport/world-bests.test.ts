import { describe, expect, test } from 'vitest'
import { country } from './countries'
import { discipline } from './disciplines'
import { isPartialDate } from './partial-date'
import { beyondRecords, type ComparedMark, WORLD_BESTS, type WorldBest, worldBest } from './world-bests'

const listOf = ({ discipline: slug, sex, area, isShortTrack }: WorldBest) => [slug, sex, area, isShortTrack].join(' ')
const lists = [...new Set(WORLD_BESTS.map(listOf))].map(
  (list) => [list, WORLD_BESTS.filter((row) => listOf(row) === list)] as const,
)

test.each(lists)('each record of the list %s is better than the one before it, and came later', (_list, rows) => {
  for (const [index, row] of rows.entries()) {
    const before = rows[index - 1]
    if (before === undefined) continue
    const isTime = discipline(row.discipline).unit === 'MILLISECOND'
    expect(isTime ? row.value < before.value : row.value > before.value).toBe(true)
    expect(row.since > before.since).toBe(true)
  }
})

test('each says who set it, when and where, for a country that the record knows', () => {
  for (const { holder, countryCode, since, place, area, mark } of WORLD_BESTS) {
    expect(holder && place && mark).toBeTruthy()
    expect(since).toSatisfy(isPartialDate)
    expect(country(countryCode)?.code).toBe(countryCode)
    if (area !== null) expect(country(countryCode)?.area).toBe(area)
  }
})

test('no area record is better than the world record of its day', () => {
  const isBeyond = ({ discipline: slug, sex, value, since }: WorldBest) => {
    const world = worldBest(slug, sex, { on: since })
    if (world === null) return false
    return discipline(slug).unit === 'MILLISECOND' ? value < world.value : value > world.value
  }
  expect(WORLD_BESTS.filter(({ area }) => area !== null).filter(isBeyond)).toEqual([])
})

describe('the record of a day', () => {
  test.each([
    [undefined, '2:00:35'],
    ['2014-12-07', '2:02:57'],
    ['2014-09-28', '2:02:57'],
    ['2014-09-27', '2:03:23'],
    ['2014', '2:02:57'],
    ['1950', '2:08:18'],
  ])('in the marathon by %s is %s', (on, mark) => {
    expect(worldBest('marathon', 'M', { on })?.mark).toBe(mark)
  })

  test('is the best of outdoor and short track, ratified or not', () => {
    expect(worldBest('60-metres', 'M')?.mark).toBe('6.34')
    expect(worldBest('half-marathon', 'M')).toMatchObject({ mark: '56:42', isRatified: false })
    expect(worldBest('triple-jump', 'F')?.mark).toBe('15.74')
  })

  test('is unknown where the table is not certain', () => {
    expect(worldBest('cross-country', 'M')).toBeNull()
    expect(worldBest('marathon', 'F', { area: 'Oceania' })).toBeNull()
  })
})

describe('a mark beyond the records', () => {
  const mark = (changes: Partial<ComparedMark>): ComparedMark => ({
    discipline: 'marathon',
    sex: 'M',
    ageGroup: null,
    paraClass: null,
    value: 7_730_000,
    date: '2014-12-07',
    countryCode: 'MGL',
    ...changes,
  })
  const beyond = (changes: Partial<ComparedMark>) => beyondRecords(mark(changes)).map((best) => best.mark)

  test('is better than the world record of its day, or than that of its area', () => {
    expect(beyond({})).toEqual([])
    expect(beyond({ value: 7_376_000 })).toEqual(['2:02:57'])
    expect(beyond({ value: 7_376_000, date: '2024-02-25' })).toEqual(['2:04:43'])
    expect(beyond({ value: 7_376_000, date: '2024-02-25', countryCode: 'KEN' })).toEqual([])
    expect(beyond({ value: 7_230_000, date: '2024-02-25' })).toEqual(['2:00:35', '2:04:43'])
  })

  test('is none that equals a record, is of a wheelchair, or of an implement for the young', () => {
    expect(beyond({ value: 7_377_000 })).toEqual([])
    expect(beyond({ value: 5_330_000, paraClass: 'T54' })).toEqual([])
    expect(beyond({ discipline: 'shot-put', value: 24_450, ageGroup: 'U18' })).toEqual([])
    expect(beyond({ discipline: 'shot-put', value: 24_450 })).toEqual(['23.12'])
    expect(beyond({ discipline: '800-metres', value: 100_000, ageGroup: 'U18' })).toEqual(['1:40.91', '1:42.79'])
  })

  test('a woman with the time of a man is beyond the women’s', () => {
    expect(beyond({ sex: 'F' })).toEqual(['2:15:25', '2:19:12'])
  })
})
