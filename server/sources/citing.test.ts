import { describe, expect, test } from 'vitest'
import { assertionsIn, isSettled, type Owner } from '@/lib/record/cited-thing'
import type { Evidence } from '@/lib/record/evidence'
import { draftOf } from '@/lib/record/result-draft'
import { engines } from '@/testing/database'
import { EVIDENCE, openRecord, SER_OD } from '@/testing/record'
import { undo } from '@/testing/undoing'
import { findAthleteRecord } from '../athletes/athletes'
import { bringBack, findDecisions, setAside } from '../findings/finding-decisions'
import { findFindings } from '../findings/findings'
import { findHistory } from '../history/history'
import { saveResult } from '../results/results'
import { type CitedThing, findCitationVersions, findCitedThing } from './cited-things'
import { addCitation, changeCitation, type NewCitation, withdrawCitation } from './citing'
import { type DisputeResolution, findDisputedFigures, resolveDispute } from './resolve-dispute'

const OF_ATHLETE: Owner = { kind: 'athlete', key: SER_OD }
const NEWSPAPER: Evidence = {
  reason: 'The newspaper has another time',
  locator: 'page 12, second column',
  source: {
    publication: 'The Morning Paper',
    title: 'Results of Sunday',
    author: 'A. Reporter',
    translator: 'T. Ranslator',
    date: '2014-12-08',
    language: 'ja',
    url: 'https://paper.example/results',
    accessed: '2026-11-20',
  },
}

