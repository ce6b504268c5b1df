import { describe, expect, test } from 'vitest'
import { engines } from '@/testing/database'
import { aContributor, openRecord } from '@/testing/record'
import { assign, disputeSubject, findAssigned, findAssignees, findAssignments, findingSubject } from './assignments'

describe.each(engines())('assignments, on the %s database', (engine) => {
  const opened = openRecord(engine)

  test('a finding or a dispute is taken, given to somebody else, and left', async () => {
    const { db } = opened
    const [finding, dispute] = [findingSubject('0123456789abcdef'), disputeSubject('result/abc/place:overall')]
    expect(await assign(db, opened.oyuna, finding, opened.oyuna.id)).toEqual({ saved: true })
    expect(await assign(db, opened.oyuna, dispute, opened.oyuna.id)).toEqual({ saved: true })
    expect((await findAssigned(db, opened.oyuna.id)).sort()).toEqual([dispute, finding])
    expect(await assign(db, opened.oyuna, finding, opened.brett.id)).toEqual({ saved: true })
    expect((await findAssignments(db, [finding, 'finding:none'])).get(finding)).toMatchObject({
      userId: opened.brett.id,
      name: 'Brett',
      by: 'Oyuna',
    })
    expect(await assign(db, opened.brett, dispute, null)).toEqual({ saved: true })
    expect(await findAssigned(db, opened.oyuna.id)).toEqual([])
  })

  test('only to somebody who may resolve it, and only what can be one', async () => {
    const { db } = opened
    const carol = await aContributor(db, 'Carol')
    expect(await assign(db, opened.oyuna, 'finding:1', carol.id)).toMatchObject({ saved: false })
    expect(await assign(db, opened.oyuna, 'people:1', opened.oyuna.id)).toMatchObject({ saved: false })
    const names = (await findAssignees(db)).map(({ name }) => name)
    expect(names).toEqual(expect.arrayContaining(['Brett', 'Oyuna']))
    expect(names).not.toContain('Carol')
  })
})
