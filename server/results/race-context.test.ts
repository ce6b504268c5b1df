import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { engines, type TestDatabase } from '@/testing/database'
import { anEditor, EVIDENCE, openLoadedRecord, SER_OD } from '@/testing/record'
import { findAthleteRecord } from '../athletes/athletes'
import { change } from '../history/change'
import { findRaceContexts } from './race-context'

describe.each(engines())('The race around a result, on the %s database', (engine) => {
  let database: TestDatabase
  beforeAll(async () => {
    database = await openLoadedRecord(engine)
  })
  afterAll(() => database.close())

  const resultsAt = async (competition: string) => {
    const record = await findAthleteRecord(database.db, SER_OD)
    return record?.results.filter((result) => result.competition.slug === competition) ?? []
  }

  test('has its winner with the gap, and how many finished where a list says so', async () => {
    const [result] = await resultsAt('2014-fukuoka-marathon')
    const { raceId } = await database.db.result.findUniqueOrThrow({ where: { id: result?.id ?? '' } })
    const before = (await findRaceContexts(database.db, [result?.id ?? ''])).get(result?.id ?? '')
    expect(before).toMatchObject({ winners: [{ name: 'Patrick Makau' }], finishers: null })
    const winner = await database.db.result.findUniqueOrThrow({ where: { id: before?.winners[0]?.resultId ?? '' } })
    expect(before).toMatchObject({ gap: (result?.value ?? 0) - (winner.value ?? 0), precision: 1000 })

    const editor = await anEditor(database.db, 'Oyuna')
    await change(database.db, editor, { kind: 'EDIT', ...EVIDENCE }, async ({ tx }) => {
      await tx.race.update({ where: { id: raceId }, data: { finishers: 412 } })
    })
    expect((await findRaceContexts(database.db, [result?.id ?? ''])).get(result?.id ?? '')?.finishers).toBe(412)
  })

  test('has a gap as precise as the coarser of the two marks, and none between a net and a gun time', async () => {
    const [result] = await resultsAt('2014-fukuoka-marathon')
    const id = result?.id ?? ''
    const context = async () => (await findRaceContexts(database.db, [id])).get(id)
    const winner = (await context())?.winners[0]?.resultId ?? ''
    const editor = await anEditor(database.db, 'Gombo')
    const winnerWith = (data: { precision?: number; timing?: 'NET' }) =>
      change(database.db, editor, { kind: 'EDIT', ...EVIDENCE }, async ({ tx }) => {
        await tx.result.update({ where: { id: winner }, data })
      })
    await winnerWith({ precision: 60_000 })
    expect(await context()).toMatchObject({ precision: 60_000 })
    await winnerWith({ timing: 'NET' })
    expect((await context())?.gap).toBeNull()
  })

  test('of a win has the athlete, and no gap', async () => {
    const record = await findAthleteRecord(database.db, SER_OD)
    const won = record?.results.filter(
      ({ team, status, places }) =>
        team === null && status === null && places.some((one) => one.classification === 'overall' && one.place === 1),
    )
    const contexts = await findRaceContexts(database.db, won?.map(({ id }) => id) ?? [])
    expect(contexts.size).toBe(won?.length)
    for (const [id, { winners, gap }] of contexts) {
      expect(winners.map(({ resultId }) => resultId)).toContain(id)
      expect(gap).toBeNull()
    }
  })

  test('is nothing where nobody is known to have won', async () => {
    expect(await findRaceContexts(database.db, ['nobody'])).toEqual(new Map())
  })
})
