import { describe, expect, test } from 'vitest'
import type { Draft } from '@/lib/record/merge'
import type { ThingKind } from '@/lib/record/things/things'
import { engines } from '@/testing/database'
import { EVIDENCE, openRecord, SER_OD } from '@/testing/record'
import { findAthleteRecordAsOf, findMomentOfRevision } from '../athletes/as-of'
import { findAthleteRecord } from '../athletes/athletes'
import { findUndo, undoChangeSet } from '../history/undo'
import { addThing, withdrawThing } from './things'

describe.each(engines())('Parts of a result, on the %s database', (engine) => {
  const opened = openRecord(engine)

  const record = async () => {
    const found = await findAthleteRecord(opened.db, SER_OD)
    if (!found) throw new Error('The record is empty.')
    return found
  }
  const fukuoka = async () => {
    const found = (await record()).results.find(({ competition }) => competition.slug === '2014-fukuoka-marathon')
    if (!found) throw new Error('He ran in Fukuoka.')
    return found
  }
  const add = async (kind: ThingKind, draft: Draft) =>
    addThing(opened.db, opened.oyuna, { kind, partOf: (await fukuoka()).id, draft, isSure: true }, EVIDENCE)

  test('are added at the desk, and stand in the record of today and of that day alike', async () => {
    expect(await add('split', { distance: '21.0975 km', value: '1:04:20' })).toMatchObject({ saved: true })
    expect(await add('split', { distance: '5 km', value: '15:12' })).toMatchObject({ saved: true })
    expect(
      await add('published-place', { classification: 'overall', place: '4', publishedOn: '2014-12-08' }),
    ).toMatchObject({ saved: true })
    const { splits, publishedPlaces } = await fukuoka()
    expect(splits).toMatchObject([
      { distance: 5_000_000, value: 912_000 },
      { distance: 21_097_500, value: 3_860_000 },
    ])
    expect(publishedPlaces).toMatchObject([{ place: 4, publishedOn: '2014-12-08', locator: EVIDENCE.locator }])
    expect(publishedPlaces[0]?.source).not.toBeNull()

    const today = await record()
    const moment = await findMomentOfRevision(opened.db, today.revision)
    if (!moment) throw new Error('There is no such moment.')
    expect(await findAthleteRecordAsOf(opened.db, SER_OD, moment)).toEqual(today)
  })

  test('are refused where they cannot be', async () => {
    expect(await add('split', { distance: '5 km', value: '15:13' })).toMatchObject({
      errors: { distance: expect.stringContaining('already') },
    })
    expect(await add('split', { distance: '50 km', value: '15:13' })).toMatchObject({
      errors: { distance: expect.stringContaining('ends at') },
    })
    expect(await add('split', { distance: '40 km', value: '2:40:00' })).toMatchObject({
      errors: { value: expect.any(String) },
    })
    expect(await add('attempt', { number: '1', outcome: 'FOUL', value: '8.12' })).toMatchObject({
      errors: { value: expect.any(String) },
    })
  })

  test('are withdrawn, and come back with an undo', async () => {
    const outcome = await add('attempt', { number: '1', outcome: 'VALID', value: '8.12', wind: '+0.3' })
    if (!outcome.saved) throw new Error(JSON.stringify(outcome))
    expect((await fukuoka()).attempts).toMatchObject([{ number: 1, value: 8120, wind: 300 }])
    const gone = await withdrawThing(opened.db, opened.oyuna, { kind: 'attempt', id: outcome.id }, EVIDENCE)
    if (!gone.saved) throw new Error(JSON.stringify(gone))
    expect((await fukuoka()).attempts).toEqual([])
    await undo(gone.changeSetId)
    expect((await fukuoka()).attempts).toHaveLength(1)
    await undo(outcome.changeSetId)
    expect((await fukuoka()).attempts).toEqual([])
  })

  const undo = async (changeSetId: number) => {
    const view = await findUndo(opened.db, changeSetId)
    const answer = { token: view?.token ?? '', keys: view?.choices.map(({ key }) => key) ?? [], more: false }
    const outcome = await undoChangeSet(opened.db, opened.brett, { changeSetId, reason: 'It was a slip', ...answer })
    expect(outcome).toMatchObject({ saved: true })
  }
})
