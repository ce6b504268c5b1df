import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { AthleteRecord } from '@/lib/record/athlete'
import type { Chosen, Fact } from '@/lib/record/athlete-merge'
import type { Side } from '@/lib/record/merge-sides'
import type { Db } from '@/prisma/client'
import { engines, type TestDatabase } from '@/testing/database'
import { anEditor, EVIDENCE, openLoadedRecord, SER_OD } from '@/testing/record'
import { everything, restore, saved, undo as undoing } from '@/testing/undoing'
import type { Editor } from '../accounts/editor'
import { change } from '../history/change'
import { findChangeSet, findHistory } from '../history/history'
import { findRestore } from '../history/restore'
import { findSlugMergedInto } from '../merging/merged'
import { findAthletesNamed } from '../search/search'
import { findAthleteRecordAsOf } from './as-of'
import { findAthleteRecord } from './athletes'
import { mergeAthletes, previewMerge } from './merging'
import { splitAthlete } from './splitting'

const TWIN = 'serod-batochir'

describe.each(engines())('who is who, in the %s database', (engine) => {
  let database: TestDatabase
  let oyuna: Editor

  const make = <T>(work: (tx: Db, sourceId: string) => Promise<T>) =>
    change(database.db, oyuna, { kind: 'EDIT', ...EVIDENCE }, ({ tx, sourceId }) => work(tx, sourceId ?? ''))
  /** Everything that a profile is made of, without the versions. */
  const profileOf = async (slug: string) => {
    const record = await findAthleteRecord(database.db, slug)
    return record && plain(record)
  }
  const plain = ({ athlete, results, claims, sources, editions }: AthleteRecord) => ({
    athlete,
    results: results.map(({ version, ...result }) => result),
    claims,
    sources,
    editions,
  })
  const raceOf = async (slug: string) => {
    const result = await database.db.result.findFirstOrThrow({
      where: { athlete: { slug }, withdrawn: false, mark: { not: null } },
      include: { places: { where: { withdrawn: false } } },
      orderBy: { id: 'asc' },
    })
    return result
  }
  const chosen = async (side: Side): Promise<Partial<Record<Fact, Side>>> => {
    const preview = await previewMerge(database.db, TWIN, SER_OD)
    if (typeof preview === 'string') throw new Error(preview)
    return Object.fromEntries(preview.choices.map(({ fact }) => [fact, side]))
  }
  const merge = async (facts: Partial<Record<Fact, Side>>, dropped: string[] = []) =>
    mergeAthletes(database.db, oyuna, { from: TWIN, into: SER_OD, chosen: facts, dropped }, EVIDENCE)
  const undo = async (changeSetId: number) => {
    saved(await undoing(database.db, oyuna, changeSetId, { reason: 'They are two after all' }))
    expect((await findChangeSet(database.db, changeSetId))?.undone?.isWhole).toBe(true)
  }

  beforeAll(async () => {
    database = await openLoadedRecord(engine)
    oyuna = await anEditor(database.db, 'Oyuna')
    await make(async (tx, sourceId) => {
      const competition = await tx.competition.create({
        data: { slug: '2001-hohhot', name: 'Hohhot Marathon', year: 2001, category: 'ROAD_RACE' },
      })
      const event = await tx.event.create({
        data: { competitionId: competition.id, disciplineSlug: 'marathon', sex: 'M' },
      })
      const race = await tx.race.create({ data: { eventId: event.id } })
      const { id: athleteId } = await tx.athlete.create({
        data: {
          slug: TWIN,
          displayName: 'Serod Batochir',
          sortName: 'Batochir, Serod',
          sex: 'M',
          birthDate: '1982-01-01',
          deathDate: null,
          countryCode: 'MGL',
          heightCm: 171,
        },
      })
      const result = await tx.result.create({
        data: { raceId: race.id, athleteId, mark: '2:30:00', value: 9_000_000, precision: 1000 },
      })
      const place = await tx.place.create({ data: { resultId: result.id, classification: 'overall', place: 3 } })
      const name = await tx.nameVariant.create({ data: { athleteId, text: 'セルオド', script: 'Jpan' } })
      const club = await tx.affiliation.create({ data: { athleteId, kind: 'CLUB', name: 'Hohhot Runners' } })
      await tx.representation.create({ data: { athleteId, countryCode: 'CHN', endDate: '2000' } })
      await tx.biographyChapter.create({ data: { athleteId, position: 1, title: 'Early', body: 'He ran.' } })
      await tx.claim.create({
        data: { athleteId, sourceId, locator: 'p. 1', kind: 'MARATHONS_RUN', number: 1, resultId: null },
      })
      const cite = { sourceId, locator: 'p. 1', asserts: null }
      await tx.citation.create({ data: { ...cite, athleteId, field: 'birthDate', asserts: '1982-01-01' } })
      await tx.citation.create({ data: { ...cite, nameVariantId: name.id, field: 'text' } })
      await tx.citation.create({ data: { ...cite, affiliationId: club.id, field: 'name' } })
      await tx.citation.create({ data: { ...cite, placeId: place.id, field: 'place', asserts: '3' } })
    })
  })
  afterAll(() => database.close())

  test('the preview says in which facts they differ, what is gained and what moves', async () => {
    const preview = await previewMerge(database.db, TWIN, SER_OD)
    expect(preview).toMatchObject({
      choices: expect.arrayContaining([{ fact: 'birthDate', from: '1982-01-01', into: '1981-10-07' }]),
      moves: { results: 1, teams: 0, affiliations: 1, chapters: 1, claims: 1 },
      twins: [],
    })
    expect(await previewMerge(database.db, SER_OD, SER_OD)).toBe('same')
    expect(await previewMerge(database.db, SER_OD, 'nobody')).toBe('missing')
  })

  test('a claim that somebody was ahead of one is of the other after the merger, and of the one again when it is undone', async () => {
    const { athleteId, raceId } = await raceOf(TWIN)
    const claim = await make(async (tx, sourceId) => {
      const winner = await tx.athlete.create({
        data: { slug: 'a-winner', displayName: 'A Winner', sortName: 'Winner, A', sex: 'M' },
      })
      const { id: resultId } = await tx.result.create({ data: { raceId, athleteId: winner.id } })
      const said = { sourceId, locator: 'p. 1', kind: 'AHEAD_OF', text: 'S. Batochir' } as const
      return tx.claim.create({ data: { ...said, athleteId: winner.id, resultId, otherId: athleteId } })
    })
    const behind = async () => {
      const record = await findAthleteRecord(database.db, 'a-winner')
      return record?.claims.find(({ id }) => id === claim.id)
    }
    await make((tx) => tx.athlete.update({ where: { id: athleteId ?? '' }, data: { displayName: 'Serod Batochiryn' } }))
    expect(await behind()).toMatchObject({ otherId: athleteId, text: 'S. Batochir' })
    await make((tx) => tx.athlete.update({ where: { id: athleteId ?? '' }, data: { displayName: 'Serod Batochir' } }))

    const merged = saved(await merge(await chosen('into')))
    const { id: into } = await database.db.athlete.findUniqueOrThrow({ where: { slug: SER_OD } })
    expect(await behind()).toMatchObject({ otherId: into, text: 'S. Batochir' })
    await undo(merged)
    expect(await behind()).toMatchObject({ otherId: athleteId })
    await make((tx) => tx.claim.update({ where: { id: claim.id }, data: { withdrawn: true } }))
  })

  test('nothing is merged while a fact in which they differ is not chosen', async () => {
    const before = await profileOf(SER_OD)
    expect(await merge({})).toMatchObject({
      saved: false,
      errors: { 'fact:birthDate': expect.stringMatching(/Choose/) },
    })
    expect(await profileOf(SER_OD)).toEqual(before)
  })

  test('what belonged to one belongs to the other; the address leads there; undoing brings both back exactly', async () => {
    const [one, other] = [await profileOf(TWIN), await profileOf(SER_OD)]
    const id = saved(await merge(await chosen('into')))

    const merged = await profileOf(SER_OD)
    expect(merged?.results).toHaveLength((one?.results.length ?? 0) + (other?.results.length ?? 0))
    expect(merged?.athlete.birthDate).toBe('1981-10-07')
    const named = merged?.athlete.names.find(({ text }) => text === 'Serod Batochir')
    expect(named?.citations).toMatchObject([{ asserts: 'Serod Batochir', locator: EVIDENCE.locator }])
    expect(merged?.athlete.heightCm).toBe(other?.athlete.heightCm ?? 171)
    expect(merged?.athlete.names.map(({ text }) => text)).toEqual(
      expect.arrayContaining(['Serod Batochir', 'セルオド']),
    )
    expect(merged?.athlete.affiliations.find(({ name }) => name === 'Hohhot Runners')?.citations).toHaveLength(1)
    expect(merged?.athlete.chapters.at(-1)?.title).toBe('Early')
    // The source on the other date of birth stays, marked as not followed.
    expect(merged?.athlete.citations.find(({ asserts }) => asserts === '1982-01-01')).toMatchObject({
      accepted: false,
      rejection: 'CONTRADICTED',
    })
    expect(await profileOf(TWIN)).toBeNull()
    expect(await findSlugMergedInto(database.db, 'athletes', TWIN)).toBe(SER_OD)
    expect(await findSlugMergedInto(database.db, 'athletes', SER_OD)).toBeNull()
    const serod = await database.db.athlete.findUniqueOrThrow({ where: { slug: SER_OD } })
    expect((await findAthletesNamed(database.db, 'serod batochir'))[0]).toBe(serod.id)

    const now = { changeSetId: id, at: new Date().toISOString() }
    const asOf = await findAthleteRecordAsOf(database.db, SER_OD, now)
    expect(asOf && plain(asOf)).toEqual(merged)
    const past = await findAthleteRecordAsOf(database.db, TWIN, { ...now, changeSetId: id - 1 })
    expect(past && plain(past)).toEqual(one)
    // The history can still be read, at the one address that is left.
    const history = await findHistory(database.db, SER_OD)
    expect(history?.entries.flatMap(({ athletes }) => athletes.map(({ slug }) => slug))).toContain(TWIN)

    await undo(id)
    expect(await profileOf(TWIN)).toEqual(one)
    expect(await profileOf(SER_OD)).toEqual(other)
    expect(await findSlugMergedInto(database.db, 'athletes', TWIN)).toBeNull()
  })

  test('what is restored of a merged athlete belongs to the one who is left', async () => {
    const result = (await profileOf(TWIN))?.results[0]
    const revision = await database.db.revision.findFirstOrThrow({
      where: { entity: 'results', entityId: result?.id ?? '' },
      orderBy: { id: 'desc' },
    })
    const edit = (work: (tx: Db) => Promise<unknown>) =>
      change(database.db, oyuna, { kind: 'EDIT', ...EVIDENCE }, ({ tx, id }) => work(tx).then(() => id))
    const putBack = () => restore(database.db, oyuna, { revisionId: revision.id, side: 'after', ticks: everything })
    const changes = [saved(await merge(await chosen('into')))]
    expect(await putBack()).toEqual({ saved: false, refusal: { kind: 'nothing-left' } })

    changes.push(await edit((tx) => tx.result.update({ where: { id: result?.id ?? '' }, data: { note: 'A slip' } })))
    changes.push(saved(await putBack()))
    const restored = (await profileOf(SER_OD))?.results.find(({ id }) => id === result?.id)
    expect(restored).toMatchObject({ note: result?.note })

    changes.push(await edit((tx) => tx.athlete.update({ where: { slug: SER_OD }, data: { withdrawn: true } })))
    const shown = await findRestore(database.db, revision.id, 'after')
    expect(shown?.choices.map(({ isBlocked, lacks }) => ({ isBlocked, lacks }))).toContainEqual({
      isBlocked: true,
      lacks: [{ title: 'Serod Batochir', href: `/athletes/${TWIN}` }],
    })
    for (const id of changes.reverse()) await undo(id)
    expect((await profileOf(TWIN))?.results).toHaveLength(1)
  })

  test('the facts of the athlete who is merged away may be the ones to keep', async () => {
    const other = await profileOf(SER_OD)
    const id = saved(await merge({ ...(await chosen('into')), birthDate: 'from', displayName: 'from' }))
    const merged = await profileOf(SER_OD)
    expect(merged?.athlete).toMatchObject({
      slug: SER_OD,
      displayName: 'Serod Batochir',
      sortName: 'Batochir, Serod',
      birthDate: '1982-01-01',
    })
    expect(merged?.athlete.names.map(({ text }) => text)).toContain(other?.athlete.displayName)
    const said = merged?.athlete.citations.filter(({ field, asserts }) => field === 'birthDate' && asserts !== null)
    expect(said?.filter(({ accepted }) => accepted).map(({ asserts }) => asserts)).toEqual(['1982-01-01'])
    await undo(id)
    expect(await profileOf(SER_OD)).toEqual(other)
  })

  test('two different results in one race are refused; of two equal ones the editor drops one, and its citations stay', async () => {
    const known = await raceOf(SER_OD)
    const add = (value: number, mark: string) =>
      make(async (tx, sourceId) => {
        const { id: athleteId } = await tx.athlete.findUniqueOrThrow({ where: { slug: TWIN } })
        const result = await tx.result.create({
          data: { raceId: known.raceId, athleteId, mark, value, precision: known.precision ?? 1000, club: known.club },
        })
        await tx.citation.create({
          data: { resultId: result.id, sourceId, locator: 'p. 2', field: 'mark', asserts: mark },
        })
        const place = await tx.place.create({ data: { resultId: result.id, classification: 'military', place: 1 } })
        await tx.citation.create({
          data: { placeId: place.id, sourceId, locator: 'p. 2', field: 'place', asserts: '1' },
        })
        return result.id
      })

    const different = await add((known.value ?? 0) + 5000, '2:59:59')
    expect(await merge(await chosen('into'), [different])).toMatchObject({
      saved: false,
      errors: { [`twin:${different}`]: expect.stringMatching(/different things/) },
    })
    await make((tx) => tx.result.update({ where: { id: different }, data: { withdrawn: true } }))

    const same = await add(known.value ?? 0, known.mark ?? '')
    expect(await merge(await chosen('into'))).toMatchObject({
      saved: false,
      errors: { [`twin:${same}`]: expect.stringMatching(/twice/) },
    })
    const [one, other] = [await profileOf(TWIN), await profileOf(SER_OD)]
    const id = saved(await merge(await chosen('into'), [same]))
    const merged = await profileOf(SER_OD)
    expect(merged?.results).toHaveLength((one?.results.length ?? 0) + (other?.results.length ?? 0) - 1)
    const kept = merged?.results.find((result) => result.id === known.id)
    expect(kept?.citations.some(({ locator, field }) => locator === 'p. 2' && field === 'mark')).toBe(true)
    expect(kept?.places.find(({ classification }) => classification === 'military')?.citations).toHaveLength(1)
    await undo(id)
    expect(await profileOf(TWIN)).toEqual(one)
    expect(await profileOf(SER_OD)).toEqual(other)
  })

  test('addresses of several mergers lead to the last', async () => {
    const first = await make((tx) =>
      tx.athlete.create({ data: { slug: 'first', displayName: 'First', sortName: 'First', sex: 'M' } }),
    )
    await make((tx) => tx.athlete.create({ data: { slug: 'second', displayName: 'Second', sortName: 'S', sex: 'M' } }))
    const all = { displayName: 'into', sex: 'into' } as const
    const into = (from: string, to: string) =>
      mergeAthletes(database.db, oyuna, { from, into: to, chosen: all, dropped: [] }, EVIDENCE)
    saved(await into('first', 'second'))
    const last = await into('second', TWIN)
    expect(await findSlugMergedInto(database.db, 'athletes', 'first')).toBe(TWIN)
    expect(await into('first', SER_OD)).toMatchObject({ saved: false, errors: { form: expect.any(String) } })
    await undo(saved(last))
    expect(await findSlugMergedInto(database.db, 'athletes', 'first')).toBe('second')
    expect(first.slug).toBe('first')
  })

  describe('one who is two', () => {
    const SOMEBODY = {
      displayName: 'Ser-Od Another',
      sortName: 'Another, Ser-Od',
      nativeName: null,
      sex: 'M',
      birthDate: '1990',
      countryCode: 'MGL',
    } as const
    const split = (given: Partial<Chosen>) => {
      const nothing = { resultIds: [], nameVariantIds: [], affiliationIds: [], externalIdIds: [], photoIds: [] }
      const chosen = { ...nothing, ...given }
      return splitAthlete(database.db, oyuna, { slug: SER_OD, chosen, athlete: SOMEBODY }, EVIDENCE)
    }

    test('what is chosen moves to a new athlete, and comes back when that is undone', async () => {
      const before = await profileOf(SER_OD)
      const results = before?.results.filter(({ athleteId }) => athleteId !== null).slice(0, 3) ?? []
      const [team] = before?.results.filter(({ athleteId }) => athleteId === null) ?? []
      const [name] = before?.athlete.names ?? []
      const [affiliation] = before?.athlete.affiliations ?? []
      const ids = [...results, ...(team ? [team] : [])].map(({ id }) => id)
      const outcome = await split({
        resultIds: ids,
        nameVariantIds: [name?.id ?? ''],
        affiliationIds: [affiliation?.id ?? ''],
      })
      if (!outcome.saved) throw new Error(JSON.stringify(outcome))
      expect(outcome.slug).toBe('ser-od-another')
      const [one, other] = [await profileOf(SER_OD), await profileOf(outcome.slug)]
      expect(other?.results.map(({ id }) => id).sort()).toEqual(ids.toSorted())
      expect(other?.athlete).toMatchObject({ birthDate: '1990', names: [{ id: name?.id, citations: name?.citations }] })
      expect(other?.athlete.affiliations.map(({ id }) => id)).toEqual([affiliation?.id])
      expect(other?.athlete.citations.map(({ field }) => field).sort()).toEqual([
        'birthDate',
        'countryCode',
        'displayName',
      ])
      expect(one?.results).toHaveLength((before?.results.length ?? 0) - ids.length)
      const asOf = await findAthleteRecordAsOf(database.db, outcome.slug, {
        changeSetId: outcome.changeSetId,
        at: new Date().toISOString(),
      })
      expect(asOf && plain(asOf)).toEqual(other)

      await undo(outcome.changeSetId)
      expect(await profileOf(SER_OD)).toEqual(before)
      expect(await profileOf(outcome.slug)).toBeNull()
    })

    test('neither nothing nor everything can be chosen', async () => {
      const before = await profileOf(SER_OD)
      expect(await split({})).toMatchObject({ saved: false, errors: { chosen: expect.any(String) } })
      const everything = before?.results.map(({ id }) => id) ?? []
      expect(await split({ resultIds: everything })).toMatchObject({
        saved: false,
        errors: { chosen: expect.any(String) },
      })
      // Other athletes' results cannot be chosen.
      const elsewhere = await database.db.result.findFirstOrThrow({ where: { athlete: { slug: { not: SER_OD } } } })
      expect(await split({ resultIds: [elsewhere.id] })).toMatchObject({ saved: false })
      expect(await profileOf(SER_OD)).toEqual(before)
    })
  })
})
