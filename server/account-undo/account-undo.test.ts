import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { correctAt, resultAt } from '@/testing/correcting'
import { engines, type TestDatabase } from '@/testing/database'
import { anEditor, openLoadedRecord } from '@/testing/record'
import { admitOperator, type Editor } from '../accounts/editor'
import { createUser } from '../accounts/users'
import { findResult } from '../results/results'
import { beginAccountUndo, continueAccountUndo, findAccountUndo, previewAccountUndo } from './account-undo'

const [FUKUOKA, LONDON, OSAKA] = ['2014-fukuoka-marathon', '2011-london-marathon', '2013-osaka-marathon']

describe.each(engines())('undoing everything of an account, on the %s database', (engine) => {
  let database: TestDatabase
  let admin: Editor
  let brett: Editor

  beforeAll(async () => {
    database = await openLoadedRecord(engine)
    const { db } = database
    await createUser(db, {
      email: 'ada@palmares.example',
      name: 'Ada',
      role: 'ADMIN',
      password: 'correct horse battery',
    })
    const admitted = await admitOperator(db, 'ada@palmares.example')
    if (!admitted) throw new Error('Ada was not admitted.')
    admin = admitted
    brett = await anEditor(db, 'Brett')
  })
  afterAll(() => database.close())

  const noteAt = async (competition: string) =>
    (await findResult(database.db, await resultAt(database.db, competition)))?.result.note ?? null
  const scopeOf = (editor: Editor) => ({
    userId: editor.id,
    since: new Date(Date.now() - 3_600_000),
    until: new Date(Date.now() + 60_000),
  })

  test('is previewed, goes on where it was cut short, and leaves what others have built on', async () => {
    const { db } = database
    const vandal = await anEditor(db, 'Vandal')
    const notes = [await noteAt(FUKUOKA), await noteAt(OSAKA), 'By Brett']
    const first = await correctAt(db, vandal, FUKUOKA, { note: 'First' })
    const second = await correctAt(db, vandal, FUKUOKA, { note: 'Second' })
    const built = await correctAt(db, vandal, LONDON, { note: 'Built on' })
    const third = await correctAt(db, vandal, OSAKA, { note: 'Third' })
    const other = await correctAt(db, brett, LONDON, { note: 'By Brett' })
    const before = await noteAt(FUKUOKA)
    expect(before).toBe('Second')

    const preview = await previewAccountUndo(db, scopeOf(vandal), 1)
    expect(preview).toMatchObject({ count: 4, hasMore: false })
    expect(preview.changes.map(({ entry }) => entry.id)).toEqual([third, built, second, first])
    const [, ofBuilt, , ofFirst] = preview.changes
    expect(ofBuilt?.left).toMatchObject([
      { entity: 'results', figure: 'note', changedBy: [{ changeSetId: other, author: 'Brett' }] },
    ])
    // What the account has built on itself is put back first.
    expect(ofFirst?.left.filter(({ changedBy }) => changedBy.length > 0)).toEqual([])
    expect(ofFirst?.figures.map(({ figure }) => figure)).toContain('note')

    const id = await beginAccountUndo(db, admin, scopeOf(vandal), 'Vandalism')
    if (id === null) throw new Error('There was nothing to undo.')
    // Another request had begun with the newest change, and was cut short.
    await db.accountUndoItem.update({
      where: { undoId_changeSetId: { undoId: id, changeSetId: third } },
      data: { state: 'RUNNING', takenAt: new Date() },
    })
    expect(await continueAccountUndo(db, admin, id)).toBe(true)
    expect(await findAccountUndo(db, id)).toMatchObject({ total: 4, waiting: 4 })
    await db.accountUndoItem.updateMany({ where: { undoId: id }, data: { takenAt: new Date(0) } })
    while (await continueAccountUndo(db, admin, id));

    const done = await findAccountUndo(db, id)
    expect(done?.undone.map(({ changeSetId }) => changeSetId)).toEqual(expect.arrayContaining([third, second, first]))
    expect(done?.waiting).toBe(0)
    expect([await noteAt(FUKUOKA), await noteAt(OSAKA), await noteAt(LONDON)]).toEqual(notes)
    for (const { changeSetId, restoreId } of done?.undone ?? []) {
      expect(await db.changeSet.findUnique({ where: { id: restoreId } })).toMatchObject({
        kind: 'RESTORE',
        undoesId: changeSetId,
        authorId: admin.id,
        reason: 'Vandalism',
      })
    }
    const stays = [...(done?.left ?? []), ...(done?.undone ?? [])].find(({ changeSetId }) => changeSetId === built)
    expect(stays?.left).toMatchObject([{ figure: 'note', changedBy: [{ author: 'Brett' }] }])
  }, 180_000)

  test('only by an administrator, and only where there is something', async () => {
    const { db } = database
    await expect(beginAccountUndo(db, brett, scopeOf(admin), 'Revenge')).rejects.toThrow(/administrator/)
    const longAgo = { userId: brett.id, since: new Date(0), until: new Date(1) }
    expect(await beginAccountUndo(db, admin, longAgo, 'Nothing')).toBeNull()
  })
})
