import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { NewCompetition } from '@/lib/record/competition-form'
import type { Draft } from '@/lib/record/merge'
import type { DecisionOutcome } from '@/lib/record/proposal'
import { draftOf } from '@/lib/record/result-draft'
import type { Db } from '@/prisma/client'
import { engines, type TestDatabase } from '@/testing/database'
import { everyRow } from '@/testing/every-row'
import { aContributor, anEditor, EKIDEN, EVIDENCE, openLoadedRecord, SER_OD, YEARBOOK } from '@/testing/record'
import { asTicked, everything, saved, type Ticks } from '@/testing/undoing'
import type { Author, Editor } from '../accounts/editor'
import { findAthleteRecord } from '../athletes/athletes'
import { findChangeSet } from '../history/history'
import { undoChangeSet } from '../history/undo'
import { addResult, findResult, saveResult } from '../results/results'
import { findMatches } from '../search/search'
import { addThing, findThing, saveThing } from '../things/things'
import {
  amendProposal,
  changeProposal,
  discardDraft,
  findDiscarded,
  findDraft,
  findDraftBar,
  keepChosen,
  publishDraft,
  readWithDraft,
  reopenDraft,
  sendDraft,
  startDraft,
} from './drafts'
import { findProposal, findQueue } from './proposals'
import { approveProposal, findDraftReview, findReview } from './review'

const RUNNER = { displayName: 'Nara Bold', sortName: 'Bold, Nara', sex: 'M', nameOrder: 'GIVEN_FAMILY' }
const FUKUOKA = '2014-fukuoka-marathon'
const HONG_KONG = '2010-hong-kong-marathon'

