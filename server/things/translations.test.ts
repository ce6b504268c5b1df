import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { chaptersInOrder } from '@/lib/career/chapters'
import type { Draft } from '@/lib/record/merge'
import { type ThingKind, thingOf } from '@/lib/record/things/things'
import type { Db } from '@/prisma/client'
import { engines, type TestDatabase } from '@/testing/database'
import { anEditor, EVIDENCE, openLoadedRecord } from '@/testing/record'
import { restore, saved, type Ticks, undo } from '@/testing/undoing'
import type { Editor } from '../accounts/editor'
import { findAthleteRecordAsOf } from '../athletes/as-of'
import { findAthleteRecord } from '../athletes/athletes'
import { mergeAthletes } from '../athletes/merging'
import { change } from '../history/change'
import { findLastRevision } from '../history/history'
import { findRestore } from '../history/restore'
import { findUndo } from '../history/undo'
import { findChoices } from './references'
import { addThing, findThing, saveThing, withdrawThing } from './things'

describe.each(engines())('translations of chapters, and names in their order, on the %s database', (engine) => {
  let database: TestDatabase
  let oyuna: Editor
  let people = 0

  beforeAll(async () => {
    database = await openLoadedRecord(engine)
    oyuna = await anEditor(database.db, 'Oyuna')
  })
  afterAll(() => database.close())

  const add = (kind: ThingKind, partOf: string | null, draft: Draft) =>
    addThing(database.db, oyuna, { kind, partOf, draft, isSure: true }, EVIDENCE)
  const added = async (...thing: Parameters<typeof add>) => {
    const outcome = await add(...thing)
    if (!outcome.saved) throw new Error(JSON.stringify(outcome))
    return outcome
  }
  const save = async (kind: ThingKind, id: string, edits: Draft) => {
    const found = await findThing(database.db, kind, id)
    if (!found) throw new Error(`There is no such ${kind}.`)
    const { draft, version } = found
    const edit = { kind, id, base: { draft, version }, draft: { ...draft, ...edits }, isSure: true }
    return saveThing(database.db, oyuna, edit, EVIDENCE)
  }
  const withdraw = (id: string) => withdrawThing(database.db, oyuna, { kind: 'chapter', id }, EVIDENCE)
  const write = <T>(work: (tx: Db) => Promise<T>) =>
    change(database.db, oyuna, { kind: 'EDIT', ...EVIDENCE }, ({ tx }) => work(tx))

  /** A new athlete with a chapter in English and its translation into Japanese. */
  const aLife = async () => {
    people++
    const name = `Person Number ${'I'.repeat(people)}`
    const athlete = await added('athlete', null, {
      displayName: name,
      sortName: name,
      nameOrder: 'GIVEN_FAMILY',
      sex: 'F',
    })
    const row = await database.db.athlete.findUniqueOrThrow({ where: { id: athlete.id } })
    const chapter = { title: 'Youth', position: '1', language: 'en', body: 'She *ran*.' }
    const original = await added('chapter', athlete.id, chapter)
    const japanese = { title: '青春', position: '1', language: 'ja', body: '走った。', translationOfId: original.id }
    const translation = await added('chapter', athlete.id, japanese)
    return { athlete, slug: row.slug, original, translation, chapter, japanese }
  }
  const record = async (slug: string) => {
    const found = await findAthleteRecord(database.db, slug)
    if (!found) throw new Error(`There is no ${slug}.`)
    return found
  }
  const chaptersOf = async (slug: string) =>
    chaptersInOrder((await record(slug)).athlete.chapters).map(({ chapter, translations }) => [
      chapter.title,
      chapter.position,
      ...translations.map(({ title, position }) => [title, position]),
    ])

  test('a translation is read under its original, also as the record stood', async () => {
    const { slug, translation } = await aLife()
    expect(await chaptersOf(slug)).toEqual([['Youth', 1, ['青春', 1]]])
    const moment = { changeSetId: translation.changeSetId, at: '' }
    expect((await findAthleteRecordAsOf(database.db, slug, moment))?.athlete).toEqual((await record(slug)).athlete)
  })

  test('the form offers the athlete’s other chapters that are no translations', async () => {
    const { athlete, original, chapter } = await aLife()
    const other = await added('chapter', athlete.id, { ...chapter, position: '2', title: 'Later' })
    const choices = await findChoices(database.db, thingOf('chapter'), athlete.id, other.id)
    expect(choices.chapter).toEqual([[original.id, '1. Youth (English)']])
  })

  test('what is no translation is refused by the field that is wrong', async () => {
    const { athlete, original, translation, japanese, chapter } = await aLife()
    const stranger = await aLife()
    const other = await added('chapter', athlete.id, { ...chapter, title: 'Later', language: 'mn' })
    const refused = async (outcome: ReturnType<typeof add>, field: string, words: RegExp) =>
      expect(await outcome).toMatchObject({ saved: false, errors: { [field]: expect.stringMatching(words) } })
    await refused(add('chapter', athlete.id, { ...japanese, language: 'en' }), 'language', /is in English already/)
    await refused(add('chapter', athlete.id, japanese), 'language', /translation into Japanese already/)
    await refused(add('chapter', athlete.id, { ...japanese, language: 'Japanese' }), 'language', /written en, mn/)
    await refused(add('chapter', athlete.id, { ...japanese, language: '' }), 'language', /which language/)
    for (const id of [stranger.original.id, 'nothing']) {
      const draft = { ...japanese, language: 'fr', translationOfId: id }
      await refused(add('chapter', athlete.id, draft), 'translationOfId', /another chapter of this athlete/)
    }
    const ofTranslation = { ...japanese, language: 'fr', translationOfId: translation.id }
    await refused(add('chapter', athlete.id, ofTranslation), 'translationOfId', /is a translation itself/)
    await refused(save('chapter', original.id, { translationOfId: other.id }), 'translationOfId', /of its own/)
    await refused(save('chapter', other.id, { translationOfId: other.id }), 'translationOfId', /another chapter/)
    await refused(save('chapter', original.id, { language: 'ja' }), 'language', /is in Japanese/)
    expect(await save('chapter', other.id, { translationOfId: original.id })).toMatchObject({ saved: true })
  })

  test('a chapter is not withdrawn, nor its adding undone, while it has a translation', async () => {
    const { slug, original, translation } = await aLife()
    expect(await withdraw(original.id)).toMatchObject({
      saved: false,
      errors: { form: 'It cannot be withdrawn while 1 translation rests on it.' },
    })
    const plan = await findUndo(database.db, original.changeSetId)
    expect(plan?.choices.every(({ isBlocked }) => isBlocked)).toBe(true)
    expect(await withdraw(translation.id)).toMatchObject({ saved: true })
    expect(await withdraw(original.id)).toMatchObject({ saved: true })
    expect(await chaptersOf(slug)).toEqual([])

    const revision = await findLastRevision(database.db, 'biography_chapters', translation.id)
    const view = await findRestore(database.db, revision ?? 0, 'before')
    expect(view?.choices.some(({ isBlocked }) => isBlocked)).toBe(true)
    const first = await findLastRevision(database.db, 'biography_chapters', original.id)
    saved(await restore(database.db, oyuna, { revisionId: first ?? 0, side: 'before' }))
    saved(await restore(database.db, oyuna, { revisionId: revision ?? 0, side: 'before' }))
    expect(await chaptersOf(slug)).toEqual([['Youth', 1, ['青春', 1]]])
  })

  test('a merger moves a chapter with its translations, and its undo moves them back, but not one alone', async () => {
    const [from, into] = [await aLife(), await aLife()]
    await added('chapter', from.athlete.id, { ...from.chapter, title: 'Later', position: '2' })
    const before = [await chaptersOf(from.slug), await chaptersOf(into.slug)]
    const sides = { from: from.slug, into: into.slug, chosen: { displayName: 'into' } as const, dropped: [] }
    const merger = saved(await mergeAthletes(database.db, oyuna, sides, EVIDENCE))
    expect(await chaptersOf(into.slug)).toEqual([
      ['Youth', 1, ['青春', 1]],
      ['Youth', 2, ['青春', 2]],
      ['Later', 3],
    ])
    const alone: Ticks = ({ choices }) =>
      choices.flatMap(({ key }) =>
        key.startsWith(`athletes/${from.athlete.id}/`) || key === `biography_chapters/${from.original.id}/athlete`
          ? [key]
          : [],
      )
    expect(await undo(database.db, oyuna, merger, { ticks: alone })).toMatchObject({
      saved: false,
      refusal: { kind: 'rule', figures: [{ rule: expect.stringMatching(/put both back together/) }] },
    })
    saved(await undo(database.db, oyuna, merger))
    expect([await chaptersOf(from.slug), await chaptersOf(into.slug)]).toEqual(before)
  })

  test('the database itself refuses what is no translation', async () => {
    const [{ original, translation, athlete }, stranger] = [await aLife(), await aLife()]
    const refused = (id: string, data: object) =>
      expect(write((tx) => tx.biographyChapter.update({ where: { id }, data }))).rejects.toThrow(
        /biography_chapters_(translation|own_original)/,
      )
    await refused(translation.id, { language: 'en' })
    await refused(original.id, { language: 'ja' })
    await refused(original.id, { withdrawn: true })
    await refused(original.id, { athleteId: stranger.athlete.id })
    await refused(original.id, { translationOfId: stranger.original.id })
    await refused(original.id, { translationOfId: original.id })
    await refused(translation.id, { translationOfId: stranger.translation.id })
    const twin = { athleteId: athlete.id, position: 1, title: 'x', body: 'x' }
    const second = { ...twin, language: 'ja', translationOfId: original.id }
    await expect(write((tx) => tx.biographyChapter.create({ data: second }))).rejects.toThrow(/[Uu]nique/)
    const both = [original.id, translation.id]
    await write((tx) =>
      tx.biographyChapter.updateMany({ where: { id: { in: both } }, data: { athleteId: stranger.athlete.id } }),
    )
    expect(await chaptersOf(stranger.slug)).toHaveLength(2)
  })

  test('names are shown by their position, those without one last', async () => {
    const { athlete, slug } = await aLife()
    const name = (text: string, position = '') => added('name', athlete.id, { text, script: 'Latn', position })
    const last = await name('Anna')
    await name('Zoya', '1')
    await name('Maya', '2')
    const names = async () => (await record(slug)).athlete.names.map(({ text }) => text)
    expect(await names()).toEqual(['Zoya', 'Maya', 'Anna'])
    const moved = await save('name', last.id, { position: '1' })
    expect(await names()).toEqual(['Anna', 'Zoya', 'Maya'])
    saved(await undo(database.db, oyuna, saved(moved)))
    expect(await names()).toEqual(['Zoya', 'Maya', 'Anna'])
    expect(await add('name', athlete.id, { text: 'x', script: 'Latn', position: '0' })).toMatchObject({
      errors: { position: expect.any(String) },
    })
  })
})
