import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { MergedKind } from '@/lib/record/thing-merge'
import type { Db } from '@/prisma/client'
import { engines, type TestDatabase } from '@/testing/database'
import { anEditor, EVIDENCE, openLoadedRecord, SER_OD } from '@/testing/record'
import { saved, undo } from '@/testing/undoing'
import type { Editor } from '../accounts/editor'
import { findAthleteRecordAsOf } from '../athletes/as-of'
import { findAthleteRecord } from '../athletes/athletes'
import { findSeries } from '../competitions/series'
import { change } from '../history/change'
import { findChangeSet } from '../history/history'
import { findListedSources, findSourceContents } from '../sources/sources'
import { addThing } from '../things/things'
import { findSlugMergedInto } from './merged'
import { mergeThings, previewThingMerge } from './things'

describe.each(engines())('series and sources that are one, in the %s database', (engine) => {
  let database: TestDatabase
  let oyuna: Editor

  beforeAll(async () => {
    database = await openLoadedRecord(engine)
    oyuna = await anEditor(database.db, 'Oyuna')
  })
  afterAll(() => database.close())

  const make = <T>(work: (tx: Db) => Promise<T>) =>
    change(database.db, oyuna, { kind: 'EDIT', ...EVIDENCE }, ({ tx }) => work(tx))
  const merge = (kind: MergedKind, from: string, into: string, chosen: Record<string, 'from' | 'into'> = {}) =>
    mergeThings(database.db, oyuna, { kind, from, into, chosen, kept: {} }, EVIDENCE)
  const plain = (value: unknown) =>
    JSON.parse(
      JSON.stringify(value, (key, content) =>
        ['version', 'revision', 'updatedAt'].includes(key) ? undefined : content,
      ),
    )
  const serOd = async () => {
    const record = await findAthleteRecord(database.db, SER_OD)
    if (!record) throw new Error('The record is empty.')
    return record
  }

  test('the editions of a series, and what is claimed of it, are the other’s; undoing brings it back', async () => {
    const { athlete } = await serOd()
    const known = (await serOd()).results.find(({ competition }) => competition.series)?.competition.series
    const into = known?.slug ?? ''
    await make(async (tx) => {
      const { id } = await tx.series.create({ data: { slug: 'same-again', name: 'Same Again', category: 'ROAD_RACE' } })
      await tx.competition.create({
        data: { slug: '1999-same', name: 'Same', year: 1999, category: 'ROAD_RACE', seriesId: id },
      })
      const source = await tx.source.findFirstOrThrow({ where: { withdrawn: false } })
      await tx.claim.create({
        data: {
          athleteId: athlete.id,
          sourceId: source.id,
          locator: 'p. 9',
          kind: 'APPEARANCES',
          seriesSlug: 'same-again',
          number: 3,
        },
      })
    })
    const state = async () =>
      plain([await findSeries(database.db, into), await findSeries(database.db, 'same-again'), await serOd()])
    const before = await state()
    const preview = await previewThingMerge(database.db, 'series', { from: 'same-again', into })
    expect(preview).toMatchObject({
      choices: expect.arrayContaining([expect.objectContaining({ fact: 'name', from: 'Same Again' })]),
      moves: [
        { one: 'edition', moved: 1 },
        { one: 'claim', moved: 1 },
      ],
    })
    expect(await merge('series', 'same-again', into)).toMatchObject({ errors: { 'fact:name': expect.any(String) } })

    // The name of the one that goes may be the one to keep: it is nobody else's any more.
    const chosen = { name: 'from', category: 'into' } as const
    const id = saved(await merge('series', 'same-again', into, chosen))
    const merged = await findSeries(database.db, into)
    expect(merged?.series.name).toBe('Same Again')
    expect(merged?.editions.map(({ competition }) => competition.slug)).toContain('1999-same')
    expect(await findSeries(database.db, 'same-again')).toBeNull()
    expect(await findSlugMergedInto(database.db, 'series', 'same-again')).toBe(into)
    const record = await serOd()
    expect(record.claims.filter(({ locator }) => locator === 'p. 9')).toMatchObject([{ seriesSlug: into }])
    expect(record.editions[into]).toContain(1999)
    const asOf = await findAthleteRecordAsOf(database.db, SER_OD, { changeSetId: id, at: new Date().toISOString() })
    expect(plain(asOf)).toEqual(plain(record))

    expect(await undo(database.db, oyuna, id)).toMatchObject({ saved: true })
    expect(await state()).toEqual(before)
  })

  describe('two sources', () => {
    const FROM = 'weekly-a-portrait'
    let into: string

    beforeAll(async () => {
      const { athlete, results } = await serOd()
      const [result] = results
      await addThing(
        database.db,
        oyuna,
        { kind: 'source', partOf: null, draft: { publication: 'Weekly', title: 'A portrait' }, isSure: false },
        EVIDENCE,
      )
      const known = result?.citations.find(({ asserts, field }) => asserts !== null && field === 'mark')
      into = known?.source.slug ?? ''
      await make(async (tx) => {
        const { id: sourceId } = await tx.source.findUniqueOrThrow({ where: { slug: FROM } })
        const cite = { sourceId, resultId: result?.id, field: 'mark', asserts: known?.asserts }
        await tx.citation.create({ data: { ...cite, locator: known?.locator ?? '' } })
        await tx.citation.create({ data: { ...cite, locator: 'another page' } })
        await tx.claim.create({
          data: { athleteId: athlete.id, sourceId, locator: 'p. 3', kind: 'MARATHONS_RUN', number: 70 },
        })
        await tx.biographyChapter.create({
          data: { athleteId: athlete.id, position: 95, title: 'Portrait', body: `He likes tea.[@${FROM}: page 3]` },
        })
      })
    })

    test('what one is cited for, the other is cited for, once; footnotes follow; undoing brings it back', async () => {
      const state = async () =>
        plain([
          await serOd(),
          await findSourceContents(database.db, FROM),
          await findSourceContents(database.db, into),
          await findListedSources(database.db),
        ])
      const before = await state()
      const preview = await previewThingMerge(database.db, 'source', { from: FROM, into })
      if (typeof preview === 'string') throw new Error(preview)
      expect(preview.moves).toEqual([
        expect.objectContaining({ one: 'citation', moved: 1, joined: 1 }),
        expect.objectContaining({ one: 'claim', moved: 1, joined: 0 }),
        expect.objectContaining({ one: 'chapter with footnotes', moved: 1 }),
      ])
      const chosen = Object.fromEntries(preview.choices.map(({ fact }) => [fact, 'into' as const]))
      const based = { ...EVIDENCE, source: { slug: FROM } }
      const id = saved(
        await mergeThings(database.db, oyuna, { kind: 'source', from: FROM, into, chosen, kept: {} }, based),
      )

      const { athlete, claims, sources, results } = await serOd()
      expect(sources.map(({ slug }) => slug)).not.toContain(FROM)
      const cited = results[0]?.citations.filter(({ source, field }) => source.slug === into && field === 'mark')
      expect(cited?.filter(({ locator }) => locator === 'another page')).toHaveLength(1)
      expect(new Set(cited?.map(({ locator, asserts }) => `${locator} ${asserts}`)).size).toBe(cited?.length)
      expect(claims.find(({ locator }) => locator === 'p. 3')?.source.slug).toBe(into)
      expect(athlete.chapters.at(-1)?.body).toBe(`He likes tea.[@${into}: page 3]`)
      expect(await findSourceContents(database.db, FROM)).toBeNull()
      expect(await findSlugMergedInto(database.db, 'sources', FROM)).toBe(into)
      // The change set names the old one for good, and shows the one that is left.
      const set = await database.db.changeSet.findUniqueOrThrow({ where: { id }, include: { source: true } })
      expect(set.source?.slug).toBe(FROM)
      expect((await findChangeSet(database.db, id))?.source?.slug).toBe(into)

      // Who has the old one in a form cites the one that is left.
      const next = await change(database.db, oyuna, { kind: 'EDIT', ...based }, async ({ sourceId }) => sourceId)
      expect(next).toBe((await findSourceContents(database.db, into))?.source.id)

      expect(await undo(database.db, oyuna, id)).toMatchObject({ saved: true })
      expect(await state()).toEqual(before)
    })
  })
})