describe.each(engines())('drafts, on the %s database', (engine) => {
  let database: TestDatabase
  let carol: Author
  let oyuna: Editor
  let brett: Editor

  beforeAll(async () => {
    database = await openLoadedRecord(engine)
    carol = await aContributor(database.db, 'Carol')
    oyuna = await anEditor(database.db, 'Oyuna')
    brett = await anEditor(database.db, 'Brett')
  })
  afterAll(() => database.close())

  const idAt = async (competition: string, { db } = database) => {
    const record = await findAthleteRecord(db, SER_OD)
    const found = record?.results.find((result) => result.competition.slug === competition)
    if (!found) throw new Error(`There is no result at ${competition}.`)
    return found.id
  }
  const read = async (id: string, db: Db = database.db) => {
    const found = await findResult(db, id)
    if (!found) throw new Error('It is gone.')
    return found.result
  }
  /** Saves the form of a result as it is open to somebody: with their draft, or as the record is. */
  const correct = async (author: Author, id: string, edits: Draft, { db } = database, isDrafted = true) => {
    const result = isDrafted ? await readWithDraft(db, author, (from) => read(id, from)) : await read(id, db)
    const base = { draft: draftOf(result), version: result.version }
    return saved(await saveResult(db, author, { id, base, draft: { ...base.draft, ...edits } }, EVIDENCE))
  }
  const addRunner = async (author: Author, from = database) => {
    saved(await addThing(from.db, author, { kind: 'athlete', partOf: null, draft: RUNNER, isSure: true }, EVIDENCE))
    return readWithDraft(from.db, author, async (tx) => {
      const found = await findAthleteRecord(tx, 'nara-bold')
      if (!found) throw new Error('The runner is not in the draft.')
      return found.athlete.id
    })
  }
  const addRun = async (author: Author, athleteId: string, newCompetition: NewCompetition, from = database) => {
    const draft = { discipline: '10k-road', sex: 'M', round: 'FINAL', mark: '29:50', date: '2012-12-16' }
    return addResult(from.db, author, { athleteId, draft, newCompetition }, YEARBOOK)
  }
  const setHeight = async (author: Author, heightCm: string, from = database) => {
    const record = await findAthleteRecord(from.db, SER_OD)
    const found = await findThing(from.db, 'athlete', record?.athlete.id ?? '')
    const base = { draft: found?.draft ?? {}, version: found?.version ?? 0 }
    const edit = { kind: 'athlete' as const, id: record?.athlete.id ?? '', base, isSure: true }
    saved(await saveThing(from.db, author, { ...edit, draft: { ...base.draft, heightCm } }, EVIDENCE))
  }
  const review = async (author: Author, { db } = database) => {
    const draft = await findDraft(db, author)
    const found = draft && (await findDraftReview(db, draft.id))
    if (!found) throw new Error('No draft is open.')
    return found
  }
  const answer = async (author: Author, ticks: Ticks = asTicked, from = database) => {
    const { view } = await review(author, from)
    return { token: view.token, keys: ticks(view), more: view.isMoreTicked }
  }
  const publish = async (editor: Editor, ticks: Ticks = asTicked, from = database) =>
    publishDraft(from.db, editor, { reason: 'The season of 2012', ...(await answer(editor, ticks, from)) })
  const numberOf = (outcome: DecisionOutcome): number => {
    if (!outcome.saved || outcome.changeSetId === null) throw new Error(JSON.stringify(outcome))
    return outcome.changeSetId
  }

  test('edits of different kinds are gathered, nothing public changes, and they are published as one change', async () => {
    const other = await openLoadedRecord(engine)
    try {
      const { db } = database
      const id = await idAt(HONG_KONG)
      const before = await everyRow(db, 'draft_edits')
      await startDraft(db, oyuna)
      await startDraft(db, oyuna)
      expect(await correct(oyuna, id, { mark: '2:30:31' })).toBeLessThan(0)
      const runner = await addRunner(oyuna)
      const added = await addRun(oyuna, runner, { ...EKIDEN, name: 'Nara Ekiden' })
      expect(added).toMatchObject({ saved: true })
      await setHeight(oyuna, '171')
      // A second edit of the same figure goes on from the first.
      await correct(oyuna, id, { note: 'In the rain' })
      expect((await readWithDraft(db, oyuna, (from) => read(id, from))).mark).toBe('2:30:31')
      expect(await everyRow(db, 'draft_edits')).toEqual(before)
      expect(await findMatches(db, 'Nara Bold', { limit: 5 })).toMatchObject({ matches: [] })
      expect(await findQueue(db)).toEqual([])
      expect((await findDraft(db, oyuna))?.edits).toHaveLength(5)
      const { effects } = await review(oyuna)
      expect(effects.flatMap((one) => one.effects).join(' ')).toContain('29:50')
      expect(await everyRow(db, 'draft_edits')).toEqual(before)

      const number = numberOf(await publish(oyuna))
      const set = await findChangeSet(db, number)
      expect(set).toMatchObject({ author: 'Oyuna', reviewer: null, kind: 'EDIT', reason: 'The season of 2012' })
      expect(await db.changeSet.count({ where: { authorId: oyuna.id } })).toBe(1)
      expect(await findDraft(db, oyuna)).toBeNull()

      const peer = await anEditor(other.db, 'Peer')
      await correct(peer, await idAt(HONG_KONG, other), { mark: '2:30:31', note: 'In the rain' }, other)
      await addRun(peer, await addRunner(peer, other), { ...EKIDEN, name: 'Nara Ekiden' }, other)
      await setHeight(peer, '171', other)
      for (const slug of [SER_OD, 'nara-bold']) {
        expect(alike(await findAthleteRecord(db, slug))).toEqual(alike(await findAthleteRecord(other.db, slug)))
      }
    } finally {
      await other.close()
    }
  })

  test('what a form refuses is refused in a draft in the same words, and the draft stays', async () => {
    const { db } = database
    const id = await idAt(FUKUOKA)
    await startDraft(db, oyuna)
    await correct(oyuna, id, { note: 'Windy' })
    const drafted = await findDraft(db, oyuna)
    const result = await read(id)
    const base = { draft: draftOf(result), version: result.version }
    const wrong = { id, base, draft: { ...base.draft, mark: 'fast' } }
    const refusal = await saveResult(db, brett, wrong, EVIDENCE)
    expect(refusal).toMatchObject({ saved: false })
    expect(await saveResult(db, oyuna, wrong, EVIDENCE)).toEqual(refusal)
    expect(await findDraft(db, oyuna)).toEqual(drafted)
    await discardDraft(db, oyuna)
  })

  test('a form that was opened before the draft merges with what the draft says', async () => {
    const { db } = database
    const id = await idAt(FUKUOKA)
    await startDraft(db, oyuna)
    await correct(oyuna, id, { club: 'NTN' })
    await correct(oyuna, id, { note: 'Windy' }, database, false)
    expect(await readWithDraft(db, oyuna, (from) => read(id, from))).toMatchObject({ club: 'NTN', note: 'Windy' })
    expect(await read(id)).not.toMatchObject({ club: 'NTN' })
    await discardDraft(db, oyuna)
  })

  test('of two tabs that save at once, the draft has both', async () => {
    const { db } = database
    const [one, other] = [await idAt(FUKUOKA), await idAt(HONG_KONG)]
    await startDraft(db, oyuna)
    await Promise.all([correct(oyuna, one, { club: 'NTN' }), correct(oyuna, other, { club: 'NTN' })])
    const { view } = await review(oyuna)
    expect(view.choices.filter(({ figures }) => figures[0]?.figure === 'club')).toHaveLength(2)
    expect((await findDraft(db, oyuna))?.edits).toHaveLength(2)
    await discardDraft(db, oyuna)
  })

  test('where the record moved meanwhile, it is shown, and the rest of yesterday’s draft is published', async () => {
    const { db } = database
    const id = await idAt(FUKUOKA)
    await startDraft(db, oyuna)
    await correct(oyuna, id, { mark: '2:08:44', club: 'NTN' })
    await db.$executeRaw`UPDATE proposals SET "createdAt" = now() - interval '1 day' WHERE state = 'DRAFT'`
    await correct(brett, id, { mark: '2:08:45', note: 'Headwind' })
    // Another save in the draft does not hide it.
    await correct(oyuna, id, { qualification: 'Q' })
    const { view } = await review(oyuna)
    const states = new Map(
      view.choices.map(({ figures, state, changedBy }) => [figures[0]?.figure, { state, changedBy }]),
    )
    expect(states.get('mark')).toMatchObject({ state: 'changed', changedBy: [{ author: 'Brett' }] })
    expect(states.get('club')).toMatchObject({ state: 'ready' })
    expect(states.has('note')).toBe(false)
    numberOf(await publish(oyuna))
    expect(await read(id)).toMatchObject({ mark: '2:08:45', note: 'Headwind', club: 'NTN', qualification: 'Q' })
  })

  test('what was chosen stays in the draft, and the rest is taken out of it', async () => {
    const { db } = database
    const id = await idAt(FUKUOKA)
    await startDraft(db, oyuna)
    await correct(oyuna, id, { mark: '2:08:47' })
    await correct(oyuna, id, { note: 'Hail' })
    const only: Ticks = ({ choices }) =>
      choices.flatMap(({ key, figures }) => (figures[0]?.figure === 'note' ? [key] : []))
    expect(await keepChosen(db, oyuna, await answer(oyuna, only))).toMatchObject({ saved: true })
    const { mark } = await read(id)
    expect(await readWithDraft(db, oyuna, (from) => read(id, from))).toMatchObject({ mark, note: 'Hail' })
    await discardDraft(db, oyuna)
  })

  test('a discarded draft is opened again, and one person has one draft at a time', async () => {
    const { db } = database
    const id = await idAt(FUKUOKA)
    await startDraft(db, oyuna)
    await correct(oyuna, id, { note: 'Snow' })
    await discardDraft(db, oyuna)
    const [discarded] = await findDiscarded(db, oyuna)
    if (!discarded) throw new Error('It is not kept.')
    await startDraft(db, oyuna)
    expect(await reopenDraft(db, oyuna, discarded.id)).toMatchObject({ refusal: { kind: 'has-draft' } })
    await discardDraft(db, oyuna)
    expect(await reopenDraft(db, brett, discarded.id)).toMatchObject({ refusal: { kind: 'missing' } })
    expect(await reopenDraft(db, oyuna, discarded.id)).toMatchObject({ saved: true })
    expect((await readWithDraft(db, oyuna, (from) => read(id, from))).note).toBe('Snow')
    expect(await findProposal(db, brett, discarded.id)).toBeNull()
    await discardDraft(db, oyuna)
  })

  test('an undo is refused while a draft is open, in words', async () => {
    const { db } = database
    const id = await idAt(FUKUOKA)
    const number = await correct(oyuna, id, { note: 'Fog' })
    await startDraft(db, oyuna)
    // A draft in which nothing was saved yet has nothing to publish.
    const nothing = { reason: 'No', token: '', keys: [], more: false }
    expect(await publishDraft(db, oyuna, nothing)).toMatchObject({ refusal: { kind: 'nothing-left' } })
    expect(await findDraftReview(db, (await findDraft(db, oyuna))?.id ?? 0)).toBeNull()
    const undo = { changeSetId: number, reason: 'No', token: '', keys: [], more: false }
    await expect(undoChangeSet(db, oyuna, undo)).rejects.toThrow('You have a draft open')
    await discardDraft(db, oyuna)
    expect(await findDraftBar(db, oyuna)).toBeNull()
  })

  test('a contributor sends a draft as one proposal, and it is approved as one change', async () => {
    const { db } = database
    const [one, other] = [await idAt(FUKUOKA), await idAt(HONG_KONG)]
    const marks = [await read(one), await read(other)].map(({ mark }) => mark)
    await startDraft(db, carol)
    await correct(carol, one, { mark: '2:08:41' })
    await correct(carol, other, { mark: '2:30:33' })
    expect(await findQueue(db)).toEqual([])
    const sent = numberOf(await sendDraft(db, carol, { reason: 'Two slips', ...(await answer(carol)) }))
    expect((await findQueue(db)).map(({ id, reason }) => [id, reason])).toEqual([[sent, 'Two slips']])
    expect([await read(one), await read(other)].map(({ mark }) => mark)).toEqual(marks)
    const { view } = (await findReview(db, sent)) ?? { view: null }
    if (!view) throw new Error('It is not open.')
    const keys = everything(view)
    const approved = numberOf(
      await approveProposal(db, brett, { id: sent, amendments: [], token: view.token, keys, more: false }),
    )
    expect([(await read(one)).mark, (await read(other)).mark]).toEqual(['2:08:41', '2:30:33'])
    expect(await findChangeSet(db, approved)).toMatchObject({ author: 'Carol', reviewer: 'Brett', isAmended: false })
  })

  test('an author changes what was proposed, and the next save is what waits', async () => {
    const { db } = database
    const id = await idAt(FUKUOKA)
    const proposal = await correct(carol, id, { mark: '2:08:31' })
    expect(await changeProposal(db, carol, proposal)).toMatchObject({ saved: true })
    expect(await findQueue(db)).toEqual([])
    expect((await readWithDraft(db, carol, (from) => read(id, from))).mark).toBe('2:08:31')
    await discardDraft(db, carol)
    expect((await findQueue(db)).map(({ id }) => id)).toEqual([proposal])
    await changeProposal(db, carol, proposal)
    await correct(carol, id, { mark: '2:08:32' })
    const [queued, ...others] = await findQueue(db)
    expect([queued?.id, others]).toEqual([proposal, []])
    expect(queued?.changes.flatMap(({ fields }) => fields)).toContainEqual(
      expect.objectContaining({ field: 'mark', after: '2:08:32' }),
    )
    expect(await findDraftBar(db, carol)).toBeNull()
  })

  test('a reviewer amends a proposal in its form, and the history names both and the amendment', async () => {
    const { db } = database
    const id = await idAt(FUKUOKA)
    const [proposal] = await findQueue(db)
    if (!proposal) throw new Error('Nothing waits.')
    expect(await amendProposal(db, oyuna, proposal.id)).toMatchObject({ saved: true })
    expect((await readWithDraft(db, oyuna, (from) => read(id, from))).mark).toBe('2:08:32')
    await correct(oyuna, id, { mark: '2:08:33' })
    expect(await findDraft(db, oyuna)).toMatchObject({ amends: { id: proposal.id, author: 'Carol' } })
    const number = numberOf(await publish(oyuna))
    expect((await read(id)).mark).toBe('2:08:33')
    expect(await findChangeSet(db, number)).toMatchObject({ author: 'Carol', reviewer: 'Oyuna', isAmended: true })
    expect(await findProposal(db, carol, proposal.id)).toMatchObject({
      state: 'PUBLISHED',
      decided: { by: 'Oyuna', changeSetId: number },
    })
    expect(await findDraft(db, oyuna)).toBeNull()
  })
})

/** A record without what two databases say differently of the same: the keys of new rows, and when it was. */
function alike(record: object | null): unknown {
  const unkeyed = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(unkeyed).sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1))
    if (value === null || typeof value !== 'object') return value
    return Object.fromEntries(
      Object.entries(value).flatMap(([key, part]) =>
        /^(id|.*Id|version|revision|updatedAt)$/.test(key) ? [] : [[key, unkeyed(part)]],
      ),
    )
  }
  return unkeyed(record)
}
