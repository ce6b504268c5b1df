import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { draftOf } from '@/lib/result-form'
import { engines, type TestDatabase } from '@/prisma/testing'
import { findAthleteRecordAsOf, findMomentOfDay, findMomentOfRevision } from './as-of'
import { findAthleteRecord } from './athletes'
import { saveResult, withdrawResult } from './results'
import { anEditor, EVIDENCE, openLoadedRecord, SER_OD } from './testing'

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
    expect(await saveResult(database.db, editor, best.id, base, edited, EVIDENCE)).toMatchObject({ saved: true })
    await withdrawResult(database.db, editor, other.id, EVIDENCE)

    const after = await today()
    expect(after.results).toHaveLength(before.results.length - 1)
    expect(await findAthleteRecordAsOf(database.db, SER_OD, moment)).toEqual(before)
    const now = await findMomentOfRevision(database.db, after.revision)
    if (!now) throw new Error('There is no such moment.')
    expect(await findAthleteRecordAsOf(database.db, SER_OD, now)).toEqual(after)
  })

  test('a day from before the record began has nothing to show', async () => {
    expect(await findMomentOfDay(database.db, '2001-01-01')).toBeNull()
    expect(await findMomentOfDay(database.db, '2999-12-31')).toMatchObject({ changeSetId: expect.any(Number) })
  })
})
