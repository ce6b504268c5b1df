import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { NewCompetition } from '@/lib/record/competition-form'
import type { Draft } from '@/lib/record/merge'
import type { Amendment, DecisionOutcome } from '@/lib/record/proposal'
import { draftOf } from '@/lib/record/result-draft'
import { engines, type TestDatabase } from '@/testing/database'
import { everyRow } from '@/testing/every-row'
import { aContributor, anEditor, EKIDEN, EVIDENCE, openLoadedRecord, SER_OD, YEARBOOK } from '@/testing/record'
import { asTicked, everything, saved, type Ticks } from '@/testing/undoing'
import { type Author, admitOperator, type Editor } from '../accounts/editor'
import { findAthleteRecord } from '../athletes/athletes'
import { change } from '../history/change'
import { findChangeSet } from '../history/history'
import { findUndo, undoChangeSet } from '../history/undo'
import { addResult, findResult, saveResult, withdrawResult } from '../results/results'
import { findMatches } from '../search/search'
import { findCitedThing } from '../sources/cited-things'
import { addCitation } from '../sources/citing'
import { addThing, findThing, saveThing, withdrawThing } from '../things/things'
import { findProposal, findProposalsOf, findQueue } from './proposals'
import { approveProposal, declineProposal, discussProposal, findReview, withdrawProposal } from './review'

