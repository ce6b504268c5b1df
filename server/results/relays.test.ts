import { beforeAll, describe, expect, test } from 'vitest'
import { personalBests } from '@/lib/career/bests'
import { formWith } from '@/lib/form/form.fixture'
import type { Draft } from '@/lib/record/merge'
import { draftOf } from '@/lib/record/result-draft'
import { readSubmission } from '@/lib/record/result-submission'
import { engines } from '@/testing/database'
import { EVIDENCE, openRecord, SER_OD } from '@/testing/record'
import { saved, undo } from '@/testing/undoing'
import type { Editor } from '../accounts/editor'
import { findAthleteRecord } from '../athletes/athletes'
import { addThing } from '../things/things'
import { addResult, findResult, saveResult, withdrawResult } from './results'
import { checkSubmission } from './submission-check'

const [GANBAT, TSEND] = ['Ganbat Dorj (ganbat-dorj)', 'Tsend Bat (tsend-bat)']
const SER_OD_RUNS = 'Ser-Od Bat-Ochir (ser-od-bat-ochir)'

describe.each(engines())('a relay, on the %s database', (engine) => {
  const opened = openRecord(engine)
  let serOd: string
  let heats = 0

  beforeAll(async () => {
    serOd = (await opened.db.athlete.findFirstOrThrow({ where: { slug: SER_OD } })).id
    for (const displayName of ['Ganbat Dorj', 'Tsend Bat', 'Tsend Dorj']) {
      const draft = { displayName, sortName: displayName, nameOrder: 'GIVEN_FAMILY', sex: 'M', countryCode: 'MGL' }
      const made = await addThing(
        opened.db,
        opened.oyuna,
        { kind: 'athlete', partOf: null, draft, isSure: true },
        EVIDENCE,
      )
      expect(made).toMatchObject({ saved: true })
    }
  })

  const relay = (edits: Draft = {}): Draft => ({
    competition: '2011-asian-athletics-championships',
    discipline: '4x400-metres-relay',
    sex: 'M',
    round: 'HEAT',
    raceNumber: String(++heats),
    team: 'Mongolia',
    mark: '3:12.40',
    countryCode: 'mongolia',
    'leg:1': SER_OD_RUNS,
    'leg:2': GANBAT,
    ...edits,
  })
  const add = (draft: Draft) => addResult(opened.db, opened.oyuna, { athleteId: serOd, draft }, EVIDENCE)
  const added = async (edits: Draft = {}) => {
    const outcome = await add(relay(edits))
    if (!outcome.saved) throw new Error(JSON.stringify(outcome))
    return outcome.resultId
  }
  const read = async (id: string) => {
    const found = await findResult(opened.db, id)
    if (!found) throw new Error('It is gone.')
    return found.result
  }
  const open = async (id: string) => {
    const result = await read(id)
    return { id, base: { draft: draftOf(result), version: result.version } }
  }
  const save = (editor: Editor, form: Awaited<ReturnType<typeof open>>, edits: Draft) =>
    saveResult(opened.db, editor, { ...form, draft: { ...form.base.draft, ...edits } }, EVIDENCE)
  const recordOf = async (slug: string) => {
    const record = await findAthleteRecord(opened.db, slug)
    if (!record) throw new Error(`${slug} is gone.`)
    return record
  }

  test('is a team’s, is on the page of each member, and in nobody’s bests', async () => {
    const id = await added()
    expect(await read(id)).toMatchObject({
      athleteId: null,
      team: 'Mongolia',
      value: 192_400,
      countryCode: 'MGL',
      members: [
        { slug: SER_OD, leg: 1 },
        { slug: 'ganbat-dorj', leg: 2 },
      ],
    })
    for (const slug of [SER_OD, 'ganbat-dorj']) {
      const { results } = await recordOf(slug)
      expect(results.some((result) => result.id === id)).toBe(true)
      expect(personalBests(results).map(({ discipline }) => discipline)).not.toContain('4x400-metres-relay')
    }
    expect(await opened.db.performance.count({ where: { resultId: id } })).toBe(0)
  })

  test('has its team, its legs and its mark cited', async () => {
    const { citations } = await read(await added())
    const cited = new Map(citations.map(({ field, asserts }) => [field, asserts]))
    expect(cited.get('team')).toBe('Mongolia')
    expect(cited.get('mark')).toBe('3:12.40')
    expect(cited.get('leg:2')).toBe('Ganbat Dorj')
  })

  test('has the athlete in the team on whose page it is added', async () => {
    const id = await added({ 'leg:1': TSEND })
    expect((await read(id)).members).toContainEqual(expect.objectContaining({ slug: SER_OD, leg: null }))
  })

  test('is refused as one athlete’s, and an individual race as a team’s', async () => {
    expect(await add(relay({ team: '', 'leg:1': '', 'leg:2': '' }))).toMatchObject({
      errors: { team: expect.any(String) },
    })
    expect(await add(relay({ discipline: '400-metres', mark: '48.20' }))).toMatchObject({
      errors: { team: expect.any(String) },
    })
  })

  test('has its legs corrected; who is taken out of the team has it on the page no more', async () => {
    const id = await added()
    expect(await save(opened.oyuna, await open(id), { 'leg:2': TSEND, 'leg:3': GANBAT })).toMatchObject({ saved: true })
    expect((await read(id)).members.map(({ slug, leg }) => [slug, leg])).toEqual([
      [SER_OD, 1],
      ['tsend-bat', 2],
      ['ganbat-dorj', 3],
    ])
    expect(await save(opened.oyuna, await open(id), { 'leg:3': '' })).toMatchObject({ saved: true })
    const { results } = await recordOf('ganbat-dorj')
    expect(results.some((result) => result.id === id)).toBe(false)
  })

  test('has a change of its legs undone, with their citations; what a colleague added since stays', async () => {
    const id = await added({ 'leg:3': TSEND })
    const legsOf = (result: Awaited<ReturnType<typeof read>>) => ({
      members: result.members.map(({ slug, leg }) => [slug, leg]),
      cited: result.citations
        .filter(({ field }) => field.startsWith('leg:'))
        .map(({ field, asserts, accepted }) => [field, asserts, accepted])
        .sort(),
    })
    const before = legsOf(await read(id))
    const edits = { 'leg:2': 'Tsend Dorj (tsend-dorj)', 'leg:3': '', 'leg:4': TSEND }
    const change = saved(await save(opened.oyuna, await open(id), edits))
    expect(legsOf(await read(id)).members).toEqual([
      [SER_OD, 1],
      ['tsend-dorj', 2],
      ['tsend-bat', 4],
    ])
    expect(await save(opened.brett, await open(id), { note: 'In the rain' })).toMatchObject({ saved: true })

    const again = saved(await undo(opened.db, opened.oyuna, change))
    const after = await read(id)
    expect(legsOf(after)).toEqual(before)
    expect(after.note).toBe('In the rain')
    const onPage = async (slug: string) => (await recordOf(slug)).results.some((result) => result.id === id)
    expect([await onPage('tsend-dorj'), await onPage('ganbat-dorj')]).toEqual([false, true])

    // And the undo is undone.
    expect(await undo(opened.db, opened.oyuna, again)).toMatchObject({ saved: true })
    expect((await read(id)).members.map(({ slug }) => slug)).toEqual([SER_OD, 'tsend-dorj', 'tsend-bat'])
  })

  test('is taken back whole by undoing its change, with its team', async () => {
    const made = await add(relay())
    const id = made.saved ? made.resultId : ''
    await undo(opened.db, opened.oyuna, saved(made))
    expect((await findResult(opened.db, id))?.withdrawn).toBe(true)
    expect(await opened.db.teamMember.count({ where: { resultId: id, withdrawn: false } })).toBe(0)
    expect((await recordOf('ganbat-dorj')).results.some((result) => result.id === id)).toBe(false)
  })

  test('that two editors correct at once is merged by leg, and asked about where both changed one', async () => {
    const id = await added()
    const form = await open(id)
    expect(await save(opened.oyuna, form, { 'leg:3': TSEND })).toMatchObject({ saved: true })
    expect(await save(opened.brett, form, { note: 'In the rain' })).toMatchObject({ saved: true })
    expect(await read(id)).toMatchObject({ note: 'In the rain', members: { length: 3 } })
    expect(await save(opened.brett, form, { 'leg:3': 'Tsend Dorj (tsend-dorj)' })).toMatchObject({
      saved: false,
      clash: { merge: { clashes: [{ field: 'leg:3', base: '', theirs: TSEND, mine: 'Tsend Dorj (tsend-dorj)' }] } },
    })
  })

  test('is run once by a team, and by nobody in two teams', async () => {
    const id = await added()
    const { raceNumber } = await read(id)
    const again = { raceNumber: String(raceNumber) }
    expect(await add(relay({ ...again, team: 'mongolia', 'leg:2': TSEND }))).toMatchObject({
      saved: false,
      twin: id,
      errors: { competition: expect.stringMatching(/already/) },
    })
    expect(await add(relay({ ...again, team: 'Mongolia B' }))).toMatchObject({ saved: false, twin: id })
  })

  test('that was filed as one athlete’s becomes a team’s, with the athlete in it', async () => {
    const outcome = await add(relay({ discipline: '400-metres', team: '', mark: '48.20', 'leg:1': '', 'leg:2': '' }))
    if (!outcome.saved) throw new Error('It was not saved.')
    const edits = { discipline: '4x400-metres-relay', mark: '3:12.60', team: 'Mongolia', 'leg:2': GANBAT }
    expect(await save(opened.oyuna, await open(outcome.resultId), edits)).toMatchObject({ saved: true })
    expect(await read(outcome.resultId)).toMatchObject({ athleteId: null, team: 'Mongolia', members: { length: 2 } })
    expect(await opened.db.performance.count({ where: { resultId: outcome.resultId } })).toBe(0)
  })

  test('leaves everybody’s page when it is withdrawn', async () => {
    const id = await added()
    await withdrawResult(opened.db, opened.oyuna, id, EVIDENCE)
    for (const slug of [SER_OD, 'ganbat-dorj']) {
      expect((await recordOf(slug)).results.some((result) => result.id === id)).toBe(false)
    }
  })

  test('has its runners found by name; which of several is meant is asked', async () => {
    const check = (typed: Record<string, string[]>) =>
      checkSubmission(
        opened.db,
        readSubmission(formWith({ discipline: ['4x400-metres-relay'], team: ['Mongolia'], ...typed })),
      )
    const found = await check({ 'runner.0': ['ganbat dorj'], 'leg.0': ['1'] })
    expect(found.draft).toMatchObject({ 'leg:1': GANBAT })
    expect(found.runners).toMatchObject([{ row: 0, slug: 'ganbat-dorj', name: 'Ganbat Dorj' }])
    const asked = await check({ 'runner.0': ['Tsend'], 'leg.0': ['1'] })
    expect(asked.runnerCandidates[0]?.map(({ slug }) => slug).sort()).toEqual(['tsend-bat', 'tsend-dorj'])
    expect(asked.errors['runner.0']).toMatch(/Choose one below/)
    const unknown = await check({ 'runner.0': ['Nobody Atall'], 'leg.0': ['1'] })
    expect(unknown.errors['runner.0']).toMatch(/nobody of that name/)
  })
})
