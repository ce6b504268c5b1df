import { describe, expect, test } from 'vitest'
import type { Draft } from '@/lib/record/merge'
import { OWN_FORMS, THINGS, type ThingKind } from '@/lib/record/things/things'
import { engines } from '@/testing/database'
import { EVIDENCE, openRecord, SER_OD } from '@/testing/record'
import type { Editor } from '../accounts/editor'
import { findAthleteRecord } from '../athletes/athletes'
import { findOwnSlip } from '../sources/own-slip'
import { addThing, findThing, type SaveOutcome, saveThing, withdrawThing } from './things'

describe.each(engines())('things of the record, on the %s database', (engine) => {
  const opened = openRecord(engine)

  const record = async () => {
    const found = await findAthleteRecord(opened.db, SER_OD)
    if (!found) throw new Error('The record is empty.')
    return found
  }
  const open = async (kind: ThingKind, id: string) => {
    const found = await findThing(opened.db, kind, id)
    if (!found) throw new Error(`There is no such ${kind}.`)
    return { kind, id, base: { draft: found.draft, version: found.version } }
  }
  type Opened = Awaited<ReturnType<typeof open>>
  const save = (editor: Editor, form: Opened, edits: Draft, isSure = false) =>
    saveThing(opened.db, editor, { ...form, draft: { ...form.base.draft, ...edits }, isSure }, EVIDENCE)
  const add = (kind: ThingKind, partOf: string | null, draft: Draft, isSure = false) =>
    addThing(opened.db, opened.oyuna, { kind, partOf, draft, isSure }, EVIDENCE)
  const idOf = (outcome: SaveOutcome) => {
    if (!outcome.saved) throw new Error(`Not saved: ${JSON.stringify(outcome)}`)
    return outcome.id
  }

  test('every column of the record has a form, or says where it is written', async () => {
    const columns = await opened.db.$queryRaw<{ table: string; column: string }[]>`
      SELECT c.table_name AS "table", c.column_name AS "column"
      FROM information_schema.columns c
      WHERE c.table_schema = current_schema() AND c.table_name IN (
SELECT table_name FROM information_schema.columns WHERE column_name = 'withdrawn')
      ORDER BY 1, c.ordinal_position`
    const described = new Map<string, ReadonlySet<string>>([
      ...Object.values(THINGS).map(
        ({ table, fields, elsewhere }) =>
          [table as string, new Set([...Object.keys(fields), ...Object.keys(elsewhere)])] as const,
      ),
      ...Object.entries(OWN_FORMS).map(([table, words]) => [table, new Set(Object.keys(words))] as const),
    ])
    const ofEvery = ['id', 'version', 'withdrawn']
    const undescribed = columns.filter(
      ({ table, column }) => !ofEvery.includes(column) && !described.get(table)?.has(column),
    )
    expect(undescribed).toEqual([])
    expect([...described.keys()].sort()).toEqual([...new Set(columns.map(({ table }) => table))].sort())
  })

  test('a birth date is corrected, with its source; what other sources said is kept, marked', async () => {
    const { athlete } = await record()
    const form = await open('athlete', athlete.id)
    expect(await save(opened.oyuna, form, { birthDate: '1981-10-08' })).toMatchObject({ saved: true })
    const after = (await record()).athlete
    expect(after.birthDate).toBe('1981-10-08')
    const cited = after.citations.filter(({ field }) => field === 'birthDate')
    expect(cited).toContainEqual(expect.objectContaining({ asserts: '1981-10-08', accepted: true, locator: 'page 1' }))
    expect(cited.some(({ accepted, asserts }) => !accepted && asserts === '1981-10-07')).toBe(true)
    expect(await save(opened.oyuna, await open('athlete', athlete.id), { birthDate: '1981-10-07' })).toMatchObject({
      saved: true,
    })
  })

  test('a weight is emptied', async () => {
    const { athlete } = await record()
    expect(await save(opened.oyuna, await open('athlete', athlete.id), { weightKg: '61' })).toMatchObject({
      saved: true,
    })
    expect((await record()).athlete.weightKg).toBe(61)
    expect(await save(opened.oyuna, await open('athlete', athlete.id), { weightKg: '' })).toMatchObject({ saved: true })
    expect((await record()).athlete.weightKg).toBeNull()
  })

  test('what nobody can be is refused, and what is unlikely is asked about', async () => {
    const { athlete } = await record()
    const form = await open('athlete', athlete.id)
    expect(await save(opened.oyuna, form, { birthDate: '2005' })).toMatchObject({
      errors: { birthDate: expect.any(String) },
    })
    expect(await save(opened.oyuna, form, { birthDate: '1996' })).toMatchObject({
      doubts: { birthDate: expect.any(String) },
    })
    expect(await save(opened.oyuna, form, { deathDate: '2010' })).toMatchObject({
      errors: { deathDate: expect.any(String) },
    })
    expect((await record()).athlete.birthDate).toBe('1981-10-07')
  })

  test('two editors of one athlete are merged by field, or asked', async () => {
    const { athlete } = await record()
    const form = await open('athlete', athlete.id)
    expect(await save(opened.oyuna, form, { birthPlace: 'Gobi-Altai' })).toMatchObject({ saved: true })
    expect(await save(opened.brett, form, { heightCm: '171' })).toMatchObject({ saved: true })
    expect(await save(opened.brett, form, { birthPlace: 'Govi-Altai' })).toMatchObject({
      saved: false,
      clash: { merge: { clashes: [{ field: 'birthPlace', theirs: 'Gobi-Altai', mine: 'Govi-Altai' }] } },
    })
    expect((await record()).athlete).toMatchObject({ birthPlace: 'Gobi-Altai', heightCm: 171 })
  })

  test('names, clubs and countries are added, changed, ended and withdrawn', async () => {
    const { athlete } = await record()
    const made = idOf(await add('name', athlete.id, { text: 'セルオド', script: 'Jpan', language: 'ja' }))
    expect((await record()).athlete.names).toContainEqual(
      expect.objectContaining({
        id: made,
        text: 'セルオド',
        citations: [expect.objectContaining({ asserts: 'セルオド' })],
      }),
    )
    const club = idOf(await add('affiliation', athlete.id, { kind: 'CLUB', name: 'A new club', startDate: '2020' }))
    expect(await save(opened.oyuna, await open('affiliation', club), { endDate: '2021-03' })).toMatchObject({
      saved: true,
    })
    expect((await record()).athlete.affiliations).toContainEqual(
      expect.objectContaining({ id: club, endDate: '2021-03' }),
    )
    idOf(await add('representation', athlete.id, { countryCode: 'Japan', startDate: '2001', endDate: '2002' }))
    expect((await record()).athlete.representations).toContainEqual(expect.objectContaining({ countryCode: 'JPN' }))
    for (const [kind, id] of [
      ['name', made],
      ['affiliation', club],
    ] as const) {
      expect(await withdrawThing(opened.db, opened.oyuna, { kind, id }, EVIDENCE)).toMatchObject({ saved: true })
    }
    const after = (await record()).athlete
    expect([...after.names, ...after.affiliations].map(({ id }) => id)).not.toContain(made)
    expect(await save(opened.oyuna, await open('name', made), { text: 'x' })).toMatchObject({
      errors: { form: expect.any(String) },
    })
  })

  test('a new athlete is made; where somebody of that name is known, it asks first', async () => {
    const person = { displayName: 'Bat-Ochir SER-OD', sortName: 'Ser-Od', nameOrder: 'GIVEN_FAMILY', sex: 'M' }
    expect(await add('athlete', null, person)).toMatchObject({ saved: false, namesakes: [{ slug: SER_OD }] })
    const id = idOf(await add('athlete', null, person, true))
    expect((await findThing(opened.db, 'athlete', id))?.row.slug).toBe('bat-ochir-ser-od')
    const other = await add('athlete', null, { ...person, displayName: 'Somebody Unheard Of', countryCode: 'mgl' })
    expect((await findThing(opened.db, 'athlete', idOf(other)))?.row.countryCode).toBe('MGL')
  })

  test('a competition stays around the days of its races', async () => {
    const [result] = (await record()).results.filter(({ date }) => date.length === 10)
    const { competition } = result ?? {}
    if (!competition) throw new Error('No dated result.')
    const form = await open('competition', competition.id)
    const wrong = { startDate: `${competition.year}-01-01`, endDate: `${competition.year}-01-02` }
    expect(await save(opened.oyuna, form, wrong)).toMatchObject({
      errors: { endDate: expect.stringMatching(/after this day/) },
    })
    expect(await save(opened.oyuna, form, { venue: 'The Old Stadium' })).toMatchObject({ saved: true })
    expect((await findThing(opened.db, 'competition', competition.id))?.draft.venue).toBe('The Old Stadium')
  })

  test('what others rest on is not withdrawn', async () => {
    const { athlete, results } = await record()
    const [result] = results
    for (const [kind, id] of [
      ['athlete', athlete.id],
      ['competition', result?.competition.id ?? ''],
    ] as const) {
      const outcome = await withdrawThing(opened.db, opened.oyuna, { kind, id }, EVIDENCE)
      expect(outcome, kind).toMatchObject({ saved: false, errors: { form: expect.stringMatching(/rests? on it/) } })
    }
  })

  test('a claim is added by its source, of a result of the athlete’s own', async () => {
    const { athlete, results } = await record()
    const claim = { kind: 'AGE_ON', resultId: results[0]?.id ?? '', number: '42' }
    idOf(await add('claim', athlete.id, claim))
    expect((await record()).claims).toContainEqual(
      expect.objectContaining({
        kind: 'AGE_ON',
        number: 42,
        locator: 'page 1',
        source: expect.objectContaining({ publication: 'Organiser' }),
      }),
    )
    expect(await add('claim', athlete.id, { ...claim, resultId: 'nobody' })).toMatchObject({
      errors: { resultId: expect.any(String) },
    })
  })

  test('who was behind is named by the address or the name of the athlete, and kept by id', async () => {
    const { athlete, results } = await record()
    const rival = await opened.db.athlete.findFirstOrThrow({ where: { id: { not: athlete.id }, withdrawn: false } })
    const claim = { kind: 'AHEAD_OF', resultId: results[0]?.id ?? '', text: 'As published' }
    for (const otherId of [rival.slug, rival.displayName]) {
      const id = idOf(await add('claim', athlete.id, { ...claim, otherId }))
      expect((await record()).claims.find((one) => one.id === id)).toMatchObject({
        otherId: rival.id,
        text: 'As published',
      })
      expect((await open('claim', id)).base.draft.otherId).toBe(rival.slug)
    }
    expect(await add('claim', athlete.id, { ...claim, otherId: 'nobody' })).toMatchObject({
      errors: { otherId: 'There is no one athlete called “nobody” in the record.' },
    })
  })

  test('a source is corrected, and a series is made', async () => {
    const [source] = (await record()).sources
    const form = await open('source', source?.id ?? '')
    expect(await save(opened.oyuna, form, { translator: 'Somebody' })).toMatchObject({ saved: true })
    expect(idOf(await add('series', null, { name: 'A New Marathon', category: 'ROAD_RACE' }))).toBeTruthy()
    expect(await add('series', null, { name: 'a new marathon', category: 'ROAD_RACE' })).toMatchObject({
      errors: { name: expect.any(String) },
    })
  })

  test('a chapter whose figure or footnote finds nothing is refused; a footnote may name any source', async () => {
    const { athlete, results } = await record()
    const chapter = { title: 'Later years', position: '99', language: 'en' }
    const [result] = results
    expect(await add('chapter', athlete.id, { ...chapter, body: 'He ran {mark nobody}.' })).toMatchObject({
      errors: { body: expect.stringContaining('{mark nobody}') },
    })
    const evidence = {
      ...EVIDENCE,
      source: { publication: 'A weekly', title: 'A portrait', url: null, date: null, author: null },
    }
    const source = {
      kind: 'source',
      partOf: null,
      draft: { publication: 'A weekly', title: 'A portrait' },
      isSure: false,
    } as const
    const made = idOf(await addThing(opened.db, opened.oyuna, source, evidence))
    expect(await addThing(opened.db, opened.oyuna, source, evidence)).toMatchObject({
      errors: { title: expect.any(String) },
    })
    const slug = String((await findThing(opened.db, 'source', made))?.row.slug)
    const id = idOf(
      await add('chapter', athlete.id, { ...chapter, body: `He ran on {date ${result?.id}}.[@${slug}: page 3]` }),
    )
    const after = await record()
    expect(after.athlete.chapters.at(-1)).toMatchObject({ id, title: 'Later years' })
    expect(after.sources.map((source) => source.slug)).toContain(slug)
  })

  test('a slip of one’s own begins with the reason and source of the save; a colleague’s does not', async () => {
    const { athlete } = await record()
    expect(await save(opened.oyuna, await open('athlete', athlete.id), { nickname: 'Zigy' })).toMatchObject({
      saved: true,
    })
    const slip = await findOwnSlip(opened.db, opened.oyuna, 'athletes', athlete.id)
    expect(slip).toMatchObject({ locator: ['page 1'], source: ['Organiser, Official results'] })
    expect(await findOwnSlip(opened.db, opened.brett, 'name_variants', athlete.id)).toEqual({})
    expect(await save(opened.oyuna, await open('athlete', athlete.id), { nickname: 'Ziggy' })).toMatchObject({
      saved: true,
    })
  })
})
