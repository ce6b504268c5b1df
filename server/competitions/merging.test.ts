import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { ThingMergeChoices } from '@/lib/record/thing-merge'
import type { Db } from '@/prisma/client'
import { engines, type TestDatabase } from '@/testing/database'
import { anEditor, EVIDENCE, openLoadedRecord, SER_OD } from '@/testing/record'
import { everything, restore, saved, undo } from '@/testing/undoing'
import type { Editor } from '../accounts/editor'
import { findAthleteRecordAsOf } from '../athletes/as-of'
import { findAthleteRecord } from '../athletes/athletes'
import { change } from '../history/change'
import { findSlugMergedInto } from '../merging/merged'
import { mergeThings, previewThingMerge } from '../merging/things'
import { findMatches } from '../search/search'
import { findCompetition } from './competitions'

const INTO = '2003-hohhot-marathon'
const FROM = '2003-huhhot-city-marathon'
const CITE = { locator: 'p. 1', asserts: null }

/** Ser-Od and somebody else at one meeting that is in the record twice. */
async function makeTwice(tx: Db, sourceId: string) {
  const serOd = (await tx.athlete.findUniqueOrThrow({ where: { slug: SER_OD } })).id
  const dorj = (await tx.athlete.create({ data: { slug: 'dorj', displayName: 'Dorj', sortName: 'Dorj', sex: 'M' } })).id
  const competition = (data: { slug: string; name: string; city?: string; venue?: string; startDate?: string }) =>
    tx.competition.create({ data: { year: 2003, category: 'ROAD_RACE', ...data } })
  const into = await competition({ slug: INTO, name: 'Hohhot Marathon', startDate: '2003-05' })
  const from = await competition({ slug: FROM, name: 'Huhhot City Marathon', city: 'Hohhot', startDate: '2003-05-04' })
  const race = async (competitionId: string, disciplineSlug: string, data: { date?: string } = {}) => {
    const event = await tx.event.create({ data: { competitionId, disciplineSlug, sex: 'M' } })
    return tx.race.create({ data: { eventId: event.id, ...data } })
  }
  const marathon = await race(into.id, 'marathon')
  const other = await race(from.id, 'marathon', { date: '2003-05-04' })
  const half = await race(from.id, 'half-marathon')
  const result = async (raceId: string, athleteId: string, mark: string, value: number, rest: object = {}) => {
    const row = await tx.result.create({ data: { raceId, athleteId, mark, value, precision: 1000, ...rest } })
    await tx.citation.create({ data: { ...CITE, sourceId, resultId: row.id, field: 'mark', asserts: mark } })
    return row
  }
  const same = await result(other.id, serOd, '2:20:00', 8_400_000, { club: 'Hohhot Runners' })
  const known = await result(marathon.id, serOd, '2:20:00', 8_400_000)
  const place = await tx.place.create({ data: { resultId: same.id, classification: 'overall', place: 1 } })
  await tx.citation.create({ data: { ...CITE, sourceId, placeId: place.id, field: 'place', asserts: '1' } })
  await tx.recordClaim.create({ data: { resultId: same.id, code: 'NR', scope: 'MGL' } })
  await tx.citation.create({ data: { ...CITE, sourceId, resultId: same.id, field: 'competition', asserts: FROM } })
  const wrong = await result(other.id, dorj, '2:30:00', 9_000_000)
  const right = await result(marathon.id, dorj, '2:31:00', 9_060_000)
  const alone = await result(half.id, dorj, '1:05:00', 3_900_000)
  await tx.citation.create({ data: { ...CITE, sourceId, resultId: alone.id, field: 'competition', asserts: FROM } })
  for (const { id, name } of [from, into]) {
    await tx.citation.create({ data: { ...CITE, sourceId, competitionId: id, field: 'name', asserts: name } })
    await tx.citation.create({ data: { ...CITE, sourceId, competitionId: id, field: 'year', asserts: '2003' } })
  }
  await tx.biographyChapter.create({
    data: { athleteId: serOd, position: 90, title: 'Hohhot', body: `He ran {mark ${same.id}} there.` },
  })
  return { same: same.id, known: known.id, wrong: wrong.id, right: right.id, alone: alone.id }
}

