import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { engines, type TestDatabase } from '@/testing/database'
import { anEditor, EVIDENCE, openLoadedRecord, SER_OD } from '@/testing/record'
import type { Editor } from '../accounts/editor'
import { type Change, change, continueChange, mayContinue, seedChange } from './change'
import { findCurrentRow, insertMany, touch } from './rows'

describe.each(engines())('the road into the record, on the %s database', (engine) => {
  let database: TestDatabase
  let oyuna: Editor
  let brett: Editor
  let athleteId: string
  let resultId: string
  let placeId: string

  const seeding = <T>(work: (change: Change) => Promise<T>): Promise<T> =>
    seedChange(database.db, { authorName: 'test', reason: 'test' }, work)
  const revisionsOf = (entityId: string) =>
    database.db.revision.findMany({ where: { entityId }, orderBy: { id: 'asc' } })
  const versionOf = async (table: string, id: string) => (await findCurrentRow(database.db, table, id))?.version

  beforeAll(async () => {
    database = await openLoadedRecord(engine)
    oyuna = await anEditor(database.db, 'Oyuna')
    brett = await anEditor(database.db, 'Brett')
    const place = await database.db.place.findFirstOrThrow({
      where: { result: { athlete: { slug: SER_OD } }, citations: { some: {} } },
      include: { result: true },
    })
    placeId = place.id
    resultId = place.resultId
    athleteId = place.result.athleteId ?? ''
  })
  afterAll(() => database.close())

  test('an editor who did not come through the gate is refused, whatever is cast', async () => {
    const before = await database.db.changeSet.count()
    const { id, name, role } = oyuna
    const forged = { id, name, role } as Editor
    const copied = { ...oyuna }
    for (const editor of [forged, copied]) {
      await expect(change(database.db, editor, { kind: 'EDIT', ...EVIDENCE }, async () => 1)).rejects.toThrow(
        /the gate/,
      )
      await expect(mayContinue(database.db, editor, 1)).rejects.toThrow(/the gate/)
    }
    expect(() => Object.assign(oyuna, { name: 'Somebody else' })).toThrow()
    expect(await database.db.changeSet.count()).toBe(before)
  })

  test('a bulk insert fills in defaults and ids, and writes a revision of each row', async () => {
    const rows = [
      { athleteId, text: 'One', script: 'Latn', id: 'bulk-one' },
      { athleteId, text: 'Two', script: 'Latn', usedBy: 'Somebody' },
    ]
    const { id: changeSetId, count } = await seeding(async (change) => {
      return { id: change.id, count: await insertMany(change, 'name_variants', rows) }
    })
    expect(count).toBe(2)
    const written = await database.db.nameVariant.findMany({
      where: { athleteId, text: { in: ['One', 'Two'] } },
      orderBy: { text: 'asc' },
    })
    expect(written).toMatchObject([
      { id: 'bulk-one', usedBy: null, version: 1, withdrawn: false },
      { id: expect.stringMatching(/^.{12}$/), usedBy: 'Somebody', version: 1, withdrawn: false },
    ])
    for (const { id, text } of written) {
      expect(await revisionsOf(id)).toMatchObject([
        { changeSetId, version: 1, before: null, after: { text }, athleteId },
      ])
    }
  })

  test('a bulk insert leaves rows that exist already, and refuses a second row where there may be one', async () => {
    const again = { id: 'bulk-one', athleteId, text: 'Other', script: 'Latn' }
    expect(await seeding((change) => insertMany(change, 'name_variants', [again]))).toBe(0)
    expect(await findCurrentRow(database.db, 'name_variants', 'bulk-one')).toMatchObject({ text: 'One', version: 1 })
    const { classification } = await database.db.place.findUniqueOrThrow({ where: { id: placeId } })
    const twice = seeding((change) => insertMany(change, 'places', [{ resultId, classification, place: 99 }]))
    await expect(twice).rejects.toThrow(/unique|duplicate/i)
  })

  test('a bulk insert outside a change is refused by the database', async () => {
    const outside: Change = { tx: database.db, id: 1, sourceId: null }
    const rows = [{ athleteId, text: 'Nobody', script: 'Latn' }]
    await expect(insertMany(outside, 'name_variants', rows)).rejects.toThrow(/belongs to a change set/)
  })

  test('what is written of a part counts up the version of its result or athlete, once a transaction', async () => {
    const citation = await database.db.citation.findFirstOrThrow({ where: { placeId } })
    const before = Number(await versionOf('results', resultId))
    await seeding(async (change) => {
      await touch(change, 'places', placeId)
      await touch(change, 'citations', citation.id)
      await touch(change, 'results', resultId)
    })
    expect(await versionOf('results', resultId)).toBe(before + 1)
    await seeding((change) => touch(change, 'citations', citation.id))
    expect(await versionOf('results', resultId)).toBe(before + 2)
    const athlete = Number(await versionOf('athletes', athleteId))
    await seeding((change) => touch(change, 'name_variants', 'bulk-one'))
    expect(await versionOf('athletes', athleteId)).toBe(athlete + 1)
    expect(await versionOf('results', resultId)).toBe(before + 2)
  })

  test('an import goes on under its own change set, for its author alone; an edit is complete', async () => {
    const { db } = database
    const opened = await change(db, oyuna, { kind: 'IMPORT', ...EVIDENCE }, async ({ id, sourceId }) => ({
      id,
      sourceId,
    }))
    const row = { id: 'batch-two', athleteId, text: 'Later', script: 'Latn' }
    const continued = await continueChange(db, opened.id, async (change) => {
      await insertMany(change, 'name_variants', [row])
      return { id: change.id, sourceId: change.sourceId }
    })
    expect(continued).toEqual(opened)
    expect(await revisionsOf('batch-two')).toMatchObject([{ changeSetId: opened.id }])
    expect(await mayContinue(db, oyuna, opened.id)).toBe(true)
    expect(await mayContinue(db, brett, opened.id)).toBe(false)
    const edit = await change(db, oyuna, { kind: 'EDIT', ...EVIDENCE }, async ({ id }) => id)
    await expect(continueChange(db, edit, async () => 1)).rejects.toThrow(/is complete/)
  })
})

test('one file of the program names the change set to the database', () => {
  const naming = ['app', 'bench', 'prisma/seed', 'scripts', 'server'].flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((path) => /\.tsx?$/.test(path) && !path.endsWith('.test.ts'))
      .map((path) => join(folder, path))
      .filter((path) => readFileSync(path, 'utf8').includes('palmares.change_set')),
  )
  expect(naming).toEqual(['server/history/change.ts'])
})
