import { beforeAll, describe, expect, test } from 'vitest'
import { engines } from '@/testing/database'
import { EVIDENCE, openRecord, SER_OD } from '@/testing/record'
import { saved, undo } from '@/testing/undoing'
import { findAthleteRecord } from '../athletes/athletes'
import { addThing } from '../things/things'
import { checkMove, moveResult } from './move-result'
import { addResult, findResult } from './results'

const GANBAT = 'ganbat-dorj'

describe.each(engines())('a result of somebody else, on the %s database', (engine) => {
  const opened = openRecord(engine)

  beforeAll(async () => {
    const name = { displayName: 'Ganbat Dorj', sortName: 'Dorj, Ganbat', nameOrder: 'GIVEN_FAMILY' }
    const draft = { ...name, sex: 'M', countryCode: 'MGL' }
    await addThing(opened.db, opened.oyuna, { kind: 'athlete', partOf: null, draft, isSure: true }, EVIDENCE)
  })

  const recordOf = async (slug: string) => {
    const record = await findAthleteRecord(opened.db, slug)
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
    const checked = await checkMove(opened.db, id, { text: 'ganbat dorj', slug: null })
    if (!checked.ok) throw new Error(JSON.stringify(checked))
    expect(checked.athlete).toMatchObject({ slug: GANBAT })
    expect(checked.sentences).toContainEqual(expect.stringMatching(/^Ganbat Dorj: Personal best, .*, the first/))
    expect(await has(SER_OD, id)).toBe(true)
  })

  test('goes to the other with places, records and citations, and undoing brings it back', async () => {
    const before = await best()
    const { id } = before
    const moved = await moveResult(opened.db, opened.oyuna, { id, slug: GANBAT }, EVIDENCE)
    if (!moved.saved) throw new Error(JSON.stringify(moved))
    expect([await has(SER_OD, id), await has(GANBAT, id)]).toEqual([false, true])
    const after = (await recordOf(GANBAT)).results.find((result) => result.id === id)
    expect(after?.places).toEqual(before.places)
    expect(after?.records).toEqual(before.records)
    expect(after?.citations).toEqual(expect.arrayContaining(before.citations))
    expect(after?.citations).toContainEqual(expect.objectContaining({ field: 'athlete', asserts: 'Ganbat Dorj' }))
    const listed = await opened.db.performance.findUnique({ where: { resultId: id }, include: { athlete: true } })
    expect(listed?.athlete.slug).toBe(GANBAT)

    saved(await undo(opened.db, opened.oyuna, moved.changeSetId))
    expect([await has(SER_OD, id), await has(GANBAT, id)]).toEqual([true, false])
    expect((await findResult(opened.db, id))?.result.citations).toEqual(before.citations)
  })

  test('is refused where the other has one in that race, which is named', async () => {
    const { id, competition, discipline, sex } = await best()
    const { id: athleteId } = (await recordOf(GANBAT)).athlete
    const draft = { competition: competition.slug, discipline, sex, mark: '2:40:00' }
    const added = await addResult(opened.db, opened.oyuna, { athleteId, draft }, EVIDENCE)
    if (!added.saved) throw new Error(JSON.stringify(added))
    const refusal = { errors: { newAthlete: expect.stringMatching(/already/) }, twin: added.resultId }
    expect(await checkMove(opened.db, id, { text: '', slug: null })).toMatchObject({
      errors: { newAthlete: expect.any(String) },
    })
    expect(await checkMove(opened.db, id, { text: 'Ganbat Dorj (ganbat-dorj)', slug: null })).toMatchObject(refusal)
    expect(await moveResult(opened.db, opened.oyuna, { id, slug: GANBAT }, EVIDENCE)).toMatchObject(refusal)
    expect(await moveResult(opened.db, opened.oyuna, { id, slug: SER_OD }, EVIDENCE)).toMatchObject({ saved: false })
  })
})
