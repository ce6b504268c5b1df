import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { seriesAppearances } from '../../lib/career/appearances'
import { personalBests } from '../../lib/career/bests'
import { findAthleteRecord } from '../../server/athletes/athletes'
import { engines, type TestDatabase } from '../../testing/database'
import { openLoadedRecord, SER_OD } from '../../testing/record'
import { loadSeed, readSeedFiles } from './load'

describe.each(engines())('the first record, on the %s database', (engine) => {
  let database: TestDatabase
  beforeAll(async () => {
    database = await openLoadedRecord(engine)
  })
  afterAll(() => database.close())

  const record = async () => {
    const found = await findAthleteRecord(database.db, SER_OD)
    if (!found) throw new Error('The record is empty.')
    return found
  }

  test('loading it again adds nothing and opens no change set', async () => {
    const before = await database.db.revision.count()
    expect(await loadSeed(database.db, await readSeedFiles())).toBe(0)
    expect(await database.db.revision.count()).toBe(before)
    expect(await database.db.changeSet.count()).toBe(1)
  })

  test('the bests are computed from the results', async () => {
    const { results } = await record()
    expect(
      Object.fromEntries(personalBests(results).map(({ discipline, result }) => [discipline, result.mark])),
    ).toEqual({
      marathon: '2:08:50',
      'half-marathon': '1:02:10',
      '10k-road': '30:08',
      '10000-metres': '29:17.72',
      '5000-metres': '14:12.86',
    })
  })

  test('so do his appearances: twelve World Championships in a row, six Olympic Games', async () => {
    const { results, editions } = await record()
    const appearances = new Map(seriesAppearances(results, editions).map((entry) => [entry.series.slug, entry]))
    expect(appearances.get('world-athletics-championships')).toMatchObject({
      appearances: 12,
      streak: { length: 12, from: 2003, to: 2025 },
      best: { place: 20 },
    })
    expect(appearances.get('olympic-games')).toMatchObject({ appearances: 6 })
  })

  test('every result has at least one citation', async () => {
    const { results } = await record()
    const bare = results.filter(
      ({ citations, places, records }) =>
        citations.length +
          places.flatMap((place) => place.citations).length +
          records.flatMap((claim) => claim.citations).length ===
        0,
    )
    expect(bare).toEqual([])
  })

  test('a performance that the source lists twice is one result with two places: Hong Kong 2008', async () => {
    const { results } = await record()
    const hongKong = results.filter(({ competition }) => competition.slug === '2008-hong-kong-marathon')
    expect(hongKong).toHaveLength(1)
    expect(hongKong[0]?.places.map(({ classification, place }) => [classification, place])).toEqual([
      ['asian-championship', 2],
      ['overall', 5],
    ])
  })
})
