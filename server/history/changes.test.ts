import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type ChangeFilter, EVERY_CHANGE } from '@/lib/pages/change-filter'
import { correctAt } from '@/testing/correcting'
import { engines, type TestDatabase } from '@/testing/database'
import { aContributor, anEditor, EVIDENCE, openLoadedRecord, SER_OD } from '@/testing/record'
import { saved, undo } from '@/testing/undoing'
import type { Editor } from '../accounts/editor'
import { markPatrolled } from '../patrolling/patrols'
import { findChanges, findEditorAccount } from './changes'

const [FUKUOKA, LONDON] = ['2014-fukuoka-marathon', '2011-london-marathon']

describe.each(engines())('the list of changes, on the %s database', (engine) => {
  let database: TestDatabase
  let oyuna: Editor
  let brett: Editor
  let note: number
  let place: number
  let undone: number

  beforeAll(async () => {
    database = await openLoadedRecord(engine)
    const { db } = database
    oyuna = await anEditor(db, 'Oyuna')
    brett = await anEditor(db, 'Brett')
    note = await correctAt(db, oyuna, FUKUOKA, { note: 'In the rain' })
    place = await correctAt(db, brett, LONDON, { 'place:overall': '77' })
    undone = saved(await undo(db, brett, note))
  })
  afterAll(() => database.close())

  const list = async (filter: Partial<ChangeFilter>, before: number | null = null) => {
    const found = await findChanges(database.db, { ...EVERY_CHANGE, ...filter }, before)
    return found?.entries.map(({ id }) => id) ?? null
  }

  test('has every change once, newest first, page by page', async () => {
    const all: number[] = []
    for (let before: number | null = null; ; ) {
      const page = await findChanges(database.db, EVERY_CHANGE, before)
      all.push(...(page?.entries.map(({ id }) => id) ?? []))
      if (!page?.next) break
      before = page.next
    }
    const sets = await database.db.changeSet.findMany({ orderBy: { id: 'desc' }, select: { id: true } })
    expect(all).toEqual(sets.map(({ id }) => id))
    expect(all.slice(0, 3)).toEqual([undone, place, note])
  })

  test('is narrowed by editor, kind, thing and source', async () => {
    expect(await list({ editor: oyuna.id })).toEqual([note])
    expect(await list({ kind: 'RESTORE' })).toEqual([undone])
    expect(await list({ editor: brett.id, kind: 'EDIT' })).toEqual([place])
    expect(await list({ thing: 'result', kind: 'EDIT' })).toEqual([place, note])
    expect(await list({ thing: 'biography', editor: brett.id })).toEqual([])
    const source = await database.db.source.findFirstOrThrow({ where: { publication: 'Organiser' } })
    expect(EVIDENCE.source).toMatchObject({ publication: 'Organiser' })
    expect(await list({ source: source.slug })).toEqual([place, note])
  })

  test('is narrowed by athlete and by competition, to the results there', async () => {
    expect((await list({ athlete: SER_OD }))?.slice(0, 3)).toEqual([undone, place, note])
    expect((await list({ competition: FUKUOKA }))?.slice(0, 2)).toEqual([undone, note])
    expect(await list({ competition: LONDON, editor: brett.id })).toEqual([place])
    expect(await list({ athlete: SER_OD, competition: LONDON, editor: oyuna.id })).toEqual([])
  })

  test('is narrowed by day', async () => {
    const today = new Date().toISOString().slice(0, 10)
    expect((await list({ day: today }))?.slice(0, 3)).toEqual([undone, place, note])
    expect(await list({ day: '2001-01-01' })).toEqual([])
  })

  test.each([{ athlete: 'nobody' }, { competition: 'nowhere' }, { editor: 'nobody' }, { source: 'nothing' }])(
    'does not exist for %j',
    async (filter) => {
      expect(await list(filter)).toBeNull()
    },
  )

  test('of what nobody has patrolled leaves out what somebody has', async () => {
    expect(await list({ isUnpatrolled: true })).toEqual([undone, place, note])
    expect(await markPatrolled(database.db, oyuna, place)).toEqual({ patrolled: true })
    expect(await list({ isUnpatrolled: true })).toEqual([undone, note])
  })

  test('an account’s page counts what it did, and there is none of an account that did nothing', async () => {
    const carol = await aContributor(database.db, 'Carol')
    expect(await findEditorAccount(database.db, carol.id)).toBeNull()
    const account = await findEditorAccount(database.db, brett.id)
    expect(account).toMatchObject({ name: 'Brett', reviewed: 0, patrolled: 0 })
    expect(account?.changes).toEqual([
      { kind: 'EDIT', count: 1 },
      { kind: 'RESTORE', count: 1 },
    ])
    expect(JSON.stringify(account)).not.toContain('@')
  })
})
