import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { engines, type TestDatabase } from '@/testing/database'
import { aContributor, anEditor, openLoadedRecord } from '@/testing/record'
import type { Editor } from '../accounts/editor'
import { assign, disputeSubject, findAssigned, findAssignees, findAssignments, findingSubject } from './assignments'

describe.each(engines())('assignments, on the %s database', (engine) => {
  let database: TestDatabase
  let oyuna: Editor
  let brett: Editor

  beforeAll(async () => {
    database = await openLoadedRecord(engine)
    oyuna = await anEditor(database.db, 'Oyuna')
    brett = await anEditor(database.db, 'Brett')
  })
  afterAll(() => database.close())

  test('a finding or a dispute is taken, given to somebody else, and left', async () => {
    const { db } = database
    const [finding, dispute] = [findingSubject('0123456789abcdef'), disputeSubject('result/abc/place:overall')]
    expect(await assign(db, oyuna, finding, oyuna.id)).toEqual({ saved: true })
    expect(await assign(db, oyuna, dispute, oyuna.id)).toEqual({ saved: true })
    expect((await findAssigned(db, oyuna.id)).sort()).toEqual([dispute, finding])
    expect(await assign(db, oyuna, finding, brett.id)).toEqual({ saved: true })
    expect((await findAssignments(db, [finding, 'finding:none'])).get(finding)).toMatchObject({
      userId: brett.id,
      name: 'Brett',
      by: 'Oyuna',
    })
    expect(await assign(db, brett, dispute, null)).toEqual({ saved: true })
    expect(await findAssigned(db, oyuna.id)).toEqual([])
  })

  test('only to somebody who may resolve it, and only what can be one', async () => {
    const { db } = database
    const carol = await aContributor(db, 'Carol')
    expect(await assign(db, oyuna, 'finding:1', carol.id)).toMatchObject({ saved: false })
    expect(await assign(db, oyuna, 'people:1', oyuna.id)).toMatchObject({ saved: false })
    const names = (await findAssignees(db)).map(({ name }) => name)
    expect(names).toEqual(expect.arrayContaining(['Brett', 'Oyuna']))
    expect(names).not.toContain('Carol')
  })
})
