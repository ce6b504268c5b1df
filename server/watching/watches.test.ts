import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { correctAt, resultAt } from '@/testing/correcting'
import { engines, type TestDatabase } from '@/testing/database'
import { aContributor, anEditor, EVIDENCE, openLoadedRecord, SER_OD } from '@/testing/record'
import { saved } from '@/testing/undoing'
import type { Author, Editor } from '../accounts/editor'
import { findThing, saveThing } from '../things/things'
import { countDigest, findDigest, findWatches, isWatching, markRead, setWatching } from './watches'

describe.each(engines())('watching, on the %s database', (engine) => {
  let database: TestDatabase
  let oyuna: Editor
  let carol: Author
  let athlete: string
  let fukuoka: string

  beforeAll(async () => {
    database = await openLoadedRecord(engine)
    const { db } = database
    oyuna = await anEditor(db, 'Oyuna')
    carol = await aContributor(db, 'Carol')
    athlete = (await db.athlete.findUniqueOrThrow({ where: { slug: SER_OD } })).id
    fukuoka = (await db.competition.findUniqueOrThrow({ where: { slug: '2014-fukuoka-marathon' } })).id
  })
  afterAll(() => database.close())

  const news = async (who: Author) => (await findDigest(database.db, who.id)).entries.map(({ id }) => id)

  test('what others change about a watched athlete is new until it is read', async () => {
    const { db } = database
    await correctAt(db, oyuna, '2011-london-marathon', { note: 'Before anybody watched' })
    expect(await setWatching(db, carol, { kind: 'athlete', id: athlete }, true)).toEqual({ watching: true })
    expect(await isWatching(db, carol.id, 'athlete', athlete)).toBe(true)
    expect(await news(carol)).toEqual([])

    const first = await correctAt(db, oyuna, '2011-london-marathon', { note: 'In the sun' })
    const second = await correctAt(db, oyuna, '2013-osaka-marathon', { note: 'In the wind' })
    const digest = await findDigest(db, carol.id)
    expect(digest.entries.map(({ id }) => id)).toEqual([second, first])
    expect(await countDigest(db, carol.id)).toBe(2)

    const later = await correctAt(db, oyuna, '2014-fukuoka-marathon', { note: 'Saved while the page was read' })
    await markRead(db, carol, digest.upTo)
    expect(await news(carol)).toEqual([later])
  })

  test('one’s own changes are no news, and nothing is once one stops watching', async () => {
    const { db } = database
    await setWatching(db, oyuna, { kind: 'athlete', id: athlete }, true)
    await correctAt(db, oyuna, '2011-london-marathon', { note: 'Her own' })
    expect(await news(oyuna)).toEqual([])
    await setWatching(db, carol, { kind: 'athlete', id: athlete }, false)
    expect(await news(carol)).toEqual([])
    expect(await findWatches(db, carol.id)).toEqual([])
  })

  test('a watched competition is followed with its results', async () => {
    const { db } = database
    const brett = await anEditor(db, 'Brett')
    await setWatching(db, brett, { kind: 'competition', id: fukuoka }, true)
    expect(await findWatches(db, brett.id)).toMatchObject([
      { kind: 'competition', id: fukuoka, href: '/competitions/2014-fukuoka-marathon' },
    ])
    const there = await correctAt(db, oyuna, '2014-fukuoka-marathon', { 'place:overall': '9' })
    await correctAt(db, oyuna, '2011-london-marathon', { note: 'Elsewhere' })
    expect(await news(brett)).toEqual([there])
  })

  test('a watched event is followed with its races and results, and the other events are not', async () => {
    const { db } = database
    const dora = await aContributor(db, 'Dora')
    const { race } = await db.result.findUniqueOrThrow({
      where: { id: await resultAt(db, '2014-fukuoka-marathon') },
      select: { race: { select: { eventId: true } } },
    })
    await setWatching(db, dora, { kind: 'event', id: race.eventId }, true)
    expect(await findWatches(db, dora.id)).toMatchObject([
      { kind: 'event', id: race.eventId, href: '/competitions/2014-fukuoka-marathon' },
    ])
    const there = await correctAt(db, oyuna, '2014-fukuoka-marathon', { 'place:overall': '8' })
    await correctAt(db, oyuna, '2011-london-marathon', { note: 'Somewhere else' })
    const found = await findThing(db, 'competition', fukuoka)
    const base = { draft: found?.draft ?? {}, version: found?.version ?? 0 }
    const edit = { kind: 'competition' as const, id: fukuoka, base, draft: { ...base.draft, city: 'Fukuoka City' } }
    saved(await saveThing(db, oyuna, { ...edit, isSure: true }, EVIDENCE))
    expect(await news(dora)).toEqual([there])
  })
})
