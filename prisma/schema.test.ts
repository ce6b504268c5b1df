import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { seedChange } from '@/server/history/change'
import { engines, openTestDatabase, type TestDatabase } from '../testing/database'
import type { Db } from './client'

describe.each(engines())('what the %s database refuses', (engine) => {
  let database: TestDatabase
  let raceId: string
  let athleteId: string
  let sourceId: string

  /** Runs work under a change set, as every change is. */
  const changing = <T>(work: (tx: Db) => Promise<T>): Promise<T> =>
    seedChange(database.db, { authorName: 'test', reason: 'test' }, ({ tx }) => work(tx))
  const addResult = (data: object) => changing((tx) => tx.result.create({ data: { raceId, athleteId, ...data } }))
  const MARK = { mark: '2:08:50', value: 7_730_000, precision: 1000 }

  beforeAll(async () => {
    database = await openTestDatabase(engine)
    await database.db.discipline.create({
      data: { slug: 'marathon', name: 'Marathon', surface: 'ROAD', unit: 'MILLISECOND' },
    })
    await changing(async (tx) => {
      const athlete = await tx.athlete.create({ data: { slug: 'a', displayName: 'A', sortName: 'A', sex: 'M' } })
      const competition = await tx.competition.create({
        data: { slug: 'c', name: 'C', year: 2014, category: 'ROAD_RACE' },
      })
      const event = await tx.event.create({
        data: { competitionId: competition.id, disciplineSlug: 'marathon', sex: 'M' },
      })
      const race = await tx.race.create({ data: { eventId: event.id } })
      const source = await tx.source.create({ data: { slug: 's', publication: 'P', title: 'T' } })
      raceId = race.id
      athleteId = athlete.id
      sourceId = source.id
    })
  })
  afterAll(() => database.close())

  test('a mark with its value and precision is taken', async () => {
    expect(await addResult(MARK)).toMatchObject({ value: 7_730_000, version: 1 })
  })

  test.each([
    ['a mark for someone who did not finish', { ...MARK, status: 'DNF' }],
    ['a mark for someone who did not start', { ...MARK, status: 'DNS' }],
    ['a mark without a value', { mark: '2:08:50' }],
    ['a value without a precision', { mark: '2:08:50', value: 7_730_000 }],
    ['a value of nothing', { ...MARK, value: 0 }],
    ['a month that is not one', { ...MARK, date: '2014-13' }],
    ['a day that the calendar lacks', { ...MARK, date: '2014-02-30' }],
    ['a date of another form', { ...MARK, date: '7 December 2014' }],
    ['a date finer than a day', { ...MARK, date: '2014-12-07T10' }],
    ['a flag that the sport does not know', { ...MARK, flags: ['z'] }],
    ['a country of four letters', { ...MARK, countryCode: 'MONG' }],
    ['a result of an athlete and a team at once', { ...MARK, team: 'Morpeth Harriers' }],
    ['a result of nobody', { ...MARK, athleteId: null }],
    ['a reaction of a minute', { ...MARK, reactionTime: 60_000 }],
    ['an implement of no weight', { ...MARK, implement: 'heavy' }],
    ['points of a team for an athlete', { ...MARK, teamScore: 17 }],
  ])('%s', async (_, data) => {
    await expect(addResult(data)).rejects.toThrow(/constraint|check/i)
  })

  test.each(['2014', '2014-12', '2014-12-07', '2012-02-29', '2014-04~'])(
    'a date cut to what is known is taken: %s',
    async (date) => {
      expect(await addResult({ ...MARK, date })).toMatchObject({ date })
    },
  )

  test('a struck mark may be kept with a disqualification', async () => {
    expect(await addResult({ ...MARK, status: 'DQ' })).toMatchObject({ status: 'DQ' })
  })

  test('a place below 1, and a second place in one classification', async () => {
    const { id: resultId } = await addResult(MARK)
    const place = (place: number, classification = 'overall') =>
      changing((tx) => tx.place.create({ data: { resultId, classification, place } }))
    await expect(place(0)).rejects.toThrow(/places_place/)
    await place(5)
    await expect(place(6)).rejects.toThrow(/unique/i)
    await place(2, 'asian-championship')
  })

  test('a time at no distance, and a second one at the same', async () => {
    const { id: resultId } = await addResult(MARK)
    const split = (distance: number, value = 900_000) =>
      changing((tx) => tx.split.create({ data: { resultId, distance, value } }))
    await expect(split(0)).rejects.toThrow(/splits_positive/)
    await split(5_000_000)
    await expect(split(5_000_000)).rejects.toThrow(/unique/i)
    await split(10_000_000)
  })

  test('an attempt with a length and a height, one measured though it was a foul, and two of one number', async () => {
    const { id: resultId } = await addResult(MARK)
    const attempt = (data: { number: number; outcome: 'VALID' | 'FOUL'; height?: number; value?: number }) =>
      changing((tx) => tx.attempt.create({ data: { resultId, ...data } }))
    await expect(attempt({ number: 1, outcome: 'VALID', height: 2250, value: 8120 })).rejects.toThrow(
      /attempts_measured/,
    )
    await expect(attempt({ number: 1, outcome: 'FOUL', value: 8120 })).rejects.toThrow(/attempts_value_of_valid/)
    await attempt({ number: 1, outcome: 'FOUL', height: 2250 })
    await attempt({ number: 1, outcome: 'VALID', height: 2300 })
    await expect(attempt({ number: 1, outcome: 'VALID', height: 2250 })).rejects.toThrow(/unique/i)
  })

  test('a place that was published as none, or on no day', async () => {
    const { id: resultId } = await addResult(MARK)
    const publish = (data: { place: number; publishedOn?: string }) =>
      changing((tx) => tx.publishedPlace.create({ data: { resultId, classification: 'overall', ...data } }))
    await expect(publish({ place: 0 })).rejects.toThrow(/published_places_place/)
    await expect(publish({ place: 2, publishedOn: '8 December' })).rejects.toThrow(/published_places_date/)
    await publish({ place: 2, publishedOn: '2014-12-08' })
    await publish({ place: 3, publishedOn: '2015' })
  })

  test('a course that falls farther than any mountain, and a race that nobody finished', async () => {
    const change = (data: object) => changing((tx) => tx.race.update({ where: { id: raceId }, data }))
    await expect(change({ drop: 20_000 })).rejects.toThrow(/races_course/)
    await expect(change({ separation: -1 })).rejects.toThrow(/races_course/)
    await expect(change({ finishers: 0 })).rejects.toThrow(/races_finishers/)
    await change({ drop: -5, separation: 0, finishers: 412, company: 'MIXED' })
  })

  test('a citation of two things, of nothing, or turned down without a reason', async () => {
    const cite = (data: object) =>
      changing((tx) => tx.citation.create({ data: { sourceId, locator: 'row 1', field: 'mark', ...data } }))
    const { id: resultId } = await addResult(MARK)
    await expect(cite({ resultId, athleteId })).rejects.toThrow(/citations_one_target/)
    await expect(cite({})).rejects.toThrow(/citations_one_target/)
    await expect(cite({ resultId, accepted: false, rejection: 'MISPRINT' })).rejects.toThrow(/citations_reason/)
    await expect(cite({ resultId, accepted: false, reason: 'why' })).rejects.toThrow(/citations_rejection/)
    await cite({ resultId, accepted: false, rejection: 'MISPRINT', reason: 'why' })
  })

  test('a change that belongs to no change set', async () => {
    await expect(database.db.athlete.update({ where: { id: athleteId }, data: { nickname: 'x' } })).rejects.toThrow(
      /belongs to a change set/,
    )
  })

  test('a change set without a reason, an edit without a source, an edit without an author', async () => {
    const make = (data: object) =>
      database.db.changeSet.create({ data: { kind: 'SEED', authorName: 'test', reason: 'why', ...data } })
    await expect(make({ reason: ' ' })).rejects.toThrow(/change_sets_reason/)
    await expect(make({ kind: 'EDIT', sourceId })).rejects.toThrow(/change_sets_author/)
    await expect(make({ kind: 'EDIT' })).rejects.toThrow(/change_sets/)
  })

  test('an undo that is none, and one of a change that is not there yet', async () => {
    const author = await database.db.user.create({
      data: { email: 'undo@palmares.example', name: 'Oyuna', passwordHash: '$argon2id$x' },
    })
    const make = (data: object) =>
      database.db.changeSet.create({
        data: { kind: 'RESTORE', authorId: author.id, authorName: 'Oyuna', reason: 'why', ...data },
      })
    const { id } = await make({})
    await expect(make({ kind: 'SEED', undoesId: id })).rejects.toThrow(/change_sets_undoes/)
    await expect(make({ undoesId: id + 1000 })).rejects.toThrow(/change_sets_undoes/)
    expect(await make({ undoesId: id })).toMatchObject({ undoesId: id })
  })

  test('leading elsewhere from what is in the record itself, and leading to itself', async () => {
    const { id } = await changing((tx) =>
      tx.competition.create({ data: { slug: 'd', name: 'D', year: 2014, category: 'ROAD_RACE' } }),
    )
    const lead = (data: object) => changing((tx) => tx.competition.update({ where: { slug: 'c' }, data }))
    await expect(lead({ mergedIntoId: id })).rejects.toThrow(/competitions_merged/)
    await expect(
      changing((tx) => tx.competition.update({ where: { id }, data: { withdrawn: true, mergedIntoId: id } })),
    ).rejects.toThrow(/competitions_merged/)
    const other = await changing((tx) => tx.series.create({ data: { slug: 'o', name: 'O', category: 'RELAY' } }))
    await expect(
      changing((tx) => tx.series.create({ data: { slug: 'p', name: 'P', category: 'RELAY', mergedIntoId: other.id } })),
    ).rejects.toThrow(/series_merged/)
    await expect(
      changing((tx) => tx.source.update({ where: { id: sourceId }, data: { mergedIntoId: sourceId } })),
    ).rejects.toThrow(/sources_merged/)
  })

  test('deleting anything of the record, by any statement', async () => {
    await expect(changing((tx) => tx.athlete.delete({ where: { id: athleteId } }))).rejects.toThrow(/never deleted/)
    await expect(database.db.$executeRaw`TRUNCATE results CASCADE`).rejects.toThrow(/never deleted|append-only/)
  })

  test('rewriting the history', async () => {
    const rewrite = [
      database.db.revision.updateMany({ data: { version: 9 } }),
      database.db.revision.deleteMany(),
      database.db.changeSet.updateMany({ data: { reason: 'other' } }),
      database.db.changeSet.deleteMany(),
    ]
    for (const attempt of rewrite) await expect(attempt).rejects.toThrow(/append-only/)
  })

  test('a review by the author, and deciding again about a proposal, or changing what it says', async () => {
    const { db } = database
    const person = (name: string) => ({ name, email: `${name}@palmares.example`, passwordHash: '$argon2id$none' })
    const [author, reviewer] = [
      await db.user.create({ data: person('author') }),
      await db.user.create({ data: person('reviewer') }),
    ]
    const data = { authorId: author.id, authorName: 'Author', reason: 'It says so', sourceId, basedOn: 0 }
    const after = { id: 'x', note: 'Windy' }
    const rows = { create: [{ entity: 'results', entityId: 'x', after }] }
    const { id } = await db.proposal.create({ data: { id: 7, ...data, rows } })
    const decide = (decidedById: string) =>
      db.proposal.update({
        where: { id },
        data: { state: 'DECLINED', decision: 'No', decidedById, decidedByName: 'Somebody', decidedAt: new Date() },
      })
    await expect(decide(author.id)).rejects.toThrow(/proposals_decided/)
    await expect(db.proposal.update({ where: { id }, data: { state: 'PUBLISHED' } })).rejects.toThrow(/proposals_/)
    await expect(db.proposedRow.updateMany({ data: { after: {} } })).rejects.toThrow(/kept as it was/)
    await expect(db.proposal.delete({ where: { id } })).rejects.toThrow()
    await decide(reviewer.id)
    await expect(db.proposal.update({ where: { id }, data: { state: 'WAITING' } })).rejects.toThrow(/has been decided/)
    const own = { kind: 'EDIT', authorId: author.id, authorName: 'Author', reason: 'Mine', sourceId } as const
    await expect(
      db.changeSet.create({ data: { ...own, reviewedById: author.id, reviewedByName: 'Author' } }),
    ).rejects.toThrow(/change_sets_reviewed/)
  })

  test('nothing of a change is left out of the history: each row before and after, with its version', async () => {
    const { id } = await addResult(MARK)
    await changing((tx) => tx.result.update({ where: { id }, data: { club: 'NTN', version: 40 } }))
    const revisions = await database.db.revision.findMany({ where: { entityId: id }, orderBy: { id: 'asc' } })
    expect(revisions).toMatchObject([
      { version: 1, before: null, after: { club: null }, athleteId, resultId: id },
      { version: 2, before: { club: null }, after: { club: 'NTN', version: 2 } },
    ])
  })
})
