import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { engines, type TestDatabase } from '@/testing/database'
import { anEditor, EVIDENCE, openLoadedRecord, SER_OD } from '@/testing/record'
import { saved, undo } from '@/testing/undoing'
import type { Editor } from '../accounts/editor'
import { findAthleteRecord } from '../athletes/athletes'
import { addThing } from '../things/things'
import { checkMove, moveResult } from './move-result'
import { addResult, findResult } from './results'

const GANBAT = 'ganbat-dorj'

describe.each(engines())('a result of somebody else, on the %s database', (engine) => {
  let database: TestDatabase
  let oyuna: Editor

  beforeAll(async () => {
    database = await openLoadedRecord(engine)
    oyuna = await anEditor(database.db, 'Oyuna')
    const name = { displayName: 'Ganbat Dorj', sortName: 'Dorj, Ganbat', nameOrder: 'GIVEN_FAMILY' }
    const draft = { ...name, sex: 'M', countryCode: 'MGL' }
    await addThing(database.db, oyuna, { kind: 'athlete', partOf: null, draft, isSure: true }, EVIDENCE)
  })
  afterAll(() => database.close())

  const recordOf = async (slug: string) => {
    const record = await findAthleteRecord(database.db, slug)
    if (!record) throw new Error(`${slug} is gone.`)
    return record
  }
  /** A result with a record, places and sources of its own. */
  const best = async () => {
    const { results } = await recordOf(SER_OD)
    const found = results.find(({ records, places }) => records.length > 0 && places.length > 0)
    if (!found) throw new Error('There is none.')
    return found
  }
  const has = async (slug: string, id: string) => (await recordOf(slug)).results.some((result) => result.id === id)

  test('is previewed: what becomes of the bests of both', async () => {
    const { id } = await best()
    const checked = await checkMove(database.db, id, { text: 'ganbat dorj', slug: null })
    if (!checked.ok) throw new Error(JSON.stringify(checked))
    expect(checked.athlete).toMatchObject({ slug: GANBAT })
    expect(checked.sentences).toContainEqual(expect.stringMatching(/^Ganbat Dorj: Personal best, .*, the first/))
    expect(await has(SER_OD, id)).toBe(true)
  })

  test('goes to the other with places, records and citations, and undoing brings it back', async () => {
    const before = await best()
    const { id } = before
    const moved = await moveResult(database.db, oyuna, { id, slug: GANBAT }, EVIDENCE)
    if (!moved.saved) throw new Error(JSON.stringify(moved))
    expect([await has(SER_OD, id), await has(GANBAT, id)]).toEqual([false, true])
    const after = (await recordOf(GANBAT)).results.find((result) => result.id === id)
    expect(after?.places).toEqual(before.places)
    expect(after?.records).toEqual(before.records)
    expect(after?.citations).toEqual(expect.arrayContaining(before.citations))
    expect(after?.citations).toContainEqual(expect.objectContaining({ field: 'athlete', asserts: 'Ganbat Dorj' }))
    const listed = await database.db.performance.findUnique({ where: { resultId: id }, include: { athlete: true } })
    expect(listed?.athlete.slug).toBe(GANBAT)

    saved(await undo(database.db, oyuna, moved.changeSetId))
    expect([await has(SER_OD, id), await has(GANBAT, id)]).toEqual([true, false])
    expect((await findResult(database.db, id))?.result.citations).toEqual(before.citations)
  })

  test('is refused where the other has one in that race, which is named', async () => {
    const { id, competition, discipline, sex } = await best()
    const { id: athleteId } = (await recordOf(GANBAT)).athlete
    const draft = { competition: competition.slug, discipline, sex, mark: '2:40:00' }
    const added = await addResult(database.db, oyuna, { athleteId, draft }, EVIDENCE)
    if (!added.saved) throw new Error(JSON.stringify(added))
    const refusal = { errors: { newAthlete: expect.stringMatching(/already/) }, twin: added.resultId }
    expect(await checkMove(database.db, id, { text: '', slug: null })).toMatchObject({
      errors: { newAthlete: expect.any(String) },
    })
    expect(await checkMove(database.db, id, { text: 'Ganbat Dorj (ganbat-dorj)', slug: null })).toMatchObject(refusal)
    expect(await moveResult(database.db, oyuna, { id, slug: GANBAT }, EVIDENCE)).toMatchObject(refusal)
    expect(await moveResult(database.db, oyuna, { id, slug: SER_OD }, EVIDENCE)).toMatchObject({ saved: false })
  })
})