describe.each(engines())('citing and settling, on the %s database', (engine) => {
  const opened = openRecord(engine)

  const ownerAt = async (competition: string): Promise<Owner> => {
    const record = await findAthleteRecord(opened.db, SER_OD)
    const result = record?.results.find(({ competition: { slug } }) => slug === competition)
    if (!result) throw new Error(`No result at ${competition}.`)
    return { kind: 'result', key: result.id }
  }
  const read = async (owner: Owner): Promise<CitedThing> => {
    const thing = await findCitedThing(opened.db, owner)
    if (!thing) throw new Error('It is gone.')
    return thing
  }
  const field = (thing: CitedThing, key: string) => {
    const found = thing.fields.find((one) => one.key === key)
    if (!found) throw new Error(`No field ${key}.`)
    return found
  }
  const cite = async (owner: Owner, given: Partial<NewCitation>, evidence = NEWSPAPER, version?: number) =>
    addCitation(
      opened.db,
      opened.oyuna,
      {
        owner,
        version: version ?? (await read(owner)).version,
        field: 'mark',
        asserts: '',
        stance: null,
        rejection: null,
        ...given,
      },
      evidence,
    )
  const values = (thing: CitedThing, key: string) =>
    assertionsIn(field(thing, key)).map(({ value, accepted }) => [value, accepted])

  test('a source that agrees is cited at once, and described in full where it is new', async () => {
    const owner = await ownerAt('2014-fukuoka-marathon')
    expect(await cite(owner, { asserts: '2:08:50' })).toMatchObject({ saved: true })
    const citation = field(await read(owner), 'mark').citations.find(({ locator }) => locator === NEWSPAPER.locator)
    expect(citation).toMatchObject({ asserts: '2:08:50', accepted: true, source: NEWSPAPER.source })
    const [latest] = (await findHistory(opened.db, SER_OD))?.entries ?? []
    expect(latest).toMatchObject({ author: 'Oyuna', reason: NEWSPAPER.reason })
    expect(latest?.changes.map(({ entity }) => entity)).toContain('citations')
  })

  test('the same place in the same source is not cited twice for one field', async () => {
    const owner = await ownerAt('2014-fukuoka-marathon')
    expect(await cite(owner, { asserts: '2:08:50' })).toMatchObject({ errors: { locator: expect.any(String) } })
  })

  test('a source that disagrees changes nothing by itself: the editor must say why it is kept and not followed', async () => {
    const owner = await ownerAt('2012-olympic-games')
    const before = await read(owner)
    const asserts = '2:20:11'
    expect(await cite(owner, { asserts })).toMatchObject({ errors: { stance: expect.any(String) } })
    expect(await cite(owner, { asserts, stance: 'keep' })).toMatchObject({ errors: { rejection: expect.any(String) } })
    expect((await read(owner)).version).toBe(before.version)

    expect(await cite(owner, { asserts, stance: 'keep', rejection: 'MISPRINT' })).toMatchObject({ saved: true })
    const after = await read(owner)
    expect(after.result?.mark).toBe(before.result?.mark)
    expect(values(after, 'mark')).toContainEqual([asserts, false])
    expect(field(after, 'mark').citations.find((citation) => citation.asserts === asserts)).toMatchObject({
      accepted: false,
      rejection: 'MISPRINT',
      reason: NEWSPAPER.reason,
    })
    expect(after.version).toBeGreaterThan(before.version)
  })

  test('a source that is accepted changes the record, and what it contradicts is marked', async () => {
    const owner = await ownerAt('2010-berlin-marathon')
    expect(await cite(owner, { asserts: '2:12:41', stance: 'accept' })).toMatchObject({ saved: true })
    const after = await read(owner)
    expect(after.result).toMatchObject({ mark: '2:12:41', value: 7_961_000 })
    expect(values(after, 'mark')).toEqual([
      ['2:12:41', true],
      ['2:12:42', false],
    ])
    const old = field(after, 'mark').citations.find(({ asserts }) => asserts === '2:12:42')
    expect(old).toMatchObject({ rejection: 'CONTRADICTED', reason: NEWSPAPER.reason })
  })

  test('a value that breaks a rule of the sport is refused at its input, and nothing is saved', async () => {
    const owner = await ownerAt('2011-london-marathon')
    const before = await read(owner)
    expect(await cite(owner, { asserts: '22:08', stance: 'accept' })).toMatchObject({
      saved: false,
      errors: { asserts: expect.any(String) },
    })
    expect(await read(owner)).toEqual(before)
  })

  test('an editor who opened the page before somebody else saved is asked to look again, and nothing is overwritten', async () => {
    const owner = await ownerAt('2012-osaka-marathon')
    const { version, result } = await read(owner)
    if (!result) throw new Error('It is gone.')
    const draft = draftOf(result)
    await saveResult(
      opened.db,
      opened.brett,
      { id: owner.key, base: { draft, version }, draft: { ...draft, note: 'In the rain' } },
      EVIDENCE,
    )
    const late = await cite(owner, { asserts: draft.mark ?? '' }, NEWSPAPER, version)
    expect(late).toMatchObject({ saved: false, errors: { form: expect.stringMatching(/changed/) } })
    expect(late).toMatchObject({ version: (await read(owner)).version })
  })

  test('of two editors who cite at once, the second is asked to look again', async () => {
    const owner = await ownerAt('2009-hofu-yomiuri-marathon')
    const { version } = await read(owner)
    const outcomes = await Promise.all([
      cite(owner, { field: 'date' }, { ...NEWSPAPER, locator: 'one' }, version),
      cite(owner, { field: 'date' }, { ...NEWSPAPER, locator: 'two' }, version),
    ])
    expect(outcomes.map(({ saved }) => saved).sort()).toEqual([false, true])
  })

  test('a citation is corrected, then withdrawn, each with its revisions; the record’s value stays', async () => {
    const owner = await ownerAt('2021-lake-biwa-marathon')
    await cite(owner, { asserts: '2:09:99', stance: 'keep', rejection: 'MISPRINT' })
    await cite(owner, { asserts: '2:19:26', stance: 'keep', rejection: 'MISPRINT' })
    const thing = await read(owner)
    const wrong = field(thing, 'mark').citations.find(({ asserts }) => asserts === '2:19:26')
    if (!wrong) throw new Error('It was not cited.')
    const versionOf = async () => (await findCitationVersions(opened.db, await read(owner))).get(wrong.id) ?? 0
    const edit = { locator: 'page 13', asserts: thing.result?.mark ?? '', rejection: null, reason: 'Misread' }
    const stale = await versionOf()
    expect(await changeCitation(opened.db, opened.oyuna, { owner, id: wrong.id, version: stale }, edit)).toMatchObject({
      saved: true,
    })
    const right = field(await read(owner), 'mark').citations.find(({ id }) => id === wrong.id)
    expect(right).toMatchObject({ locator: 'page 13', accepted: true, rejection: null })

    const late = await withdrawCitation(opened.db, opened.brett, { owner, id: wrong.id, version: stale }, 'Not there')
    expect(late).toMatchObject({ saved: false, errors: { form: expect.stringMatching(/changed/) } })
    const gone = await withdrawCitation(
      opened.db,
      opened.brett,
      { owner, id: wrong.id, version: await versionOf() },
      'Not there',
    )
    expect(gone).toMatchObject({ saved: true })
    const after = await read(owner)
    expect(field(after, 'mark').citations.map(({ id }) => id)).not.toContain(wrong.id)
    expect(after.result?.mark).toBe(thing.result?.mark)
    const changeSetId = gone.saved ? gone.changeSetId : 0
    expect(await undo(opened.db, opened.oyuna, changeSetId)).toMatchObject({ saved: true })
    expect(field(await read(owner), 'mark').citations.map(({ id }) => id)).toContain(wrong.id)
  })

  test('a place is cited as the place in its classification', async () => {
    const owner = await ownerAt('2013-osaka-marathon')
    const thing = await read(owner)
    const stands = field(thing, 'place:overall').stands
    await cite(owner, { field: 'place:overall', asserts: String(Number(stands) + 1), stance: 'accept' })
    const after = await read(owner)
    expect(field(after, 'place:overall').stands).toBe(String(Number(stands) + 1))
  })

  test('a dispute is resolved with a reason for what is not followed, then changed, and all of it is in the history', async () => {
    const owner = await ownerAt('2012-olympic-games')
    const before = await read(owner)
    const old = before.result?.mark ?? ''
    const choose = async (accepted: string, why: DisputeResolution['why'], reason: string) => {
      const { version } = await read(owner)
      return resolveDispute(opened.db, opened.brett, { owner, key: 'mark', version }, { accepted, why, reason })
    }

    expect(await choose('2:20:11', {}, 'The organiser confirms it')).toMatchObject({
      errors: { 'why.0': expect.any(String) },
    })
    expect(await choose('2:20:11', { [old]: 'SUPERSEDED' }, 'The organiser confirms it')).toMatchObject({ saved: true })
    const settled = await read(owner)
    expect(settled.result?.mark).toBe('2:20:11')
    expect(isSettled(field(settled, 'mark'))).toBe(true)
    for (const citation of field(settled, 'mark').citations.filter(({ asserts }) => asserts === old)) {
      expect(citation).toMatchObject({ accepted: false, rejection: 'SUPERSEDED', reason: 'The organiser confirms it' })
    }

    expect(await choose(old, { '2:20:11': 'MISPRINT' }, 'It was another runner')).toMatchObject({ saved: true })
    const again = await read(owner)
    expect(again.result?.mark).toBe(old)
    expect(values(again, 'mark')).toEqual([
      [old, true],
      ['2:20:11', false],
    ])
    expect(await choose(old, { '2:20:11': 'MISPRINT' }, 'Once more')).toMatchObject({
      errors: { form: expect.stringMatching(/already/) },
    })
    const reasons = (await findHistory(opened.db, SER_OD))?.entries.map(({ reason }) => reason)
    expect(reasons).toEqual(expect.arrayContaining(['It was another runner', 'The organiser confirms it']))
  })

  test('an athlete’s own figure is resolved like any other, and must be possible', async () => {
    const thing = await read(OF_ATHLETE)
    const asserts = String(Number(field(thing, 'heightCm').stands || 170) + 3)
    const given = { field: 'heightCm', stance: 'accept' } as const
    expect(await cite(OF_ATHLETE, { ...given, asserts: 'tall' })).toMatchObject({ errors: { asserts: /whole number/ } })
    expect(await cite(OF_ATHLETE, { ...given, asserts })).toMatchObject({ saved: true })
    expect(field(await read(OF_ATHLETE), 'heightCm').stands).toBe(asserts)
  })

  test('the list of disputed figures has the open ones first', async () => {
    const { figures } = await findDisputedFigures(opened.db)
    expect(figures.length).toBeGreaterThan(0)
    expect(figures.every(({ assertions }) => assertions.length > 0)).toBe(true)
    const states = figures.map(({ settled }) => settled)
    expect(states).toEqual(states.toSorted((a, b) => Number(a) - Number(b)))
  })

  test('a finding that is set aside comes back when it is brought back, and when its evidence changes', async () => {
    const find = async (rule: string, subject: string) =>
      (await findFindings(opened.db, { athleteSlug: SER_OD })).find(
        (one) => one.rule === rule && one.subject === subject,
      )
    const owner = await ownerAt('2012-olympic-games')
    const subject = `result:${owner.key}`
    const finding = await find('settled-dispute', subject)
    if (!finding) throw new Error('Nothing was found.')
    expect(await setAside(opened.db, opened.oyuna, finding, 'We know')).toEqual({ setAside: true })
    expect(await find('settled-dispute', subject)).toBeUndefined()
    const [decision] = await findDecisions(opened.db, SER_OD)
    expect(decision).toMatchObject({ rule: 'settled-dispute', author: 'Oyuna', reason: 'We know' })
    await bringBack(opened.db, opened.oyuna, decision?.id ?? '')
    expect(await find('settled-dispute', subject)).toBeDefined()

    await setAside(opened.db, opened.oyuna, finding, 'We know')
    const other = { ...NEWSPAPER, locator: 'page 1' }
    await cite(owner, { asserts: '2:20:12', stance: 'keep', rejection: 'MISPRINT' }, other)
    expect(await find('settled-dispute', subject)).toBeDefined()
  })
})
