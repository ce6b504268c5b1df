import { beforeAll, describe, expect, test } from 'vitest'
import type { MergedKind } from '@/lib/record/thing-merge'
import type { Db } from '@/prisma/client'
import { engines } from '@/testing/database'
import { EVIDENCE, openRecord, SER_OD } from '@/testing/record'
import { saved, undo } from '@/testing/undoing'
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
  const opened = openRecord(engine)

  const make = <T>(work: (tx: Db) => Promise<T>) =>
    change(opened.db, opened.oyuna, { kind: 'EDIT', ...EVIDENCE }, ({ tx }) => work(tx))
  const merge = (kind: MergedKind, from: string, into: string, chosen: Record<string, 'from' | 'into'> = {}) =>
    mergeThings(opened.db, opened.oyuna, { kind, from, into, chosen, kept: {} }, EVIDENCE)
  const plain = (value: unknown) =>
    JSON.parse(
      JSON.stringify(value, (key, content) =>
        ['version', 'revision', 'updatedAt'].includes(key) ? undefined : content,
      ),
    )
  const serOd = async () => {
    const record = await findAthleteRecord(opened.db, SER_OD)
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
      plain([await findSeries(opened.db, into), await findSeries(opened.db, 'same-again'), await serOd()])
    const before = await state()
    const preview = await previewThingMerge(opened.db, 'series', { from: 'same-again', into })
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
    const merged = await findSeries(opened.db, into)
    expect(merged?.series.name).toBe('Same Again')
    expect(merged?.editions.map(({ competition }) => competition.slug)).toContain('1999-same')
    expect(await findSeries(opened.db, 'same-again')).toBeNull()
    expect(await findSlugMergedInto(opened.db, 'series', 'same-again')).toBe(into)
    const record = await serOd()
    expect(record.claims.filter(({ locator }) => locator === 'p. 9')).toMatchObject([{ seriesSlug: into }])
    expect(record.editions[into]).toContain(1999)
    const asOf = await findAthleteRecordAsOf(opened.db, SER_OD, { changeSetId: id, at: new Date().toISOString() })
    expect(plain(asOf)).toEqual(plain(record))

    expect(await undo(opened.db, opened.oyuna, id)).toMatchObject({ saved: true })
    expect(await state()).toEqual(before)
  })

  describe('two sources', () => {
    const FROM = 'weekly-a-portrait'
    let into: string

    beforeAll(async () => {
      const { athlete, results } = await serOd()
      const [result] = results
      await addThing(
        opened.db,
        opened.oyuna,
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
          await findSourceContents(opened.db, FROM),
          await findSourceContents(opened.db, into),
          await findListedSources(opened.db),
        ])
      const before = await state()
      const preview = await previewThingMerge(opened.db, 'source', { from: FROM, into })
      if (typeof preview === 'string') throw new Error(preview)
      expect(preview.moves).toEqual([
        expect.objectContaining({ one: 'citation', moved: 1, joined: 1 }),
        expect.objectContaining({ one: 'claim', moved: 1, joined: 0 }),
        expect.objectContaining({ one: 'chapter with footnotes', moved: 1 }),
      ])
      const versions = async () => {
        const { athlete, results } = await serOd()
        const { version } = await opened.db.athlete.findUniqueOrThrow({ where: { id: athlete.id } })
        return [version, results[0]?.version ?? 0]
      }
      const former = await versions()
      const chosen = Object.fromEntries(preview.choices.map(({ fact }) => [fact, 'into' as const]))
      const based = { ...EVIDENCE, source: { slug: FROM } }
      const id = saved(
        await mergeThings(opened.db, opened.oyuna, { kind: 'source', from: FROM, into, chosen, kept: {} }, based),
      )

      // Whoever has one of them open in a form is asked to look again.
      expect((await versions()).map((version, index) => version > (former[index] ?? version))).toEqual([true, true])
      const { athlete, claims, sources, results } = await serOd()
      expect(sources.map(({ slug }) => slug)).not.toContain(FROM)
      const cited = results[0]?.citations.filter(({ source, field }) => source.slug === into && field === 'mark')
      expect(cited?.filter(({ locator }) => locator === 'another page')).toHaveLength(1)
      expect(new Set(cited?.map(({ locator, asserts }) => `${locator} ${asserts}`)).size).toBe(cited?.length)
      expect(claims.find(({ locator }) => locator === 'p. 3')?.source.slug).toBe(into)
      expect(athlete.chapters.at(-1)?.body).toBe(`He likes tea.[@${into}: page 3]`)
      expect(await findSourceContents(opened.db, FROM)).toBeNull()
      expect(await findSlugMergedInto(opened.db, 'sources', FROM)).toBe(into)
      // The change set names the old one for good, and shows the one that is left.
      const set = await opened.db.changeSet.findUniqueOrThrow({ where: { id }, include: { source: true } })
      expect(set.source?.slug).toBe(FROM)
      expect((await findChangeSet(opened.db, id))?.source?.slug).toBe(into)

      // Who has the old one in a form cites the one that is left.
      const next = await change(opened.db, opened.oyuna, { kind: 'EDIT', ...based }, async ({ sourceId }) => sourceId)
      expect(next).toBe((await findSourceContents(opened.db, into))?.source.id)

      expect(await undo(opened.db, opened.oyuna, id)).toMatchObject({ saved: true })
      expect(await state()).toEqual(before)
    })
  })
})
