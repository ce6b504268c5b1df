import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { formWith } from '@/lib/form/form.fixture'
import { encodeReference } from '@/lib/form/reference'
import type { Typed } from '@/lib/form/typed'
import { type Evidence, readEvidence } from '@/lib/record/evidence'
import { engines, type TestDatabase } from '@/testing/database'
import { anEditor, openLoadedRecord, SER_OD } from '@/testing/record'
import type { Editor } from '../accounts/editor'
import { change } from '../history/change'
import { checkEvidence } from './evidence'
import { findLastUsed, findSources, findSourcesCitedFor, offerSources, resolveSource } from './source-choice'

const ASAHI = 'asahi-2014'
const PAPER = { publication: 'The Morning Paper', url: null, author: null }

describe.each(engines())('sources of a form, on the %s database', (engine) => {
  let database: TestDatabase
  let oyuna: Editor
  beforeAll(async () => {
    database = await openLoadedRecord(engine)
    oyuna = await anEditor(database.db, 'Oyuna')
    await use({ ...PAPER, title: 'Results of Sunday', date: '2014-12-07', author: 'Ólafur Þórðarson' })
    await use({ ...PAPER, title: 'Results of Sunday', date: '2015-12-06' })
    await use({ ...PAPER, title: 'Results of Sunday, 100% complete', date: null })
    await use({ ...PAPER, title: '福岡国際マラソン', date: '2014-04~' })
  })
  afterAll(() => database.close())

  const use = (source: Evidence['source'], editor = oyuna) =>
    change(database.db, editor, { kind: 'EDIT', reason: 'A test', source }, async () => {})
  const found = async (text: string) => (await findSources(database.db, text)).map(({ label }) => label)
  const resolved = (text: string) => resolveSource(database.db, text)
  const check = (typed: Typed) =>
    checkEvidence(database.db, readEvidence(formWith({ reason: ['Misread'], locator: ['row 3'], ...typed })))
  const bySlug = async (slug: string) => {
    const outcome = await resolved(slug)
    if (!('source' in outcome)) throw new Error(`There is no source ${slug}.`)
    return outcome.source
  }

  test('every word of the text is in the publisher, the title, the author or the date', async () => {
    expect(await found('asahi sakasegawa 2014')).toEqual([expect.stringMatching(/^Asahi newspaper, Mongolia’?'?s #1/)])
    expect(await found('MORNING olafur')).toEqual(['The Morning Paper, Results of Sunday, 7 December 2014'])
    expect(await found('morning 2015-12')).toEqual(['The Morning Paper, Results of Sunday, 6 December 2015'])
    expect(await found('福岡')).toEqual(['The Morning Paper, 福岡国際マラソン, about April 2014'])
    expect(await found('asahi 1999')).toEqual([])
  })

  test('what means something to a pattern means only itself', async () => {
    expect(await found('%')).toEqual([])
    expect(await found('_____')).toEqual([])
    expect(await found(' ,-')).toEqual([])
    expect(await found('100% morning')).toHaveLength(1)
  })

  test('no more are found than a list shows, the shortest names first', async () => {
    const all = await found('wikipedia')
    expect(all).toHaveLength(20)
    const names = all.map((label) => label.replace(/, (\d+ )?(\w+ )?\d{4}$/, '').length)
    expect(names).toEqual([...names].sort((a, b) => a - b))
  })

  test('a text names one by its slug, its label in any spelling of it, or as the only one that fits', async () => {
    expect(await resolved(ASAHI)).toMatchObject({ source: { slug: ASAHI } })
    expect(await resolved('the morning paper,  RESULTS of sunday, 7 December 2014')).toMatchObject({
      source: { slug: 'the-morning-paper-results-of-sunday' },
    })
    expect(await resolved('The Morning Paper, 福岡国際マラソン, about April 2014')).toHaveProperty('source')
    expect(await resolved('asahi')).toMatchObject({ source: { slug: ASAHI } })
  })

  test('every source of the record is found by its own label', async () => {
    for (const { slug } of await database.db.source.findMany()) {
      const { label } = await bySlug(slug)
      const outcome = await resolved(label)
      const slugs = 'source' in outcome ? [outcome.source.slug] : outcome.candidates.map((candidate) => candidate.slug)
      expect(slugs, label).toContain(slug)
    }
  })

  test('where several may be meant they are offered, and the one that is chosen counts', async () => {
    const asked = await check({ source: ['morning sunday'] })
    expect(asked).toMatchObject({ ok: false, errors: { source: expect.stringMatching(/^Which source is meant/) } })
    expect(asked.candidates).toHaveLength(3)
    const [, second] = asked.candidates
    const slug = second?.slug ?? ''
    const sourceReference = [encodeReference({ slug, text: 'morning sunday', isChosen: true })]
    expect(await check({ source: ['morning sunday'], sourceReference })).toMatchObject({
      ok: true,
      evidence: { source: { slug } },
      typed: { source: [second?.label] },
      candidates: [],
    })
  })

  test('a text that fits none becomes the title of a description', async () => {
    const asked = await check({ source: ['The Evening Paper'] })
    expect(asked).toMatchObject({
      ok: false,
      errors: { source: 'There is no such source in the record. Describe it below.' },
      typed: { title: ['The Evening Paper'] },
    })
    const again = await check({ source: ['The Evening Paper'], ...asked.typed, publication: ['Somebody'] })
    expect(again).toMatchObject({ ok: true, evidence: { source: { title: 'The Evening Paper' } } })
    expect(await check({ ...asked.typed, source: [ASAHI] })).toMatchObject({ evidence: { source: { slug: ASAHI } } })
  })

  test('a described source that the record has is offered instead, and taken once it is chosen', async () => {
    const described = { publication: ['the morning  paper'], title: ['Results of Sunday'], sourceDate: ['2014'] }
    const asked = await check(described)
    expect(asked).toMatchObject({ ok: false, errors: { title: expect.stringMatching(/in the record already/) } })
    expect(asked.candidates).toHaveLength(2)
    const slug = 'the-morning-paper-results-of-sunday'
    const reference = { slug, text: 'the morning  paper, Results of Sunday', isChosen: true }
    const sourceReference = [encodeReference(reference)]
    expect(await check({ ...described, sourceReference })).toMatchObject({
      evidence: { source: { slug } },
      typed: { publication: [''], title: [''], sourceDate: [''] },
    })
    const retitled = await check({ ...described, title: ['Results of Monday'], sourceReference })
    expect(retitled).toMatchObject({ ok: true, evidence: { source: { title: 'Results of Monday' } } })
  })

  test('everything else that is wrong is said at once, and the source is known from then on', async () => {
    expect(await check({ source: ['asahi'], reason: [''] })).toMatchObject({
      ok: false,
      errors: { reason: expect.any(String) },
      typed: { source: [expect.stringMatching(/^Asahi newspaper/)] },
    })
  })

  test('an editor’s last sources are offered after those of the thing itself, each once', async () => {
    const brett = await anEditor(database.db, 'Brett')
    expect(await offerSources(database.db, brett, [])).toEqual([])
    const slugs = (await database.db.source.findMany({ take: 10, orderBy: { slug: 'asc' } })).map(({ slug }) => slug)
    for (const slug of [...slugs, ...slugs.slice(4, 5)]) await use({ slug }, brett)
    const used = (await findLastUsed(database.db, brett)).map(({ slug }) => slug)
    const newest = [slugs[4], ...slugs.slice(5).reverse(), slugs[3], slugs[2]]
    expect(used).toEqual(newest)

    const athlete = await database.db.athlete.findUniqueOrThrow({ where: { slug: SER_OD }, select: { id: true } })
    const own = await findSourcesCitedFor(database.db, 'athleteId', athlete.id)
    expect(own.length).toBeGreaterThan(0)
    const offered = (await offerSources(database.db, brett, [...own, ...own])).map(({ slug }) => slug)
    expect(offered.slice(0, own.length)).toEqual(own.map(({ slug }) => slug))
    expect(new Set(offered).size).toBe(offered.length)
    expect(offered).toEqual(expect.arrayContaining(used))
  })
})
