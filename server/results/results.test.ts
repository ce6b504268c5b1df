import { describe, expect, test } from 'vitest'
import type { Draft } from '@/lib/record/merge'
import { draftOf } from '@/lib/record/result-draft'
import { engines } from '@/testing/database'
import { EVIDENCE, openRecord, SER_OD } from '@/testing/record'
import { restore, saved, undo } from '@/testing/undoing'
import type { Editor } from '../accounts/editor'
import { findAthleteRecord } from '../athletes/athletes'
import { findHistory } from '../history/history'
import { addResult, findResult, saveResult, withdrawResult } from './results'

describe.each(engines())('an editor at work, on the %s database', (engine) => {
  const opened = openRecord(engine)

  const record = async () => {
    const found = await findAthleteRecord(opened.db, SER_OD)
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
    saveResult(opened.db, editor, { id: form.id, base: form.base, draft: { ...form.base.draft, ...edits } }, EVIDENCE)
  const read = async (id: string) => {
    const found = await findResult(opened.db, id)
    if (!found) throw new Error('It is gone.')
    return found.result
  }

  test('a correction is in the record, with its source; what other sources said is kept, marked, with the reason', async () => {
    const form = await open('2010-berlin-marathon')
    expect(await save(opened.oyuna, form, { mark: '2:12:41', 'place:overall': '9' })).toMatchObject({ saved: true })
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
  })

  test('the history says who, when, why, from which source, and before and after', async () => {
    const form = await open('2012-osaka-marathon')
    await save(opened.oyuna, form, { note: 'In the rain' })
    const [latest] = (await findHistory(opened.db, SER_OD))?.entries ?? []
    expect(latest).toMatchObject({ author: 'Oyuna', reason: EVIDENCE.reason, source: { title: 'Official results' } })
    const change = latest?.changes.find(({ entity }) => entity === 'results')
    expect(change).toMatchObject({ kind: 'changed', fields: [{ field: 'note', before: null, after: 'In the rain' }] })
  })

  test('two editors on different fields both get their way', async () => {
    const form = await open('2011-london-marathon')
    expect(await save(opened.oyuna, form, { club: 'Morpeth Harriers' })).toMatchObject({ saved: true })
    expect(await save(opened.brett, form, { note: 'A clear day' })).toMatchObject({ saved: true })
    expect(await read(form.id)).toMatchObject({ club: 'Morpeth Harriers', note: 'A clear day' })
  })

  test('two editors on one field: the second is asked, with base, theirs and mine, and nothing is changed', async () => {
    const form = await open('2013-osaka-marathon')
    await save(opened.oyuna, form, { mark: '2:13:30' })
    const second = await save(opened.brett, form, { mark: '2:13:32' })
    expect(second).toMatchObject({
      saved: false,
      clash: { merge: { clashes: [{ field: 'mark', base: '2:13:31', theirs: '2:13:30', mine: '2:13:32' }] } },
    })
    expect(await read(form.id)).toMatchObject({ mark: '2:13:30' })
    // Having been asked, he decides, on the basis of hers.
    const { id, base } = await open('2013-osaka-marathon')
    expect(await save(opened.brett, { id, base }, { mark: '2:13:32' })).toMatchObject({ saved: true })
  })

  test('two editors on one place', async () => {
    const form = await open('2013-osaka-marathon')
    await save(opened.oyuna, form, { 'place:overall': '3' })
    expect(await save(opened.brett, form, { 'place:overall': '4' })).toMatchObject({ saved: false, clash: {} })
  })

  test('of two saves at the same moment, one is merged into the other', async () => {
    const form = await open('2009-hofu-yomiuri-marathon')
    const outcomes = await Promise.all([
      save(opened.oyuna, form, { note: 'one' }),
      save(opened.brett, form, { club: 'two' }),
    ])
    expect(outcomes).toMatchObject([{ saved: true }, { saved: true }])
    expect(await read(form.id)).toMatchObject({ note: 'one', club: 'two' })
  })

  test('a save that breaks a rule names the field and changes nothing', async () => {
    const form = await open('2014-fukuoka-marathon')
    expect(await save(opened.oyuna, form, { mark: '22:08' })).toMatchObject({
      saved: false,
      errors: { mark: expect.any(String) },
    })
    expect(await save(opened.oyuna, form, { status: 'DNF' })).toMatchObject({
      saved: false,
      errors: { mark: expect.any(String) },
    })
    expect(await save(opened.oyuna, form, { 'place:overall': '0' })).toMatchObject({
      saved: false,
      errors: { 'place:overall': expect.any(String) },
    })
    expect(await save(opened.oyuna, form, {})).toMatchObject({ saved: false, errors: { form: 'Nothing was changed.' } })
    expect((await open('2014-fukuoka-marathon')).base).toEqual(form.base)
  })

  test('a record has its authority and state corrected, and a place what was published then, each with its citation', async () => {
    const { id } = (await record()).results.find(({ records }) => records.length > 0) ?? { id: '' }
    const before = await read(id)
    const [{ code } = { code: '' }] = before.records
    const form = { id, base: { draft: draftOf(before), version: before.version } }
    const edits = {
      [`authority:${code}`]: 'World Athletics',
      [`state:${code}`]: 'RATIFIED',
      [`equalled:${code}`]: 'yes',
      'place:overall': '2',
      'placeAsPublished:overall': '3',
    }
    expect(await save(opened.oyuna, form, edits)).toMatchObject({ saved: true })
    const { records, places } = await read(id)
    expect(records[0]).toMatchObject({ code, authority: 'World Athletics', state: 'RATIFIED', equalled: true })
    expect(records[0]?.citations).toContainEqual(expect.objectContaining({ field: 'state', asserts: 'RATIFIED' }))
    const overall = places.find(({ classification }) => classification === 'overall')
    expect(overall).toMatchObject({ place: 2, placeAsPublished: 3 })
    expect(overall?.citations).toContainEqual(expect.objectContaining({ field: 'placeAsPublished', asserts: '3' }))

    expect(await save(opened.brett, form, { [`state:${code}`]: 'RESCINDED', note: 'Annulled' })).toMatchObject({
      saved: false,
      clash: { merge: { clashes: [{ field: `state:${code}`, theirs: 'RATIFIED', mine: 'RESCINDED' }] } },
    })
  })

  test('a hand time is kept, shown and compared as one', async () => {
    const { athlete } = await record()
    const draft = {
      competition: '2004-hong-kong-marathon',
      discipline: '100-metres',
      sex: 'M',
      mark: '10.7h',
      wind: '+0.3',
    }
    const added = await addResult(opened.db, opened.oyuna, { athleteId: athlete.id, draft }, EVIDENCE)
    if (!added.saved) throw new Error(JSON.stringify(added))
    const result = await read(added.resultId)
    expect(result).toMatchObject({ mark: '10.7h', value: 10_700, precision: 100, timing: 'HAND', flags: ['h'] })
    expect(draftOf(result)).toMatchObject({ mark: '10.7h', timing: 'HAND', flags: '' })
    expect(result.citations).toContainEqual(expect.objectContaining({ field: 'mark', asserts: '10.7h' }))
    const form = { id: result.id, base: { draft: draftOf(result), version: result.version } }
    expect(await save(opened.oyuna, form, { timing: 'ELECTRONIC' })).toMatchObject({
      errors: { timing: expect.any(String) },
    })
    expect(await save(opened.oyuna, form, { note: 'Three watches' })).toMatchObject({ saved: true })
    expect(await read(result.id)).toMatchObject({ mark: '10.7h', value: 10_700, flags: ['h'] })
    const now = await read(result.id)
    const again = { id: now.id, base: { draft: draftOf(now), version: now.version } }
    expect(await save(opened.oyuna, again, { mark: '10.74', timing: 'ELECTRONIC' })).toMatchObject({ saved: true })
    expect(await read(result.id)).toMatchObject({ mark: '10.74', precision: 10, timing: 'ELECTRONIC', flags: [] })
  })

  test('a result is added, with a citation for what it says, and counts at once', async () => {
    const { athlete } = await record()
    const draft = {
      ...(await open('2014-fukuoka-marathon')).base.draft,
      competition: '2004-hong-kong-marathon',
      mark: '1:01:00',
    }
    const added = await addResult(
      opened.db,
      opened.oyuna,
      { athleteId: athlete.id, draft: { ...draft, discipline: 'half-marathon' } },
      EVIDENCE,
    )
    expect(added).toMatchObject({ saved: true })
    if (!added.saved) return
    expect((await read(added.resultId)).citations.map(({ field }) => field)).toContain('mark')
    const again = await addResult(
      opened.db,
      opened.oyuna,
      { athleteId: athlete.id, draft: { ...draft, discipline: 'half-marathon' } },
      EVIDENCE,
    )
    expect(again).toMatchObject({
      saved: false,
      twin: added.resultId,
      errors: { competition: expect.stringMatching(/already/) },
    })
  })

  test('a withdrawn result leaves the record, stays in the history, and comes back when it is restored', async () => {
    const { id } = await open('2003-world-athletics-championships')
    const has = async () => (await record()).results.some((result) => result.id === id)
    await withdrawResult(opened.db, opened.oyuna, id, EVIDENCE)
    expect(await has()).toBe(false)
    const revision = await opened.db.revision.findFirstOrThrow({ where: { entityId: id }, orderBy: { id: 'desc' } })
    saved(await restore(opened.db, opened.brett, { revisionId: revision.id, side: 'before' }))
    expect(await has()).toBe(true)
  })

  test('a change set is undone whole, with what it cited', async () => {
    const form = await open('2021-lake-biwa-marathon')
    const changeSetId = saved(await save(opened.oyuna, form, { mark: '2:09:27', 'place:overall': '34' }))
    saved(await undo(opened.db, opened.brett, changeSetId))
    const undone = await read(form.id)
    expect(draftOf(undone)).toEqual(form.base.draft)
    expect(undone.citations.filter(({ accepted }) => !accepted)).toEqual([])
  })
})
