import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { countingResults } from '@/lib/career/bests'
import { aCompetition, aResult } from '@/lib/record/record.fixture'
import type { Result } from '@/lib/record/result'
import type { Category } from '@/lib/sport/championships'
import { DISCIPLINES } from '@/lib/sport/disciplines'
import { SENIOR_IMPLEMENTS } from '@/lib/sport/implements'
import { dateHeld } from '@/lib/sport/partial-date'
import type { Sex, Timing } from '@/lib/sport/performance'
import { LISTS_BY_CIRCUMSTANCE, listOf, MAIN_LIST, NO_LIST } from '@/lib/sport/separate-lists'
import type { Status } from '@/lib/sport/status'
import { engines, type TestDatabase } from '@/testing/database'
import { openLoadedRecord, SER_OD } from '@/testing/record'

describe.each(engines())('Lists, on the %s database', (engine) => {
  let database: TestDatabase
  beforeAll(async () => {
    database = await openLoadedRecord(engine)
  })
  afterAll(() => database.close())

  test('list the same marks as lib/sport/separate-lists.ts does, whatever is told of them', async () => {
    const any = fc.record({
      discipline: fc.constantFrom(...DISCIPLINES.map(({ slug }) => slug)),
      sex: fc.constantFrom<Sex>('M', 'F'),
      ageGroup: fc.constantFrom(null, null, null, 'U20', 'M 40'),
      paraClass: fc.constantFrom(null, null, null, null, 'F46'),
      implement: fc.constantFrom(null, null, null, '6 kg', '7.26 kg', '99.1 cm'),
      drop: fc.constantFrom(null, null, null, -5, 42, 43),
      separation: fc.constantFrom(null, null, null, 0, 21_097, 21_098),
      category: fc.constantFrom<Category>('ROAD_RACE', 'OLYMPIC_GAMES', 'RELAY'),
      status: fc.constantFrom<Status | null>(null, null, null, 'DNF', 'DQ'),
      value: fc.constantFrom(null, 9_800, 46_000, 7_800_000),
      timing: fc.constantFrom<Timing | null>(null, 'HAND', 'ELECTRONIC', 'GUN', 'NET'),
      wind: fc.constantFrom(null, -300, 0, 2_000, 2_001, 4_100),
      flags: fc.subarray(['h', 'i', 'A', 'w', 'W', '+', 'dh', 'x', 'e', 'OC'], { maxLength: 2 }),
    })
    const cases = fc.sample(any, { numRuns: 3000, seed: 7 })
    const asked = cases.map((one, index) => ({ ...one, index }))
    const answers = await database.db.$queryRaw<{ list: string }[]>`
      SELECT list_of(d, (c ->> 'category')::"Category", jsonb_populate_record(NULL::events, c),
        jsonb_populate_record(NULL::races, c), jsonb_populate_record(NULL::results, c)) AS list
      FROM jsonb_array_elements(${JSON.stringify(asked)}::jsonb) c
      JOIN disciplines d ON d.slug = c ->> 'discipline'
      ORDER BY (c ->> 'index')::int`
    const expected = cases.map(({ category, ...told }) => {
      const result: Result = aResult({ ...told, competition: aCompetition({ category }) })
      return listOf(result) ?? NO_LIST
    })
    for (const [index, { list }] of answers.entries()) {
      expect(list, JSON.stringify(asked[index])).toBe(expected[index])
    }
    for (const list of [MAIN_LIST, NO_LIST, 'class-f46', 'group-u20', ...LISTS_BY_CIRCUMSTANCE]) {
      expect(expected).toContain(list)
    }
  })

  test('know the same implements as lib/sport/implements.ts', async () => {
    const asked = DISCIPLINES.flatMap(({ slug }) => (['M', 'F', 'X'] as const).map((sex) => ({ slug, sex })))
    const answers = await database.db.$queryRaw<{ implement: string | null }[]>`
      SELECT senior_implement(c ->> 'slug', (c ->> 'sex')::"Sex") AS implement
      FROM jsonb_array_elements(${JSON.stringify(asked)}::jsonb) WITH ORDINALITY AS given(c, nth) ORDER BY nth`
    const expected = asked.map(({ slug, sex }) => SENIOR_IMPLEMENTS[slug]?.[sex] ?? null)
    expect(answers.map(({ implement }) => implement)).toEqual(expected)
  })

  test('rank a mark on the track by its hundredth, and equal marks by timing, day and round', async () => {
    const mark = (value: number, more: Partial<Result>) => aResult({ discipline: '800-metres', value, ...more })
    const marks = [
      mark(104_911, { date: '2013-07-02' }),
      mark(104_920, { date: '2013-07-01' }),
      mark(104_915, { date: '2013-07~' }),
      mark(104_920, { date: '2013' }),
      mark(104_920, { date: '2013-07-01', round: 'HEAT' }),
      mark(104_920, { date: '2013-06-30', timing: 'HAND' }),
      mark(104_921, { date: '2010-01-01' }),
    ]
    const rows = await database.db.$queryRaw<{ id: string }[]>`
      SELECT c ->> 'id' AS id
      FROM jsonb_array_elements(${JSON.stringify(marks)}::jsonb) c JOIN disciplines d ON d.slug = c ->> 'discipline'
      ORDER BY mark_rank(d, (c ->> 'value')::int), mark_precedence((c ->> 'timing')::"Timing", '{}', c ->> 'date',
        (c ->> 'round')::"Round"), c ->> 'id'`
    expect(rows.map(({ id }) => id)).toEqual(countingResults(marks, '800-metres').map(({ id }) => id))
  })

  test('date a result without a day of its own as lib/sport/partial-date.ts does', async () => {
    const days = ['2008~', '2008', '2008-08~', '2008-08', '2008-07-31', '2008-08-15', '2008-08-24~', '2009-01-02', null]
    const asked = days.flatMap((startDate) => days.map((endDate) => ({ year: 2008, startDate, endDate })))
    const rows = asked.map((held, nth) => ({ ...held, nth }))
    const answers = await database.db.$queryRaw<{ held: string }[]>`
      SELECT date_held(year, "startDate", "endDate") AS held
      FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) c(nth int, year int, "startDate" text, "endDate" text)
      ORDER BY nth`
    expect(answers.map(({ held }) => held)).toEqual(asked.map(dateHeld))
  })

  test('follow the record: what is withdrawn is in no list, and what comes back is in it again', async () => {
    const { db } = database
    const inLists = async () => db.performance.count({ where: { athlete: { slug: SER_OD } } })
    const before = await inLists()
    expect(before).toBeGreaterThan(40)
    const set = async (withdrawn: boolean) =>
      db.$transaction(async (tx) => {
        const { id } = await tx.changeSet.create({ data: { kind: 'SEED', authorName: 'Test', reason: 'Test' } })
        await tx.$executeRaw`SELECT set_config('palmares.change_set', ${String(id)}, true)`
        await tx.athlete.updateMany({ where: { slug: SER_OD }, data: { withdrawn } })
      })
    await set(true)
    expect(await inLists()).toBe(0)
    await set(false)
    expect(await inLists()).toBe(before)
  })
})
