import { describe, expect, test } from 'vitest'
import { correctAt } from '@/testing/correcting'
import { engines } from '@/testing/database'
import { aContributor, openRecord } from '@/testing/record'
import { asTicked } from '@/testing/undoing'
import { approveProposal, findReview } from '../proposals/review'
import { countUnpatrolled, findPatrols, markPatrolled, unmarkPatrolled } from './patrols'

describe.each(engines())('patrolling, on the %s database', (engine) => {
  const opened = openRecord(engine)

  test('a change is marked by somebody other than its author, once, and the mark can be taken back', async () => {
    const { db } = opened
    const change = await correctAt(db, opened.oyuna, '2014-fukuoka-marathon', { note: 'In the rain' })
    expect(await countUnpatrolled(db, opened.brett)).toBe(1)
    expect(await countUnpatrolled(db, opened.oyuna)).toBe(0)
    expect(await markPatrolled(db, opened.oyuna, change)).toMatchObject({ patrolled: false })
    expect(await markPatrolled(db, opened.brett, change)).toEqual({ patrolled: true })
    expect(await markPatrolled(db, opened.brett, change)).toEqual({ patrolled: true })
    expect((await findPatrols(db, [change])).get(change)).toMatchObject({ by: 'Brett', userId: opened.brett.id })
    expect(await countUnpatrolled(db, opened.brett)).toBe(0)
    await unmarkPatrolled(db, opened.brett, change)
    expect(await countUnpatrolled(db, opened.brett)).toBe(1)
    expect(await markPatrolled(db, opened.brett, 999_999)).toMatchObject({ patrolled: false })
  })

  test('the opened refuses a mark of one’s own', async () => {
    const { db } = opened
    const change = await correctAt(db, opened.oyuna, '2011-london-marathon', { note: 'In the sun' })
    const own = { changeSetId: change, userId: opened.oyuna.id, userName: 'Oyuna' }
    await expect(db.patrol.create({ data: own })).rejects.toThrow(/patrolled/)
  })

  test('what was approved in a review needs no mark', async () => {
    const { db } = opened
    const carol = await aContributor(db, 'Carol')
    const before = await countUnpatrolled(db, opened.brett)
    const id = await correctAt(db, carol, '2013-osaka-marathon', { note: 'In the wind' })
    const review = await findReview(db, id)
    if (!review) throw new Error('It is not open.')
    const { token, isMoreTicked: more } = review.view
    const outcome = await approveProposal(db, opened.oyuna, {
      id,
      amendments: [],
      token,
      keys: asTicked(review.view),
      more,
    })
    expect(outcome).toMatchObject({ saved: true })
    expect(await countUnpatrolled(db, opened.brett)).toBe(before)
  })
})
