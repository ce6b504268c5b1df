import { describe, expect, test } from 'vitest'
import type { NewCompetition } from '@/lib/record/competition-form'
import type { Draft } from '@/lib/record/merge'
import type { PutBackView } from '@/lib/record/put-back-view'
import type { Result } from '@/lib/record/result'
import { draftOf } from '@/lib/record/result-draft'
import { engines } from '@/testing/database'
import { EKIDEN, EVIDENCE, openRecord, SER_OD, YEARBOOK } from '@/testing/record'
import { everything, restore, saved, undo } from '@/testing/undoing'
import type { Editor } from '../accounts/editor'
import { findAthleteRecord } from '../athletes/athletes'
import { mergeAthletes } from '../athletes/merging'
import { splitAthlete } from '../athletes/splitting'
import { findCompetitionChoice } from '../competitions/competition-choice'
import { moveResult } from '../results/move-result'
import { addResult, findResult, saveResult } from '../results/results'
import { findCitedThing } from '../sources/cited-things'
import { addCitation } from '../sources/citing'
import { change } from './change'
import { findChangeSet, findHistory, findLatestChanges } from './history'
import { findRestore } from './restore'
import { findUndo, undoChangeSet } from './undo'

describe.each(engines())('undoing by figure, on the %s database', (engine) => {
  const opened = openRecord(engine)

  const record = async () => {
    const found = await findAthleteRecord(opened.db, SER_OD)
    if (!found) throw new Error('The record is empty.')
    return found
  }
  const read = async (id: string) => {
    const found = await findResult(opened.db, id)
    if (!found) throw new Error('It is gone.')
    return found.result
  }
  const idAt = async (competition: string) => {
    const found = (await record()).results.find(({ competition: { slug } }) => slug === competition)
    if (!found) throw new Error(`No result at ${competition}.`)
    return found.id
  }
  const correct = async (editor: Editor, id: string, edits: Draft, evidence = EVIDENCE) => {
    const result = await read(id)
    const base = { draft: draftOf(result), version: result.version }
    return saved(await saveResult(opened.db, editor, { id, base, draft: { ...base.draft, ...edits } }, evidence))
  }
  const view = async (changeSetId: number): Promise<PutBackView> => {
    const found = await findUndo(opened.db, changeSetId)
    if (!found) throw new Error('It cannot be undone.')
    return found
  }
  const choiceOf = (of: PutBackView, figure: string) =>
    of.choices.find(({ figures }) => figures.some((line) => line.figure === figure))
  const plain = ({ version: _version, ...result }: Result) => result
  const add = async (editor: Editor, edits: Draft, newCompetition: NewCompetition | null = null) => {
    const { athlete } = await record()
    const draft = { discipline: '10k-road', sex: 'M', round: 'FINAL', mark: '29:50', ...edits }
    const outcome = await addResult(opened.db, editor, { athleteId: athlete.id, draft, newCompetition }, EVIDENCE)
    if (!outcome.saved) throw new Error(JSON.stringify(outcome))
    return outcome
  }

  test('a corrected mark goes back with its citation, and a note that was added since stays', async () => {
    const id = await idAt('2014-fukuoka-marathon')
    const before = await read(id)
    const correction = await correct(opened.oyuna, id, { mark: '2:05:50' })
    const note = await correct(opened.brett, id, { note: 'A tail wind from Imajuku' }, YEARBOOK)
    const best = async () => {
      const marathons = (await record()).results.filter(({ discipline, mark }) => discipline === 'marathon' && mark)
      return marathons.sort((a, b) => (a.value ?? 0) - (b.value ?? 0))[0]?.mark
    }
    expect(await best()).toBe('2:05:50')

    const undone = saved(await undo(opened.db, opened.oyuna, correction))
    const after = await read(id)
    expect(plain({ ...after, note: before.note, citations: [] })).toEqual(plain({ ...before, citations: [] }))
    expect(after.note).toBe('A tail wind from Imajuku')
    const marks = ({ citations }: Result) => citations.filter(({ field }) => field === 'mark')
    expect(marks(after)).toEqual(marks(before))
    const notes = ({ citations }: Result) => citations.filter(({ field }) => field === 'note').length
    expect(notes(after)).toBe(notes(before) + 1)
    expect(await best()).toBe('2:08:50')

    expect(await findChangeSet(opened.db, correction)).toMatchObject({ undone: { by: [undone], isWhole: true } })
    expect(await findChangeSet(opened.db, undone)).toMatchObject({ undoes: correction, undone: null })
    const again = await view(correction)
    expect(again.choices.map(({ state }) => state)).toEqual(again.choices.map(() => 'stands'))
    expect(await undo(opened.db, opened.oyuna, correction)).toEqual({ saved: false, refusal: { kind: 'nothing-left' } })

    saved(await undo(opened.db, opened.oyuna, note))
    expect(plain(await read(id))).toEqual(plain(before))
  })

  test('an undo is undone, and undone again', async () => {
    const id = await idAt('2014-fukuoka-marathon')
    const before = plain(await read(id))
    const correction = await correct(opened.oyuna, id, { mark: '2:08:49', 'place:overall': '2' })
    const corrected = plain(await read(id))
    const undone = saved(await undo(opened.db, opened.oyuna, correction))
    expect(plain(await read(id))).toEqual(before)
    const redone = saved(await undo(opened.db, opened.brett, undone))
    expect(plain(await read(id))).toEqual(corrected)
    expect((await findChangeSet(opened.db, correction))?.undone).toBeNull()
    expect((await findChangeSet(opened.db, undone))?.undone).toEqual({ by: [redone], isWhole: true })
    const last = saved(await undo(opened.db, opened.oyuna, correction))
    expect(plain(await read(id))).toEqual(before)
    expect((await findChangeSet(opened.db, correction))?.undone).toEqual({ by: [last], isWhole: true })
  })

  test('a birth date is restored without the height that came later', async () => {
    const { athlete } = await record()
    const birthDate = async (value: string) =>
      change(opened.db, opened.oyuna, { kind: 'EDIT', ...EVIDENCE }, async ({ tx, id, sourceId }) => {
        await tx.athlete.update({ where: { id: athlete.id }, data: { birthDate: value } })
        const cited = { athleteId: athlete.id, sourceId: sourceId ?? '', locator: 'p. 1', field: 'birthDate' }
        await tx.citation.create({ data: { ...cited, asserts: value } })
        return id
      })
    const changed = await birthDate('1981-10-08')
    const thing = await findCitedThing(opened.db, { kind: 'athlete', key: SER_OD })
    const height = String((athlete.heightCm ?? 170) + 2)
    const given = { owner: { kind: 'athlete', key: SER_OD } as const, version: thing?.version ?? 0, field: 'heightCm' }
    saved(
      await addCitation(
        opened.db,
        opened.brett,
        { ...given, asserts: height, stance: 'accept', rejection: null },
        YEARBOOK,
      ),
    )
    const revision = await opened.db.revision.findFirstOrThrow({
      where: { entity: 'athletes', entityId: athlete.id, changeSetId: changed },
    })
    const shown = await findRestore(opened.db, revision.id, 'before')
    expect(shown?.choices.map(({ figures }) => figures.map(({ figure }) => figure)).sort()).toEqual([
      ['birthDate'],
      ['heightCm'],
    ])
    const birth = (of: PutBackView) => choiceOf(of, 'birthDate')?.key ?? ''
    saved(
      await restore(opened.db, opened.oyuna, { revisionId: revision.id, side: 'before', ticks: (of) => [birth(of)] }),
    )
    const restored = (await record()).athlete
    expect(restored).toMatchObject({ birthDate: athlete.birthDate, heightCm: Number(height) })
    const cited = (field: string) => restored.citations.filter((citation) => citation.field === field)
    expect(cited('heightCm').map(({ asserts }) => asserts)).toContain(height)
    expect(cited('birthDate')).toEqual(athlete.citations.filter(({ field }) => field === 'birthDate'))
  })

  test('after a split is undone nothing leads to the athlete who is gone', async () => {
    const { results } = await record()
    const outcome = await splitAthlete(
      opened.db,
      opened.oyuna,
      {
        slug: SER_OD,
        chosen: {
          resultIds: [results[0]?.id ?? ''],
          nameVariantIds: [],
          affiliationIds: [],
          externalIdIds: [],
          photoIds: [],
        },
        athlete: {
          displayName: 'Ser-Od Another',
          sortName: 'Another, Ser-Od',
          nativeName: null,
          sex: 'M',
          birthDate: '1990',
          countryCode: 'MGL',
        },
      },
      EVIDENCE,
    )
    const another = { slug: 'ser-od-another', name: 'Ser-Od Another' }
    expect((await findLatestChanges(opened.db, 1))[0]?.athletes).toContainEqual(another)
    saved(await undo(opened.db, opened.oyuna, saved(outcome)))
    const history = (await findHistory(opened.db, SER_OD))?.entries ?? []
    for (const { athletes } of [...(await findLatestChanges(opened.db, 5)), ...history]) {
      expect(athletes).not.toContainEqual(another)
      for (const { slug } of athletes) {
        if (slug !== null) expect(await findAthleteRecord(opened.db, slug), slug).not.toBeNull()
      }
    }
    expect((await findLatestChanges(opened.db, 1))[0]?.athletes).toContainEqual({ ...another, slug: null })
  })

  test('what somebody has changed since is not ticked and says who; ticked, it goes back over that', async () => {
    const id = await idAt('2013-osaka-marathon')
    const before = await read(id)
    const first = await correct(opened.oyuna, id, { mark: '2:13:30', note: 'In the rain' })
    const second = await correct(opened.brett, id, { mark: '2:13:32' }, YEARBOOK)
    const shown = await view(first)
    expect(choiceOf(shown, 'mark')).toMatchObject({
      state: 'changed',
      isTicked: false,
      changedBy: [{ changeSetId: second, author: 'Brett' }],
      figures: [{ values: expect.arrayContaining([{ field: 'mark', before: '2:13:32', after: before.mark }]) }],
    })
    expect(choiceOf(shown, 'note')).toMatchObject({ state: 'ready', isTicked: true })

    const part = saved(await undo(opened.db, opened.oyuna, first))
    expect(await read(id)).toMatchObject({ mark: '2:13:32', note: before.note })
    expect((await findChangeSet(opened.db, first))?.undone).toEqual({ by: [part], isWhole: false })
    const rest = saved(await undo(opened.db, opened.oyuna, first, { ticks: everything }))
    expect(plain(await read(id))).toEqual(plain(before))
    expect((await findChangeSet(opened.db, first))?.undone).toEqual({ by: [part, rest], isWhole: true })
    // The other's work can be brought back, too.
    saved(await undo(opened.db, opened.brett, rest))
    expect(await read(id)).toMatchObject({ mark: '2:13:32', note: before.note })
    saved(await undo(opened.db, opened.brett, second))
    saved(await undo(opened.db, opened.brett, first))
    expect(plain(await read(id))).toEqual(plain(before))
  })

  test('when a figure moves between the page and the answer, nothing is done, and it is said who moved it', async () => {
    const id = await idAt('2012-osaka-marathon')
    const first = await correct(opened.oyuna, id, { note: 'In the rain', club: 'NTN' })
    const seen = await view(first)
    const second = await correct(opened.brett, id, { note: 'In the sun' }, YEARBOOK)
    const corrected = plain(await read(id))
    const keys = seen.choices.map(({ key }) => key)
    const answer = { token: seen.token, keys, more: false }
    const sets = await opened.db.changeSet.count()
    expect(
      await undoChangeSet(opened.db, opened.oyuna, { changeSetId: first, reason: 'A slip', ...answer }),
    ).toMatchObject({
      saved: false,
      refusal: { kind: 'moved', figures: [{ figure: 'note', changedBy: [{ changeSetId: second, author: 'Brett' }] }] },
    })
    expect(plain(await read(id))).toEqual(corrected)
    expect(await opened.db.changeSet.count()).toBe(sets)
    // What is changed elsewhere does not stand in the way.
    const now = await view(first)
    await correct(opened.brett, await idAt('2014-fukuoka-marathon'), { club: 'NTN' }, YEARBOOK)
    const ticked = now.choices.flatMap(({ key, isTicked }) => (isTicked ? [key] : []))
    const later = { token: now.token, keys: ticked, more: false }
    saved(await undoChangeSet(opened.db, opened.oyuna, { changeSetId: first, reason: 'A slip', ...later }))
    expect(await read(id)).toMatchObject({ note: 'In the sun' })
  })

  test('an undo that would break a rule of the form names the figure and the rule, and changes nothing', async () => {
    const id = await idAt('2011-london-marathon')
    const first = await correct(opened.oyuna, id, { mark: '', status: 'DNF', 'place:overall': '' })
    const shown = await view(first)
    const mark = choiceOf(shown, 'mark')?.key ?? ''
    const stands = plain(await read(id))
    expect(await undo(opened.db, opened.oyuna, first, { ticks: () => [mark] })).toMatchObject({
      saved: false,
      refusal: { kind: 'rule', figures: [{ figure: 'mark', rule: expect.stringMatching(/did not finish/) }] },
    })
    expect(plain(await read(id))).toEqual(stands)
    saved(await undo(opened.db, opened.oyuna, first))
    expect(await read(id)).toMatchObject({ status: null })

    // A starter's place does not go with what a colleague has made of the result since.
    const second = await correct(opened.oyuna, id, { 'place:overall': '' })
    await correct(opened.brett, id, { mark: '', status: 'DNS' }, YEARBOOK)
    expect(await undo(opened.db, opened.oyuna, second)).toMatchObject({
      saved: false,
      refusal: { kind: 'rule', figures: [{ figure: 'status', rule: expect.stringMatching(/did not start/) }] },
    })
    expect((await read(id)).places).toEqual([])
  })

  test('what others rest on by now stays, and says what rests on it', async () => {
    const first = await add(opened.oyuna, {}, EKIDEN)
    const second = await add(opened.brett, { competition: '2012-kyoto-ekiden', round: 'HEAT', raceNumber: '2' })
    const shown = await view(first.changeSetId)
    const held = shown.choices.filter(({ isBlocked }) => isBlocked)
    expect(held.map(({ figures }) => figures[0]?.entity).sort()).toEqual(['competitions', 'events'])
    const event = held.find(({ figures }) => figures[0]?.entity === 'events')
    expect(event?.rests).toEqual([
      { title: '10K road, Kyoto Ekiden 2012, heat 2', href: '/competitions/2012-kyoto-ekiden' },
    ])
    expect(held.map(({ rests }) => rests)).toEqual([event?.rests, event?.rests])
    const chosen = await undo(opened.db, opened.oyuna, first.changeSetId, {
      ticks: ({ choices }) => choices.map(({ key }) => key),
    })
    expect(chosen).toMatchObject({ saved: false, refusal: { kind: 'apart' } })
    expect((await findResult(opened.db, first.resultId))?.withdrawn).toBe(false)

    saved(await undo(opened.db, opened.oyuna, first.changeSetId))
    expect((await findResult(opened.db, first.resultId))?.withdrawn).toBe(true)
    expect((await findResult(opened.db, second.resultId))?.withdrawn).toBe(false)
    expect(await findCompetitionChoice(opened.db, '2012-kyoto-ekiden')).not.toBeNull()
    expect((await findChangeSet(opened.db, first.changeSetId))?.undone?.isWhole).toBe(false)

    // Without the other result, the rest of it can go.
    saved(await undo(opened.db, opened.brett, second.changeSetId))
    saved(await undo(opened.db, opened.oyuna, first.changeSetId))
    expect(await findCompetitionChoice(opened.db, '2012-kyoto-ekiden')).toBeNull()
    expect((await findChangeSet(opened.db, first.changeSetId))?.undone?.isWhole).toBe(true)
  })

  test('what goes together is not taken apart', async () => {
    const { changeSetId, resultId } = await add(opened.oyuna, {}, { ...EKIDEN, name: 'Nara Ekiden' })
    const competition = (of: PutBackView) =>
      of.choices.flatMap(({ key, figures }) => (figures[0]?.entity === 'competitions' ? [key] : []))
    expect(await undo(opened.db, opened.oyuna, changeSetId, { ticks: competition })).toMatchObject({
      saved: false,
      refusal: { kind: 'apart', figures: [{ entity: 'competitions', title: 'Nara Ekiden 2012' }] },
    })
    expect(await undo(opened.db, opened.oyuna, changeSetId, { ticks: () => [] })).toEqual({
      saved: false,
      refusal: { kind: 'nothing-chosen' },
    })
    expect((await findResult(opened.db, resultId))?.withdrawn).toBe(false)
  })

  test('a result that was moved to an athlete who was merged since goes back where the two are told apart again', async () => {
    const { athlete, results } = await record()
    const moved = results[0]?.id ?? ''
    const nothing = { resultIds: [], nameVariantIds: [], affiliationIds: [], externalIdIds: [], photoIds: [] }
    const other = { displayName: 'Ser-Od Bat', sortName: 'Bat', nativeName: null, birthDate: '1990', sex: 'M' } as const
    const split = await splitAthlete(
      opened.db,
      opened.oyuna,
      { slug: SER_OD, chosen: { ...nothing, resultIds: [moved] }, athlete: { ...other, countryCode: 'MGL' } },
      EVIDENCE,
    )
    if (!split.saved) throw new Error(JSON.stringify(split))
    const back = saved(await moveResult(opened.db, opened.brett, { id: moved, slug: SER_OD }, YEARBOOK))
    const twin = (await opened.db.athlete.findFirstOrThrow({ where: { displayName: 'Ser-Od Bat' } })).slug
    const chosen = { displayName: 'into', birthDate: 'into' } as const
    const choices = { from: twin, into: SER_OD, chosen, dropped: [] }
    const merged = saved(await mergeAthletes(opened.db, opened.oyuna, choices, EVIDENCE))
    expect(await undo(opened.db, opened.oyuna, back)).toMatchObject({ saved: false })
    saved(await undo(opened.db, opened.oyuna, merged))
    saved(await undo(opened.db, opened.oyuna, back))
    const row = await opened.db.result.findUniqueOrThrow({ where: { id: moved }, select: { athlete: true } })
    expect(row.athlete?.slug).toBe(twin)
    saved(await undo(opened.db, opened.oyuna, split.changeSetId))
    expect((await record()).results.map(({ id }) => id)).toContain(moved)
    expect((await record()).athlete.id).toBe(athlete.id)
  })
})
