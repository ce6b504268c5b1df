import { beforeAll, describe, expect, test } from 'vitest'
import { engines } from '@/testing/database'
import { EVIDENCE, openRecord } from '@/testing/record'
import { annulResult, findMovedPlaces } from './annulment'
import { findResult } from './results'

describe.each(engines())('A result that is annulled, on the %s database', (engine) => {
  const record = openRecord(engine)
  let raceId = ''
  const idOf = async (place: number) => {
    const found = await record.db.place.findFirstOrThrow({
      where: { place, classification: 'overall', withdrawn: false, result: { raceId, withdrawn: false } },
    })
    return found.resultId
  }

  beforeAll(async () => {
    const race = await record.db.race.findFirstOrThrow({
      where: { event: { competition: { slug: '2014-fukuoka-marathon' }, disciplineSlug: 'marathon' } },
    })
    raceId = race.id
  })

  const ask = async (id: string, places: 'MOVE' | 'LEAVE' | null) =>
    annulResult(record.db, record.oyuna, { id, ruleBroken: 'TR6', places }, EVIDENCE)

  test('is asked about: those behind move up only where the editor says so', async () => {
    const second = await idOf(2)
    expect(await ask(second, null)).toMatchObject({ saved: false, errors: { places: expect.any(String) } })
    expect((await findResult(record.db, second))?.result.status).toBeNull()
  })

  test('keeps its mark, loses its place, and those behind it move up with what was published kept', async () => {
    const [first, second, third] = [await idOf(1), await idOf(2), await idOf(3)]
    expect(await findMovedPlaces(record.db, second)).toMatchObject([{ resultId: third, from: 3, to: 2 }])
    expect(await ask(second, 'MOVE')).toMatchObject({ saved: true })

    const annulled = (await findResult(record.db, second))?.result
    expect(annulled).toMatchObject({ status: 'DQ', ruleBroken: 'TR6', places: [] })
    expect(annulled?.mark).not.toBeNull()
    expect(annulled?.publishedPlaces).toMatchObject([{ classification: 'overall', place: 2 }])
    const behind = (await findResult(record.db, third))?.result
    const overall = behind?.places.find(({ classification }) => classification === 'overall')
    expect(overall).toMatchObject({ place: 2, placeAsPublished: 3 })
    expect(behind?.publishedPlaces.every(({ place }) => place === 3)).toBe(true)
    expect(behind?.publishedPlaces.length).toBeGreaterThan(0)
    for (const { source, publishedOn } of behind?.publishedPlaces ?? []) {
      if (source) expect(publishedOn).toBe(source.date)
    }
    // Nothing that a source says of the day contradicts the place of today.
    for (const { field, asserts, accepted } of overall?.citations ?? []) {
      if (accepted && asserts !== null)
        expect([field, Number.parseInt(asserts, 10)]).toEqual(
          field === 'place' ? ['place', 2] : ['placeAsPublished', 3],
        )
    }
    expect((await findResult(record.db, first))?.result.places).toMatchObject([{ place: 1 }])
  })

  test('is annulled once', async () => {
    const [annulled] = await record.db.result.findMany({ where: { raceId, status: 'DQ' } })
    expect(await ask(annulled?.id ?? '', 'LEAVE')).toMatchObject({ saved: false, errors: { form: expect.any(String) } })
  })
})
