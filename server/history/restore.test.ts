import { describe, expect, test } from 'vitest'
import type { NewCompetition } from '@/lib/record/competition-form'
import { engines } from '@/testing/database'
import { EKIDEN, EVIDENCE, openRecord, SER_OD } from '@/testing/record'
import { restore, saved, undo as undoing } from '@/testing/undoing'
import { findAthleteRecord } from '../athletes/athletes'
import {
  findCompetitionChoice,
  findCompetitions,
  refuseCompetition,
  resolveCompetition,
} from '../competitions/competition-choice'
import { addResult, findResult, withdrawResult } from '../results/results'
import { withdrawCitation } from '../sources/citing'
import { findLastRevision } from './history'
import { findRestore } from './restore'
import { findUndo } from './undo'

describe.each(engines())('taking things back, on the %s database', (engine) => {
  const opened = openRecord(engine)

  const add = async (edits: Record<string, string>, making: NewCompetition | null) => {
    const record = await findAthleteRecord(opened.db, SER_OD)
    const draft = { discipline: '10k-road', sex: 'M', round: 'FINAL', mark: '29:50', ...edits }
    const outcome = await addResult(
      opened.db,
      opened.oyuna,
      { athleteId: record?.athlete.id ?? '', draft, newCompetition: making },
      EVIDENCE,
    )
    if (!outcome.saved) throw new Error(JSON.stringify(outcome))
    return outcome
  }
  const undo = (changeSetId: number) => undoing(opened.db, opened.oyuna, changeSetId)

  test('a competition is created in the same change as its result, cited, and located by its city', async () => {
    const { resultId, changeSetId } = await add({}, { ...EKIDEN, name: 'Hofu 10K' })
    const result = (await findResult(opened.db, resultId))?.result
    expect(result?.competition).toMatchObject({ slug: '2012-hofu-10k', latitude: expect.any(Number) })
    expect(result?.competition.citations).toMatchObject([{ field: 'name', asserts: 'Hofu 10K', locator: 'page 1' }])
    expect(result?.date).toBe('2012-12-16')

    await undo(changeSetId)
    expect(await findCompetitionChoice(opened.db, '2012-hofu-10k')).toBeNull()
    expect((await findResult(opened.db, resultId))?.withdrawn).toBe(true)
  })

  test('a restored result brings back its competition, which an undo had withdrawn', async () => {
    const { resultId, changeSetId } = await add({}, { ...EKIDEN, name: 'Shimane Ekiden' })
    await undo(changeSetId)
    const gone = await findLastRevision(opened.db, 'results', resultId)
    const shown = await findRestore(opened.db, gone ?? 0, 'before')
    const brought = shown?.choices.flatMap(({ brings }) => brings.map(({ title }) => title))
    expect(brought).toContain('Shimane Ekiden 2012')
    const restored = saved(await restore(opened.db, opened.oyuna, { revisionId: gone ?? 0, side: 'before' }))
    expect(await findCompetitionChoice(opened.db, '2012-shimane-ekiden')).not.toBeNull()
    saved(await undo(restored))
    expect(await findCompetitionChoice(opened.db, '2012-shimane-ekiden')).toBeNull()
  })

  test('the first record cannot be undone as a whole', async () => {
    const seed = await opened.db.changeSet.findFirstOrThrow({ where: { kind: 'SEED' } })
    expect(await findUndo(opened.db, seed.id)).toBeNull()
    expect(await undo(seed.id)).toEqual({ saved: false, refusal: { kind: 'first-record' } })
    expect(await undo(999_999)).toEqual({ saved: false, refusal: { kind: 'missing' } })
  })

  test('a competition cannot be withdrawn while it has results', async () => {
    const row = await opened.db.competition.findUniqueOrThrow({ where: { slug: '2014-fukuoka-marathon' } })
    const revision = await findLastRevision(opened.db, 'competitions', row.id)
    const shown = await findRestore(opened.db, revision ?? 0, 'before')
    expect(shown?.choices).toMatchObject([
      { isBlocked: true, isTicked: false, rests: [{ title: 'Marathon, Fukuoka Marathon 2014' }] },
    ])
    const ticks = () => shown?.choices.map(({ key }) => key) ?? []
    expect(await restore(opened.db, opened.oyuna, { revisionId: revision ?? 0, side: 'before', ticks })).toMatchObject({
      saved: false,
      refusal: { kind: 'apart' },
    })
  })

  test('restoring a row to what it is already makes no change', async () => {
    const { resultId } = await add({}, { ...EKIDEN, name: 'Nobeoka 10K' })
    const revisionId = (await findLastRevision(opened.db, 'results', resultId)) ?? 0
    const putBack = () => restore(opened.db, opened.oyuna, { revisionId, side: 'after' })
    expect(await putBack()).toEqual({ saved: false, refusal: { kind: 'nothing-left' } })
    await withdrawResult(opened.db, opened.oyuna, resultId, EVIDENCE)
    saved(await putBack())
    expect((await findResult(opened.db, resultId))?.withdrawn).toBe(false)
  })

  test('a citation is restored with the figure that it is about', async () => {
    const { resultId } = await add({}, { ...EKIDEN, name: 'Miyazaki 10K' })
    const before = (await findResult(opened.db, resultId))?.result.citations
    const [citation] = before?.filter(({ field }) => field === 'mark') ?? []
    const owner = { kind: 'result', key: resultId } as const
    const seen = { owner, id: citation?.id ?? '', version: 1 }
    saved(await withdrawCitation(opened.db, opened.oyuna, seen, 'Not there'))
    const revisionId = (await findLastRevision(opened.db, 'citations', citation?.id ?? '')) ?? 0
    const shown = await findRestore(opened.db, revisionId, 'before')
    expect(shown?.choices.map(({ figures }) => figures.map(({ figure }) => figure))).toEqual([['mark']])
    expect(shown?.choices[0]?.citations).toMatchObject([{ kind: 'comes', asserts: '29:50' }])
    saved(await restore(opened.db, opened.oyuna, { revisionId, side: 'before' }))
    expect((await findResult(opened.db, resultId))?.result.citations).toEqual(before)
  })

  test('a competition is found by every word of what is typed, in name, city or year', async () => {
    const found = async (text: string) => (await findCompetitions(opened.db, text)).map(({ slug }) => slug)
    expect(await found('fukuoka 2014')).toContain('2014-fukuoka-marathon')
    expect(await found('marathon FUKUOKA japan')).toEqual([])
    expect(await found('fukuoka 1914')).toEqual([])
  })

  test('a text that names one competition chooses it; one that may mean several asks which', async () => {
    expect(await resolveCompetition(opened.db, 'fukuoka marathon 2014')).toMatchObject({
      competition: { slug: '2014-fukuoka-marathon' },
    })
    expect(await resolveCompetition(opened.db, 'fukuoka 2014')).toMatchObject({
      candidates: expect.arrayContaining([expect.objectContaining({ slug: '2014-fukuoka-marathon' })]),
    })
    expect(await resolveCompetition(opened.db, 'Nonesuch 1914')).toEqual({ candidates: [] })
  })

  test('a competition that exists is not created again, nor one in an unknown series', async () => {
    const fukuoka = { ...EKIDEN, name: 'fukuoka marathon', year: 2014 }
    expect(await refuseCompetition(opened.db, fukuoka)).toMatchObject({
      candidates: [{ slug: '2014-fukuoka-marathon' }],
    })
    expect(await refuseCompetition(opened.db, { ...EKIDEN, year: 1999, series: 'Nonesuch' })).toMatchObject({
      errors: { newCompetitionSeries: expect.any(String) },
    })
    expect(await refuseCompetition(opened.db, { ...EKIDEN, year: 1999 })).toBeNull()
  })
})
