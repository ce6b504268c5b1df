import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Finding } from '@/lib/findings/finding'
import { openFinding } from '@/lib/findings/rules'
import { draftOf } from '@/lib/record/result-draft'
import { engines, type TestDatabase } from '@/testing/database'
import { anEditor, EVIDENCE, openLoadedRecord, SER_OD } from '@/testing/record'
import type { Editor } from '../accounts/editor'
import { findAthleteRecord } from '../athletes/athletes'
import { addResult, saveResult } from '../results/results'
import { bringBack, findDecisions } from './finding-decisions'
import { findFindings, findWatched, setAsideFinding } from './findings'

const REASON = 'Both texts were read again.'

describe.each(engines())('the findings of the first record, on the %s database', (engine) => {
  let database: TestDatabase
  let editor: Editor
  let everything: Finding[]

  beforeAll(async () => {
    database = await openLoadedRecord(engine)
    editor = await anEditor(database.db, 'Oyuna')
    everything = await findFindings(database.db)
  })
  afterAll(() => database.close())

  const told = (rule: string) =>
    everything.filter((finding) => finding.rule === rule).map(({ explanation }) => explanation)
  const resultAt = async (competition: string) => {
    const record = await findAthleteRecord(database.db, SER_OD)
    const result = record?.results.find(({ competition: { slug } }) => slug === competition)
    if (!result) throw new Error(`No result at ${competition}.`)
    return result
  }
  const correct = async (competition: string, edits: Record<string, string>) => {
    const result = await resultAt(competition)
    const base = { draft: draftOf(result), version: result.version }
    const outcome = await saveResult(
      database.db,
      editor,
      { id: result.id, base, draft: { ...base.draft, ...edits } },
      EVIDENCE,
    )
    expect(outcome).toMatchObject({ saved: true })
  }
  const now = (rule: string, about: string) =>
    findFindings(database.db, { athleteSlug: SER_OD }).then((findings) =>
      findings.filter((finding) => finding.rule === rule && finding.explanation.includes(about)),
    )

  test('the claims that never held: his age in Paris and in Hong Kong, and his best of 2013', () => {
    expect(told('wrong-claim')).toEqual([
      expect.stringMatching(/aged 27 .*was 26 then \(February 2008\)/),
      expect.stringMatching(/aged 43 .*was 42 then \(10 August 2024\)/),
      expect.stringMatching(/2:13:31.*there was 2:09:00/),
    ])
  })

  test('the counts that have gone stale: ten World Championships in a row, five Olympic Games, all of them finished', () => {
    expect(told('stale-claim')).toEqual([
      expect.stringMatching(/finished every race at the World Athletics Championships.*2023/),
      expect.stringMatching(/^2 sources say: at 10 consecutive editions .* 12 editions in a row/),
      expect.stringMatching(/5-time Olympian.* 6 editions/),
    ])
  })

  test('the claims that cannot be checked, 74 marathons among them', () => {
    expect(told('unchecked-claim')).toContainEqual(expect.stringMatching(/74 marathons.*27 of the 74 .*it holds 47/))
    expect(told('unchecked-claim')).toContainEqual(expect.stringMatching(/inside the course record of the time/))
    expect(told('unchecked-claim')).toHaveLength(7)
  })

  test('the places told of Moscow 2013, each with where it stands', () => {
    const moscow = everything.find(({ label }) => label.endsWith('World Athletics Championships 2013'))
    expect(moscow).toMatchObject({
      rule: 'settled-dispute',
      field: 'place:overall',
      evidence: [
        { source: 'encyclopedia-article', locator: 'Statistics, International competition, row 16', asserts: '36' },
        { source: 'encyclopedia-article', locator: 'Career, After 2012, paragraph 1', asserts: '35' },
      ],
    })
  })

  test('one mark at two World Championships, bests without a race, and records that nobody claimed', () => {
    expect(told('repeated-mark')).toEqual([expect.stringContaining('2:21:55')])
    expect(told('unexplained-best')).toHaveLength(4)
    expect(told('unclaimed-record')).toHaveLength(3)
  })

  test('and nothing else: no error, and of the other athletes three marks that sources give differently and two ages', () => {
    expect(everything).toHaveLength(28)
    const others = everything.filter(({ label }) => !/^(Ser-Od|World)/.test(label)).map(({ rule }) => rule)
    expect(others.toSorted()).toEqual([
      ...['settled-dispute', 'settled-dispute', 'settled-dispute', 'unchecked-claim', 'unchecked-claim'],
    ])
    expect(everything.filter(({ severity }) => severity === 'error')).toEqual([])
  })

  test('every finding leads to a form and is told in the same words each time', async () => {
    for (const { fix } of everything) expect(fix).toMatch(/^\/admin\/(results|things\/\w+)\/[\w-]+$/)
    expect((await findFindings(database.db)).map(openFinding)).toEqual(everything.map(openFinding))
  })

  test('one athlete’s are those of everybody that are about him', async () => {
    const his = everything.filter(({ label }) => /^(Ser-Od|World)/.test(label))
    expect(await findFindings(database.db, { athleteSlug: SER_OD })).toEqual(his)
    expect(await findFindings(database.db, { athleteSlug: 'yuki-kawauchi' })).toEqual([])
    expect(await findFindings(database.db, { athleteSlug: 'nobody' })).toEqual([])
  })

  test('a finding that is set aside is gone, with who said so, when and why; and comes back with new evidence', async () => {
    const [repeated] = await now('repeated-mark', '2:21:55')
    if (!repeated) throw new Error('It is not there.')
    const which = { athleteSlug: SER_OD, fingerprint: repeated.fingerprint }

    expect(await setAsideFinding(database.db, editor, which, '  ')).toMatchObject({ setAside: false })
    expect(await setAsideFinding(database.db, editor, which, REASON)).toEqual({ setAside: true })
    expect(await now('repeated-mark', '2:21:55')).toEqual([])
    expect(await setAsideFinding(database.db, editor, which, REASON)).toMatchObject({ setAside: false })
    expect(await database.db.findingDecision.findMany()).toMatchObject([
      { rule: 'repeated-mark', subject: repeated.subject, reason: REASON, authorId: editor.id, authorName: 'Oyuna' },
    ])

    await correct('2017-world-athletics-championships', { mark: '2:21:56' })
    expect(await now('repeated-mark', '2:21:5')).toEqual([])
    await correct('2017-world-athletics-championships', { mark: '2:21:55' })
    expect(await now('repeated-mark', '2:21:55')).toHaveLength(1)
  })

  test('who lets a finding be told again is kept beside who set it aside, and it can be set aside once more', async () => {
    const [best] = await now('unexplained-best', '14:12.86')
    if (!best) throw new Error('It is not there.')
    const which = { athleteSlug: SER_OD, fingerprint: best.fingerprint }
    await setAsideFinding(database.db, editor, which, REASON)
    const [decision] = await findDecisions(database.db)
    await bringBack(database.db, editor, decision?.id ?? '')
    expect(await now('unexplained-best', '14:12.86')).toHaveLength(1)
    expect((await findDecisions(database.db))[0]).toMatchObject({ reason: REASON, broughtBack: { by: 'Oyuna' } })
    expect(await setAsideFinding(database.db, editor, which, REASON)).toEqual({ setAside: true })
    const [again] = await findDecisions(database.db)
    expect(again?.broughtBack).toBeNull()
    await bringBack(database.db, editor, again?.id ?? '')
  })

  test('the desk looks after those who were edited by hand, not after everybody who came with a list', async () => {
    const watched = await findWatched(database.db)
    expect(watched.map(({ slug }) => slug)).toContain(SER_OD)
    const among = watched.map(({ id }) => id)
    expect(await findFindings(database.db, { among: [] })).toEqual([])
    expect((await findFindings(database.db, { among })).length).toBeGreaterThan(0)
  })

  test('a correction mends a finding', async () => {
    expect(await now('unexplained-best', '29:17.72')).toHaveLength(1)
    await correct('2020-unidentified-10000-metres', { competition: '2020-fukuoka-marathon' })
    expect(await now('unexplained-best', '29:17.72')).toEqual([])
  })

  test('somebody else’s result in the same race is looked at', async () => {
    const kawauchi = await database.db.athlete.findUniqueOrThrow({ where: { slug: 'yuki-kawauchi' } })
    const draft = {
      ...draftOf(await resultAt('2010-hofu-yomiuri-marathon')),
      countryCode: 'JPN',
      mark: '2:13:00',
      'place:overall': '2',
    }
    expect(await addResult(database.db, editor, { athleteId: kawauchi.id, draft }, EVIDENCE)).toMatchObject({
      saved: true,
    })
    const [clash] = await now('impossible-place', 'Hofu Yomiuri Marathon 2010')
    expect(clash?.explanation).toMatch(/1st with 2:14:49 and Yuki Kawauchi is 2nd with 2:13:00/)
    const theirs = await findFindings(database.db, { athleteSlug: 'yuki-kawauchi' })
    expect(theirs.map(({ fingerprint }) => fingerprint)).toContain(clash?.fingerprint)
  })

  test('a claim has a history like everything else in the record', async () => {
    const revisions = await database.db.revision.findMany({ where: { entity: 'claims' }, select: { athleteId: true } })
    expect(revisions).toHaveLength(67)
    expect(new Set(revisions.map(({ athleteId }) => athleteId)).size).toBe(3)
    await expect(database.db.claim.deleteMany()).rejects.toThrow(/withdrawn, never deleted/)
  })
})
