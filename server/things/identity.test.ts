import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Draft } from '@/lib/record/merge'
import type { ThingKind } from '@/lib/record/things/things'
import { engines, type TestDatabase } from '@/testing/database'
import { anEditor, EVIDENCE, openLoadedRecord, SER_OD } from '@/testing/record'
import { saved, undo } from '@/testing/undoing'
import type { Editor } from '../accounts/editor'
import { findAthleteRecordAsOf } from '../athletes/as-of'
import { findAthleteRecord } from '../athletes/athletes'
import { mergeAthletes, previewMerge } from '../athletes/merging'
import { splitAthlete } from '../athletes/splitting'
import { change } from '../history/change'
import { findChangeSet } from '../history/history'
import { findPicture, keepUpload } from '../photos/photos'
import { addThing, findThing, type SaveOutcome, saveThing, withdrawThing } from './things'

const TWIN = 'serod-batochir'

describe.each(engines())('identifiers and pictures, on the %s database', (engine) => {
  let database: TestDatabase
  let oyuna: Editor
  let twin: string

  const athleteOf = async (slug: string) => {
    const record = await findAthleteRecord(database.db, slug)
    if (!record) throw new Error(`${slug} is not in the record.`)
    return record.athlete
  }
  const idsOf = async (slug: string) => (await athleteOf(slug)).externalIds.map(({ value }) => value)
  const captionsOf = async (slug: string) => (await athleteOf(slug)).photos.map(({ caption }) => caption)
  const atMoment = async (changeSetId: number) => {
    const past = await findAthleteRecordAsOf(database.db, SER_OD, { changeSetId, at: '' })
    return past?.athlete
  }
  const idOf = (outcome: SaveOutcome) => {
    if (!outcome.saved) throw new Error(`Not saved: ${JSON.stringify(outcome)}`)
    return outcome.id
  }
  const add = async (kind: ThingKind, draft: Draft, { of = SER_OD, isSure = true } = {}) => {
    const partOf = (await database.db.athlete.findUniqueOrThrow({ where: { slug: of } })).id
    return addThing(database.db, oyuna, { kind, partOf, draft, isSure }, EVIDENCE)
  }
  const save = async (kind: ThingKind, id: string, edits: Draft, isSure = true) => {
    const found = await findThing(database.db, kind, id)
    if (!found) throw new Error('It is not there.')
    const base = { draft: found.draft, version: found.version }
    return saveThing(database.db, oyuna, { kind, id, base, draft: { ...base.draft, ...edits }, isSure }, EVIDENCE)
  }
  const withdraw = (kind: ThingKind, id: string) => withdrawThing(database.db, oyuna, { kind, id }, EVIDENCE)
  const upload = async (width = 400) => {
    const png = sharp({ create: { width, height: 300, channels: 3, background: '#205040' } }).png()
    return keepUpload(database.db, oyuna, await png.toBuffer())
  }
  const picture = async (caption: string) => ({
    fileId: await upload(),
    author: 'A. Tourist',
    licence: 'CC_BY_SA_4_0',
    sourceUrl: 'https://commons.example/1',
    caption,
    takenOn: '2014-12-07',
  })

  beforeAll(async () => {
    database = await openLoadedRecord(engine)
    oyuna = await anEditor(database.db, 'Oyuna')
    const person = { displayName: 'Serod Batochir', sortName: 'Batochir', nameOrder: 'GIVEN_FAMILY', sex: 'M' }
    const made = await addThing(
      database.db,
      oyuna,
      { kind: 'athlete', partOf: null, draft: person, isSure: true },
      EVIDENCE,
    )
    twin = idOf(made)
  })
  afterAll(() => database.close())

  test('an identifier is added, changed and withdrawn; the past has it as it was', async () => {
    const added = await add('external-id', { authority: 'WORLD_ATHLETICS', value: '14178500' })
    const id = idOf(added)
    expect((await athleteOf(SER_OD)).externalIds).toEqual([{ id, authority: 'WORLD_ATHLETICS', value: '14178500' }])
    const pasted = 'https://worldathletics.org/athletes/mongolia/ser-od-bat-ochir-14178501'
    const changed = await save('external-id', id, { value: pasted })
    expect(await idsOf(SER_OD)).toEqual(['14178501'])
    expect((await atMoment(saved(added)))?.externalIds).toEqual([
      { id, authority: 'WORLD_ATHLETICS', value: '14178500' },
    ])
    expect((await findChangeSet(database.db, saved(changed)))?.changes).toContainEqual(
      expect.objectContaining({
        subject: 'External id “World Athletics 14178501”',
        fields: [{ field: 'value', before: '14178500', after: '14178501' }],
      }),
    )
    await undo(database.db, oyuna, saved(changed))
    expect(await idsOf(SER_OD)).toEqual(['14178500'])
    expect(await withdraw('external-id', id)).toMatchObject({ saved: true })
    expect(await idsOf(SER_OD)).toEqual([])
  })

  test('there is one of an authority, and somebody else’s is asked about', async () => {
    const id = idOf(await add('external-id', { authority: 'ARRS', value: '3516' }))
    expect(await add('external-id', { authority: 'ARRS', value: '3517' })).toMatchObject({
      errors: { authority: expect.stringMatching(/3516 there already/) },
    })
    const same = { authority: 'ARRS', value: '3516' }
    expect(await add('external-id', same, { of: TWIN, isSure: false })).toMatchObject({
      doubts: { value: expect.stringMatching(/one person/) },
    })
    expect(await save('external-id', id, { value: '3518' })).toMatchObject({ saved: true })
    await withdraw('external-id', id)
  })

  test('a picture is confirmed, added, changed and withdrawn; the newest is the first', async () => {
    const draft = await picture('At the start')
    expect(await add('photo', draft, { isSure: false })).toMatchObject({
      doubts: { fileId: expect.stringMatching(/nobody under 18/) },
    })
    expect(await add('photo', { ...draft, fileId: 'nothing' })).toMatchObject({
      errors: { fileId: expect.stringMatching(/choose it again/) },
    })
    const added = await add('photo', draft)
    const id = idOf(added)
    const { photos } = await athleteOf(SER_OD)
    expect(photos).toEqual([{ id, ...draft, width: 400, height: 300 }])
    expect(await findPicture(database.db, draft.fileId, 'small')).toBeInstanceOf(Uint8Array)
    const newer = idOf(await add('photo', await picture('At the finish')))
    expect(await captionsOf(SER_OD)).toEqual(['At the finish', 'At the start'])
    expect((await atMoment(saved(added)))?.photos).toEqual(photos)

    // What is not the picture itself is changed without being asked about it again.
    const reworded = await save('photo', id, { caption: 'Before the start' }, false)
    const other = await save('photo', id, { fileId: await upload(500) })
    expect((await athleteOf(SER_OD)).photos[1]).toMatchObject({ caption: 'Before the start', width: 500 })
    expect(await findPicture(database.db, draft.fileId, 'large')).toBe('gone')
    await undo(database.db, oyuna, saved(other))
    await undo(database.db, oyuna, saved(reworded))
    expect((await athleteOf(SER_OD)).photos[1]).toEqual(photos[0])

    await withdraw('photo', newer)
    const gone = await withdraw('photo', id)
    expect(await captionsOf(SER_OD)).toEqual([])
    expect(await findPicture(database.db, draft.fileId, 'small')).toBe('gone')
    await undo(database.db, oyuna, saved(gone))
    expect(await findPicture(database.db, draft.fileId, 'small')).toBeInstanceOf(Uint8Array)
    await expect(database.db.photoFile.delete({ where: { id: draft.fileId } })).rejects.toThrow()
    await withdraw('photo', id)
  })

  test('of two athletes who are one, both are kept, but of each authority one identifier; undoing brings them back', async () => {
    for (const [of, authority, value] of [
      [SER_OD, 'ARRS', '1'],
      [TWIN, 'ARRS', '2'],
      [SER_OD, 'OLYMPEDIA', '5'],
      [TWIN, 'OLYMPEDIA', '5'],
      [TWIN, 'WIKIDATA', 'Q7'],
    ] as const) {
      idOf(await add('external-id', { authority, value }, { of }))
    }
    idOf(await add('photo', await picture('His'), { of: SER_OD }))
    idOf(await add('photo', await picture('The twin’s'), { of: TWIN }))
    const before = [await athleteOf(SER_OD), await athleteOf(TWIN)]

    const preview = await previewMerge(database.db, TWIN, SER_OD)
    if (typeof preview === 'string') throw new Error(preview)
    expect(preview).toMatchObject({ moves: { externalIds: 3, photos: 1 }, dropped: ['ARRS 2'] })
    const chosen = Object.fromEntries(preview.choices.map(({ fact }) => [fact, 'into' as const]))
    const who = { from: TWIN, into: SER_OD, chosen, dropped: [] }
    const merged = await mergeAthletes(database.db, oyuna, who, EVIDENCE)
    expect(await idsOf(SER_OD)).toEqual(['5', 'Q7', '1'])
    expect(await captionsOf(SER_OD)).toEqual(['The twin’s', 'His'])
    expect((await atMoment(saved(merged)))?.externalIds).toEqual((await athleteOf(SER_OD)).externalIds)

    await undo(database.db, oyuna, saved(merged))
    expect([await athleteOf(SER_OD), await athleteOf(TWIN)]).toEqual(before)
    expect(before[1]?.id).toBe(twin)
  })

  test('what is somebody else’s goes to a new athlete', async () => {
    const { externalIds, photos, names } = await athleteOf(SER_OD)
    const outcome = await splitAthlete(
      database.db,
      oyuna,
      {
        slug: SER_OD,
        chosen: {
          resultIds: [],
          nameVariantIds: names.slice(0, 1).map(({ id }) => id),
          affiliationIds: [],
          externalIdIds: externalIds.slice(0, 1).map(({ id }) => id),
          photoIds: photos.map(({ id }) => id),
        },
        athlete: {
          displayName: 'Ser-Od Another',
          sortName: 'Another, Ser-Od',
          nativeName: null,
          sex: 'M',
          birthDate: null,
          countryCode: 'MGL',
        },
      },
      EVIDENCE,
    )
    if (!outcome.saved) throw new Error(JSON.stringify(outcome))
    expect(await athleteOf(outcome.slug)).toMatchObject({ externalIds: externalIds.slice(0, 1), photos })
    expect(await athleteOf(SER_OD)).toMatchObject({ externalIds: externalIds.slice(1), photos: [] })
  })

  test('the database refuses a second identifier of an authority, a picture of no bytes and one without an author', async () => {
    const { db } = database
    const { id: athleteId } = await athleteOf(SER_OD)
    const making = (work: Parameters<typeof change<void, void>>[3]) =>
      change<void, void>(db, oyuna, { kind: 'EDIT', ...EVIDENCE }, work)
    const id = (value: string) =>
      making(async ({ tx }) => {
        await tx.externalId.create({ data: { athleteId, authority: 'NATIONAL_FEDERATION', value } })
      })
    await id('A1')
    await expect(id('A2')).rejects.toThrow(/[Uu]nique/)
    await expect(id(' A1')).rejects.toThrow(/external_ids_value/)
    const fileId = await upload()
    const photo = (data: object) =>
      making(async ({ tx }) => {
        const whole = { athleteId, fileId, author: 'A', licence: 'CC0', sourceUrl: 'https://a.example' } as const
        await tx.photo.create({ data: { ...whole, addedAt: new Date(), ...data } })
      })
    await expect(photo({ fileId: 'nothing' })).rejects.toThrow(/photos_fileId_fkey|foreign key/i)
    await expect(photo({ author: ' ' })).rejects.toThrow(/photos_author/)
    await expect(photo({ sourceUrl: 'javascript:alert(1)' })).rejects.toThrow(/photos_source/)
  })
})