describe.each(engines())('proposals, on the %s database', (engine) => {
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

  const record = async ({ db } = database) => {
    const found = await findAthleteRecord(db, SER_OD)
    if (!found) throw new Error('The record is empty.')
    return found
  }
  const read = async (id: string, { db } = database) => {
    const found = await findResult(db, id)
    if (!found) throw new Error('It is gone.')
    return found.result
  }
  const idAt = async (competition: string, from = database) => {
    const found = (await record(from)).results.find((result) => result.competition.slug === competition)
    if (!found) throw new Error(`There is no result at ${competition}.`)
    return found.id
  }
  const correct = async (author: Author, id: string, edits: Draft, evidence = EVIDENCE, from = database) => {
    const result = await read(id, from)
    const base = { draft: draftOf(result), version: result.version }
    return saved(await saveResult(from.db, author, { id, base, draft: { ...base.draft, ...edits } }, evidence))
  }
  const add = async (author: Author, newCompetition: NewCompetition | null, edits: Draft = {}, from = database) => {
    const { athlete } = await record(from)
    const draft = { discipline: '10k-road', sex: 'M', round: 'FINAL', mark: '29:50', date: '2012-12-16', ...edits }
    return saveOf(await addResult(from.db, author, { athleteId: athlete.id, draft, newCompetition }, YEARBOOK))
  }
  const saveOf = (outcome: Awaited<ReturnType<typeof addResult>>) => {
    if (!outcome.saved) throw new Error(JSON.stringify(outcome))
    return outcome
  }
  const look = async (id: number, from = database) => {
    const review = await findReview(from.db, id)
    if (!review) throw new Error('It is not open.')
    return review
  }
  const approve = async (
    reviewer: Editor,
    id: number,
    { ticks = asTicked, amendments = [] }: { ticks?: Ticks; amendments?: Amendment[] } = {},
    from = database,
  ) => {
    const { view } = await look(id, from)
    const answer = { token: view.token, keys: ticks(view), more: view.isMoreTicked }
    return approveProposal(from.db, reviewer, { id, amendments, ...answer })
  }
  const done = (outcome: DecisionOutcome) => expect(outcome).toMatchObject({ saved: true })
  const published = (outcome: DecisionOutcome): number => {
    if (!outcome.saved || outcome.changeSetId === null) throw new Error(JSON.stringify(outcome))
    return outcome.changeSetId
  }

  test('nothing but the proposal is written, whatever a contributor saves', async () => {
    const { db } = database
    const id = await idAt('2014-fukuoka-marathon')
    const { athlete } = await record()
    const before = await everyRow(db)
    await correct(carol, id, { mark: '2:08:51' })
    await correct(carol, id, { note: 'In the rain' }, YEARBOOK)
    await add(carol, EKIDEN)
    saved(await withdrawResult(db, carol, id, EVIDENCE))
    const draft = { displayName: 'Nara Bold', sortName: 'Bold, Nara', sex: 'F', nameOrder: 'GIVEN_FAMILY' }
    saved(await addThing(db, carol, { kind: 'athlete', partOf: null, draft, isSure: true }, EVIDENCE))
    const found = await findThing(db, 'athlete', athlete.id)
    const base = { draft: found?.draft ?? {}, version: found?.version ?? 0 }
    const edit = {
      kind: 'athlete' as const,
      id: athlete.id,
      base,
      draft: { ...base.draft, heightCm: '171' },
      isSure: true,
    }
    saved(await saveThing(db, carol, edit, EVIDENCE))
    const owner = { kind: 'result', key: id } as const
    const { version } = (await findCitedThing(db, owner)) ?? { version: 0 }
    const citation = { owner, version, field: 'mark', asserts: '2:08:50', stance: null, rejection: null }
    saved(await addCitation(db, carol, citation, YEARBOOK))
    expect(await everyRow(db)).toEqual(before)
    expect(await findMatches(db, 'Nara Bold', { limit: 5 })).toMatchObject({ matches: [] })
    expect((await findQueue(db)).map(({ author }) => author)).toEqual(Array(7).fill('Carol'))
  })

  test('what a form refuses is refused to a contributor in the same words, and proposes nothing', async () => {
    const { db } = database
    const id = await idAt('2014-fukuoka-marathon')
    const queue = await findQueue(db)
    const result = await read(id)
    const base = { draft: draftOf(result), version: result.version }
    const wrong = { id, base, draft: { ...base.draft, mark: 'fast' } }
    const refusal = await saveResult(db, oyuna, wrong, EVIDENCE)
    expect(refusal).toMatchObject({ saved: false, errors: { mark: expect.any(String) } })
    expect(await saveResult(db, carol, wrong, EVIDENCE)).toEqual(refusal)
    expect(await findQueue(db)).toEqual(queue)
  })

  test('only an edit can be proposed, and only by whom the gate has let in', async () => {
    const { db } = database
    const work = async () => 1
    await expect(change(db, carol as Editor, { kind: 'RESTORE', reason: 'No' }, work)).rejects.toThrow('Only editors')
    await expect(change(db, { ...carol }, { kind: 'EDIT', ...EVIDENCE }, work)).rejects.toThrow('the gate')
    await expect(
      change(db, { ...carol, publishes: true } as Author, { kind: 'EDIT', ...EVIDENCE }, work),
    ).rejects.toThrow('the gate')
    await expect(
      approve(carol as Editor, await correct(carol, await idAt('2014-fukuoka-marathon'), { club: 'NTN' })),
    ).rejects.toThrow('the gate')
  })

  test('an approved correction stands as if an editor had saved it, and names both', async () => {
    const other = await openLoadedRecord(engine)
    try {
      const id = await idAt('2010-hong-kong-marathon')
      const proposal = await correct(carol, id, { mark: '2:30:31', note: 'In the rain' })
      const review = await look(proposal)
      expect(review.view.choices.map(({ figures, state }) => [figures[0]?.figure, state])).toEqual([
        ['mark', 'ready'],
        ['note', 'ready'],
      ])
      const number = published(await approve(oyuna, proposal))
      const peer = await anEditor(other.db, 'Peer')
      await correct(
        peer,
        await idAt('2010-hong-kong-marathon', other),
        { mark: '2:30:31', note: 'In the rain' },
        EVIDENCE,
        other,
      )
      expect(alike(await read(id))).toEqual(alike(await read(await idAt('2010-hong-kong-marathon', other), other)))
      expect(await findChangeSet(database.db, number)).toMatchObject({
        author: 'Carol',
        reviewer: 'Oyuna',
        kind: 'EDIT',
      })
      expect(await findProposal(database.db, carol, proposal)).toMatchObject({
        state: 'PUBLISHED',
        decided: { by: 'Oyuna', changeSetId: number },
      })
      // It can be undone like any other change.
      const undo = await findUndo(database.db, number)
      const answer = { token: undo?.token ?? '', keys: undo ? asTicked(undo) : [], more: false }
      saved(await undoChangeSet(database.db, brett, { changeSetId: number, reason: 'A slip', ...answer }))
      expect((await read(id)).mark).not.toBe('2:30:31')
    } finally {
      await other.close()
    }
  })

  test('a result at a new competition, with a new source, is approved whole', async () => {
    const other = await openLoadedRecord(engine)
    try {
      const { changeSetId: proposal, resultId } = await add(carol, { ...EKIDEN, name: 'Nara Ekiden' })
      const { effects } = await look(proposal)
      expect(effects[0]?.effects.join(' ')).toContain('29:50')
      const number = published(await approve(oyuna, proposal))
      const peer = await anEditor(other.db, 'Peer')
      const theirs = await add(peer, { ...EKIDEN, name: 'Nara Ekiden' }, {}, other)
      expect(alike(await read(resultId))).toEqual(alike(await read(theirs.resultId, other)))
      const entry = await findChangeSet(database.db, number)
      expect(entry?.source?.title).toBe('The road season')
      expect(entry?.changes.every(({ kind }) => kind === 'added')).toBe(true)

      // Somebody else has proposed the same competition: its result comes to the one that there is by now.
      const dora = await aContributor(database.db, 'Dora')
      const second = await proposeBefore(dora)
      const count = await database.db.competition.count()
      published(await approve(oyuna, second))
      expect(await database.db.competition.count()).toBe(count)
    } finally {
      await other.close()
    }
  })

  /** A result of another athlete at a competition that was described when the record did not have it. */
  const proposeBefore = async (author: Author) => {
    const { db } = database
    const [peer] = await db.athlete.findMany({ where: { slug: { not: SER_OD }, sex: 'M' }, orderBy: { slug: 'asc' } })
    const draft = { discipline: '10k-road', sex: 'M', round: 'FINAL', mark: '31:00', date: '2012-12-16' }
    const given = { athleteId: peer?.id ?? '', draft, newCompetition: { ...EKIDEN, name: 'Nara Ekiden' } }
    return saveOf(await addResult(db, author, given, YEARBOOK)).changeSetId
  }

  test('a new athlete is approved, at another address where the first is taken by now', async () => {
    const { db } = database
    const draft = { displayName: 'Tuya Bat', sortName: 'Bat, Tuya', sex: 'F', nameOrder: 'GIVEN_FAMILY' }
    const propose = async (author: Author) =>
      saved(await addThing(db, author, { kind: 'athlete', partOf: null, draft, isSure: true }, EVIDENCE))
    const [first, second] = [await propose(carol), await propose(carol)]
    published(await approve(oyuna, first))
    published(await approve(oyuna, second))
    const slugs = await db.athlete.findMany({ where: { displayName: 'Tuya Bat' }, orderBy: { slug: 'asc' } })
    expect(slugs.map(({ slug }) => slug)).toEqual(['tuya-bat', 'tuya-bat-2'])
    expect(await findMatches(db, 'Tuya Bat', { limit: 5 })).toMatchObject({ matches: [{}, {}] })
  })

  test('a source by itself is approved', async () => {
    const { db } = database
    const draft = { publication: 'Almanac', title: 'Of the roads' }
    const proposal = saved(await addThing(db, carol, { kind: 'source', partOf: null, draft, isSure: true }, EVIDENCE))
    expect((await findProposal(db, carol, proposal))?.source).toMatchObject({
      title: 'Almanac: Of the roads',
      isNew: true,
    })
    published(await approve(oyuna, proposal))
    expect(await db.source.count({ where: { publication: 'Almanac', withdrawn: false } })).toBe(1)
  })

  test('where the record has moved, what others changed stays unless the reviewer says otherwise', async () => {
    const id = await idAt('2013-hofu-yomiuri-marathon')
    const proposal = await correct(carol, id, { note: 'A tail wind', club: 'Carol’s club' })
    const seen = await look(proposal)
    await correct(brett, id, { note: 'A head wind', wind: '' })
    const stale = { token: seen.view.token, keys: asTicked(seen.view), more: false }
    expect(await approveProposal(database.db, oyuna, { id: proposal, amendments: [], ...stale })).toMatchObject({
      saved: false,
      refusal: { kind: 'moved', figures: [{ figure: 'note', changedBy: [{ author: 'Brett' }] }] },
    })
    const { choices } = (await look(proposal)).view
    expect(choices.map(({ figures, state, isTicked }) => [figures[0]?.figure, state, isTicked])).toEqual([
      ['note', 'changed', false],
      ['club', 'ready', true],
    ])
    published(await approve(oyuna, proposal))
    expect(await read(id)).toMatchObject({ note: 'A head wind', club: 'Carol’s club' })

    const again = await correct(carol, id, { note: 'No wind' })
    await correct(brett, id, { note: 'Some wind' })
    published(await approve(oyuna, again, { ticks: everything }))
    expect(await read(id)).toMatchObject({ note: 'No wind' })
  })

  test('of two reviewers at once one decides, and the other is told who', async () => {
    const id = await idAt('2013-osaka-marathon')
    const proposal = await correct(carol, id, { note: 'In the snow' })
    const { view } = await look(proposal)
    const answer = { id: proposal, amendments: [], token: view.token, keys: asTicked(view), more: false }
    const outcomes = await Promise.all([
      approveProposal(database.db, oyuna, answer),
      approveProposal(database.db, brett, answer),
    ])
    expect(outcomes.map(({ saved }) => saved).sort()).toEqual([false, true])
    const winner = outcomes[0]?.saved ? 'Oyuna' : 'Brett'
    expect(outcomes.find(({ saved }) => !saved)).toMatchObject({
      refusal: { kind: 'decided', state: 'PUBLISHED', by: winner },
    })
    expect(
      await database.db.changeSet.count({ where: { reason: EVIDENCE.reason, reviewedByName: winner } }),
    ).toBeGreaterThan(0)
    expect(await declineProposal(database.db, brett, { id: proposal, reason: 'Late' })).toMatchObject({ saved: false })
  })

  test('nobody reviews their own, not even after a promotion', async () => {
    const { db } = database
    const eve = await aContributor(db, 'Eve')
    const proposal = await correct(eve, await idAt('2014-fukuoka-marathon'), { note: 'Mine' })
    await db.user.update({ where: { id: eve.id }, data: { role: 'EDITOR' } })
    const promoted = await admitOperator(db, 'eve@palmares.example')
    if (!promoted) throw new Error('Eve was not admitted.')
    expect(await approve(promoted, proposal)).toMatchObject({ saved: false, refusal: { kind: 'own' } })
    expect(await declineProposal(db, promoted, { id: proposal, reason: 'No' })).toMatchObject({
      refusal: { kind: 'own' },
    })
    expect(await findProposal(db, eve, proposal)).toMatchObject({ state: 'WAITING' })
  })

  test('a proposal is discussed, declined with a reason, and then closed', async () => {
    const { db } = database
    const dan = await aContributor(db, 'Dan')
    const proposal = await correct(carol, await idAt('2014-fukuoka-marathon'), { note: 'Windy' })
    done(await discussProposal(db, oyuna, { id: proposal, text: 'Where did you read that?' }))
    done(await discussProposal(db, carol, { id: proposal, text: 'On the back page.' }))
    expect(await discussProposal(db, dan, { id: proposal, text: 'Me too' })).toMatchObject({
      saved: false,
      refusal: { kind: 'missing' },
    })
    expect(await findProposal(db, dan, proposal)).toBeNull()
    expect(await findProposal(db, carol, proposal)).toMatchObject({
      state: 'IN_DISCUSSION',
      messages: [{ author: 'Oyuna' }, { author: 'Carol', text: 'On the back page.' }],
    })
    done(await declineProposal(db, oyuna, { id: proposal, reason: 'There was no wind.' }))
    expect(await findReview(db, proposal)).toBeNull()
    expect((await findProposalsOf(db, carol, 'DECLINED'))[0]).toMatchObject({
      decided: { by: 'Oyuna', reason: 'There was no wind.' },
    })
    expect(await discussProposal(db, carol, { id: proposal, text: 'But' })).toMatchObject({
      refusal: { kind: 'decided' },
    })
    await expect(db.proposal.update({ where: { id: proposal }, data: { state: 'WAITING' } })).rejects.toThrow()
  })

  test('its author withdraws it, and nobody else', async () => {
    const { db } = database
    const proposal = await correct(carol, await idAt('2014-fukuoka-marathon'), { note: 'Sunny' })
    const { view } = await look(proposal)
    expect(await withdrawProposal(db, brett, proposal)).toMatchObject({ saved: false })
    done(await withdrawProposal(db, carol, proposal))
    const answer = { token: view.token, keys: asTicked(view), more: false }
    expect(await approveProposal(db, oyuna, { id: proposal, amendments: [], ...answer })).toMatchObject({
      refusal: { kind: 'decided', state: 'WITHDRAWN', by: null },
    })
  })

  test('what was proposed of a result or an athlete that has been withdrawn since cannot be published', async () => {
    const { db } = database
    const id = await idAt('2008-hong-kong-marathon')
    const proposal = await correct(carol, id, { note: 'Hot' })
    saved(await withdrawResult(db, brett, id, EVIDENCE))
    const { choices } = (await look(proposal)).view
    expect(choices).toMatchObject([
      { isBlocked: true, isTicked: false, lacks: [{ title: expect.stringContaining('Hong Kong') }] },
    ])
    expect(await approve(oyuna, proposal, { ticks: ({ choices }) => choices.map(({ key }) => key) })).toMatchObject({
      refusal: { kind: 'apart' },
    })

    const draft = { displayName: 'Odd One', sortName: 'One, Odd', sex: 'M', nameOrder: 'GIVEN_FAMILY' }
    const made = await addThing(db, oyuna, { kind: 'athlete', partOf: null, draft, isSure: true }, EVIDENCE)
    if (!made.saved) throw new Error('The athlete was not added.')
    const given = {
      discipline: 'marathon',
      sex: 'M',
      round: 'FINAL',
      mark: '2:40:00',
      competition: '2014-fukuoka-marathon',
    }
    const result = saveOf(await addResult(db, carol, { athleteId: made.id, draft: given }, EVIDENCE)).changeSetId
    saved(await withdrawThing(db, oyuna, { kind: 'athlete', id: made.id }, EVIDENCE))
    expect((await look(result)).view.choices.every(({ isBlocked }) => isBlocked)).toBe(true)
  })

  test('a reviewer leaves a figure out, and gives another value that the citation then says, too', async () => {
    const { db } = database
    const id = await idAt('2010-zhengzhou-marathon')
    const { note } = await read(id)
    const proposal = await correct(carol, id, { mark: '2:22:22', note: 'Left out' })
    const { amendable } = await look(proposal)
    expect(Object.values(amendable).flat()).toContainEqual({ entity: 'results', id, field: 'mark' })
    const ticks: Ticks = ({ choices }) => choices.flatMap(({ key }) => (key.endsWith('/mark') ? [key] : []))
    const wrong = [{ entity: 'results', id, field: 'mark', value: 'quick' }]
    expect(await approve(oyuna, proposal, { ticks, amendments: wrong })).toMatchObject({
      refusal: { kind: 'rule', figures: [{ figure: 'mark' }] },
    })
    const amendments = [{ entity: 'results', id, field: 'mark', value: '2:22:23' }]
    published(await approve(oyuna, proposal, { ticks, amendments }))
    const after = await read(id)
    expect(after).toMatchObject({ mark: '2:22:23', note })
    const { id: sourceId } = await db.source.findFirstOrThrow({
      where: { publication: 'Organiser', title: 'Official results', withdrawn: false },
    })
    const cited = after.citations.filter(({ field, source }) => field === 'mark' && source.id === sourceId)
    expect(cited).toMatchObject([{ asserts: '2:22:23', accepted: true }])
  })

  test('what is said of its effects is what approving it does', async () => {
    const id = await idAt('2014-fukuoka-marathon')
    const proposal = await correct(carol, id, { mark: '2:07:00' })
    const { effects } = await look(proposal)
    expect(effects[0]?.effects.join(' ')).toContain('Personal best, Marathon: 2:07:00')
    const before = await everyRow(database.db)
    await look(proposal)
    expect(await everyRow(database.db)).toEqual(before)
    expect(await correct(carol, id, { mark: '2:07:01' })).toBe(proposal + 1)
  })
})

/** A result without what two databases say differently of the same: the keys of new rows. */
function alike(result: object): unknown {
  const unkeyed = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(unkeyed).sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1))
    if (value === null || typeof value !== 'object') return value
    return Object.fromEntries(
      Object.entries(value).flatMap(([key, part]) => (/^id$|Id$/.test(key) ? [] : [[key, unkeyed(part)]])),
    )
  }
  return unkeyed(result)
}