describe.each(engines())('competitions that are one, in the %s database', (engine) => {
  let database: TestDatabase
  let oyuna: Editor
  let ids: Awaited<ReturnType<typeof makeTwice>>

  beforeAll(async () => {
    database = await openLoadedRecord(engine)
    oyuna = await anEditor(database.db, 'Oyuna')
    ids = await change(database.db, oyuna, { kind: 'EDIT', ...EVIDENCE }, ({ tx, sourceId }) =>
      makeTwice(tx, sourceId ?? ''),
    )
  })
  afterAll(() => database.close())

  const preview = async (from = FROM, into = INTO) => previewThingMerge(database.db, 'competition', { from, into })
  const merge = (choices: Partial<ThingMergeChoices> = {}) =>
    mergeThings(
      database.db,
      oyuna,
      { kind: 'competition', from: FROM, into: INTO, chosen: {}, kept: {}, ...choices },
      EVIDENCE,
    )
  const CHOSEN = { name: 'into', startDate: 'from' } as const
  /** Everything that is read of the two, without the versions and the days of change. */
  const state = async () => {
    const plain = (value: unknown) =>
      JSON.parse(
        JSON.stringify(value, (key, content) =>
          ['version', 'revision', 'updatedAt'].includes(key) ? undefined : content,
        ),
      )
    const performances = await database.db.performance.findMany({ orderBy: { resultId: 'asc' } })
    return plain({
      competitions: [await findCompetition(database.db, FROM), await findCompetition(database.db, INTO)],
      athletes: [await findAthleteRecord(database.db, SER_OD), await findAthleteRecord(database.db, 'dorj')],
      performances,
      citations: await database.db.citation.count({ where: { withdrawn: false } }),
    })
  }
  const resultOf = async (id: string) => {
    const records = [await findAthleteRecord(database.db, SER_OD), await findAthleteRecord(database.db, 'dorj')]
    return records.flatMap((record) => record?.results ?? []).find((result) => result.id === id)
  }

  test('the preview says in what they differ, what one gains, and what becomes one', async () => {
    expect(await preview()).toMatchObject({
      choices: [
        { fact: 'name', label: 'Name' },
        { fact: 'startDate', from: '2003-05-04', into: '2003-05' },
      ],
      gains: expect.arrayContaining([
        { fact: 'city', label: 'City', value: 'Hohhot' },
        expect.objectContaining({ fact: expect.stringMatching(/^date@/), value: '2003-05-04' }),
      ]),
      moves: [
        { one: 'event', moved: 1, joined: 1 },
        { one: 'race', moved: 0, joined: 1 },
        { one: 'result', moved: 1, joined: 2 },
      ],
      twins: expect.arrayContaining([
        expect.objectContaining({ id: ids.same, otherId: ids.known, isSame: true }),
        expect.objectContaining({ id: ids.wrong, otherId: ids.right, isSame: false, mark: '2:30:00' }),
      ]),
    })
    expect(await preview(FROM, FROM)).toBe('same')
    expect(await preview(FROM, 'no-such-meeting')).toBe('missing')
  })

  test('nothing is merged while something is not chosen', async () => {
    const before = await state()
    const outcome = await merge({ chosen: { name: 'into' } })
    expect(outcome).toMatchObject({
      saved: false,
      errors: { 'fact:startDate': expect.any(String), [`twin:${ids.wrong}`]: expect.any(String) },
    })
    expect(await state()).toEqual(before)
  })

  test('events, races and results become one, with places, records and citations; undoing brings all back', async () => {
    const before = await state()
    const id = saved(await merge({ chosen: CHOSEN, kept: { [ids.wrong]: 'into' } }))

    const merged = await findCompetition(database.db, INTO)
    expect(merged?.competition).toMatchObject({ name: 'Hohhot Marathon', city: 'Hohhot', startDate: '2003-05-04' })
    expect(merged?.events.map(({ key, total }) => [key, total])).toEqual([
      ['half-marathon-m', 1],
      ['marathon-m', 2],
    ])
    expect(await findCompetition(database.db, FROM)).toBeNull()
    expect(await findSlugMergedInto(database.db, 'competitions', FROM)).toBe(INTO)

    const kept = await resultOf(ids.known)
    expect(kept).toMatchObject({ club: 'Hohhot Runners', date: '2003-05-04', competition: { slug: INTO } })
    expect(kept?.places).toMatchObject([{ classification: 'overall', place: 1, citations: [{ asserts: '1' }] }])
    expect(kept?.records).toMatchObject([{ code: 'NR', scope: 'MGL' }])
    // The mark was cited at the same place of the same source for both: once is enough.
    expect(kept?.citations.map(({ field, asserts }) => [field, asserts])).toEqual([
      ['competition', INTO],
      ['mark', '2:20:00'],
    ])
    expect(await resultOf(ids.same)).toBeUndefined()
    // The other mark of one start stays, marked as not followed.
    expect((await resultOf(ids.right))?.citations).toMatchObject([
      { asserts: '2:31:00', accepted: true },
      { asserts: '2:30:00', accepted: false, rejection: 'CONTRADICTED' },
    ])
    expect((await resultOf(ids.alone))?.competition.slug).toBe(INTO)
    expect(merged?.competition.citations.filter(({ field }) => field === 'year')).toHaveLength(1)
    expect(merged?.competition.citations.find(({ asserts }) => asserts === 'Huhhot City Marathon')?.accepted).toBe(
      false,
    )

    const serOd = await findAthleteRecord(database.db, SER_OD)
    expect(serOd?.athlete.chapters.at(-1)?.body).toBe(`He ran {mark ${ids.known}} there.`)
    const listed = await database.db.performance.findMany({ where: { competition: { slug: INTO } } })
    expect(listed.map(({ resultId }) => resultId).sort()).toEqual([ids.known, ids.right, ids.alone].sort())
    const found = await findMatches(database.db, 'huhhot city', { kinds: ['competition'], limit: 5 })
    expect(found.matches.map(({ slug }) => slug)).not.toContain(FROM)
    const asOf = await findAthleteRecordAsOf(database.db, SER_OD, { changeSetId: id, at: new Date().toISOString() })
    expect(asOf?.results).toEqual(serOd?.results)

    expect(await undo(database.db, oyuna, id)).toMatchObject({ saved: true })
    expect(await state()).toEqual(before)
    expect(await findSlugMergedInto(database.db, 'competitions', FROM)).toBeNull()
  })

  test('of two results that contradict each other, that of the one that is merged away may stay', async () => {
    const before = await state()
    const id = saved(await merge({ chosen: { name: 'from', startDate: 'from' }, kept: { [ids.wrong]: 'from' } }))
    expect((await findCompetition(database.db, INTO))?.competition.name).toBe('Huhhot City Marathon')
    expect(await resultOf(ids.wrong)).toMatchObject({ mark: '2:30:00', competition: { slug: INTO } })
    expect(await resultOf(ids.right)).toBeUndefined()
    expect(await undo(database.db, oyuna, id)).toMatchObject({ saved: true })
    expect(await state()).toEqual(before)
  })

  test('days on which its races were not held are refused', async () => {
    await change(database.db, oyuna, { kind: 'EDIT', ...EVIDENCE }, ({ tx }) =>
      tx.result.update({ where: { id: ids.alone }, data: { date: '2003-05-05' } }),
    )
    const dated = (endDate: string | null) =>
      change(database.db, oyuna, { kind: 'EDIT', ...EVIDENCE }, ({ tx }) =>
        tx.competition.update({ where: { slug: INTO }, data: { endDate } }),
      )
    await dated('2003-05-04')
    expect(await merge({ chosen: CHOSEN, kept: { [ids.wrong]: 'into' } })).toMatchObject({
      saved: false,
      errors: { form: expect.stringMatching(/^Last day: .*after this day/) },
    })
    await dated(null)
  })

  test('what is restored of a competition that was merged belongs to the one that is left', async () => {
    const made = (entity: string, entityId: string) =>
      database.db.revision.findFirstOrThrow({ where: { entity, entityId }, orderBy: { id: 'asc' } })
    const { raceId } = await database.db.result.findUniqueOrThrow({ where: { id: ids.alone } })
    const edit = (work: (tx: Db) => Promise<unknown>) =>
      change(database.db, oyuna, { kind: 'EDIT', ...EVIDENCE }, ({ tx, id }) => work(tx).then(() => id))
    // The half marathon has gone to another meeting, and its race with it, before the two become one.
    const { eventId } = await database.db.race.findUniqueOrThrow({ where: { id: raceId } })
    const elsewhere = await database.db.competition.findFirstOrThrow({
      where: { slug: { notIn: [FROM, INTO] }, withdrawn: false },
    })
    const moved = await edit((tx) => tx.event.update({ where: { id: eventId }, data: { competitionId: elsewhere.id } }))
    const merged = saved(await merge({ chosen: CHOSEN, kept: { [ids.wrong]: 'into' } }))
    expect(await undo(database.db, oyuna, moved)).toMatchObject({ saved: true })
    expect((await resultOf(ids.alone))?.competition.slug).toBe(INTO)

    // A result that became one with another is a second one of its athlete, if it is restored alone.
    const { id: revisionId } = await made('results', ids.same)
    const restored = await restore(database.db, oyuna, { revisionId, side: 'after', ticks: everything })
    expect(restored).toMatchObject({ saved: false })
    expect(await resultOf(ids.same)).toBeUndefined()
    expect((await findCompetition(database.db, INTO))?.events.map(({ total }) => total)).toEqual([1, 2])
    expect(merged).toBeGreaterThan(moved)
  })
})
