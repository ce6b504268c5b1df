import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { aCompetition, aResult } from '@/lib/record/record.fixture'
import type { Result } from '@/lib/record/result'
import type { Category } from '@/lib/sport/championships'
import { DISCIPLINES } from '@/lib/sport/disciplines'
import { ineligibility } from '@/lib/sport/eligibility'
import { dateHeld } from '@/lib/sport/partial-date'
import type { Timing } from '@/lib/sport/performance'
import type { Status } from '@/lib/sport/status'
import { engines, type TestDatabase } from '@/testing/database'
import { openLoadedRecord, SER_OD } from '@/testing/record'

describe.each(engines())('Lists, on the %s database', (engine) => {
  let database: TestDatabase
  beforeAll(async () => {
    database = await openLoadedRecord(engine)
  })
  afterAll(() => database.close())

  test('count the same marks as lib/sport/eligibility.ts does, whatever is told of them', async () => {
    const any = fc.record({
      discipline: fc.constantFrom(...DISCIPLINES.map(({ slug }) => slug)),
      category: fc.constantFrom<Category>('ROAD_RACE', 'OLYMPIC_GAMES', 'RELAY'),
      status: fc.constantFrom<Status | null>(null, null, null, 'DNF', 'DQ'),
      value: fc.constantFrom(null, 9_800, 46_000, 7_800_000),
      timing: fc.constantFrom<Timing | null>(null, 'HAND', 'ELECTRONIC', 'GUN'),
      wind: fc.constantFrom(null, -300, 0, 2_000, 2_001, 4_100),
      flags: fc.subarray(['h', 'i', 'A', 'w', 'W', '+', 'dh', 'x', 'e'], { maxLength: 3 }),
    })
    const cases = fc.sample(any, { numRuns: 3000, seed: 7 })
    const asked = cases.map((one, index) => ({ ...one, index }))
    const answers = await database.db.$queryRaw<{ index: number; eligible: boolean }[]>`
      SELECT c.index, is_eligible(d, c.category::"Category", c.status::"Status", c.value, c.timing::"Timing", c.wind,
        ARRAY(SELECT jsonb_array_elements_text(c.flags))) AS eligible
      FROM jsonb_to_recordset(${JSON.stringify(asked)}::jsonb) c(index int, discipline text, category text, status text,
        value int, timing text, wind int, flags jsonb)
      JOIN disciplines d ON d.slug = c.discipline
      ORDER BY c.index`
    const expected = cases.map(({ category, ...told }) => {
      const result: Result = aResult({ ...told, competition: aCompetition({ category }) })
      return ineligibility(result).length === 0
    })
    expect(answers.map(({ eligible }) => eligible)).toEqual(expected)
    expect(new Set(expected).size).toBe(2)
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
