import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { NewCompetition } from '@/lib/record/competition-form'
import { engines, type TestDatabase } from '@/testing/database'
import { anEditor, EVIDENCE, openLoadedRecord, SER_OD } from '@/testing/record'
import type { Editor } from '../accounts/editor'
import { findAthleteRecord } from '../athletes/athletes'
import {
  findCompetitionChoice,
  findCompetitions,
  refuseCompetition,
  resolveCompetition,
} from '../competitions/competition-choice'
import { addResult, findResult, withdrawResult } from '../results/results'
import { findLastRevision } from './history'
import { restoreRevision, undoChangeSet } from './restore'

const HOFU: NewCompetition = {
  name: 'Kyoto Ekiden',
  year: 2012,
  city: 'Fukuoka',
  countryCode: 'JPN',
  category: 'ROAD_RACE',
  startDate: '2012-12-16',
  endDate: null,
  series: null,
}

describe.each(engines())('taking things back, on the %s database', (engine) => {
  let database: TestDatabase
  let oyuna: Editor

  beforeAll(async () => {
    database = await openLoadedRecord(engine)
    oyuna = await anEditor(database.db, 'Oyuna')
  })
  afterAll(() => database.close())

  const add = async (edits: Record<string, string>, making: NewCompetition | null) => {
    const record = await findAthleteRecord(database.db, SER_OD)
    const draft = { discipline: '10k-road', sex: 'M', round: 'FINAL', mark: '29:50', ...edits }
    const outcome = await addResult(
      database.db,
      oyuna,
      { athleteId: record?.athlete.id ?? '', draft, newCompetition: making },
      EVIDENCE,
    )
    if (!outcome.saved) throw new Error(JSON.stringify(outcome))
    return outcome
  }
  const undo = (changeSetId: number) => undoChangeSet(database.db, oyuna, changeSetId, 'A slip')

  test('a competition is created in the same change as its result, cited, and located by its city', async () => {
    const { resultId, changeSetId } = await add({}, { ...HOFU, name: 'Hofu 10K' })
    const result = (await findResult(database.db, resultId))?.result
    expect(result?.competition).toMatchObject({ slug: '2012-hofu-10k', latitude: expect.any(Number) })
    expect(result?.competition.citations).toMatchObject([{ field: 'name', asserts: 'Hofu 10K', locator: 'page 1' }])
    expect(result?.date).toBe('2012-12-16')

    await undo(changeSetId)
    expect(await findCompetitionChoice(database.db, '2012-hofu-10k')).toBeNull()
    expect((await findResult(database.db, resultId))?.withdrawn).toBe(true)
  })

  test('a competition that a change created stays when another result is in it by then', async () => {
    const first = await add({}, HOFU)
    const second = await add({ competition: '2012-kyoto-ekiden', round: 'HEAT', raceNumber: '2' }, null)
    const undone = await undo(first.changeSetId)
    expect(undone).toMatchObject({ restored: true })
    expect(undone.left.map(({ entity }) => entity).sort()).toEqual(['competitions', 'events', 'sources'])
    expect(await findCompetitionChoice(database.db, '2012-kyoto-ekiden')).not.toBeNull()
    expect((await findResult(database.db, second.resultId))?.withdrawn).toBe(false)
  })

  test('a restored result brings back its competition, which an undo had withdrawn', async () => {
    const { resultId, changeSetId } = await add({}, { ...HOFU, name: 'Shimane Ekiden' })
    await undo(changeSetId)
    const gone = await findLastRevision(database.db, 'results', resultId)
    expect(
      await restoreRevision(database.db, oyuna, { revisionId: gone ?? 0, side: 'before' }, 'It was run'),
    ).toMatchObject({
      restored: true,
    })
    expect(await findCompetitionChoice(database.db, '2012-shimane-ekiden')).not.toBeNull()
  })

  test('an undo can be undone', async () => {
    const { resultId, changeSetId } = await add({}, { ...HOFU, name: 'Oita 10K' })
    const undone = await undo(changeSetId)
    if (!undone.restored) throw new Error(undone.reason)
    expect(await undo(undone.changeSetId)).toMatchObject({ restored: true, left: [] })
    expect((await findResult(database.db, resultId))?.withdrawn).toBe(false)
  })

  test('what has been undone is not undone twice, and the editor learns why', async () => {
    const { changeSetId } = await add({}, { ...HOFU, name: 'Beppu 10K' })
    await undo(changeSetId)
    expect(await undo(changeSetId)).toMatchObject({ restored: false, reason: expect.stringMatching(/changed since/) })
  })

  test('the first record cannot be undone as a whole', async () => {
    const seed = await database.db.changeSet.findFirstOrThrow({ where: { kind: 'SEED' } })
    expect(await undo(seed.id)).toMatchObject({ restored: false, left: [] })
  })

  test('a competition cannot be withdrawn while it has results', async () => {
    const row = await database.db.competition.findUniqueOrThrow({ where: { slug: '2014-fukuoka-marathon' } })
    const revision = await findLastRevision(database.db, 'competitions', row.id)
    expect(
      await restoreRevision(database.db, oyuna, { revisionId: revision ?? 0, side: 'before' }, 'A slip'),
    ).toMatchObject({
      restored: false,
      reason: expect.stringMatching(/rests on it/),
    })
  })

  test('restoring a row to what it is already makes no change', async () => {
    const { resultId } = await add({}, { ...HOFU, name: 'Nobeoka 10K' })
    const revision = await findLastRevision(database.db, 'results', resultId)
    expect(
      await restoreRevision(database.db, oyuna, { revisionId: revision ?? 0, side: 'after' }, 'Why not'),
    ).toMatchObject({
      restored: false,
      reason: expect.stringMatching(/already/),
    })
    await withdrawResult(database.db, oyuna, resultId, EVIDENCE)
    expect(
      await restoreRevision(database.db, oyuna, { revisionId: revision ?? 0, side: 'after' }, 'It was run'),
    ).toMatchObject({
      restored: true,
    })
  })

  test('a competition is found by every word of what is typed, in name, city or year', async () => {
    const found = async (text: string) => (await findCompetitions(database.db, text)).map(({ slug }) => slug)
    expect(await found('fukuoka 2014')).toContain('2014-fukuoka-marathon')
    expect(await found('marathon FUKUOKA japan')).toEqual([])
    expect(await found('fukuoka 1914')).toEqual([])
  })

  test('a text that names one competition chooses it; one that may mean several asks which', async () => {
    expect(await resolveCompetition(database.db, 'fukuoka marathon 2014')).toMatchObject({
      competition: { slug: '2014-fukuoka-marathon' },
    })
    expect(await resolveCompetition(database.db, 'fukuoka 2014')).toMatchObject({
      candidates: expect.arrayContaining([expect.objectContaining({ slug: '2014-fukuoka-marathon' })]),
    })
    expect(await resolveCompetition(database.db, 'Nonesuch 1914')).toEqual({ candidates: [] })
  })

  test('a competition that exists is not created again, nor one in an unknown series', async () => {
    const fukuoka = { ...HOFU, name: 'fukuoka marathon', year: 2014 }
    expect(await refuseCompetition(database.db, fukuoka)).toMatchObject({
      candidates: [{ slug: '2014-fukuoka-marathon' }],
    })
    expect(await refuseCompetition(database.db, { ...HOFU, year: 1999, series: 'Nonesuch' })).toMatchObject({
      errors: { newCompetitionSeries: expect.any(String) },
    })
    expect(await refuseCompetition(database.db, { ...HOFU, year: 1999 })).toBeNull()
  })
})
