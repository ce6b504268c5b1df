import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Draft } from '@/lib/record/merge'
import { draftOf } from '@/lib/record/result-draft'
import { engines, type TestDatabase } from '@/testing/database'
import { anEditor, EVIDENCE, openLoadedRecord, SER_OD } from '@/testing/record'
import type { Editor } from '../accounts/editor'
import { findAthleteRecord } from '../athletes/athletes'
import { currentGeneration } from '../history/generation'
import { findHistory } from '../history/history'
import { restoreRevision, undoChangeSet } from '../history/restore'
import { addResult, findResult, saveResult, withdrawResult } from './results'

describe.each(engines())('an editor at work, on the %s database', (engine) => {
  let database: TestDatabase
  let oyuna: Editor
  let brett: Editor

  beforeAll(async () => {
    database = await openLoadedRecord(engine)
    oyuna = await anEditor(database.db, 'Oyuna')
    brett = await anEditor(database.db, 'Brett')
  })
  afterAll(() => database.close())

  const record = async () => {
    const found = await findAthleteRecord(database.db, SER_OD)
    if (!found) throw new Error('The record is empty.')
    return found
  }
  /** The result of a competition, with the form as an editor opens it. */
  const open = async (competition: string) => {
    const result = (await record()).results.find(({ competition: { slug } }) => slug === competition)
    if (!result) throw new Error(`No result at ${competition}.`)
    return { id: result.id, base: { draft: draftOf(result), version: result.version } }
  }
  const save = (editor: Editor, form: Awaited<ReturnType<typeof open>>, edits: Draft) =>
    saveResult(database.db, editor, { id: form.id, base: form.base, draft: { ...form.base.draft, ...edits } }, EVIDENCE)
  const read = async (id: string) => {
    const found = await findResult(database.db, id)
    if (!found) throw new Error('It is gone.')
    return found.result
  }

  test('a correction is in the record, with its source; what other sources said is kept, marked, with the reason', async () => {
    const form = await open('2010-berlin-marathon')
    const generation = currentGeneration()
    expect(await save(oyuna, form, { mark: '2:12:41', 'place:overall': '9' })).toMatchObject({ saved: true })
    const result = await read(form.id)
    expect(result).toMatchObject({ mark: '2:12:41', value: 7_961_000 })
    expect(result.places).toMatchObject([{ classification: 'overall', place: 9 }])
    const marks = result.citations.filter(({ field }) => field === 'mark')
    expect(marks).toContainEqual(expect.objectContaining({ asserts: '2:12:41', accepted: true, locator: 'page 1' }))
    expect(marks).toContainEqual(
      expect.objectContaining({
        asserts: '2:12:42',
        accepted: false,
        rejection: 'CONTRADICTED',
        reason: EVIDENCE.reason,
      }),
    )
    expect(currentGeneration()).toBeGreaterThan(generation)
  })

  test('the history says who, when, why, from which source, and before and after', async () => {
    const form = await open('2012-osaka-marathon')
    await save(oyuna, form, { note: 'In the rain' })
    const [latest] = (await findHistory(database.db, SER_OD))?.entries ?? []
    expect(latest).toMatchObject({ author: 'Oyuna', reason: EVIDENCE.reason, source: { title: 'Official results' } })
    const change = latest?.changes.find(({ entity }) => entity === 'results')
    expect(change).toMatchObject({ kind: 'changed', fields: [{ field: 'note', before: null, after: 'In the rain' }] })
  })

  test('two editors on different fields both get their way', async () => {
    const form = await open('2011-london-marathon')
    expect(await save(oyuna, form, { club: 'Morpeth Harriers' })).toMatchObject({ saved: true })
    expect(await save(brett, form, { note: 'A clear day' })).toMatchObject({ saved: true })
    expect(await read(form.id)).toMatchObject({ club: 'Morpeth Harriers', note: 'A clear day' })
  })

  test('two editors on one field: the second is asked, with base, theirs and mine, and nothing is changed', async () => {
    const form = await open('2013-osaka-marathon')
    await save(oyuna, form, { mark: '2:13:30' })
    const second = await save(brett, form, { mark: '2:13:32' })
    expect(second).toMatchObject({
      saved: false,
      clash: { merge: { clashes: [{ field: 'mark', base: '2:13:31', theirs: '2:13:30', mine: '2:13:32' }] } },
    })
    expect(await read(form.id)).toMatchObject({ mark: '2:13:30' })
    // Having been asked, he decides, on the basis of hers.
    const { id, base } = await open('2013-osaka-marathon')
    expect(await save(brett, { id, base }, { mark: '2:13:32' })).toMatchObject({ saved: true })
  })

  test('two editors on one place', async () => {
    const form = await open('2013-osaka-marathon')
    await save(oyuna, form, { 'place:overall': '3' })
    expect(await save(brett, form, { 'place:overall': '4' })).toMatchObject({ saved: false, clash: {} })
  })

  test('of two saves at the same moment, one is merged into the other', async () => {
    const form = await open('2009-hofu-yomiuri-marathon')
    const outcomes = await Promise.all([save(oyuna, form, { note: 'one' }), save(brett, form, { club: 'two' })])
    expect(outcomes).toMatchObject([{ saved: true }, { saved: true }])
    expect(await read(form.id)).toMatchObject({ note: 'one', club: 'two' })
  })

  test('a save that breaks a rule names the field and changes nothing', async () => {
    const form = await open('2014-fukuoka-marathon')
    expect(await save(oyuna, form, { mark: '22:08' })).toMatchObject({
      saved: false,
      errors: { mark: expect.any(String) },
    })
    expect(await save(oyuna, form, { status: 'DNF' })).toMatchObject({
      saved: false,
      errors: { mark: expect.any(String) },
    })
    expect(await save(oyuna, form, { 'place:overall': '0' })).toMatchObject({
      saved: false,
      errors: { 'place:overall': expect.any(String) },
    })
    expect(await save(oyuna, form, {})).toMatchObject({ saved: false, errors: { form: 'Nothing was changed.' } })
    expect((await open('2014-fukuoka-marathon')).base).toEqual(form.base)
  })

  test('a result is added, with a citation for what it says, and counts at once', async () => {
    const { athlete } = await record()
    const draft = {
      ...(await open('2014-fukuoka-marathon')).base.draft,
      competition: '2004-hong-kong-marathon',
      mark: '1:01:00',
    }
    const added = await addResult(
      database.db,
      oyuna,
      { athleteId: athlete.id, draft: { ...draft, discipline: 'half-marathon' } },
      EVIDENCE,
    )
    expect(added).toMatchObject({ saved: true })
    if (!added.saved) return
    expect((await read(added.resultId)).citations.map(({ field }) => field)).toContain('mark')
    const again = await addResult(
      database.db,
      oyuna,
      { athleteId: athlete.id, draft: { ...draft, discipline: 'half-marathon' } },
      EVIDENCE,
    )
    expect(again).toMatchObject({ saved: false, errors: { competition: expect.stringMatching(/already/) } })
  })

  test('a withdrawn result leaves the record, stays in the history, and comes back when it is restored', async () => {
    const { id } = await open('2003-world-athletics-championships')
    const has = async () => (await record()).results.some((result) => result.id === id)
    await withdrawResult(database.db, oyuna, id, EVIDENCE)
    expect(await has()).toBe(false)
    const revision = await database.db.revision.findFirstOrThrow({ where: { entityId: id }, orderBy: { id: 'desc' } })
    expect(
      await restoreRevision(database.db, brett, { revisionId: revision.id, side: 'before' }, 'It was run'),
    ).toMatchObject({
      restored: true,
    })
    expect(await has()).toBe(true)
  })

  test('a change set is undone whole, except for what somebody has changed since', async () => {
    const form = await open('2021-lake-biwa-marathon')
    const outcome = await save(oyuna, form, { mark: '2:09:27', 'place:overall': '34' })
    if (!outcome.saved) throw new Error('It was not saved.')
    expect(await undoChangeSet(database.db, brett, outcome.changeSetId, 'A slip')).toMatchObject({
      restored: true,
      left: [],
    })
    const undone = await read(form.id)
    expect(draftOf(undone)).toEqual(form.base.draft)
    expect(undone.citations.filter(({ accepted }) => !accepted)).toEqual([])

    const again = await save(
      oyuna,
      { id: form.id, base: { draft: draftOf(undone), version: undone.version } },
      { note: 'x' },
    )
    if (!again.saved) throw new Error('It was not saved.')
    await save(brett, await open(form.base.draft.competition ?? ''), { note: 'y' })
    const half = await undoChangeSet(database.db, oyuna, again.changeSetId, 'A slip')
    expect(half.left?.map(({ entity }) => entity)).toContain('results')
    expect(await read(form.id)).toMatchObject({ note: 'y' })
  })
})
