import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { draftOf } from '@/lib/record/result-draft'
import type { Db } from '@/prisma/client'
import { engines, type TestDatabase } from '@/testing/database'
import { anEditor, EVIDENCE, openLoadedRecord, SER_OD } from '@/testing/record'
import { change } from '../history/change'
import { saveResult, withdrawResult } from '../results/results'
import { findAthleteRecordAsOf, findMomentOfDay, findMomentOfRevision } from './as-of'
import { findAthleteRecord } from './athletes'

describe.each(engines())('the record as it stood, on the %s database', (engine) => {
  let database: TestDatabase
  beforeAll(async () => {
    database = await openLoadedRecord(engine)
  })
  afterAll(() => database.close())

  const today = async () => {
    const record = await findAthleteRecord(database.db, SER_OD)
    if (!record) throw new Error('The record is empty.')
    return record
  }

  test('put together from the revisions, it is the same to the letter; and later changes do not show in it', async () => {
    const before = await today()
    const moment = await findMomentOfRevision(database.db, before.revision)
    if (!moment) throw new Error('There is no such moment.')
    expect(await findAthleteRecordAsOf(database.db, SER_OD, moment)).toEqual(before)

    const editor = await anEditor(database.db, 'Oyuna')
    const [best, other] = before.results.filter(({ mark }) => mark !== null)
    if (!best || !other) throw new Error('No results.')
    const base = { draft: draftOf(best), version: best.version }
    const edited = { ...base.draft, note: 'later', 'place:overall': '7', 'place:national': '1' }
    expect(await saveResult(database.db, editor, { id: best.id, base, draft: edited }, EVIDENCE)).toMatchObject({
      saved: true,
    })
    await withdrawResult(database.db, editor, other.id, EVIDENCE)

    const after = await today()
    expect(after.results).toHaveLength(before.results.length - 1)
    expect(await findAthleteRecordAsOf(database.db, SER_OD, moment)).toEqual(before)
    const now = await findMomentOfRevision(database.db, after.revision)
    if (!now) throw new Error('There is no such moment.')
    expect(await findAthleteRecordAsOf(database.db, SER_OD, now)).toEqual(after)
  })

  test('what belongs to its competitions and sources moves it on, and stands in it as it stood', async () => {
    const { db } = database
    const before = await today()
    const editor = await anEditor(db, 'Brett')
    const [result] = before.results.filter(({ competition }) => competition.series?.slug === 'fukuoka-marathon')
    const [source] = before.sources
    if (!result?.competition.series || !source) throw new Error('Nothing to change.')
    const { id, series } = result.competition
    const steps: ((tx: Db) => Promise<unknown>)[] = [
      (tx: Db) => tx.competition.update({ where: { id }, data: { name: 'Fukuoka International Marathon' } }),
      (tx: Db) => tx.source.update({ where: { id: source.id }, data: { title: 'Another title' } }),
      (tx: Db) => tx.series.update({ where: { id: series.id }, data: { name: 'Fukuoka' } }),
      (tx: Db) =>
        tx.competition.create({
          data: { slug: '1999-fukuoka', name: 'Fukuoka', year: 1999, category: 'ROAD_RACE', seriesId: series.id },
        }),
    ]
    let last = before
    for (const [index, step] of steps.entries()) {
      await change(db, editor, { kind: 'EDIT', ...EVIDENCE }, ({ tx }) => step(tx))
      const now = await today()
      // An edition that he was not at is not his record's; it only tells that he was not there.
      if (index < 3) expect(now.revision).toBeGreaterThan(last.revision)
      last = now
    }
    expect(last.editions['fukuoka-marathon']).toContain(1999)
    const moment = await findMomentOfRevision(db, before.revision)
    expect(moment && (await findAthleteRecordAsOf(db, SER_OD, moment))).toEqual(before)
  })

  test('a day from before the record began has nothing to show', async () => {
    expect(await findMomentOfDay(database.db, '2001-01-01')).toBeNull()
    expect(await findMomentOfDay(database.db, '2999-12-31')).toMatchObject({ changeSetId: expect.any(Number) })
  })
})
