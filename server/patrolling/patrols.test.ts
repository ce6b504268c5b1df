import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { correctAt } from '@/testing/correcting'
import { engines, type TestDatabase } from '@/testing/database'
import { aContributor, anEditor, openLoadedRecord } from '@/testing/record'
import { asTicked } from '@/testing/undoing'
import type { Editor } from '../accounts/editor'
import { approveProposal, findReview } from '../proposals/review'
import { countUnpatrolled, findPatrols, markPatrolled, unmarkPatrolled } from './patrols'

describe.each(engines())('patrolling, on the %s database', (engine) => {
  let database: TestDatabase
  let oyuna: Editor
  let brett: Editor

  beforeAll(async () => {
    database = await openLoadedRecord(engine)
    oyuna = await anEditor(database.db, 'Oyuna')
    brett = await anEditor(database.db, 'Brett')
  })
  afterAll(() => database.close())

  test('a change is marked by somebody other than its author, once, and the mark can be taken back', async () => {
    const { db } = database
    const change = await correctAt(db, oyuna, '2014-fukuoka-marathon', { note: 'In the rain' })
    expect(await countUnpatrolled(db, brett)).toBe(1)
    expect(await countUnpatrolled(db, oyuna)).toBe(0)
    expect(await markPatrolled(db, oyuna, change)).toMatchObject({ patrolled: false })
    expect(await markPatrolled(db, brett, change)).toEqual({ patrolled: true })
    expect(await markPatrolled(db, brett, change)).toEqual({ patrolled: true })
    expect((await findPatrols(db, [change])).get(change)).toMatchObject({ by: 'Brett', userId: brett.id })
    expect(await countUnpatrolled(db, brett)).toBe(0)
    await unmarkPatrolled(db, brett, change)
    expect(await countUnpatrolled(db, brett)).toBe(1)
    expect(await markPatrolled(db, brett, 999_999)).toMatchObject({ patrolled: false })
  })

  test('the database refuses a mark of one’s own', async () => {
    const { db } = database
    const change = await correctAt(db, oyuna, '2011-london-marathon', { note: 'In the sun' })
    const own = { changeSetId: change, userId: oyuna.id, userName: 'Oyuna' }
    await expect(db.patrol.create({ data: own })).rejects.toThrow(/patrolled/)
  })

  test('what was approved in a review needs no mark', async () => {
    const { db } = database
    const carol = await aContributor(db, 'Carol')
    const before = await countUnpatrolled(db, brett)
    const id = await correctAt(db, carol, '2013-osaka-marathon', { note: 'In the wind' })
    const review = await findReview(db, id)
    if (!review) throw new Error('It is not open.')
    const { token, isMoreTicked: more } = review.view
    const outcome = await approveProposal(db, oyuna, { id, amendments: [], token, keys: asTicked(review.view), more })
    expect(outcome).toMatchObject({ saved: true })
    expect(await countUnpatrolled(db, brett)).toBe(before)
  })
})
